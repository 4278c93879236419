"""FictionBook 2: its sections as headings and paragraphs, epigraphs and cites as quotes, notes after what cites them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged
from nutgraf.readers.decode import declared_in_xml, decode
from nutgraf.readers.package import MAGIC, Package, first_part, is_package
from nutgraf.readers.signs import raised
from nutgraf.readers.xml_tree import child, day, local, parse_xml, sound_xml, value
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run, words_in
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?(?:(?!\?>).)*\?>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE\s+\w+\s*>\s*)*<(?:\w+:)?FictionBook[\s>]",
    re.DOTALL,
)
_BARE_DOCTYPE = re.compile(rb"<!DOCTYPE\s+\w+\s*>")  # that names no DTD and declares nothing
_END = 1024  # bytes in which a whole book is closed
_PICTURES = re.compile(rb"<binary\b[^>]*>[^<]*</binary>")  # in letters, often longer than all words
_QUOTES = frozenset({"epigraph", "cite", "annotation"})
_BOXES = frozenset({"section", "poem", "stanza", "body"})
_NOTES = frozenset({"notes", "comments", "footnotes"})
_ITEM = re.compile(r"\s*[•‣◦▪●○■]\s+\S")


class Fb2Reader:
    """Reads an e-book of the FictionBook format, also alone in a zip file, as libraries hand them out."""

    name = "fb2"
    title = "E-book (FictionBook)"
    suffixes: tuple[str, ...] = (".fb2", ".fbz")
    media_types: tuple[str, ...] = ("application/x-fictionbook+xml", "application/x-zip-compressed-fb2")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes open a FictionBook, or a zip file whose first part is one by its name."""
        if source.data.startswith(MAGIC):
            named = source.name.lower().endswith((".fb2.zip", ".fbz")) and is_package(source, b".fb2")
            return named or first_part(source).lower().endswith(b".fb2")
        head = source.data[:4096]
        return bool(_ROOT.match(head) or _ROOT.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe")))

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article: the first body, others but notes after it."""
        cancel.check()
        data = _unzipped(source, cancel) if source.data.startswith(MAGIC) else source.data
        root, encoding = _parse(_PICTURES.sub(b"", data), source.name)
        info = child(child(root, "description"), "title-info")
        title = _words(child(info, "book-title"))
        laying = _Laying(root, title, cancel)
        try:
            laying.lay(child(info, "annotation"))
            for body in root:
                if local(body) == "body" and value(body, "name") not in _NOTES:
                    laying.lay(body)
            laying.lay_notes()
        except RecursionError as error:
            raise Damaged(f"“{source.name}” is nested too deeply to be a book. Try getting the file again.") from error
        date = child(info, "date")
        meta = Meta(
            title=laying.title,
            authors=tuple(name for each in info if local(each) == "author" and (name := _name(each)))
            if info is not None
            else (),
            published=day(value(date, "value")) or _words(date),
            language=language_tag(_words(child(info, "lang"))),
            encoding=encoding,
        )
        return laying.builder.build(meta)


def _parse(data: bytes, name: str) -> tuple[_Element, str]:
    """Return the root of a book and its encoding; one that is not well-formed is mended, as programs for such books do."""
    data = _BARE_DOCTYPE.sub(b"", data[:4096]) + data[4096:]
    try:
        root = parse_xml(data, name)
    except Damaged:
        if b"<!DOCTYPE" in data[:4096] or b"FictionBook>" not in data[-_END:]:
            raise  # nothing is mended of what declares something, or is cut off
        text, encoding = decode(data, declared_in_xml(data), name)
        return parse_xml(sound_xml(text).encode(), name, mend=True), encoding
    return root, (root.getroottree().docinfo.encoding or "utf-8").lower()


def _unzipped(source: Source, cancel: Cancel) -> bytes:
    package = Package(source)
    return package.read(next((name for name in package.names if name.lower().endswith(".fb2")), ".fb2"), cancel)


class _Laying:
    """Lays a book's elements into an `ArticleBuilder`."""

    def __init__(self, root: _Element, title: str, cancel: Cancel) -> None:
        self.builder = ArticleBuilder()
        self.title = title
        self._cancel = cancel
        self._notes = _notes(root)
        self._depth = 0
        self._quotes = self._in_poem = 0
        if title:
            self.builder.add(BlockKind.TITLE, title)

    def lay(self, element: _Element | None) -> None:
        """Lay an element and all in it."""
        if element is None:
            return
        self._cancel.check()
        name = local(element)
        if name in _QUOTES:
            self._quotes += 1
            self._inside(element)
            self._quotes -= 1
        elif name in _BOXES:
            self._depth += name == "section"
            self._in_poem += name == "poem"
            self._inside(element)
            self._depth -= name == "section"
            self._in_poem -= name == "poem"
        elif name in {"title", "subtitle"}:
            self._heading(element, self._depth + (name == "subtitle" or self._in_poem))
        elif name in {"p", "v", "text-author"}:
            self._block(element)
        elif name == "table":
            self._table(element)
        elif name == "image":
            self._caption(element)

    def _inside(self, element: _Element) -> None:
        for each in element:
            self.lay(each)

    def _heading(self, element: _Element, level: int) -> None:
        """Lay a title, whose paragraphs are its lines. A body's own is the book's."""
        runs: list[Run] = []
        for line in element if local(element) == "title" else [element]:
            runs += [*([Run(" ")] if runs else []), *_runs(line)]
        words = words_in(runs)
        if not any(map(str.isalnum, words)):  # stars between two parts
            self.builder.add(BlockKind.PARAGRAPH, runs)
        elif not self._depth and local(element) == "title":
            if self.title:
                if words.casefold() != self.title.casefold():
                    self.builder.add(BlockKind.HEADING, runs, level=1)
                return
            self.title = words
            self.builder.add(BlockKind.TITLE, runs)
        else:
            self.builder.add(BlockKind.HEADING, runs, level=max(1, min(level, 6)))

    def _block(self, element: _Element) -> None:
        runs = _runs(element)
        kind, level = (BlockKind.QUOTE, self._quotes) if self._quotes else (BlockKind.PARAGRAPH, 0)
        if not self._quotes and _ITEM.match("".join(run.text for run in runs)):  # the format knows no lists
            kind, level = BlockKind.ITEM, 1
        elif _is_code(element):
            kind, level = BlockKind.CODE, 0
        self.builder.add(kind, runs, level=level)
        for each in element.iter():
            if local(each) == "image":
                self._caption(each)
            elif (
                local(each) == "a"
                and (note := self._notes.pop(value(each, "href").removeprefix("#"), None)) is not None
            ):
                self._note(note)

    def lay_notes(self) -> None:
        """Lay the notes that no block cites."""
        while self._notes:
            note = self._notes.pop(next(iter(self._notes)))
            if local(note) == "section":
                self._note(note)

    def _note(self, note: _Element) -> None:
        """Lay a note after the block that cites it first."""
        number, titles = _words(child(note, "title")), list(note.iter("{*}title"))
        for each in note.iter("{*}p", "{*}v"):
            if each.getparent() not in titles:
                self.builder.add(BlockKind.CAPTION, [Run(f"{number} "), *_runs(each)] if number else _runs(each))
                number = ""

    def _caption(self, image: _Element) -> None:
        self.builder.add(BlockKind.CAPTION, value(image, "alt") or value(image, "title"))

    def _table(self, table: _Element) -> None:
        for row in table:
            runs: list[Run] = []
            for cell in row:
                found = _runs(cell)
                if any(run.text.strip() for run in found):
                    runs += [*([Run(" · ")] if runs else []), *found]
            self.builder.add(BlockKind.PARAGRAPH, runs)


def _notes(root: _Element) -> dict[str, _Element]:
    """Return the notes by their identifiers."""
    bodies = [each for each in root if local(each) == "body" and value(each, "name") in _NOTES]
    return {value(each, "id"): each for body in bodies for each in body.iter() if value(each, "id")}


def _runs(element: _Element, style: Run = Run("")) -> list[Run]:  # noqa: B008 - frozen
    """Return an element's words with their appearance."""
    runs = [replace(style, text=element.text)] if element.text else []
    for each in element:
        match local(each):
            case "strong":
                runs += _runs(each, replace(style, strong=True))
            case "emphasis":
                runs += _runs(each, replace(style, emphasis=True))
            case "a" if value(each, "type") != "note":
                runs += _runs(each, replace(style, link=value(each, "href")))
            case "image":
                pass
            case "p" | "v":  # inside another that was not closed
                runs += [Run(" "), *_runs(each, style)]
            case "sup":
                runs += [replace(run, text=raised(run.text)) for run in _runs(each, style)]
            case _:
                runs += _runs(each, style)
        if each.tail:
            runs.append(replace(style, text=each.tail))
    return runs


def _is_code(element: _Element) -> bool:
    """Whether a paragraph is code and nothing else."""
    return (
        len(element) == 1 and local(element[0]) == "code" and not f"{element.text or ''}{element[0].tail or ''}".strip()
    )


def _words(element: _Element | None) -> str:
    return words_in(_runs(element)) if element is not None else ""


def _name(author: _Element) -> str:
    parts = [_words(child(author, part)) for part in ("first-name", "middle-name", "last-name")]
    return " ".join(part for part in parts if part) or _words(child(author, "nickname"))
