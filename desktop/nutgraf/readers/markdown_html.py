"""HTML inside Markdown: its tags as they say how words look, its blocks as blocks. No parser written in C sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from nutgraf.readers.elements import CAPTIONS, CELLS, EMPHASIS, HEADINGS, PARTING, STRONG
from nutgraf.readers.signs import description, raised
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})(?![\w-])([^<>]*)>")
_ATTRIBUTE = re.compile(r"""\b(href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "template", "svg", "head"})
_DEEPEST = 100  # tags within tags that are looked at
_BREAKING = PARTING - CELLS
_KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING), **dict.fromkeys(CAPTIONS, BlockKind.CAPTION),
    "li": BlockKind.ITEM, "blockquote": BlockKind.QUOTE, "pre": BlockKind.CODE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag by its name in lower case; `href` and `alt` are its attributes, or ""."""

    name: str
    closing: bool
    href: str = ""
    alt: str = ""


def parse_tag(written: str) -> Tag | None:
    """Return the tag that is written, None where it is none (a comment)."""
    found = _TAG.fullmatch(written.strip())
    return _tag(found) if found else None


def _tag(found: re.Match[str]) -> Tag:
    said = {
        key.lower(): unescape(double or single or bare) for key, double, single, bare in _ATTRIBUTE.findall(found[3])
    }
    return Tag(found[2].lower(), bool(found[1]), said.get("href", ""), said.get("alt", ""))


class Look:
    """How words look between the tags that have come so far."""

    def __init__(self) -> None:
        self._open: list[Tag] = []

    def take(self, tag: Tag) -> list[Run]:
        """Take a tag; return what it says by itself: a picture its description, a line's end a space."""
        if tag.name == "br":
            return [self.run("\n")]
        if tag.name == "img":
            return [self.run(description(tag.alt))]
        if tag.closing:
            at = _innermost([each.name for each in self._open], tag.name)
            self._open = self._open if at < 0 else self._open[:at]
        elif len(self._open) < _DEEPEST and tag.name in _SILENT | STRONG | EMPHASIS | {"a", "sup"}:
            self._open.append(tag)
        return []

    def run(self, words: str) -> Run:
        """Return words as they look here; none inside a script."""
        names = {tag.name for tag in self._open}
        if names & _SILENT:
            return Run("")
        link = next((tag.href for tag in reversed(self._open) if tag.name == "a"), "")
        return Run(raised(words) if "sup" in names else words, bool(names & STRONG), bool(names & EMPHASIS), link)


def html_blocks(html: str) -> Iterator[tuple[BlockKind, int, list[Run]]]:
    """Yield the blocks of a piece of HTML: kind, level and words. A picture alone is a caption, a table's row one block."""
    html = _COMMENT.sub(" ", html)
    look, runs, pictured = Look(), list[Run](), False
    boxes: list[str] = []
    at = 0
    for found in _TAG.finditer(html):
        runs.append(look.run(unescape(html[at : found.start()])))
        at, tag = found.end(), _tag(found)
        if tag.name in _BREAKING:
            yield from _block(boxes, runs, pictured=pictured)
            runs, pictured = [], False
            boxes = _inside(boxes, tag)
        elif tag.name in CELLS:
            runs += [Run(" · ")] if not tag.closing and any(run.text.strip() for run in runs) else []
        else:
            pictured = pictured or tag.name == "img"
            runs += look.take(tag)
    runs.append(look.run(unescape(html[at:])))
    yield from _block(boxes, runs, pictured=pictured)


def _inside(boxes: list[str], tag: Tag) -> list[str]:
    """Return the elements that what follows a tag stands in, the outermost first; an item ends the one before it in its list."""
    if tag.closing:
        at = _innermost(boxes, tag.name)
        return boxes if at < 0 else boxes[:at]
    if tag.name == "li" and (at := _innermost(boxes, "li")) > _innermost(boxes, "ul", "ol"):
        boxes = boxes[:at]
    return boxes if tag.name == "hr" or len(boxes) >= _DEEPEST else [*boxes, tag.name]


def _innermost(boxes: list[str], *names: str) -> int:
    """Return the place of the innermost element of these names, -1 where there is none."""
    return next((at for at in reversed(range(len(boxes))) if boxes[at] in names), -1)


def _block(boxes: list[str], runs: list[Run], *, pictured: bool) -> Iterator[tuple[BlockKind, int, list[Run]]]:
    if not any(run.text.strip() for run in runs):
        return
    inner = next((name for name in reversed(boxes) if name in _KINDS), "")
    alone = pictured and sum(bool(run.text.strip()) for run in runs) == 1
    kind = _KINDS.get(inner, BlockKind.CAPTION if alone else BlockKind.PARAGRAPH)
    level = int(inner[1]) if kind is BlockKind.HEADING else 0
    if kind is BlockKind.ITEM:
        level, runs = sum(name == "li" for name in boxes), [Run("• "), *runs]
    elif kind is BlockKind.QUOTE:
        level = boxes.count("blockquote")
    elif kind is BlockKind.HEADING:
        runs = [replace(run, strong=False) for run in runs]
    yield kind, level, runs
