"""A web page's tree, and what of it is for reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.math_text import math_text
from nutgraf.readers.signs import raised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

_FORMULA = re.compile(r"mjx-|span .*\b(?:katex|mathjax|mjx|mwe-math)", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold, and trafilatura builds XML
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Classes of what is there for screen readers alone, and of marks beside headings by which they are edited or linked to.
_UNSEEN_NAMES = "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only mw-editsection headerlink"
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_HAS_UNSEEN = "//*[" + " or ".join(f"contains(@class, '{name}')" for name in sorted(_UNSEEN)) + "]"
_HEADED_BUTTONS = " | ".join(f"//h{level}//button | //button[.//h{level}]" for level in range(1, 7))
_WHOLE = frozenset({"html", "body", "article", "main"})
_SILENT_NAMES = """
    script style noscript template head button select textarea svg iframe object audio video canvas dialog datalist rt rp
"""
_SILENT = tuple(_SILENT_NAMES.split())


def parse_page(text: str) -> HtmlElement:
    """Return the page's tree, without what the page hides from its reader. Entities of a DTD are never expanded."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    data = _UNFIT.sub(" ", text).encode("utf-8", "replace")
    try:
        page: HtmlElement = document_fromstring(data, parser=parser, ensure_head_body=True)
    except ParserError:  # nothing in it, or nothing but what is left out
        page = document_fromstring(b"<html></html>", parser=parser, ensure_head_body=True)
    around: set[HtmlElement] = set()
    for formula in list(page.iter("math")):
        _say_formula(formula, around)
    for element in page.xpath("//*[@hidden or @style]"):
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            _drop(element)
    for element in page.xpath(_HAS_UNSEEN):
        if not _UNSEEN.isdisjoint(element.get("class").split()):
            _drop(element)
    for button in page.xpath(_HEADED_BUTTONS):  # that folds what is below the heading
        button.drop_tag()
    for figures in page.xpath("//sup/descendant-or-self::*"):
        figures.text = raised(figures.text or "")
    return page


def _say_formula(formula: HtmlElement, seen: set[HtmlElement]) -> None:
    """Write a formula's words in its place, also where it is hidden behind a picture, and take out what shows it otherwise.

    What stands around formulas is looked at once: these are `seen`.
    """
    words, tail = math_text(formula), formula.tail
    around = formula
    while words and (parent := around.getparent()) not in seen and _stands_for_formula(parent):
        seen.add(parent)
        for other in parent.xpath("./*[@aria-hidden='true']"):
            if other is not around:
                other.drop_tree()
        around = parent
        around.attrib.pop("style", "")
    formula.clear()
    formula.tag, formula.text, formula.tail = "span", words, tail


def _stands_for_formula(element: HtmlElement) -> bool:
    """Whether it is one of the elements that MathJax, KaTeX and MediaWiki put around a formula."""
    return element is not None and bool(_FORMULA.match(f"{element.tag} {element.get('class', '')}"))


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None and element.tag not in _WHOLE:
        element.drop_tree()


def visible_body(page: HtmlElement) -> HtmlElement:
    """Return the page's body without what is not for reading: scripts, menus, footers, forms and the like."""
    return _without(page, (*_SILENT, "nav", "footer", "form"))


def whole_body(page: HtmlElement) -> HtmlElement:
    """Return the page's body without what holds no words to read: scripts, controls, films and the like."""
    return _without(page, _SILENT)


def _without(page: HtmlElement, tags: Iterable[str]) -> HtmlElement:
    body = page.find("body")
    body = page if body is None else body
    for element in list(body.iter(*tags)):
        if element.getparent() is not None:
            element.drop_tree()
    return body
