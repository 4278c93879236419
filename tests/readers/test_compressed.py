import gzip
import zlib

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import Damaged, TooLarge, Unsupported
from nutgraf.readers import compressed, open_article, read_source
from nutgraf.readers.base import Source

WORDS = b"# The ferry\n\nIt sails *again*, and the harbour is open.\n"


def test_a_compressed_file_is_read_as_what_its_name_says_without_gz(tmp_path):
    path = tmp_path / "story.md.gz"
    path.write_bytes(gzip.compress(WORDS))
    meta = open_article(path, Cancel()).meta
    assert (meta.format, meta.title, meta.source_name) == ("markdown", "The ferry", "story.md.gz")
    assert meta.path == str(path)


def test_several_streams_in_one_file_are_read_one_after_the_other():
    data = gzip.compress(b"One. ") + gzip.compress(b"Two.") + b"\0" * 100
    assert read_source(Source(data, "a.txt.gz"), Cancel()).text == "One. Two."


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    data = gzip.compress(b"a" * (64 << 20))
    grown = []
    monkeypatch.setattr(compressed, "bytearray", lambda: grown.append(bytearray()) or grown[0], raising=False)
    with pytest.raises(TooLarge, match=r"a\.txt\.gz"):
        read_source(Source(data, "a.txt.gz"), Cancel())
    assert len(grown[0]) <= compressed._FREE + compressed._STEP


def test_a_bomb_in_a_bomb_is_no_text():
    with pytest.raises(Unsupported, match="a compressed file"):
        read_source(Source(gzip.compress(gzip.compress(WORDS)), "a.gz"), Cancel())


def test_a_file_compressed_twice_is_told_what_to_do_with_it():
    with pytest.raises(
        Unsupported, match=r"“a\.txt\.gz” is a compressed file inside a compressed file\. Unpack it once"
    ):
        read_source(Source(gzip.compress(gzip.compress(WORDS)), "a.txt.gz"), Cancel())


def test_bytes_after_the_last_stream_are_no_part_of_the_file():
    data = gzip.compress(b"One.") + b"-----BEGIN SIGNATURE-----\n"
    assert read_source(Source(data, "a.txt.gz"), Cancel()).text == "One."


@pytest.mark.parametrize("length", [2, 9, 18, 40])
def test_however_little_is_left_of_a_file_that_was_cut_off_its_end_is_missed(length):
    whole = gzip.compress(b"".join(b"Line %d of the ferry's log.\n" % number for number in range(50)))
    with pytest.raises(Damaged, match=r"“log\.txt\.gz” ends in the middle: a part of it is missing"):
        read_source(Source(whole[:length], "log.txt.gz"), Cancel())


def test_an_archive_of_files_is_named_as_such():
    with pytest.raises(Unsupported, match="tar"):
        read_source(Source(gzip.compress(b"\0" * 257 + b"ustar\0" + b"\0" * 300), "a.tar.gz"), Cancel())


def test_a_file_cut_off_or_broken_is_damaged():
    whole = gzip.compress(WORDS * 20)
    with pytest.raises(Damaged, match="ends in the middle"):
        read_source(Source(whole[:-10], "a.gz"), Cancel())
    with pytest.raises(Damaged):
        read_source(Source(whole[:12] + b"\xff\xff\xff" + whole[15:], "a.gz"), Cancel())


def test_unpacking_can_be_cancelled():
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        compressed.inflate(Source(gzip.compress(WORDS), "a.gz"), cancel)


def test_what_is_not_compressed_stays_as_it_is():
    source = Source(zlib.compress(WORDS), "a.gz")
    assert compressed.inflate(source, Cancel()) is source
