"""Web archives (MHTML, RFC 2557): the page of the archive, read as any saved page; nothing it refers to is shown."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nutgraf.errors import Damaged
from nutgraf.readers.html import HtmlReader
from nutgraf.readers.message import PAGES, headers_of, parse, part_text, words
from nutgraf.readers.sniff import suffix

if TYPE_CHECKING:
    from email.message import Message

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.text.article import Article

# As Chrome, Safari and Internet Explorer write.
_SAVED = re.compile(rb"(?im)^(?:snapshot-content-location:|from:\s*[<\"]saved by )")


class MhtmlReader:
    """Reads a page that a browser saved with its pictures as one file."""

    name = "mhtml"
    title = "Web archive (MHTML)"
    suffixes: tuple[str, ...] = (".mht", ".mhtml")
    media_types: tuple[str, ...] = ("multipart/related", "application/x-mimearchive")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes begin with a message's headers, and these or the name say that it holds a page."""
        headers = headers_of(source)
        saved = bool(_SAVED.search(headers))
        return bool(headers) and (saved or suffix(source) in self.suffixes)

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article of the archive's page."""
        cancel.check()
        try:
            message = parse(source.data)
            page = archived_page(message)
        except RecursionError as error:
            raise Damaged(
                f"“{source.name}” is nested too deeply to be a web archive. Try saving the page again."
            ) from error
        if page is None:
            raise Damaged(f"“{source.name}” is a web archive without a page in it. Try saving the page again.")
        cancel.check()
        text, encoding = part_text(page, source.name)
        data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
        article = HtmlReader().read(replace(source, data=data), cancel)
        site = article.meta.site or host_of(
            words(message, "Snapshot-Content-Location") or words(page, "Content-Location")
        )
        return replace(article, meta=replace(article.meta, site=site, encoding=encoding))


def archived_page(message: Message) -> Message | None:
    """Return the part that the archive names as its start, else the first that is a page."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    start = str(message.get_param("start") or "")
    return next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)


def host_of(address: str) -> str:
    """Return the name of the site at an address, "" for what is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
