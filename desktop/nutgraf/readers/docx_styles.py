"""What the styles and lists of a Word document make of a paragraph (ECMA-376 part 1, sections 17.7 and 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.readers.style_names import Style, inner, named
from nutgraf.readers.xml_tree import child, local, value, whole
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHAIN = 20  # styles based on each other
_DEEPEST = 9
_LOOKS = ("b", "i", "vanish")
_BOXES = frozenset("☐☑☒✓✔✗✘")  # bullets that say something: of what is to do and done


@dataclass(slots=True)
class Styles:
    """The styles of a document by their id: what they make of paragraphs, and of words."""

    _found: dict[str, Style] = field(default_factory=dict)
    _looks: dict[str, dict[str, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> Styles:
        """Read them from the styles part."""
        if root is None:
            return cls()
        elements = {value(each, "styleId"): each for each in root if local(each) == "style"}
        return cls(
            {name: _style(name, elements) for name in elements},
            {name: _look(name, elements) for name, each in elements.items() if value(each, "type") == "character"},
        )

    def has(self, name: str, look: str) -> bool:
        """Whether words of this style have a look: "b", "i", or "vanish"."""
        return self._looks.get(name, {}).get(look, False)

    def __getitem__(self, name: str) -> Style:
        """Return the style of this id; a plain one where there is none."""
        return self._found.get(name) or named(name)


def _style(name: str, elements: dict[str, _Element]) -> Style:
    """Return what the style says, or where it is silent, the style it is based on."""
    deeper = inner(value(child(elements.get(name), "name"), "val"))
    for _ in range(_CHAIN):
        element = elements.get(name)
        if element is None:
            break
        found = named(value(child(element, "name"), "val"))
        properties = child(element, "pPr")
        numbering = child(properties, "numPr")
        number = value(child(numbering, "numId"), "val")
        if found != Style() or number:
            return Style(found.kind, found.level, found.contents, number, whole(child(numbering, "ilvl")), deeper)
        outline = child(properties, "outlineLvl")
        if outline is not None and whole(outline) < _DEEPEST:
            return Style(BlockKind.HEADING, whole(outline) + 1)
        name = value(child(element, "basedOn"), "val")
    return Style()


def _look(name: str, elements: dict[str, _Element]) -> dict[str, bool]:
    """Return the looks that a style of words switches on or off, and those of the style it is based on where it is silent."""
    found: dict[str, bool] = {}
    for _ in range(_CHAIN):
        element = elements.get(name)
        if element is None:
            break
        for each in _LOOKS:
            if (told := child(child(element, "rPr"), each)) is not None:
                found.setdefault(each, is_on(told))
        name = value(child(element, "basedOn"), "val")
    return found


def is_on(switch: _Element) -> bool:
    """Whether an element that switches something switches it on."""
    return value(switch, "val").lower() not in {"0", "false", "off", "none"}


class Numbering:
    """The lists of a document; it counts their items as they come."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (list, depth): format, text, start
        self._lists: dict[str, str] = {}  # a list's number to what it counts with, which it may share
        self._restarts: set[tuple[str, int]] = set()  # lists that begin to count anew where they first come
        self._counts: dict[tuple[str, int], int] = {}
        parts = list(root) if root is not None else []
        shared = {value(each, "abstractNumId"): each for each in parts if local(each) == "abstractNum"}
        for each in parts:
            if local(each) == "num":
                self._take(value(each, "numId"), value(child(each, "abstractNumId"), "val"), each, shared)

    def _take(self, number: str, abstract: str, element: _Element, shared: dict[str, _Element]) -> None:
        for each in shared.get(abstract, ()):
            self._define(number, each)
        for override in element:
            if local(override) == "lvlOverride":
                depth, start = whole(override, "ilvl"), child(override, "startOverride")
                if (level := child(override, "lvl")) is not None:
                    self._define(number, level)
                if start is not None:
                    form, text, _ = self._levels.get((number, depth), ("decimal", "%1.", 1))
                    self._levels[number, depth] = form, text, whole(start)
                    self._restarts.add((number, depth))
        self._lists[number] = abstract

    def _define(self, number: str, level: _Element) -> None:
        if local(level) == "lvl":
            start = child(level, "start")
            self._levels[number, whole(level, "ilvl")] = (
                value(child(level, "numFmt"), "val") or "decimal",
                value(child(level, "lvlText"), "val"),
                whole(start) if start is not None else 1,
            )

    def marker(self, number: str, depth: int) -> str:
        """Count an item of a list and return what stands before its words: "• ", "3. ", "b) "."""
        form, text, start = self._levels.get((number, depth), ("bullet", "", 1))
        if form in {"bullet", "none"}:
            return f"• {text} " if text in _BOXES else "• "
        count_of = self._lists.get(number, number)
        if (number, depth) in self._restarts:
            self._restarts.remove((number, depth))
            self._counts.pop((count_of, depth), None)
        self._counts[count_of, depth] = count = self._counts.get((count_of, depth), start - 1) + 1
        for key in [key for key in self._counts if key[0] == count_of and key[1] > depth]:
            del self._counts[key]
        figure = f"{count % 1000}"
        if form in {"lowerLetter", "upperLetter"} and 1 <= count <= 26:
            figure = chr(ord("a" if form == "lowerLetter" else "A") + count - 1)
        return f"{figure}{')' if text.endswith(')') else '.'} "
