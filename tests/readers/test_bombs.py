"""Files made to take all memory or time: each is read under the limits, or refused with a sentence; the next one is read."""

import base64
import gzip

import pytest
from packed import W, chapter, docx, epub, odt, p, zipped
from printed import at, pdf, written
from samples import HEAD, WORDS

from nutgraf.cancel import Cancel
from nutgraf.errors import ReadError
from nutgraf.readers import read_source
from nutgraf.readers.base import Source


def nested_mail(depth):
    message = f"{HEAD}\nInside.\n"
    for _ in range(depth):
        message = f"{HEAD}Content-Type: message/rfc822\n\n{message}"
    return message.encode()


def multiparts(depth):
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"{HEAD}{heads}Content-Type: text/plain\n\n{WORDS}\n".encode()


def packed_in_itself(depth):
    inner = zipped([("a.txt", "0" * (1 << 20))])
    for _ in range(depth):
        inner = zipped([("word/document.xml", inner), ("[Content_Types].xml", inner)])
    return inner


def pages(kids):
    """Return a PDF whose tree of pages is told by `kids`: object number to its entries."""
    return written(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", **{number: entries.encode() for number, entries in kids.items()}}, ""
    )


def picture(width, height):
    drawn = "q 600 0 0 800 0 0 cm /I Do Q\n" + at(50, 700, "Words beside it.")
    image = f"/XObject<</I<</Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceRGB>>>>"
    return pdf(drawn, resources=image)


