"""Readers of file formats: the tuple of readers, and the ways to open an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.errors import Empty
from nutgraf.readers.apart import apart
from nutgraf.readers.compressed import inflate
from nutgraf.readers.docx import DocxReader
from nutgraf.readers.enex import EnexReader
from nutgraf.readers.epub import EpubReader
from nutgraf.readers.fb2 import Fb2Reader
from nutgraf.readers.file import load
from nutgraf.readers.html import HtmlReader
from nutgraf.readers.mail import MailReader
from nutgraf.readers.markdown import MarkdownReader
from nutgraf.readers.mhtml import MhtmlReader
from nutgraf.readers.odt import OdtReader
from nutgraf.readers.pdf import PdfReader
from nutgraf.readers.plain import PlainReader, lay_text
from nutgraf.readers.rtf import RtfReader
from nutgraf.readers.sandbox import SANDBOX
from nutgraf.readers.sniff import refuse_foreign
from nutgraf.readers.webarchive import WebArchiveReader
from nutgraf.text.article import Article, Meta
from nutgraf.text.language import detect_language
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Reader, Source

# The first that recognises a file reads it. What no mark in its bytes tells is text, which the last one takes in any case.
_MARKED: tuple[Reader, ...] = (
    PdfReader(),
    EpubReader(),
    OdtReader(),
    DocxReader(),
    Fb2Reader(),
    RtfReader(),
    EnexReader(),
    WebArchiveReader(),
    MhtmlReader(),
    MailReader(),
)
_TEXTS: tuple[Reader, ...] = (HtmlReader(), MarkdownReader(), PlainReader())
READERS: tuple[Reader, ...] = _MARKED + _TEXTS
# Plain enough to be read in this process up to so many bytes; all else is read in the sandbox, where it can be stopped at any
# time and takes no more than its share. Markdown's parser takes quadratic time over brackets that nothing closes.
_HERE = {"text": 1 << 18, "markdown": 1 << 15}


def open_article(path: Path, cancel: Cancel) -> Article:
    """Read the article in a file.

    Raises:
        ReadError: the file cannot be read; its message says why and what to try.
        Cancelled: the token was set.

    """
    return read_source(load(path, cancel), cancel)


def read_source(source: Source, cancel: Cancel) -> Article:
    """Read the article in a file's bytes; raises as `open_article` does."""
    source = inflate(source, cancel)
    if not source.data.strip():
        raise Empty(f"“{source.name}” is empty: there is nothing to read in it.")
    reader = _reader_of(source)
    article = _read(reader, source, cancel)
    if not any(character.isalnum() for character in article.text):
        raise Empty(f"“{source.name}” holds no text to read.")
    cancel.check()
    meta = replace(
        article.meta,
        title=line(article.meta.title),
        authors=tuple(name for each in article.meta.authors if (name := line(each))),
        published=line(article.meta.published),
        site=line(article.meta.site),
        language=article.meta.language or _language(article, cancel),
        source_name=source.name,
        format=reader.name,
        path=source.path,
        sha256=source.sha256,
    )
    return replace(article, meta=meta)


def prepare() -> None:
    """Start ahead of need what reads complex formats; returns at once."""
    SANDBOX.prepare()


def read_text(text: str, name: str, cancel: Cancel) -> Article:
    """Make an article of text that came from no file: its characters stay as they are, white space aside.

    Raises:
        Cancelled: the token was set.

    """
    article = lay_text(text, cancel)
    meta = Meta(
        title=article.meta.title,
        authors=article.meta.authors,
        published=article.meta.published,
        language=_language(article, cancel),
        source_name=name,
        format=PlainReader.name,
    )
    return replace(article, meta=meta)


def _read(reader: Reader, source: Source, cancel: Cancel) -> Article:
    """Return the article, read where it is safe; what is read in this process may load the model that tells encodings."""
    if len(source.data) <= _HERE.get(reader.name, 0):
        return apart(lambda: reader.read(source, cancel), cancel)
    return SANDBOX.read(reader, source, cancel)


def _reader_of(source: Source) -> Reader:
    for reader in _MARKED:
        if reader.recognises(source):
            return reader
    refuse_foreign(source)
    return next(reader for reader in _TEXTS if reader.recognises(source))


def _language(article: Article, cancel: Cancel) -> str:
    """Return the language; a third of a second may go into loading what tells it."""
    return apart(lambda: detect_language(_prose(article)), cancel)


def _prose(article: Article) -> str:
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.is_prose) or article.text
