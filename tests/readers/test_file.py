import hashlib
import os
from pathlib import Path
from threading import Event, Thread

import pytest
from packed import zipped

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import Empty, TooLarge, Unreadable, Unsupported
from nutgraf.readers import file as loading
from nutgraf.readers import open_article
from nutgraf.readers.file import load

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_a_file_knows_where_it_came_from(tmp_path, monkeypatch):
    path = tmp_path / "story.txt"
    path.write_bytes(b"One sentence.\n")
    monkeypatch.chdir(tmp_path)
    meta = open_article(Path("story.txt"), Cancel()).meta
    assert meta.path == str(path)
    assert meta.source_name == "story.txt"
    assert meta.sha256 == hashlib.sha256(b"One sentence.\n").hexdigest()
    assert (meta.format, meta.encoding) == ("text", "utf-8")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(Unreadable, match=r"There is no file .*gone\.txt"):
        open_article(tmp_path / "gone.txt", Cancel())


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(Unreadable, match="is a folder"):
        open_article(tmp_path, Cancel())


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match="a pipe"):
        open_article(tmp_path / "pipe", Cancel())


def test_a_device_is_refused():
    with pytest.raises(Unreadable, match="a device"):
        open_article(Path("/dev/zero"), Cancel())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(Unreadable, match="permission"):
        open_article(path, Cancel())


def test_permission_that_the_system_refuses_is_told_as_such(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("words")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(loading.os, "open", refuse)
    with pytest.raises(Unreadable, match="permission"):
        open_article(path, Cancel())


def test_a_name_that_no_file_can_have_is_refused():
    with pytest.raises(Unreadable):
        open_article(Path("a\0b"), Cancel())


def test_a_larger_file_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "LARGEST", 100)
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 21)
    with pytest.raises(TooLarge, match=r"big\.txt"):
        open_article(path, Cancel())


def test_an_empty_file_says_so(tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(Empty, match="is empty"):
        open_article(path, Cancel())


def test_loading_can_be_cancelled(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("words")
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        open_article(path, cancel)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + b"\0" * 600, "an old Microsoft Office document"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), r"an Outlook message \(MSG;"),
        (OLE + "WordDocument".encode("utf-16-le"), r"an old Word document \(DOC;"),
        (zipped([("Index/Document.iwa", b"\0")]), "an Apple Pages"),
        (b"\x28\xb5\x2f\xfd\0\0\0\0", "a compressed file"),
        (b"\0" * 60 + b"BOOKMOBI" + b"\0" * 60, "an e-book"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\x7fELF\x02\x01", "a program"),
    ],
)
def test_a_format_that_cannot_be_read_yet_is_named_whatever_the_file_is_called(tmp_path, data, words):
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(Unsupported, match=words):
        open_article(path, Cancel())


def test_unknown_bytes_are_no_text(tmp_path):
    path = tmp_path / "data.txt"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(Unsupported, match="not a text file"):
        open_article(path, Cancel())


def test_a_disk_that_does_not_answer_can_be_given_up(tmp_path, monkeypatch):
    asked, over = Event(), Event()

    def stalled(*_, **__):
        asked.set()
        over.wait(60)
        raise OSError("the folder is out of reach")

    monkeypatch.setattr(Path, "stat", stalled)
    cancel = Cancel()
    Thread(target=lambda: (asked.wait(60), cancel.set())).start()
    with pytest.raises(Cancelled):
        load(tmp_path / "a.txt", cancel)
    over.set()


def test_a_file_that_vanishes_between_looking_and_opening_is_missed_in_a_sentence(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    monkeypatch.setattr("nutgraf.readers.file.os.open", lambda *_: (_ for _ in ()).throw(FileNotFoundError()))
    with pytest.raises(Unreadable, match="There is no file"):
        load(path, Cancel())


def test_a_file_that_grows_while_it_is_read_is_refused_at_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 5000)
    monkeypatch.setattr("nutgraf.readers.file.LARGEST", 4000)
    monkeypatch.setattr("nutgraf.readers.file.os.fstat", lambda _: os.stat_result((0o100644, *[0] * 9)))
    with pytest.raises(TooLarge, match=r"a\.txt"):
        load(path, Cancel())


def test_a_file_that_shrinks_while_it_is_read_is_read_as_far_as_it_goes(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words. " * 1000)
    known = os.fstat

    def shrunken(handle):
        found = known(handle)
        os.truncate(path, 13)
        return found

    monkeypatch.setattr("nutgraf.readers.file.os.fstat", shrunken)
    assert load(path, Cancel()).data == b"Words. Words."
