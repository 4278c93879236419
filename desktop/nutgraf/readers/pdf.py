"""PDF documents, through PDFium: the words and their places are its work, what they make up is found here."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Empty, Protected, TooLarge
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.opening import fold_bylines
from nutgraf.readers.sniff import suffix
from nutgraf.text.article import Article, Meta
from nutgraf.text.builder import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.readers.pdf_lines import Line

MOST_PAGES = 5000
MOST_LETTERS = 20_000_000
_HEAD = 1024  # bytes in which the mark may stand (PDF 32000-1, annex H.3.4.1)
_PASSWORD, _SECURITY = 4, 5  # PDFium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY
_DATE = re.compile(r"(?:D:)?(\d{4})(?:(\d\d)(\d\d)?)?")
_PROGRAM = re.compile(r"(?i)microsoft (?:word|powerpoint|excel)\s*[-–:]\s*")
_NO_TITLE = re.compile(r"(?i)\s*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|tex|dvi|odt|qxd|html?|rtf|txt)|[\W\d_]*")
_MOST_UNKNOWN = 20  # so many letters for each one that no font gives a meaning, at least
_UNKNOWN = (
    "Many letters cannot be read, since the document’s fonts do not say what they are. "
    "Text recognition (OCR) in another program can add the text to it."
)
_LOCK = Lock()  # PDFium is not to be called from two threads at once


class PdfReader:
    """Reads a PDF's text in reading order, with its paragraphs, headings, items and captions."""

    name = "pdf"
    title = "PDF document"
    suffixes: tuple[str, ...] = (".pdf",)
    media_types: tuple[str, ...] = ("application/pdf",)

    def recognises(self, source: Source) -> bool:
        """Whether PDF's mark stands near the beginning, or the name says PDF and there is an object of PDF's."""
        head = source.data[:_HEAD]
        if head.lstrip().startswith(b"%PDF-"):
            return True
        named = suffix(source) == ".pdf"
        return (named and b"%PDF" in head) or ((named or b"%PDF-" in head) and b" obj" in source.data)

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article. No script, action, form or file inside the document is run or opened."""
        cancel.check()
        with _LOCK:
            document = _open(source)
            try:
                return _article(document, source.name, cancel)
            finally:
                document.close()


def _open(source: Source) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(source.data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in {_PASSWORD, _SECURITY}:
            raise Protected(
                f"“{source.name}” is protected by a password. Save a copy without it to read it here."
            ) from error
        raise Damaged(f"“{source.name}” is damaged: it cannot be read as a PDF. Try getting the file again.") from error
    with suppress(PdfiumError):  # a broken form: the page is read without what was typed into it
        document.init_forms()
    return document


def _article(document: PdfDocument, name: str, cancel: Cancel) -> Article:
    from nutgraf.readers.pdf_blocks import lay_pages

    count = len(document)
    if count > MOST_PAGES:
        raise TooLarge(f"“{name}” has {count:,} pages, more than Nutgraf takes. Please open a part of it.")
    pages: list[list[Line]] = []
    bare = letters = pictured = broken = 0
    for number in range(count):
        cancel.check()
        lines, pictures, sound = _page(document, number, cancel)
        pages.append(lines)
        letters += sum(len(line.text) for line in lines)
        bare += not lines
        pictured += not lines and pictures
        broken += not sound
        if letters > MOST_LETTERS:
            raise TooLarge(f"“{name}” holds more text than Nutgraf takes. Please open a part of it.")
    if not letters:
        _refuse_bare(name, count, pictured, broken)
    meta = _meta(document)
    builder, title = lay_pages(pages, meta.title, cancel)
    notices = []
    if bare:
        hold, shown = "holds" if bare == 1 else "hold", ", but pictures of it or drawings" if pictured else ""
        notices.append(f"{bare} of {count} pages {hold} no text{shown}.")
    meta = replace(meta, title=title or meta.title)
    article = builder.build(meta, notices)
    if _MOST_UNKNOWN * article.text.count("\ufffd") > len(article.text):
        article = replace(article, notices=(*article.notices, _UNKNOWN))
    return fold_bylines(article)


def _page(document: PdfDocument, number: int, cancel: Cancel) -> tuple[list[Line], bool, bool]:
    """Return a page's lines, whether it shows pictures, and whether it could be read at all."""
    from pypdfium2 import PdfiumError
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    from nutgraf.readers.pdf_lines import page_lines
    from nutgraf.readers.pdf_text import page_segments

    try:
        page = document[number]
    except PdfiumError:
        return [], False, False
    try:
        lines = page_lines(page_segments(page, number, cancel))
        pictures = not lines and any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=2))
    except PdfiumError:
        return [], False, False
    finally:
        page.close()
    return lines, pictures, True


def _refuse_bare(name: str, count: int, pictured: int, broken: int) -> None:
    if broken == count:
        raise Damaged(f"“{name}” is damaged: none of its pages can be read. Try getting the file again.")
    if pictured:
        raise Empty(
            f"“{name}” holds no text but pictures of pages, as a scanner makes them. "
            "Text recognition (OCR) in another program can add the text to it."
        )
    raise Empty(f"“{name}” holds no text to read.")


def _meta(document: PdfDocument) -> Meta:
    said = {
        key: " ".join(clean(document.get_metadata_value(key)).split()) for key in ("Title", "Author", "CreationDate")
    }
    title = _PROGRAM.sub("", said["Title"])
    authors = listed_authors(re.sub(r"\s*,\s*|\s+(?:and|und|et|y)\s+", ";", said["Author"]))
    dated = _DATE.match(said["CreationDate"])
    day = "-".join(part for part in dated.groups() if part) if dated and "1980" < dated[1] < "2200" else ""
    return Meta(title="" if _NO_TITLE.fullmatch(title) else title, authors=authors, published=day)
