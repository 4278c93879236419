"""E-books (EPUB 2 and 3, EPUB 3.3 and Open Packaging Format 2.0.1)."""

from __future__ import annotations

import posixpath
import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from nutgraf.errors import Damaged, Empty, Protected
from nutgraf.readers.byline import listed_authors
from nutgraf.readers.class_looks import class_looks, mark_looks
from nutgraf.readers.opening import fold_bylines
from nutgraf.readers.package import MAGIC, Package, is_package
from nutgraf.readers.sniff import suffix
from nutgraf.readers.xml_tree import child, day, local, parse_xml, value, without_doctype
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.readers.class_looks import Looks

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)  # fonts made unusable elsewhere
_TEXT = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_NO_TITLE = re.compile(r"(?i)unknown title|untitled|\[?no title\]?")  # as programs write
_AHEAD = 24  # chapters that are held for their notes at one time
_NAMED_TEXT = (".xhtml", ".html", ".htm")  # whatever type a book gives them


class EpubReader:
    """Reads a book's chapters in the order of its spine, each opened by a level-1 heading."""

    name = "epub"
    title = "E-book (EPUB)"
    suffixes: tuple[str, ...] = (".epub",)
    media_types: tuple[str, ...] = ("application/epub+zip",)

    def recognises(self, source: Source) -> bool:
        """Whether the bytes are a zip file that names itself an e-book, or has an e-book's container."""
        named = b"application/epub+zip" in source.data[:200] or suffix(source) in self.suffixes
        return (named and source.data.startswith(MAGIC)) or is_package(source, _CONTAINER.encode())

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the book as one article."""
        try:
            return _Book(Package(source), cancel).article()
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply to be a book. Try getting the file again.") from error


class _Chapters:
    """The chapters of a book, each parsed once, whether it is its turn or it holds notes that another cites."""

    def __init__(self, parse: Callable[[str], HtmlElement], parts: Collection[str]) -> None:
        self._parse = parse
        self._parts = parts
        self._cited: dict[str, tuple[HtmlElement, dict[str, HtmlElement]]] = {}  # with the elements by their ids
        self._taken: set[str] = set()

    def take(self, part: str) -> HtmlElement | None:
        """Return a chapter whose turn it is, None if nothing is left of it but headings above notes cited before."""
        from nutgraf.readers.chapter_notes import is_emptied

        self._taken.add(part)
        body, notes = self._cited.pop(part, (None, {}))
        if body is None:
            return self._parse(part)
        return None if notes and is_emptied(body) else body

    def beside(self, part: str) -> Mapping[str, HtmlElement] | None:
        """Return the elements of a chapter by their ids; None if it is no chapter.

        One that was taken or is too much has none, nor one of headings and pictures alone.
        """
        from nutgraf.readers.chapter_notes import is_emptied
        from nutgraf.readers.notes import named

        if part in self._taken or (part in self._parts and part not in self._cited and len(self._cited) >= _AHEAD):
            return {}
        if part not in self._parts:
            return None
        if part not in self._cited:
            body = self._parse(part)
            self._cited[part] = body, {} if is_emptied(body) else named(body)
        return self._cited[part][1]


class _Book:
    """An unpacked book: its package document, manifest and spine."""

    def __init__(self, package: Package, cancel: Cancel) -> None:
        self._package = package
        self._cancel = cancel
        self._encrypted = self._locked()
        path = self._package_document()
        self._folder = posixpath.dirname(path)
        self._root = self._parse(path)
        self._looks: Looks = {}
        listed = child(self._root, "manifest")
        self._items = {value(each, "id"): each for each in listed} if listed is not None else {}

    def article(self) -> Article:
        """Lay all chapters."""
        from nutgraf.readers.chapter import lay_chapter

        meta = self._meta()
        builder = ArticleBuilder()
        if meta.title:
            builder.add(BlockKind.TITLE, meta.title)
        labels = self._labels()
        self._looks = class_looks(self._style_sheets())
        order = self._spine()
        missing = [chapter for chapter in order if chapter not in self._package]
        locked = [chapter for chapter in order if chapter in self._encrypted]
        self._refuse(len(order), len(missing), len(locked))
        chapters = _Chapters(
            self._chapter, {*self._texts().values()}.intersection(self._package.names) - self._encrypted
        )
        for chapter in order:
            self._cancel.check()
            body = None if chapter in missing or chapter in locked else chapters.take(chapter)
            if body is not None:
                elsewhere = partial(self._elsewhere, chapters, chapter)
                lay_chapter(body, labels.get(chapter, ""), builder, meta.title, elsewhere, self._cancel)
        notices = [f"{len(missing)} of {len(order)} chapters are missing from the file."] if missing else []
        notices += [f"{len(locked)} of {len(order)} chapters are encrypted and not shown."] if locked else []
        found = builder.build(meta, notices)
        if len(found.blocks) <= bool(meta.title):
            raise Empty(f"“{self._package.name}” holds no text to read in its chapters, at most pictures of pages.")
        return fold_bylines(found)

    def _chapter(self, part: str) -> HtmlElement:
        from nutgraf.readers.chapter import read_chapter

        body = read_chapter(self._package.read(part, self._cancel), self._package.name)
        mark_looks(body, self._looks)
        return body

    def _style_sheets(self) -> str:
        """Return the book's style sheets, without those that are missing or broken."""
        found: list[str] = []
        for item in self._items.values():
            if value(item, "media-type") == "text/css":
                with suppress(Damaged):
                    data = self._package.read(self._path(value(item, "href"), self._folder), self._cancel)
                    found.append(data.decode("utf-8", "replace"))
        return "\n".join(found)

    def _elsewhere(self, chapters: _Chapters, chapter: str, reference: str) -> Mapping[str, HtmlElement] | None:
        """Return by their ids the elements of the other chapter to which a reference in this one leads, if it does."""
        part = self._path(reference, posixpath.dirname(chapter))
        return None if part == chapter else chapters.beside(part)

    def _package_document(self) -> str:
        """Return the name of the package document: the one that the container names, else whatever the file has."""
        listed = self._parse(_CONTAINER).iter("{*}rootfile") if _CONTAINER in self._package else ()
        named = (self._package.named(value(each, "full-path")) for each in listed)
        found = (name for name in self._package.names if name.lower().endswith(".opf"))
        return next((name for name in named if name in self._package), None) or next(found, _CONTAINER)

    def _parse(self, part: str) -> _Element:
        data = without_doctype(self._package.read(part, self._cancel))
        try:
            return parse_xml(data, self._package.name)
        except Damaged:
            return parse_xml(data, self._package.name, mend=True)

    def _path(self, reference: str, folder: str) -> str:
        """Return the name of the part to which a reference in this folder leads, without its fragment."""
        there = unquote(reference.partition("#")[0]).replace("\\", "/")
        return self._package.named(posixpath.normpath(posixpath.join("/", folder, there)).lstrip("/"))

    def _locked(self) -> frozenset[str]:
        """Return the names of the parts that are encrypted; fonts that are only made unusable elsewhere are none of them.

        Raises:
            Protected: something is encrypted, and it is not said what.

        """
        found: set[str] = set()
        for each in self._parse(_ENCRYPTION).iter("{*}EncryptedData") if _ENCRYPTION in self._package else ():
            if value(next(each.iter("{*}EncryptionMethod"), None), "Algorithm") not in _FONTS:
                references = [value(reference, "URI") for reference in each.iter("{*}CipherReference")]
                if not any(references):
                    raise self._protected()
                found.update(self._path(reference, "") for reference in references)
        return frozenset(found)

    def _refuse(self, chapters: int, missing: int, locked: int) -> None:
        """Refuse a book of which nothing is left to read."""
        if 0 < chapters == locked:
            raise self._protected()
        if chapters == missing:
            raise Damaged(
                f"“{self._package.name}” is damaged: none of its chapters is there. Try getting the file again."
            )

    def _protected(self) -> Protected:
        return Protected(
            f"“{self._package.name}” is protected against copying (DRM). Only its seller’s program can open it."
        )

    def _texts(self) -> dict[str, str]:
        """Return the names of the parts that are chapters by their ids in the manifest.

        The page of contents that EPUB 3 marks is not one of them.
        """
        return {
            name: self._path(value(item, "href"), self._folder)
            for name, item in self._items.items()
            if (value(item, "media-type") in _TEXT or value(item, "href").lower().endswith(_NAMED_TEXT))
            and "nav" not in value(item, "properties").split()
        }

    def _spine(self) -> list[str]:
        """Return the names of the chapters' parts in reading order, that of the manifest where the book gives none."""
        spine = child(self._root, "spine")
        order = [value(each, "idref") for each in spine] if spine is not None else []
        texts = self._texts()
        return list(dict.fromkeys(texts[name] for name in order or texts if name in texts))

    def _labels(self) -> dict[str, str]:
        """Return what the book's contents (EPUB 3's nav, EPUB 2's NCX) call each part; the first entry for it counts."""
        labels: dict[str, str] = {}
        for item in self._items.values():
            path = self._path(value(item, "href"), self._folder)
            is_nav = "nav" in value(item, "properties").split()
            if path not in self._package or not (is_nav or value(item, "media-type") == "application/x-dtbncx+xml"):
                continue
            try:
                root = self._parse(path)
            except Damaged:
                continue  # the contents are a convenience; the chapters can be read without them
            for target, words in _nav_entries(root) if is_nav else _ncx_entries(root):
                labels.setdefault(self._path(target, posixpath.dirname(path)), " ".join(words.split()))
        return labels

    def _meta(self) -> Meta:
        said: dict[str, list[str]] = {}
        for each in self._root.iter("{http://purl.org/dc/elements/1.1/}*"):
            if words := " ".join("".join(map(str, each.itertext())).split()):
                said.setdefault(local(each), []).append(words)
        title = said.get("title", [""])[0]
        named = [name for each in said.get("creator", ()) for name in listed_authors(each)]
        return Meta(
            title="" if _NO_TITLE.fullmatch(title) else title,
            authors=tuple(dict.fromkeys(named)),
            published=day(said.get("date", [""])[0]),
            site=said.get("publisher", [""])[0],
            language=language_tag(said.get("language", [""])[0]),
        )


def _nav_entries(root: _Element) -> list[tuple[str, str]]:
    return [(value(each, "href"), "".join(map(str, each.itertext()))) for each in root.iter("{*}a")]


def _ncx_entries(root: _Element) -> list[tuple[str, str]]:
    return [
        (value(child(each, "content"), "src"), "".join(map(str, label.itertext())))
        for each in root.iter("{*}navPoint")
        if (label := child(each, "navLabel")) is not None
    ]
