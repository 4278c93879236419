"""HTML laid out as blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from nutgraf.readers.comparing import plain
from nutgraf.readers.elements import BREAKING, CAPTIONS, EMPHASIS, HEADINGS, LISTS, PARTING, STRONG
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import ArticleBuilder, Run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel

FURNITURE = "data-nutgraf-furniture"  # the attribute of an element that is not the article's


class TreeLaying:
    """Lays a tree's words into an `ArticleBuilder`.

    `address` is the page's own, against which links are resolved; `leave_out` holds blocks (as `plain` writes them) that stand in
    the article already and are not repeated. Without a `builder` it makes one.
    """

    element: HtmlElement  # whose words are being laid

    def __init__(
        self, cancel: Cancel, address: str = "", leave_out: str = "", builder: ArticleBuilder | None = None
    ) -> None:
        self.builder = ArticleBuilder() if builder is None else builder
        self.leave_out = {plain(leave_out)} - {""}
        self._cancel = cancel
        self._address = address
        self._runs: list[Run] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._marker = ""  # of an item whose words have not come yet
        self._furniture = False
        self._in_row = False  # whose cells are one block, whatever stands in them
        self._broken = False  # whether nothing but white space stands behind a line break

    def lay(self, tree: HtmlElement) -> None:
        """Lay the whole tree."""
        self._furniture = bool(tree.get(FURNITURE))
        self.element = tree
        self._children(tree, Run(""))
        self._flush()

    def _flush(self) -> None:
        runs, self._runs = self._runs, []
        self._broken = False
        words = plain("".join(run.text for run in runs))
        if self._kind is not BlockKind.CODE and words and words in self.leave_out:
            self.leave_out.discard(words)
            return
        self._cancel.check()
        if self._kind is not BlockKind.ITEM:
            self.add(self._kind, runs, self._level)
        elif words:
            marker, self._marker = self._marker, ""
            self.add(self._kind, [Run(marker), *runs], self._level)

    def add(self, kind: BlockKind, runs: list[Run], level: int) -> None:
        """Take a block, whose words stand in `element`."""
        self.builder.add(kind, runs, level=level, furniture=self._furniture)

    def _block(self, element: HtmlElement, kind: BlockKind, style: Run, level: int = 0) -> None:
        self._flush()
        outer = self._kind, self._level, self.element
        self._kind, self._level, self.element = kind, level, element
        self._children(element, style)
        self._flush()
        self._kind, self._level, self.element = outer

    def _children(self, element: HtmlElement, style: Run) -> None:
        self._say(element.text, style)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, style)
            self._say(child.tail, style)

    def _say(self, text: str | None, style: Run) -> None:
        if text:
            self._runs.append(Run(text, style.strong, style.emphasis, style.link))
            self._broken = self._broken and text.isspace()

    def _break(self, style: Run) -> None:
        """Break the line; two breaks part paragraphs, except in code and in rows."""
        if self._broken and self._kind is not BlockKind.CODE and not self._in_row:
            self._flush()
        self._say("\n", style)
        self._broken = True

    def _element(self, element: HtmlElement, style: Run) -> None:
        tag = element.tag
        if not self._furniture and element.get(FURNITURE):
            self._flush()
            self._furniture = True
            self._element(element, style)
            self._flush()
            self._furniture = False
        elif self._in_row:
            self._in_cell(element, style)
        elif tag in HEADINGS:
            self._block(element, BlockKind.HEADING, style, int(tag[1]))
        elif tag in LISTS and self._kind is not BlockKind.CAPTION:
            self._list(element, style)
        elif tag == "blockquote":
            self._block(element, BlockKind.QUOTE, style, self._level + 1 if self._kind is BlockKind.QUOTE else 1)
        elif tag == "pre" or (tag == "code" and _stands_alone(element)):
            self._block(element, BlockKind.CODE, style)
        elif tag in CAPTIONS:
            self._block(element, BlockKind.CAPTION, style)
        elif tag == "tr":
            self._row(element, style)
        elif tag in BREAKING:
            self._block(element, self._kind, style, self._level)
        else:
            self._inline(element, style)

    def _inline(self, element: HtmlElement, style: Run) -> None:
        if element.tag == "br":
            self._break(style)
        target = style.link
        if element.tag == "a":
            target = self._resolve(element.get("href") or "")
        strong, emphasis = style.strong or element.tag in STRONG, style.emphasis or element.tag in EMPHASIS
        opening, closing = ("“", "”") if element.tag == "q" else ("", "")
        self._say(opening, style)
        self._children(element, Run("", strong, emphasis, target))
        self._say(closing, style)

    def _resolve(self, target: str) -> str:
        try:
            return urljoin(self._address, target) if self._address else target
        except ValueError:  # "http://[" is no address: keep what the page says
            return target

    def _list(self, element: HtmlElement, style: Run) -> None:
        numbered = element.tag == "ol"
        level = self._level + 1 if self._kind is BlockKind.ITEM else 1
        number = _number(element.get("start"), 1) - 1
        for child in element:
            if not isinstance(child.tag, str):
                continue
            number = _number(child.get("value"), number + 1)
            if child.tag in LISTS:
                outer = self._kind, self._level
                self._kind, self._level = BlockKind.ITEM, level
                self._list(child, style)
                self._kind, self._level = outer
            else:
                self._flush()
                self._marker = "" if child.tag == "dd" else f"{_figure(number, element)}. " if numbered else "• "
                self._block(child, BlockKind.ITEM, style, level)
                self._marker = ""
            self._say(child.tail, style)
        self._flush()

    def _row(self, element: HtmlElement, style: Run) -> None:
        """Lay a table's row as one block, its cells apart."""
        self._flush()
        outer, self.element = self.element, element
        self._in_row = True
        row: list[Run] = []
        for cell in element.iterchildren("td", "th"):
            self._children(cell, style)
            words, self._runs = self._runs, []
            if "".join(run.text for run in words).strip():
                row += [*([Run(" · ")] if row else []), *words]
        self._runs, self._in_row = row, False
        self._flush()
        self.element = outer

    def _in_cell(self, element: HtmlElement, style: Run) -> None:
        """Lay what stands in a cell as words of its row."""
        parts = element.tag in PARTING
        self._say(" " if parts else "", style)
        self._inline(element, style)
        self._say(" " if parts else "", style)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,5}", written) else otherwise


def _figure(number: int, element: HtmlElement) -> str:
    """Return an item's number as its list counts: with letters or figures."""
    letters = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}.get(element.get("type") or "", "")
    return letters[number - 1] if 0 < number <= len(letters) else str(number)


def _stands_alone(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in {"body", "div"} or "\n" in "".join(element.itertext())
