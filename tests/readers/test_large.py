"""Large files can be given up at any time: readers look at the token as they go, and none of them reads on after it was set."""

import plistlib
from threading import Timer

import pytest
from packed import chapter, docx, epub, odt, p
from printed import lines, pdf
from samples import BOOK, HEAD, WORDS

from nutgraf import readers
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.readers import READERS, read_source
from nutgraf.readers.base import Source

MANY = 1500  # paragraphs
PARAGRAPHS = "".join(f"<p>{WORDS}</p>" for _ in range(MANY))
PAGE = f"<html><head><title>Tides</title></head><body><article>{PARAGRAPHS}</article></body></html>"
PLAIN = f"{WORDS}\n\n" * MANY
ARCHIVE = (
    "From: <Saved by Blink>\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
)
LARGE = {
    "a.txt": PLAIN,
    "a.md": PLAIN,
    "a.html": PAGE,
    "a.mhtml": f"{ARCHIVE}{PAGE}\n--b--\n",
    "a.webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": PAGE.encode()}}, fmt=plistlib.FMT_BINARY),
    "a.enex": f"<en-export><note><content><![CDATA[<en-note>{PARAGRAPHS}</en-note>]]></content></note></en-export>",
    "a.eml": f"{HEAD}\n{PLAIN}",
    "a.rtf": r"{\rtf1\ansi " + rf"{WORDS}\par " * MANY + "}",
    "a.fb2": f"<FictionBook>{BOOK.replace(f'<p>{WORDS}</p>', PARAGRAPHS)}</FictionBook>",
    "a.docx": docx(p(WORDS) * MANY),
    "a.odt": odt(f"<text:p>{WORDS}</text:p>" * MANY),
    "a.epub": epub([("a.xhtml", chapter(PARAGRAPHS))]),
    "a.pdf": pdf(*[lines(72, 760, *[WORDS[:60]] * 60)] * (MANY // 60)),
}
SOURCES = [Source(data.encode() if isinstance(data, str) else data, name) for name, data in LARGE.items()]


class Counting(Cancel):
    """Counts how often it is looked at; set at the look of this number."""

    __slots__ = ("last", "looks")

    def __init__(self, last=0):
        super().__init__()
        self.looks, self.last = 0, last

    def check(self):
        self.looks += 1
        if self.looks == self.last:
            self.set()
        super().check()


def reader_of(source):
    return next(reader for reader in READERS if reader.recognises(source))


def test_there_is_a_large_file_for_each_reader():
    assert {reader_of(source).name for source in SOURCES} == {reader.name for reader in READERS}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_reader_looks_at_the_token_all_the_way_and_stops_where_it_is_set(source):
    reader = reader_of(source)
    whole = Counting()
    reader.read(source, whole)
    assert whole.looks >= MANY // 500
    for share in (0.1, 0.9):
        stopped = Counting(max(1, int(share * whole.looks)))
        with pytest.raises(Cancelled):
            reader.read(source, stopped)
        assert stopped.looks == stopped.last


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_large_text_is_read_in_the_sandbox_and_small_text_here(name, monkeypatch):
    asked = []

    class Box:
        def read(self, reader, source, cancel):
            asked.append(len(source.data))
            return reader.read(source, cancel)

    monkeypatch.setattr(readers, "SANDBOX", Box())
    assert read_source(Source(PLAIN.encode() * 2, name), Cancel()).blocks
    assert read_source(Source(WORDS.encode(), name), Cancel()).blocks
    assert asked == [2 * len(PLAIN)]


def test_markdown_can_be_given_up_while_its_parser_is_at_work():
    cancel = Cancel()
    Timer(0.5, cancel.set).start()
    with pytest.raises(Cancelled):
        read_source(Source(("* *".join(WORDS.split()) * 60_000).encode(), "a.md"), cancel)


def test_hundreds_of_thousands_of_short_lines_open_in_the_sandbox():
    lines = [f"line {number} of it" for number in range(300_000)]
    article = read_source(Source("\n".join(lines).encode(), "a.txt"), Cancel())
    assert article.text.split("\n") == lines
    assert len(article.blocks) == len(lines)
