"""One article of our own words in each format, for what every reader keeps."""

import gzip
import plistlib

from packed import chapter, docx, epub, odt, p
from printed import lines, pdf

from nutgraf import assets
from nutgraf.readers.base import Source

WORDS = "The ferry sails again, and the harbour is open to everyone who waited through the long winter."
HEAD = "From: Ana Lima <ana@example.org>\nSubject: Tides\nDate: Fri, 31 May 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
MAIL = f"{HEAD}\n{WORDS}\n\n> Does it?\n"
PAGE = f"<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
BOOK = f"<body><title><p>Tides</p></title><section><title><p>One</p></title><p>{WORDS}</p></section></body>"
TEXTS = {
    "list.md": b"# One\n\n- a *b*\n  - c\n\n1. d\n\n> e\n\n```\nf\n  g\n```\n\n| h | i |\n|---|---|\n| j | k |\n",
    "page.html": b"<html><head><title>T</title></head><body><p>One <b>two</b> <a href='x'>three</a>.</p><ul><li>f</li></ul>",
    "wrapped.txt": b"\n".join([b"A line that was broken where the margin of the page stood, at seventy,"] * 5),
    "plain.txt": "Café — “quotes” and 漢字 \U0001f600\n\nAnother.\n".encode(),
    "tides.eml": MAIL.encode(),
    "tides.mhtml": (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n{PAGE}\n--b--\n'
    ).encode(),
    "tides.webarchive": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://example.org/"}},
        fmt=plistlib.FMT_BINARY,
    ),
    "tides.enex": (
        '<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export><note>'
        f"<title>Tides</title><content><![CDATA[<en-note><div>{WORDS}</div></en-note>]]></content></note></en-export>"
    ).encode(),
    "tides.rtf": rb"{\rtf1\ansi{\stylesheet{\s1 heading 1;}}\pard\s1 Tides\par\pard "
    + WORDS.encode()
    + rb"\par {\b End}.\par}",
    "tides.fb2": f'<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0">{BOOK}</FictionBook>'.encode(),
    "tides.docx": docx(p("Tides", "T") + p(WORDS) + p("The end.")),
    "tides.odt": odt(f"<text:h text:outline-level='1'>Tides</text:h><text:p>{WORDS}</text:p>"),
    "tides.epub": epub([("a.xhtml", chapter(f"<h1>Tides</h1><p>{WORDS}</p>"))]),
    "tides.pdf": pdf(lines(72, 700, WORDS[:44], WORDS[44:], "The end of it.")),
}
SAMPLES = sorted(assets.path("samples").iterdir())
SOURCES = [Source(path.read_bytes(), path.name) for path in SAMPLES]
SOURCES += [Source(data, name) for name, data in TEXTS.items()]
SOURCES += [Source(gzip.compress(TEXTS["tides.rtf"]), "tides.rtf.gz")]
