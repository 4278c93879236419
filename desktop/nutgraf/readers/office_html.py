"""HTML that Word, Outlook or Google Docs wrote: what its styles call title, standfirst, quotes and items of lists, made these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.class_looks import class_looks, mark_looks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LOWER = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')"
# Not "//p//span": libxml2 joins what it finds in each paragraph in time quadratic in these.
_MARKS = f"//span[contains({_LOWER}, 'mso-list:ignore')][ancestor::p]"
# Of "filtered" pages: the spaces behind a bullet or number.
_SPACES = f"//span[contains({_LOWER}, 'font:7.0pt')][ancestor::p[starts-with(@class, 'MsoList')]]"
_MARGIN = re.compile(r"margin-left:\s*(\d{1,3})(?:\.\d+)?pt", re.IGNORECASE)
_INDENT = 36  # points by which Word indents each level of a list
_STYLES = {"MsoTitle": "h1", "title": "h1", "MsoQuote": "blockquote", "MsoIntenseQuote": "blockquote"}
_STANDFIRST = {"MsoSubtitle", "subtitle"}
_GOOGLE = "doc-content"  # the class of the body of what Google Docs wrote
_LEVEL = re.compile(r"mso-list:[^:;]*\blevel([1-9])\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]")


def as_styled(page: HtmlElement) -> None:
    """Give the paragraphs of such a page the elements that their styles stand for."""
    body = page.find("body")
    google = body is not None and _GOOGLE in body.get("class", "").split()
    if google:
        mark_looks(body, class_looks("\n".join(each.text or "" for each in page.iter("style"))))
    for paragraph in page.xpath("//p[@class]"):
        for name in paragraph.get("class").split():
            if name.startswith("Mso") or google:
                paragraph.tag = _STYLES.get(name, paragraph.tag)
                paragraph.set("class", "subtitle" if name in _STANDFIRST else paragraph.get("class"))
    list_items(page)


def list_items(page: HtmlElement) -> None:
    """Put each paragraph with a typed bullet or number into a list of its own, as deep as it says, under its own number."""
    for mark in page.xpath(_MARKS):
        paragraph = next(mark.iterancestors("p"), None)
        if paragraph is not None and paragraph.getparent() is not None:
            level = _LEVEL.search(paragraph.get("style", ""))
            number = "".join(mark.itertext())
            mark.drop_tree()
            _make_item(paragraph, number, int(level[1]) if level else 1)
    for spaces in page.xpath(_SPACES):
        paragraph = next(spaces.iterancestors("p"), None)
        holder = spaces.getparent()
        if paragraph is not None and paragraph.getparent() is not None and paragraph in {holder, holder.getparent()}:
            margin = _MARGIN.search(paragraph.get("style", ""))
            number, holder.text = holder.text or "", None
            spaces.drop_tree()
            _make_item(paragraph, number, min(9, max(1, round(int(margin[1]) / _INDENT))) if margin else 1)


def _make_item(paragraph: HtmlElement, mark: str, level: int) -> None:
    number = _NUMBER.fullmatch(mark.strip())
    outer = inner = paragraph.makeelement("ol" if number else "ul", {"start": number[1]} if number else {})
    for _ in range(level - 1):
        outer, below = paragraph.makeelement("ul"), outer
        outer.append(below)
    paragraph.addprevious(outer)
    outer.tail, paragraph.tail = paragraph.tail, None
    paragraph.tag = "li"
    inner.append(paragraph)
