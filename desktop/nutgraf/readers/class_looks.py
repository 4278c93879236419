"""Words that style sheets make bold or italic by their classes, as Calibre, InDesign, Pages and Google Docs write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    Looks = Mapping[str, tuple[bool, bool]]  # by class: bold, italic

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)  # one that is left open goes on to the end
_CLASS = re.compile(r"(?:span)?\.([\w-]+)")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)\b", re.IGNORECASE)
_LARGEST = 1 << 20  # characters of a style sheet that are looked at


def class_looks(css: str) -> dict[str, tuple[bool, bool]]:
    """Return the classes that a style sheet makes bold or italic, by rules for single classes alone."""
    found: dict[str, tuple[bool, bool]] = {}
    for rule in _COMMENT.sub("", css[:_LARGEST]).split("}"):
        head, _, body = rule.rpartition("{")
        bold, italic = bool(_BOLD.search(body)), bool(_ITALIC.search(body))
        for selector in head.rpartition("{")[2].split(",") if bold or italic else ():
            if named := _CLASS.fullmatch(selector.strip()):
                known = found.get(named[1], (False, False))
                found[named[1]] = known[0] or bold, known[1] or italic
    return found


def mark_looks(body: HtmlElement, looks: Looks) -> None:
    """Make elements of emphasis of the words whose class makes them bold or italic."""
    for span in list(body.iter("span")) if looks else ():
        told = [looks[name] for name in span.get("class", "").split() if name in looks]
        if any(italic for _, italic in told):
            span.tag = "i"
            if any(bold for bold, _ in told):
                _wrap(span)
        elif told:
            span.tag = "b"


def _wrap(element: HtmlElement) -> None:
    """Put what an element holds into bold type."""
    inner = element.makeelement("b")
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
