"""Lists of HTML that Word or Outlook wrote: paragraphs whose bullet or number is typed, made items of lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOWER = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')"
_MARKS = f"//p//span[contains({_LOWER}, 'mso-list:ignore')]"
_LEVEL = re.compile(r"mso-list:[^:;]*\blevel([1-9])\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]")


def list_items(page: HtmlElement) -> None:
    """Put each such paragraph of a page into a list of its own, as deep as its style says, under its own number."""
    for mark in page.xpath(_MARKS):
        paragraph = next(mark.iterancestors("p"), None)
        if paragraph is None or paragraph.getparent() is None:
            continue
        number = _NUMBER.fullmatch("".join(mark.itertext()).strip())
        level = _LEVEL.search(paragraph.get("style", ""))
        mark.drop_tree()
        outer = inner = paragraph.makeelement("ol" if number else "ul", {"start": number[1]} if number else {})
        for _ in range(int(level[1]) - 1 if level else 0):
            outer, below = paragraph.makeelement("ul"), outer
            outer.append(below)
        paragraph.addprevious(outer)
        outer.tail, paragraph.tail = paragraph.tail, None
        paragraph.tag = "li"
        inner.append(paragraph)
