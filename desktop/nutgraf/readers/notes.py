"""Footnotes of HTML, in pages, messages and e-books: what a reference leads to is one if it leads back or is said to be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from nutgraf.readers.elements import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTES = frozenset({"footnote", "endnote", "rearnote", "note"})
_BLOCKS = ("aside", "p", "div", "li", "dt", "dd")
_CITING = ("p", "li", "dd", *HEADINGS)
_NAMED = re.compile(r"(?i)f(?:oo)?t?n(?:ote)?(?:\d|s?$|[\s_-])")  # what holds all paragraphs of one note
_LONGEST = 8  # characters of a note's number or sign
_LINKS = 50  # of what may be a note that are looked at
_LARGEST = 100  # elements of one
_MOST = 50  # elements in what may hold the paragraphs of one note
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the element that holds it, the term before a definition, its links back, and the element that cites it."""

    element: HtmlElement
    term: HtmlElement | None
    back: Sequence[HtmlElement]
    citing: HtmlElement


def find_note(reference: HtmlElement, target: HtmlElement) -> Note | None:
    """Return the note to which a reference leads, None where its target is none."""
    names = _names_about(reference)
    is_said = bool(_NOTES & types(target))
    if not names and not is_said:
        return None
    found = target if target.tag in _BLOCKS else next(target.iterancestors(*_BLOCKS), None)
    citing = _citing(reference)
    if found is None or citing is None or found in {citing, *citing.iterancestors()} or _is_large(found):
        return None
    back = [link for link in islice(found.iter("a"), _LINKS) if link.get("href", "").rpartition("#")[2] in names]
    if not (back or (target is found and is_said)) or next(found.iter(*HEADINGS), None) is not None:
        return None
    if found.tag != "dt":
        return Note(_whole(found, citing), None, back, citing)
    definition = found.getnext()
    return None if definition is None or definition.tag != "dd" else Note(definition, found, back, citing)


def _names_about(reference: HtmlElement) -> set[str]:
    """Return the names by which a link may lead back to a reference: its own, and those of what stands about or before it."""
    around = [reference, *reference.iterdescendants(), *reference.iterancestors("sup", "span"), reference.getprevious()]
    return {name for each in around if each is not None for key in ("id", "name") if (name := each.get(key))}


def _is_large(element: HtmlElement) -> bool:
    return next(islice(element.iter(), _LARGEST, None), None) is not None


def named(body: HtmlElement) -> dict[str, HtmlElement]:
    """Return the elements to which links can lead, by their ids and names."""
    found = {each.get("name"): each for each in body.iter("a") if each.get("name")}
    return found | {each.get("id"): each for each in body.iter("*") if each.get("id")}


def label_of(words: str) -> str:
    """Return the number or sign of a note as its reference writes it, without brackets."""
    return " ".join(words.split()).translate(_RAISED).strip("[]()")[:_LONGEST]


def is_label(words: str) -> bool:
    """Whether the words of a link can be a note's number or sign."""
    return len(words.strip()) <= _LONGEST


def types(element: HtmlElement) -> set[str]:
    """Return what a book says that an element is, in EPUB's words."""
    return set((element.get(_TYPE) or element.get("epub:type") or "").split())


def _citing(reference: HtmlElement) -> HtmlElement | None:
    """Return the row of the table or the paragraph about a reference, behind which its note may stand."""
    for names in (("tr",), _CITING, ("div",)):
        if (found := next(reference.iterancestors(*names), None)) is not None:
            return found
    return None


def _whole(note: HtmlElement, citing: HtmlElement) -> HtmlElement:
    """Return what holds all of a note's paragraphs, where its name says so."""
    parent = note.getparent()
    if parent is None or parent.tag not in {"div", "aside", "li"} or parent in citing.iterancestors():
        return note
    return parent if any(_NAMED.search(parent.get(key, "")) for key in ("id", "class")) and _is_one(parent) else note


def _is_one(holder: HtmlElement) -> bool:
    """Whether an element holds one note and not all of them: it has no element before which another one could stand."""
    inside = list(islice(holder, _MOST))  # its length is counted one by one
    told = (each for each in inside if each.get("id") or each.find(".//a[@href]") is not None)
    return len(inside) < _MOST and len(list(islice(told, 2))) < 2
