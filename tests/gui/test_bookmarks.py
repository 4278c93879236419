from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.gui.bookmarks import Bookmark, Bookmarks
from nutgraf.gui.brief import Brief
from nutgraf.gui.main_window import MainWindow
from nutgraf.gui.reading import Reading
from nutgraf.settings import BOOKMARKS, RECENT, Settings

MILL, RIVER = Path("/mill.txt"), Path("/river\udcff.txt")


@pytest.fixture
def bookmarks(settings):
    settings.set(RECENT, (str(MILL), str(RIVER)))
    return Bookmarks(settings)


def test_place_and_length_outlast_the_program(settings, bookmarks):
    bookmarks.keep(Reading(MILL, 7, place=120))
    bookmarks.keep(Reading(RIVER, 2, place=5))
    bookmarks.keep(Reading(MILL, 8, place=130))
    again = Bookmarks(Settings(settings.file))
    assert again.of(MILL) == Bookmark(130, 8)
    assert again.of(RIVER) == Bookmark(5, 2)
    assert again.of(Path("/other.txt")) is None


def test_what_the_summary_is_about_outlasts_the_program(settings, bookmarks):
    bookmarks.keep(Reading(MILL, 7, brief=Brief("school roof", by_section=True)))
    assert Bookmarks(Settings(settings.file)).of(MILL) == Bookmark(0, 7, "school roof", by_section=True)


def test_folds_outlast_the_program(settings, bookmarks):
    reading = Reading(MILL, 7, folds={4: False, 2: True}, folds_of="abc")
    bookmarks.keep(reading)
    assert Bookmarks(Settings(settings.file)).of(MILL) == Bookmark(0, 7, sha256="abc", folds=((2, True), (4, False)))


def test_what_was_kept_by_versions_without_topics_is_understood(settings, bookmarks):
    settings.set(BOOKMARKS, '{"/mill.txt": [120, 7]}')
    assert bookmarks.of(MILL) == Bookmark(120, 7)


def test_they_are_forgotten_with_the_recent_files(settings, bookmarks):
    bookmarks.keep(Reading(MILL, 7, place=120))
    bookmarks.keep(Reading(RIVER, 7, place=120))
    settings.set(RECENT, (str(RIVER),))
    assert bookmarks.of(MILL) is None
    settings.set(RECENT, ())
    assert "river" not in settings.file.read_text()


@pytest.mark.parametrize(
    "written",
    [
        "[1]",
        "{",
        '{"/mill.txt": 5}',
        '{"/mill.txt": [-1, 2]}',
        '{"/mill.txt": [1, "x"]}',
        '{"/mill.txt": [1, 2, 3, true]}',
        '{"/mill.txt": [1, 2, "school"]}',
        '{"/mill.txt": [1, 2, "school", true, "ab", 3]}',
        '{"/mill.txt": [1, 2, "school", true, "ab", [[1]]]}',
        '{"/mill.txt": [1, 2, "school", true, "ab", [[-1, true]]]}',
        '{"/mill.txt": [1, 2, "school", true, "ab", [[1, 1]]]}',
    ],
)
def test_what_is_not_understood_counts_as_none(settings, bookmarks, written):
    settings.set(BOOKMARKS, written)
    assert bookmarks.of(MILL) is None


@pytest.fixture
def open_again(qtbot, opened, settings, appearance, story):
    """Close the program, start it anew, and open the story."""

    def start():
        opened.close()
        again = MainWindow(Settings(settings.file), appearance)
        qtbot.addWidget(again)
        again.show()
        again.open_files([story])
        qtbot.waitUntil(lambda: again.summary is not None)
        return again

    return start


def test_a_recent_article_opens_where_it_was_left(opened, open_again):
    opened.resize(700, 420)
    opened.summary_desk.cut(5)
    opened.page.view.go_to_place(opened.page.view.article.text.index("Critics say"))
    place = opened.page.view.place()
    assert place > 0
    again = open_again()
    assert again.page.view.place() == place
    assert len(again.summary.sentences) == 5


def test_a_recent_article_opens_with_the_summary_as_it_was_asked_for(opened, settle, open_again):
    opened.session.current.brief.by_section = True
    opened.left.summary.topicChanged.emit("school roof")
    settle()
    steered = opened.summary.sentences
    again = open_again()
    assert again.left.summary.topic.words() == "school roof"
    assert again.summary.sentences == steered
    assert again.summary.ranking.topic.words == "school roof"
    assert again.session.current.brief.by_section


def unfolded(window):
    """Put the story's one wrong fold right; return the block's index."""
    index = next(n for n, block in enumerate(window.session.current.article.blocks) if block.furniture)
    window.page.view.refold_asked.emit({index: False})
    return index


def test_a_fold_that_was_put_right_stays_so_when_the_article_is_opened_again(opened, settle, story):
    index = unfolded(opened)
    settle()
    opened.actions_["close"].trigger()
    opened.open_files([story])
    settle()
    assert not opened.session.current.article.blocks[index].furniture
    assert not opened.actions_["undo"].isEnabled()
    opened.actions_["reload"].trigger()
    settle()
    assert not opened.session.current.article.blocks[index].furniture


def test_a_fold_that_was_undone_is_as_the_file_has_it_when_the_article_is_opened_again(opened, settle, story):
    index = unfolded(opened)
    settle()
    opened.actions_["undo"].trigger()
    settle()
    opened.actions_["close"].trigger()
    opened.open_files([story])
    settle()
    assert opened.session.current.article.blocks[index].furniture


def test_folds_of_a_file_that_is_another_by_now_are_forgotten(opened, settle, story):
    index = unfolded(opened)
    settle()
    opened.actions_["close"].trigger()
    story.write_text(story.read_text() + "\nThe council meets again in May.\n")
    opened.open_files([story])
    settle()
    assert opened.session.current.article.blocks[index].furniture
    assert opened.session.current.folds == {}


def test_an_article_that_became_shorter_opens_at_its_beginning(qtbot, opened, settle, story):
    opened.session.current.place = 10_000_000
    opened.session.bookmarks.keep(opened.session.current)
    opened.session.readings.clear()
    opened.session.show(None)
    opened.open_files([story])
    settle()
    assert opened.page.view.place() == 0


def test_a_file_that_is_read_again_stays_where_its_reader_is(opened, settle):
    opened.resize(700, 420)
    opened.page.view.go_to_place(opened.page.view.article.text.index("Critics say"))
    place = opened.page.view.place()
    opened.actions_["reload"].trigger()
    settle()
    assert opened.page.view.place() == place > 0
