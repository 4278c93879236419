"""Word documents (DOCX, Office Open XML, ECMA-376)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.flat_package import FlatPackage, is_flat
from nutgraf.readers.package import Package, is_package
from nutgraf.readers.xml_tree import child, day, local, value
from nutgraf.text.article import Article, Meta
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class DocxReader:
    """Reads headings, lists, quotes, code, tables, notes, links and emphasis; tracked changes count as accepted."""

    name = "docx"
    title = "Word document (DOCX)"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")
    media_types: tuple[str, ...] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes are a zip file or one XML file with Word's parts, or the shell of an encrypted document."""
        return (
            is_package(source, b"[Content_Types].xml", b"word/")
            or is_package(source, b"word/document.xml")
            or is_flat(source)
            or _is_encrypted(source)
        )

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article."""
        from nutgraf.readers.docx_body import DocxLaying
        from nutgraf.readers.docx_styles import Numbering, Styles

        if _is_encrypted(source):
            raise Protected(f"“{source.name}” is encrypted. Open it in Word, and save it without a password.")
        package = _Parts(FlatPackage(source) if is_flat(source) else Package(source), cancel)
        document = package.target("_rels/.rels", "officeDocument") or "word/document.xml"
        links = package.relations(document)
        styles, numbering = package.related(document, "styles"), package.related(document, "numbering")
        notes = {
            (kind, value(note, "id")): note
            for kind in ("footnotes", "endnotes")
            for note in _children(package.related(document, kind))
            if value(note, "type") in {"", "normal"}
        }
        addresses = {name: target for name, (_, target, outside) in links.items() if outside}
        laying = DocxLaying(
            cancel,
            Styles.of(styles),
            Numbering(numbering),
            notes,
            addresses,
            lambda name: package.chunk(links.get(name, ("", "", True))),
        )
        body = child(package.parse(document), "body")
        if body is None:
            raise Damaged(f"“{source.name}” is damaged: the document in it has no body. Try getting the file again.")
        laying.lay(body)
        return laying.build(_meta(package), _missed(laying.missed))


class _Parts:
    """The XML parts of a package and the relationships between them."""

    def __init__(self, package: Package | FlatPackage, cancel: Cancel) -> None:
        self._package = package
        self._cancel = cancel

    def parse(self, part: str) -> _Element:
        return self._package.tree(part, self._cancel)

    def mended(self, part: str) -> _Element | None:
        """Return the root of a part without which the document can be read; where it is broken, what is sound of it."""
        try:
            return self._package.tree(part, self._cancel, mend=True)
        except Damaged:
            return None

    def chunk(self, relation: tuple[str, str, bool]) -> Article | None:
        """Return the piece of another format to which a relation leads, None where there is none that can be read."""
        from nutgraf.readers.docx_chunks import read_chunk

        _, target, outside = relation
        if outside or target not in self._package:
            return None
        return read_chunk(self._package.read(target, self._cancel), posixpath.basename(target), self._cancel)

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Return the relationships of a part by their id: kind, target, and whether it lies outside the file."""
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels" if not part.endswith(".rels") else part
        folder = "" if part.endswith(".rels") else folder
        found: dict[str, tuple[str, str, bool]] = {}
        for each in _children(self.mended(listed)) if listed in self._package else ():
            target, outside = value(each, "Target"), value(each, "TargetMode") == "External"
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = value(each, "Type").rpartition("/")[2]
            found[value(each, "Id")] = (kind, target if outside else inside, outside)
        return found

    def target(self, part: str, kind: str) -> str:
        """Return the name of the part that stands in this relation to `part`, by its usual name where none is told, or ""."""
        told = [target for each, target, outside in self.relations(part).values() if each == kind and not outside]
        usual = posixpath.join(posixpath.dirname(part), f"{kind}.xml")
        return next((target for target in [*told, usual] if target in self._package), "")

    def related(self, part: str, kind: str) -> _Element | None:
        """Return the root of the part that stands in this relation to `part`, if there is one."""
        target = self.target(part, kind)
        return self.mended(target) if target else None


def _meta(package: _Parts) -> Meta:
    part = package.target("_rels/.rels", "core-properties")
    said = {local(each): (each.text or "").strip() for each in _children(package.mended(part) if part else None)}
    return Meta(
        title=said.get("title", ""),
        authors=listed_authors(said.get("creator", "")),
        published=day(said.get("created") or said.get("modified") or ""),
        language=language_tag(said.get("language", "")),
    )


def _missed(count: int) -> list[str]:
    if not count:
        return []
    return [f"{count} inserted pieces of other files are not shown." if count > 1 else "An inserted file is not shown."]


def _children(element: _Element | None) -> list[_Element]:
    return list(element) if element is not None else []


def _is_encrypted(source: Source) -> bool:
    return source.data.startswith(_OLE) and _ENCRYPTED in source.data
