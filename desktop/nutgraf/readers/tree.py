"""A tree of paragraphs, lists and quotes laid out as blocks: trafilatura's TEI names, and HTML's for what it leaves alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from nutgraf.readers.page import CAPTION
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import ArticleBuilder, Run

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel

_BREAKING = frozenset(
    {"p", "div", "section", "article", "main", "header", "dl", "dt", "dd", "figure", "address", "body", "aside"}
)
_LISTS = frozenset({"list", "ul", "ol", "dl"})
_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "figDesc", "caption"})
FURNITURE = "data-nutgraf-furniture"  # the attribute of an element that is not the article's
_STRONG = frozenset({"#b", "b", "strong"})
_EMPHASIS = frozenset({"#i", "i", "em"})


def plain(text: str) -> str:
    """Return `text` as it is compared: letters and digits in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())


class TreeLaying:
    """Lays a tree's words into an `ArticleBuilder`.

    `address` is the page's own, against which links are resolved; `leave_out` holds blocks (as `plain` writes them) that stand in
    the article already and are not repeated.
    """

    def __init__(self, cancel: Cancel, address: str = "", leave_out: str = "") -> None:
        self.builder = ArticleBuilder()
        self.leave_out = {plain(leave_out)} - {""}
        self._cancel = cancel
        self._address = address
        self._runs: list[Run] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._marker = ""  # of an item whose words have not come yet
        self._furniture = False

    def lay(self, tree: Any) -> None:  # noqa: ANN401 - lxml's element
        """Lay the whole tree."""
        self._furniture = bool(tree.get(FURNITURE))
        self._children(tree, Run(""))
        self._flush()

    def _flush(self) -> None:
        runs, self._runs = self._runs, []
        words = plain("".join(run.text for run in runs))
        if self._kind is not BlockKind.CODE and words and words in self.leave_out:
            self.leave_out.discard(words)
            return
        self._cancel.check()
        if runs and runs[0].text.startswith(CAPTION):
            self.builder.add(BlockKind.CAPTION, [replace(runs[0], text=runs[0].text.removeprefix(CAPTION)), *runs[1:]])
            return
        if self._kind is BlockKind.ITEM:
            if not words:
                return
            runs, self._marker = [Run(self._marker), *runs], ""
        self.builder.add(self._kind, runs, level=self._level, furniture=self._furniture)

    def _block(self, element: Any, kind: BlockKind, style: Run, level: int = 0) -> None:  # noqa: ANN401
        self._flush()
        outer = self._kind, self._level
        self._kind, self._level = kind, level
        self._children(element, style)
        self._flush()
        self._kind, self._level = outer

    def _children(self, element: Any, style: Run) -> None:  # noqa: ANN401
        self._say(element.text, style)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, style)
            self._say(child.tail, style)

    def _say(self, text: str | None, style: Run) -> None:
        if text:
            self._runs.append(Run(text, style.strong, style.emphasis, style.link))

    def _element(self, element: Any, style: Run) -> None:  # noqa: ANN401
        tag = element.tag
        if not self._furniture and element.get(FURNITURE):
            self._flush()
            self._furniture = True
            self._element(element, style)
            self._flush()
            self._furniture = False
        elif tag in _HEADINGS:
            self._block(element, BlockKind.HEADING, style, _heading_level(element))
        elif tag in _LISTS:
            self._list(element, style)
        elif tag in {"quote", "blockquote"}:
            self._block(element, BlockKind.QUOTE, style, self._level + 1 if self._kind is BlockKind.QUOTE else 1)
        elif tag == "pre" or (tag == "code" and _stands_alone(element)):
            self._block(element, BlockKind.CODE, style)
        elif tag in _CAPTIONS:
            self._block(element, BlockKind.CAPTION, style)
        elif tag in {"row", "tr"}:
            self._row(element, style)
        elif tag in _BREAKING:
            self._block(element, self._kind, style, self._level)
        else:
            self._inline(element, style)

    def _inline(self, element: Any, style: Run) -> None:  # noqa: ANN401
        look = element.get("rend", "") if element.tag == "hi" else element.tag
        if element.tag in {"lb", "br"}:
            self._say("\n", style)
        target = style.link
        if element.tag in {"ref", "a"}:
            target = self._resolve(element.get("target") or element.get("href") or "")
        strong, emphasis = style.strong or look in _STRONG, style.emphasis or look in _EMPHASIS
        self._children(element, Run("", strong, emphasis, target))

    def _resolve(self, target: str) -> str:
        try:
            return urljoin(self._address, target) if self._address else target
        except ValueError:  # "http://[" is no address: keep what the page says
            return target

    def _list(self, element: Any, style: Run) -> None:  # noqa: ANN401
        numbered = element.tag == "ol" or element.get("rend", "").startswith("ol")
        level = self._level + 1 if self._kind is BlockKind.ITEM else 1
        number = _number(element.get("start"), 1) - 1
        for child in element:
            if not isinstance(child.tag, str):
                continue
            number = _number(child.get("value"), number + 1)
            if child.tag in _LISTS:
                outer, self._kind = (self._kind, BlockKind.ITEM)
                self._list(child, style)
                self._kind = outer
            else:
                self._flush()
                self._marker = f"{number}. " if numbered else "• "
                self._block(child, BlockKind.ITEM, style, level)
                self._marker = ""
            self._say(child.tail, style)
        self._flush()

    def _row(self, element: Any, style: Run) -> None:  # noqa: ANN401
        """Lay a table's row as one block, its cells apart."""
        self._flush()
        for cell in element.iterchildren("cell", "td", "th"):
            words = " ".join(" ".join(cell.itertext()).split())
            if words:
                self._say(f" · {words}" if self._runs else words, style)
        self._flush()


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,5}", written) else otherwise


def _heading_level(element: Any) -> int:  # noqa: ANN401
    name = element.get("rend", "") if element.tag == "head" else element.tag
    return int(name[1]) if len(name) == 2 and name[1] in "123456" else 2


def _stands_alone(element: Any) -> bool:  # noqa: ANN401
    parent = element.getparent()
    return parent is None or parent.tag in {"body", "div"} or "\n" in "".join(element.itertext())
