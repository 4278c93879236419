"""What the styles and lists of an OpenDocument text make of its paragraphs and words (OpenDocument 1.3 part 3, section 16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.style_names import Style, named
from nutgraf.readers.xml_tree import child, local, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_CHAIN = 20  # styles that inherit from each other


class OdtStyles:
    """The styles of a document by their name, and those of its lists."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._styles: dict[str, _Element] = {}
        self._lists: dict[str, dict[int, _Element]] = {}
        for root in roots:
            for each in root.iter("{*}style"):
                self._styles[value(each, "name")] = each
            for each in root.iter("{*}list-style"):
                self._lists[value(each, "name")] = {whole(level, "level"): level for level in each}

    def paragraph(self, name: str) -> Style:
        """Return what a paragraph's style says, or the styles it inherits from."""
        for _ in range(_CHAIN):
            element = self._styles.get(name)
            shown = value(element, "display-name") or name.replace("_20_", " ")
            if (found := named(shown)) != Style():
                return found
            if element is None:
                break
            name = value(element, "parent-style-name")
        return Style()

    def weight(self, name: str) -> tuple[bool, bool]:
        """Return whether words of this style are strong, and whether they are emphasised."""
        strong, emphasis = self._inherited(name, "font-weight"), self._inherited(name, "font-style")
        return strong == "bold" or strong in {"600", "700", "800", "900"}, emphasis in {"italic", "oblique"}

    def look(self, name: str) -> tuple[bool, bool]:
        """Return whether words of this style are hidden, and whether they are raised."""
        hidden, place = self._inherited(name, "display"), self._inherited(name, "text-position")
        return hidden == "none", place.startswith("super") or bool(re.match("[1-9]", place))

    def _inherited(self, name: str, attribute: str) -> str:
        """Return what a style of words, or the first it inherits from that says anything, says of them; else ""."""
        for _ in range(_CHAIN):
            element = self._styles.get(name)
            if element is None:
                break
            if said := value(child(element, "text-properties"), attribute):
                return said
            name = value(element, "parent-style-name")
        return ""

    def starts_at(self, name: str, depth: int) -> int | None:
        """Return the first number of a list at this depth (from 1); None where it has bullets."""
        level = self._lists.get(name, {}).get(depth)
        if local_of(level) != "list-level-style-number" or not value(level, "num-format"):
            return None
        return whole(level, "start-value") or 1

    def marker(self, name: str, depth: int, count: int) -> str:
        """Return what stands before the item of this number."""
        level = self._lists.get(name, {}).get(depth)
        form, suffix = value(level, "num-format"), value(level, "num-suffix")
        figure = f"{count % 1000}"
        if form in {"a", "A"} and 1 <= count <= 26:
            figure = chr(ord(form) + count - 1)
        return f"{figure}{')' if suffix == ')' else '.'} "


def local_of(element: _Element | None) -> str:
    """Return an element's name without its namespace, or ""."""
    return local(element) if element is not None else ""
