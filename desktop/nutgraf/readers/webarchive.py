"""Web archives of Safari: the page of the archive, read as any saved page; nothing it refers to is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nutgraf.errors import Damaged, Unsupported
from nutgraf.readers.decode import declared_in_page, decode
from nutgraf.readers.mhtml import host_of

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.text.article import Article

_BINARY, _XML = b"bplist00", b"<?xml"
_MAIN = b"WebMainResource"
_PLAIN = "text/plain"


class WebArchiveReader:
    """Reads a page that Safari saved with its pictures as one file: a property list, binary or XML."""

    name = "webarchive"
    title = "Web archive (Safari)"
    suffixes: tuple[str, ...] = (".webarchive",)
    media_types: tuple[str, ...] = ("application/x-webarchive",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes are a property list in which a web archive's main part is named."""
        data = source.data
        listed = data.startswith(_BINARY) or (data.startswith(_XML) and b"<plist" in data[:1024])
        return listed and _MAIN in data

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article of the archive's page, or of plain text that was opened in the browser."""
        from nutgraf.readers.plain import lay_text
        from nutgraf.readers.saved_page import lay_page

        cancel.check()
        page = _main(source)
        kind = _words(page, "WebResourceMIMEType").casefold()
        if kind and kind != _PLAIN and "html" not in kind:
            raise Unsupported(
                f"“{source.name}” is a web archive that holds no web page but a file of the kind “{kind}”. "
                "Try opening that file itself."
            )
        text, encoding = decode(
            page["WebResourceData"],
            _words(page, "WebResourceTextEncodingName") or declared_in_page(page["WebResourceData"]),
            source.name,
            sure=True,
        )
        cancel.check()
        try:
            article = lay_text(text, cancel, encoding) if kind == _PLAIN else lay_page(text, encoding, cancel)
        except RecursionError as error:
            raise Damaged(
                f"“{source.name}” is nested too deeply to be a web page. Try saving the page again."
            ) from error
        site = article.meta.site or host_of(_words(page, "WebResourceURL"))
        return replace(article, meta=replace(article.meta, site=site))


def _main(source: Source) -> dict[str, Any]:
    """Return the archive's main part.

    Raises:
        Damaged: there is none, or it holds no bytes, or the list is broken.

    """
    import plistlib

    damaged = f"“{source.name}” is damaged: it cannot be read as a web archive. Try saving the page again."
    try:
        archive = plistlib.loads(source.data)
    except Exception as error:  # plistlib raises whatever its parsing runs into
        raise Damaged(damaged) from error
    page = archive.get(_MAIN.decode()) if isinstance(archive, dict) else None
    if not isinstance(page, dict) or not isinstance(page.get("WebResourceData"), bytes):
        raise Damaged(damaged)
    return page


def _words(page: dict[str, Any], key: str) -> str:
    value = page.get(key)
    return value if isinstance(value, str) else ""
