"""What word processors' own style names say of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.text.article import BlockKind

_NAMES = (
    (re.compile(r"title|book title"), BlockKind.TITLE),
    (re.compile(r"subtitle|standfirst"), BlockKind.STANDFIRST),
    (re.compile(r"(?:intense )?quote|block ?(?:text|quote)|quotations?"), BlockKind.QUOTE),
    (re.compile(r"(?:\w+ ?)?caption|illustration|figure"), BlockKind.CAPTION),
    (re.compile(r"source ?code|html preformatted|preformatted text|code(?: block)?|macro(?: text)?|verbatim"), BlockKind.CODE),
)  # fmt: skip
_HEADING = re.compile(r"heading ([1-9])")
_LISTED = re.compile(r"list (?:bullet|number) ([2-5])")
_CONTENTS = re.compile(r"toc \d|toc heading|contents (?:\d|heading)|table of (?:figures|authorities)|index \d")


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: a kind, a heading's level from 1, that it is a table of contents, a list and its depth.

    `inner` says how much deeper than the list's own depth its items stand: that of “List Bullet 2” is 1.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    contents: bool = False
    number: str = ""
    depth: int = 0
    inner: int = 0


def inner(name: str) -> int:
    """Return how much deeper than others the items of the list style of this name stand."""
    found = _LISTED.fullmatch(name.lower().replace("_20_", " "))
    return int(found[1]) - 1 if found else 0


def named(name: str) -> Style:
    """Return what the name of a style says, in whatever case it is written."""
    name = name.lower().replace("_20_", " ")  # as LibreOffice writes a space
    if heading := _HEADING.fullmatch(name):
        return Style(BlockKind.HEADING, int(heading[1]))
    if _CONTENTS.fullmatch(name):
        return Style(contents=True)
    return Style(next((kind for form, kind in _NAMES if form.fullmatch(name)), BlockKind.PARAGRAPH))