DEEP_STYLES = "".join(
    f'<w:style w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(1_000)
)
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>{"".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(5_000))}</w:numbering>"""
NUMBERED = p(WORDS, extra='<w:numPr><w:numId w:val="7"/></w:numPr>')
LINKS = "".join(f"<p>{number} <a href='#n' id='r{number}'>a</a></p>" for number in range(3_000))
NOTES = f"<div id='n'>{WORDS}{LINKS}</div>"
PAGE = f"<p>{WORDS}</p>".encode()
RICH = b"From: a@b.example\nSubject: Words\nContent-Type: text/html\n\n"
BOMBS = {
    "deflate.txt.gz": lambda: gzip.compress(b"0" * (80 << 20)),
    "twice.txt.gz": lambda: gzip.compress(gzip.compress(b"0" * (80 << 20))),
    "nested.docx": lambda: packed_in_itself(20),
    "numbering.docx": lambda: docx(NUMBERED * 5, parts={"word/numbering.xml": NUMBERING}),
    "styles.docx": lambda: docx(p(WORDS, "s0"), parts={"word/styles.xml": f"<w:styles {W}>{DEEP_STYLES}</w:styles>"}),
    "spine.epub": lambda: epub([("a.xhtml", chapter(f"<p>{WORDS}</p>"))], order=["a.xhtml"] * 10_000),
    "notes.epub": lambda: epub([("a.xhtml", chapter(NOTES))]),
    "pictures.epub": lambda: epub([("a.xhtml", chapter("<div>" + "<p><img alt='Words.' src='a'/></p>" * 5_000 + "</div>"))]),
    "chapters.epub": lambda: epub([(f"{n}.xhtml", "") for n in range(1_500)]),
    "spaces.odt": lambda: odt("<text:p>" + "<text:s text:c='99999'/>" * 50_000 + f"{WORDS}</text:p>"),
    "nested.odt": lambda: odt("<text:section>" * 250 + f"<text:p>{WORDS}</text:p>" + "</text:section>" * 250),
    "bin.rtf": lambda: rb"{\rtf1 Before {\pict\bin2147483647 x} after\par}",
    "groups.rtf": lambda: rb"{\rtf1 " + b"{" * 1_000_000 + b"x",
    "unicode.rtf": lambda: rb"{\rtf1 " + rb"\uc99999\u65535 " * 40_000 + b"Words.}",
    "nested.eml": lambda: nested_mail(300),
    "multiparts.eml": lambda: multiparts(3_000),
    "base64.eml": lambda: f"{HEAD}Content-Transfer-Encoding: base64\n\n".encode() + base64.b64encode(b"\n" * (4 << 20)),
    "headers.eml": lambda: HEAD.encode() + b"X: y\n" * 500_000 + b"\nWords.",
    "deep.html": f"<html><body>{'<div>' * 100_000}{WORDS}".encode,
    "tables.html": f"<html><body>{'<table><tr><td>' * 3_000}{WORDS}".encode,
    "entities.html": lambda: b"<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><html><body><p>&b; Words.</p></body>",
    "attributes.html": f"<html><body><p {' '.join(f'a{n}=b' for n in range(4_000))}>{WORDS}</p>".encode,
    "sandboxed.md": lambda: b"[" * 40_000 + WORDS.encode(),
    "deep.md": lambda: b"> " * 50_000 + WORDS.encode(),
    "brackets.md": lambda: b"[" * 20_000 + WORDS.encode(),
    "stars.md": lambda: b"*a " * 20_000,
    "heading.md": lambda: b"# a" + b" " * 30_000 + b"b {# " + b"{" * 1_000,
    "islands.md": lambda: b"<div>" * 3_000 + b"<b>" * 3_000 + WORDS.encode(),
    "comments.md": lambda: b"<div>" + b"<!--" * 6_000,
    "fields.md": lambda: b"---\ntitle: [" + b'"a ' * 8_000 + b"]\n---\n" + WORDS.encode(),
    "quotes.md": lambda: b"---\ntitle: Words\ntags: [" + b"'" * 30_000 + b"x]\n---\n" + WORDS.encode(),
    "folded.md": lambda: b"---\ntitle: >\n" + b" a\n" * 300_000 + b"---\n" + WORDS.encode(),
    "wiki.md": lambda: b"[[a|" * 7_000,
    "settings.md": lambda: b":::\n" * 7_000 + WORDS.encode(),
    "ticks.md": lambda: b"".join(b"`" * n + b" " for n in range(1_500)),
    "pages.pdf": lambda: pages({2: f"<</Type/Pages/Count 999999999/Kids[{'3 0 R ' * 999}]>>", 3: "<</Type/Page/Parent 2 0 R>>"}),
    "circle.pdf": lambda: pages({2: "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"}),
    "picture.pdf": lambda: picture(2_000_000_000, 2_000_000_000),
    "box.pdf": lambda: pdf(at(50, 700, "Words."), extra="/UserUnit 1e30"),
    "far.pdf": lambda: pdf("".join(at(10**n, 10**n, "Words.", 10**n) for n in range(1, 30))),
    "leaders.txt": lambda: b"a " + b". " * 100_000 + b"\n\nb [Page 1]\n",
    "escapes.txt": lambda: b"\x1b]" * 50_000 + b"\x1b[" * 50_000,
    "line.txt": lambda: b"word " * (1 << 20),
    "lines.txt": lambda: b"a\n" * 40_000,
    "title.html": lambda: b"<meta property='og:title' content='a" + b" " * 300_000 + b"b'><h1>a</h1>" + PAGE,
    "formulas.html": lambda: PAGE + b"<span class='katex'>" + b"<math><mi>x</mi></math>" * 10_000,
    "levels.eml": lambda: RICH + b"<p style='" + b"mso-list:" * 30_000 + b"'><span style='mso-list:ignore'>1.</span>" + PAGE,
    "open.html": lambda: b"<p" * 100_000,
    "comment.html": lambda: b"<html><!--" + b"-" * 5_000_000,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_no_more_than_its_share(name):
    said = outcome(Source(BOMBS[name](), name))
    assert not said or name in said
    assert "could not start" not in said


@pytest.mark.parametrize("name", ["title.html", "formulas.html", "levels.eml", "folded.md", "quotes.md"])
def test_what_is_only_long_is_read(name):
    assert outcome(Source(BOMBS[name](), name)) == ""


def outcome(source):
    """Return the sentence with which a file is refused, "" where it is read."""
    try:
        assert read_source(source, Cancel()).text
    except ReadError as error:
        return str(error)
    return ""
