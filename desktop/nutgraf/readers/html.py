"""Saved web pages (HTML, XHTML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.decode import declared_in_page, decode
from nutgraf.readers.sniff import looks_like_html

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.text.article import Article


class HtmlReader:
    """Reads a saved page, keeping headings, lists, quotes, tables, code, links and emphasis."""

    name = "html"
    title = "Web page (HTML)"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes begin as a web page does."""
        return looks_like_html(source)

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the page's title and standfirst once, then its blocks; menus and footers that the page marks are left out."""
        from nutgraf.readers.saved_page import lay_page

        text, encoding = decode(source.data, declared_in_page(source.data), source.name, sure=True)
        cancel.check()
        try:
            return lay_page(text, encoding, cancel)
        except RecursionError as error:
            raise Damaged(
                f"“{source.name}” is nested too deeply to be a web page. Try saving the page again."
            ) from error
