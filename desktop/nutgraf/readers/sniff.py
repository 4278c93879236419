"""What a file is, by its bytes first and its name second."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from nutgraf.errors import Unsupported

if TYPE_CHECKING:
    from nutgraf.readers.base import Source

_HEAD = 4096
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:p|div|h[1-6]|span|a|br|table|ul|ol|article|section|meta|title|style|script|!--)[\s>/]?", re.IGNORECASE
)
_PROLOGUE = re.compile(rb"\s*(?:<[?!](?!doctype)[^>]*>\s*)*", re.IGNORECASE)

# Formats that are recognised to be refused in plain words.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = tuple(  # of compound files (MS-CFB), which name their parts in UTF-16
    (name.encode("utf-16-le"), words)
    for name, words in (
        ("__properties_version1.0", "an Outlook message (MSG; Outlook can save it as text or HTML)"),
        ("WordDocument", "an old Word document (DOC; Word and LibreOffice can save it as DOCX)"),
        ("PowerPoint Document", "an old PowerPoint presentation (PPT)"),
        ("Workbook", "an old Excel workbook (XLS)"),
    )
)
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"AT&TFORM", "a DjVu document"),
    (b"%!PS-", "a PostScript document"),
    (b"bplist00", "a property list of macOS"),
    (
        b"\x78\x9f\x3e\x22",
        "a message in Outlook’s own form (winmail.dat; whoever sent it can send it as plain text or HTML)",
    ),
)
_ZIPPED = (
    (b"Index/Document.iwa", "an Apple Pages, Numbers or Keynote document (which they can export as PDF)"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument spreadsheet, presentation or drawing"),
)


def suffix(source: Source) -> str:
    """Return the name's last suffix in lower case, with its dot; ".gz" is looked past."""
    return PurePath(source.name.lower().removesuffix(".gz")).suffix


def looks_like_html(source: Source) -> bool:
    """Whether the bytes open a web page, or the name says HTML and there is a tag."""
    head = source.data[:_HEAD].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if not head.lstrip().startswith(b"<"):
        return suffix(source) in {".html", ".htm", ".xhtml"} and bool(_TAG.search(head) or _HTML.search(head))
    prologue = _PROLOGUE.match(head)
    assert prologue
    if _HTML.match(head, prologue.end()):
        return True
    return suffix(source) in {".html", ".htm", ".xhtml"} and bool(_TAG.search(head))


def foreign(data: bytes) -> str:
    """Return in words what kind of file this is if it is one that no reader takes, else ""."""
    if data.startswith(_OLE):
        return next((words for name, words in _STREAMS if name in data), "an old Microsoft Office document")
    for magic, words in _MAGIC:
        if data.startswith(magic):
            return words
    if data.startswith(b"PK\x03\x04"):
        head = data[:_HEAD] + data[-_HEAD:]
        return next((words for mark, words in _ZIPPED if mark in head), "a compressed archive")
    if data[60:68] in {b"BOOKMOBI", b"TEXtREAd"}:
        return "an e-book (Kindle)"
    if data[4:12] in {b"ftypisom", b"ftypmp42", b"ftypqt  ", b"ftypM4A "} or data[:4] == b"RIFF":
        return "a sound or video recording"
    if data[257:262] == b"ustar":
        return "an archive of several files (tar)"
    return ""


def refuse_foreign(source: Source) -> None:
    """Refuse what no reader takes.

    Raises:
        Unsupported: the bytes are of a format that cannot be read yet; the sentence names it.

    """
    if words := foreign(source.data):
        raise Unsupported(
            f"“{source.name}” is {words}, which Nutgraf cannot read yet. "
            "It opens text, Markdown, web pages, PDF, Word (DOCX), OpenDocument (ODT), RTF, e-books (EPUB, FB2) and mail."
        )
