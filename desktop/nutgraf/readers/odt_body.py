"""The body of an OpenDocument text as blocks (OpenDocument 1.3 part 3, sections 4 to 7): deleted text and comments left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from nutgraf.readers.math_text import math_text
from nutgraf.readers.signs import raised
from nutgraf.readers.written import WrittenLaying, pictures
from nutgraf.readers.xml_tree import child, local, value, whole
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.odt_styles import OdtStyles

_INDEXES = frozenset(
    {"table-of-content", "illustration-index", "table-index", "object-index", "user-index",
     "alphabetical-index", "bibliography"}
)  # fmt: skip
_GONE = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls",
     "dde-connection-decls", "soft-page-break", "number", "ruby-text", "script", "note-citation",
     "event-listeners", "bookmark", "reference-mark", "hidden-text"}
)  # fmt: skip
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_ROWS = frozenset({"table-header-rows", "table-row-group", "table-rows"})


@dataclass(slots=True)
class _After:
    """What follows a paragraph: its notes, its pictures' words, its boxes."""

    notes: list[tuple[str, _Element]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)


class OdtLaying(WrittenLaying):
    """Lays the content of `office:text`; `formula` gives the words of a formula by the reference to it."""

    def __init__(self, cancel: Cancel, styles: OdtStyles, formula: Callable[[str], str]) -> None:
        super().__init__(cancel)
        self._formula = formula
        self._deletions: set[str] = set()  # tracked changes that took words away,
        self._deleting: set[str] = (
            set()
        )  # and those of them that are open: newer programs leave the words where they were
        self._styles = styles
        self._lists: list[str] = []  # style of each list that is open
        self._counts: dict[tuple[str, int], int] = {}
        self._marker = ""
        self._noted = 0
        self._in_note = False
        self._in_index = False

    def lay(self, element: _Element) -> None:
        """Lay what stands in a body, a section, a cell, a note or a box."""
        for each in element:
            name = local(each)
            if name in {"p", "h"}:
                self._paragraph(each, name)
            elif name == "list":
                self._list(each)
            elif name == "table":
                self._table(each)
            elif name == "frame":
                self._framed(each)
            elif name == "tracked-changes":
                self._deletions |= {value(region, "id") for region in each if child(region, "deletion") is not None}
            elif name in _INDEXES:
                self._in_index = name != "bibliography"
                self.lay(each)
                self._in_index = False
            elif name not in _GONE and not name.endswith("-source"):
                self.lay(each)

    def _framed(self, frame: _Element) -> None:
        if words := self._formula_in(frame):
            self.add(BlockKind.PARAGRAPH, [Run(words)])
            return
        after = _After()
        self._frame(frame, after)
        self._follow(after)

    def _list(self, element: _Element) -> None:
        outer = self._lists[-1] if self._lists else ""
        self._lists.append(value(element, "style-name") or outer)
        style, depth = self._lists[-1], len(self._lists)
        if value(element, "continue-numbering") != "true" and not value(element, "continue-list"):
            self._counts.pop((style, depth), None)
        start = self._styles.starts_at(style, depth)
        for item in element:
            if local(item) == "list-item" and start is not None:
                own = whole(item, "start-value")
                count = own or self._counts.get((style, depth), start - 1) + 1
                self._counts[style, depth] = count
                self._marker = self._styles.marker(style, depth, count)
            elif local(item) == "list-item":
                self._marker = "• "
            self.lay(item)
            self._marker = ""
        self._lists.pop()

    def _table(self, table: _Element) -> None:
        """Lay a table's rows."""
        rows = list(_rows(table))
        cells = [[each for each in row if local(each) == "table-cell"] for row in rows]
        self.lay_rows(cells, self.lay)

    def _paragraph(self, element: _Element, name: str) -> None:
        after = _After()
        runs, self._carried = self._carried, []
        self._gather(element, Run(""), runs, after)
        if self._deleting:
            self._carried, runs = runs, []
        style = self._styles.paragraph(value(element, "style-name"))
        marker, self._marker = self._marker, ""
        if self._in_note:
            self.add(BlockKind.CAPTION, [Run(marker), *runs] if marker else runs)
        elif name == "h":
            self.add(BlockKind.HEADING, runs, level=min(max(whole(element, "outline-level"), 1), 6))
        elif not any(run.text.strip() for run in runs):
            self._marker = marker
        elif self._lists and style.kind is BlockKind.PARAGRAPH:
            self.add(BlockKind.ITEM, [Run(marker), *runs] if marker else runs, level=len(self._lists))
        else:
            level = min(style.level, 6) if style.kind is BlockKind.HEADING else int(style.kind is BlockKind.QUOTE)
            self.add(style.kind, runs, level=level, furniture=style.contents or self._in_index)
        self._follow(after)

    def _follow(self, after: _After) -> None:
        for words in pictures(after.pictures):
            self.add(BlockKind.CAPTION, words)
        for box in after.boxes:
            self.lay(box)
        for label, note in after.notes:
            if not self._in_note:
                self.follow(partial(self._lay_note, label, note))

    def _lay_note(self, label: str, note: _Element) -> None:
        self._in_note, self._marker = True, f"[{label}] "
        self.lay(note)
        self._in_note, self._marker = False, ""

    def _gather(self, element: _Element, style: Run, runs: list[Run], after: _After) -> None:
        self._say(element.text, style, runs)
        for each in element:
            name = local(each)
            if name in {"change-start", "change-end"}:
                self._change(value(each, "change-id"), begins=name == "change-start")
            elif self._deleting:
                self._gather(each, style, runs, after)  # to where the deletion ends
            elif name == "note":
                self._note(each, runs, after)
            elif name == "frame":
                self._frame_in_line(each, style, runs, after)
            elif str(each.tag).startswith(_DRAWN) and name != "a":
                after.boxes.append(each)
                after.pictures.append(_described(each))
            elif name in {"s", "tab", "line-break"}:
                runs.append(
                    replace(style, text="\n" if name == "line-break" else " " * max(1, min(whole(each, "c"), 80)))
                )
            elif name == "span":
                self._span(each, style, runs, after)
            elif name not in _GONE:
                link = replace(style, link=value(each, "href")) if name == "a" else style
                self._gather(each, link, runs, after)
            self._say(each.tail, style, runs)

    def _span(self, element: _Element, style: Run, runs: list[Run], after: _After) -> None:
        name = value(element, "style-name")
        strong, emphasis = self._styles.weight(name)
        hidden, high = self._styles.look(name)
        if hidden:
            return
        said: list[Run] = []
        style = replace(style, strong=style.strong or strong, emphasis=style.emphasis or emphasis)
        self._gather(element, style, said, after)
        runs += [replace(run, text=raised(run.text)) for run in said] if high else said

    def _say(self, words: str | None, style: Run, runs: list[Run]) -> None:
        if words and not self._deleting:
            runs.append(replace(style, text=words))

    def _change(self, name: str, *, begins: bool) -> None:
        if begins and name in self._deletions:
            self._deleting.add(name)
        elif not begins:
            self._deleting.discard(name)

    def _note(self, element: _Element, runs: list[Run], after: _After) -> None:
        body = next((each for each in element if local(each) == "note-body"), None)
        if body is not None and not self._in_note:
            self._noted += 1
            runs.append(Run(f"[{self._noted}]"))
            after.notes.append((f"{self._noted}", body))

    def _formula_in(self, frame: _Element) -> str:
        """Return the words of the formula that a frame holds, "" where it holds none."""
        held = child(frame, "object")
        inside = child(held, "math")
        if inside is not None:
            return math_text(inside)
        return self._formula(value(held, "href")) if value(held, "href") else ""

    def _frame_in_line(self, frame: _Element, style: Run, runs: list[Run], after: _After) -> None:
        if words := self._formula_in(frame):
            runs.append(replace(style, text=words))
        else:
            self._frame(frame, after)

    def _frame(self, frame: _Element, after: _After) -> None:
        """Leave a frame's boxes, or what is said of its picture, to what follows."""
        boxes = [each for each in frame if local(each) == "text-box"]
        after.boxes += boxes
        if not boxes:
            after.pictures.append(_described(frame))


def _described(element: _Element) -> str:
    said = {local(each): each.text or "" for each in element if local(each) in {"title", "desc"}}
    return said.get("desc") or said.get("title") or ""


def _rows(table: _Element) -> list[_Element]:
    rows: list[_Element] = []
    for each in table:
        if local(each) == "table-row":
            rows.append(each)
        elif local(each) in _ROWS:
            rows += _rows(each)
    return rows
