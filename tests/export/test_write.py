from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from nutgraf.errors import AlreadyExists, ExportError
from nutgraf.export import write_export

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as POSIX has them")


def left(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_is_written_as_utf8_with_line_feeds(tmp_path):
    write_export(tmp_path / "a.md", "“ä”\n\n")
    assert (tmp_path / "a.md").read_bytes() == "“ä”\n\n".encode()
    assert left(tmp_path) == ["a.md"]


@posix
def test_a_new_file_has_the_permissions_that_new_files_get(tmp_path):
    (tmp_path / "plain").touch()
    write_export(tmp_path / "a.md", "")
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_file_that_is_there_is_left_as_it_is(tmp_path):
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(AlreadyExists, match=r"a\.md” is there already"):
        write_export(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"
    assert left(tmp_path) == ["a.md"]


def test_a_file_that_is_there_is_replaced_when_asked(tmp_path):
    (tmp_path / "a.md").write_text("old")
    write_export(tmp_path / "a.md", "new", replace=True)
    assert (tmp_path / "a.md").read_text() == "new"
    assert left(tmp_path) == ["a.md"]


@posix
def test_what_a_symbolic_link_leads_to_is_replaced_not_the_link(tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_export(tmp_path / "link.md", "new", replace=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


@posix
def test_a_dangling_symbolic_link_is_not_written_through_unasked(tmp_path):
    (tmp_path / "link.md").symlink_to("elsewhere.md")
    with pytest.raises(AlreadyExists):
        write_export(tmp_path / "link.md", "new")
    assert left(tmp_path) == ["link.md"]


@pytest.mark.parametrize("replace", [False, True])
def test_without_links_on_the_file_system_it_is_still_never_overwritten(tmp_path, monkeypatch, replace):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_export(tmp_path / "a.md", "first", replace=replace)
    with pytest.raises(AlreadyExists):
        write_export(tmp_path / "a.md", "second")
    assert (tmp_path / "a.md").read_text() == "first"
    assert left(tmp_path) == ["a.md"]


@pytest.mark.parametrize("replace", [False, True])
def test_a_full_disk_leaves_what_was_there_and_no_draft(tmp_path, monkeypatch, replace):
    (tmp_path / "a.md").write_text("old")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_export(tmp_path / "a.md", "new", replace=replace)
    assert (tmp_path / "a.md").read_text() == "old"
    assert left(tmp_path) == ["a.md"]


@pytest.mark.parametrize("path", ["no such folder/a.md", "file/a.md", "x" * 300])
@pytest.mark.parametrize("replace", [False, True])
def test_what_cannot_be_written_is_said_with_its_name(tmp_path, path, replace):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="could not be written: ") as caught:
        write_export(tmp_path / path, "", replace=replace)
    assert str(Path(path)) in str(caught.value)
    assert left(tmp_path) == ["file"]


def test_a_folder_of_that_name_is_not_replaced(tmp_path):
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ExportError):
        write_export(tmp_path / "a.md", "", replace=True)
    with pytest.raises(AlreadyExists):
        write_export(tmp_path / "a.md", "")
