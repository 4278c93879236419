"""OpenDocument texts (ODT, ISO/IEC 26300)."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.package import MAGIC, Package, is_package
from nutgraf.readers.sniff import suffix
from nutgraf.readers.xml_tree import day, local, parse_xml, without_doctype
from nutgraf.text.article import Article, Meta
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_HEAD = 32768  # bytes in which a flat document names itself, behind its many namespaces
_FLAT = re.compile(rb"<office:document\s[^>]{0,20000}?office:mimetype=[\"']application/vnd\.oasis\.opendocument\.text")
_PICTURES = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")  # of flat documents, in letters


class OdtReader:
    """Reads headings, lists, quotes, code, tables, notes, links and emphasis; comments and deleted text are left out."""

    name = "odt"
    title = "OpenDocument text (ODT)"
    suffixes: tuple[str, ...] = (".odt", ".ott", ".odm", ".fodt")
    media_types: tuple[str, ...] = (
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-flat-xml",
    )

    def recognises(self, source: Source) -> bool:
        """Whether the bytes are a zip file that names itself so or has the parts of one and no name, or a flat document."""
        if not source.data.startswith(MAGIC):
            return _is_flat(source)
        head = source.data[:200]
        if _MIMETYPE in head:
            return _MIMETYPE + b"text" in head
        return is_package(source, b"content.xml") and (
            suffix(source) in self.suffixes or is_package(source, _MANIFEST.encode())
        )

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article."""
        from nutgraf.readers.odt_body import OdtLaying
        from nutgraf.readers.odt_styles import OdtStyles

        roots, formula = _flat(source) if _is_flat(source) else _packed(source, cancel)
        body = next((found for root in roots for found in root.iter("{*}text") if _is_body(found)), None)
        if body is None:
            raise Damaged(f"“{source.name}” is an OpenDocument file that holds no text document.")
        laying = OdtLaying(cancel, OdtStyles(roots), formula)
        laying.lay(body)
        return laying.build(_meta(roots))


def _is_flat(source: Source) -> bool:
    return source.data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and bool(
        _FLAT.search(source.data[:_HEAD])
    )


def _flat(source: Source) -> tuple[list[_Element], Callable[[str], str]]:
    """Return the root of a document that is one XML file; its formulas stand in it."""
    return [parse_xml(_PICTURES.sub(b"", source.data), source.name)], lambda _: ""


def _packed(source: Source, cancel: Cancel) -> tuple[list[_Element], Callable[[str], str]]:
    """Return the roots of a package's parts, styles first, and what gives the words of a formula in a part of its own."""
    from nutgraf.readers.math_text import math_text

    package = Package(source)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST, cancel):
        raise Protected(f"“{source.name}” is encrypted. Open it in LibreOffice, and save it without a password.")
    parts = [part for part in ("styles.xml", "content.xml", "meta.xml") if part in package or part == "content.xml"]

    def formula(reference: str) -> str:
        part = posixpath.normpath(f"{reference}/content.xml")
        if part not in package:
            return ""
        root = parse_xml(without_doctype(package.read(part, cancel)), source.name)
        return math_text(root) if local(root) == "math" else ""

    return [parse_xml(package.read(part, cancel), source.name, mend=part != "content.xml") for part in parts], formula


def _is_body(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == "body"


def _meta(roots: list[_Element]) -> Meta:
    said: dict[str, str] = {}
    for each in (each for root in roots for meta in root.iterchildren("{*}meta") for each in meta):
        said.setdefault(local(each), (each.text or "").strip())
    return Meta(
        title=said.get("title", ""),
        authors=listed_authors(said.get("initial-creator") or said.get("creator", "")),
        published=day(said.get("creation-date") or said.get("date") or ""),
        language=language_tag(said.get("language", "")),
    )
