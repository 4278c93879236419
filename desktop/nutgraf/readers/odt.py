"""OpenDocument texts (ODT, ISO/IEC 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected
from nutgraf.readers.odt_body import OdtLaying
from nutgraf.readers.odt_styles import OdtStyles
from nutgraf.readers.package import MAGIC, Package, is_package
from nutgraf.readers.xml_tree import day, local, parse_xml
from nutgraf.text.article import Article, Meta

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"


class OdtReader:
    """Reads headings, lists, quotes, code, tables, notes, links and emphasis; comments and deleted text are left out."""

    name = "odt"
    title = "OpenDocument text (ODT)"
    suffixes: tuple[str, ...] = (".odt", ".ott")
    media_types: tuple[str, ...] = ("application/vnd.oasis.opendocument.text",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes are a zip file that names itself an OpenDocument text, or has its parts and no name."""
        head = source.data[:200]
        if source.data.startswith(MAGIC) and _MIMETYPE in head:
            return _MIMETYPE + b"text" in head
        return is_package(source, b"content.xml", _MANIFEST.encode())

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article."""
        package = Package(source)
        if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST, cancel):
            raise Protected(f"“{source.name}” is encrypted. Open it in LibreOffice, and save it without a password.")
        content = parse_xml(package.read("content.xml", cancel), source.name)
        roots = [parse_xml(package.read("styles.xml", cancel), source.name)] if "styles.xml" in package else []
        body = next(content.iter("{*}text"), None)
        if body is None:
            raise Damaged(f"“{source.name}” is an OpenDocument file that holds no text document.")
        laying = OdtLaying(cancel, OdtStyles([*roots, content]))
        laying.lay(body)
        said = parse_xml(package.read("meta.xml", cancel), source.name) if "meta.xml" in package else None
        return laying.build(_meta(said))


def _meta(root: _Element | None) -> Meta:
    said: dict[str, str] = {}
    for each in (
        root.iter("{*}title", "{*}initial-creator", "{*}creator", "{*}creation-date", "{*}date", "{*}language")
        if (root is not None)
        else ()
    ):
        said.setdefault(local(each), (each.text or "").strip())
    author = said.get("initial-creator") or said.get("creator")
    return Meta(
        title=said.get("title", ""),
        authors=(author,) if author else (),
        published=day(said.get("creation-date") or said.get("date") or ""),
        language=said.get("language", ""),
    )
