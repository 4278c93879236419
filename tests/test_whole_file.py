"""Files that are written whole or not at all."""

import stat

import pytest

from nutgraf.whole_file import write_whole


def test_a_file_is_made_with_its_folder(tmp_path):
    file = tmp_path / "new" / "names.txt"
    write_whole(file, "é\n")
    assert file.read_bytes() == "é\n".encode()
    assert list(file.parent.iterdir()) == [file]


def test_who_may_read_it_stays_as_it_was(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    write_whole(file, "new")
    assert (file.read_text(encoding="utf-8"), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o640)


def test_a_link_stays_a_link(tmp_path):
    file, link = tmp_path / "carried.txt", tmp_path / "names.txt"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"


def test_bytes_that_are_no_text_are_kept(tmp_path):
    file = tmp_path / "names.txt"
    write_whole(file, b"\xff\n".decode("utf-8", "surrogateescape"))
    assert file.read_bytes() == b"\xff\n"


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "\ud800")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]
