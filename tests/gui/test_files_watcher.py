"""Changes that other programs make to the reader's own files."""

from __future__ import annotations

import pytest

from nutgraf.gui.files_watcher import FilesWatcher


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "names.txt"
    made.write_text("one\n")
    return made


@pytest.fixture
def watcher(qapp, file):
    return FilesWatcher([file, file.with_name("watch.txt")])


def test_a_file_that_is_written_is_told(qtbot, watcher, file):
    with qtbot.waitSignal(watcher.changed):
        file.write_text("one\ntwo\n")


def test_a_file_that_is_replaced_is_told_every_time(qtbot, watcher, file):
    for number in range(2):
        draft = file.with_name("draft")
        draft.write_text(f"{number} and more\n" * (number + 2))
        with qtbot.waitSignal(watcher.changed):
            draft.replace(file)


def test_a_file_that_comes_or_goes_is_told(qtbot, watcher, file):
    with qtbot.waitSignal(watcher.changed):
        file.with_name("watch.txt").write_text("Lind\n")
    with qtbot.waitSignal(watcher.changed):
        file.unlink()


def test_other_files_are_none_of_its_business(qtbot, watcher, file):
    with qtbot.assertNotEmitted(watcher.changed, wait=600):
        file.with_name("settings.json").write_text("{}")


def test_a_change_of_our_own_is_not_told(qtbot, watcher, file):
    with qtbot.assertNotEmitted(watcher.changed, wait=600):
        file.write_text("ours, all of it\n")
        watcher.know()


def test_a_folder_that_was_not_there_is_watched_once_we_have_made_it(qtbot, tmp_path):
    late = tmp_path / "late" / "names.txt"
    watcher = FilesWatcher([late])
    late.parent.mkdir()
    late.write_text("one\n")
    watcher.know()
    with qtbot.waitSignal(watcher.changed):
        late.write_text("one\ntwo\n")
