"""The blocks of a saved page, each with the element in which its words stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.readers.signs import description
from nutgraf.readers.tree import TreeLaying
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.text.builder import Run

_CAPTION = re.compile(r"(?:\b|_)(?:[a-z]+-?)?caption(?:-?text)?(?:\b|_)", re.IGNORECASE)
_LONGEST_CAPTION = 600  # characters


@dataclass(frozen=True, slots=True)
class PageBlock:
    """What an `ArticleBuilder` takes for a block; `text` with white space folded, `element` is lxml's that holds the words.

    `pictures` are the alternative texts of the pictures between it and the block before.
    """

    kind: BlockKind
    runs: list[Run]
    level: int
    text: str
    element: HtmlElement
    pictures: tuple[str, ...] = ()

    def share(self, chosen: Callable[[Run], bool]) -> float:
        """Return the share (0 to 1) of the characters that stand in chosen runs."""
        return sum(len(run.text) for run in self.runs if chosen(run)) / sum(len(run.text) for run in self.runs)


class _PageLaying(TreeLaying):
    """Keeps the blocks instead of building an article of them."""

    def __init__(self, cancel: Cancel, address: str) -> None:
        super().__init__(cancel, address)
        self.blocks: list[PageBlock] = []
        self._pictures: list[str] = []

    def add(self, kind: BlockKind, runs: list[Run], level: int) -> None:
        text = words_in(runs)
        if kind is BlockKind.PARAGRAPH and len(text) <= _LONGEST_CAPTION and _names_caption(self.element):
            kind = BlockKind.CAPTION
        if text:
            self.blocks.append(PageBlock(kind, runs, level, text, self.element, tuple(self._pictures)))
            self._pictures.clear()

    def _inline(self, element: HtmlElement, style: Run) -> None:
        if element.tag == "img" and element.get("aria-hidden") != "true":
            self._pictures.append(description(element.get("alt") or ""))
        super()._inline(element, style)


def page_blocks(body: HtmlElement, address: str, cancel: Cancel) -> list[PageBlock]:
    """Return the blocks of a page in reading order; links are resolved against `address`, if that is not "".

    Raises:
        Cancelled: the token was set.
        RecursionError: the page is nested too deeply.

    """
    laying = _PageLaying(cancel, address)
    laying.lay(body)
    return laying.blocks


def _names_caption(element: HtmlElement) -> bool:
    return bool(_CAPTION.search(element.get("class", "")))
