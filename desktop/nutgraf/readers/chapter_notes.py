"""The notes of an e-book's chapter: each follows the paragraph that cites it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.html import HtmlElement

    Elsewhere = Callable[[str], Mapping[str, HtmlElement] | None]

_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTES = frozenset({"footnote", "endnote", "rearnote", "note"})
_BLOCKS = ("aside", "p", "div", "li", "dt", "dd")
_CITING = ("p", "li", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 8  # characters of a note's number or sign
_LINKS = 50  # of what may be a note that are looked at
_MOVED = "data-nutgraf-moved"


def move_notes(body: HtmlElement, elsewhere: Elsewhere) -> None:
    """Move each note behind the paragraph in which a reference points to it.

    What a reference leads to is a note if the book says so, or if it leads back to the reference; the latter is laid as a
    caption opened by “[n] ”, which takes the place of the link back. `elsewhere` gives the elements by their ids of the other
    chapter that a reference names, None where it names none.
    """
    own = named(body)
    for reference in [each for each in body.iter("a") if "#" in each.get("href", "")]:
        part, _, fragment = reference.get("href").rpartition("#")
        others = elsewhere(part) if part and len(_words(reference)) <= _LONGEST else None
        target = (own if others is None else others).get(fragment)
        if target is not None:
            _move(reference, target)


def named(body: HtmlElement) -> dict[str, HtmlElement]:
    """Return the elements that have an id, by it."""
    return {each.get("id"): each for each in body.iter("*") if each.get("id")}


def is_emptied(body: HtmlElement) -> bool:
    """Whether nothing but headings is left of a chapter."""
    headings = " ".join(_words(each) for each in body.iter(*_HEADINGS))
    return sum(map(str.isalnum, _words(body))) <= sum(map(str.isalnum, headings))


def _move(reference: HtmlElement, target: HtmlElement) -> None:
    """Move what a reference leads to behind the paragraph about the reference, if it is a note."""
    note = target if target.tag in _BLOCKS else next(target.iterancestors(*_BLOCKS), None)
    paragraph = next(reference.iterancestors(*_CITING), None)
    if note is None or paragraph is None or note in {paragraph, *paragraph.iterancestors()} or note.get(_MOVED):
        return
    back = _links_back(note, reference)
    if note.tag == "dt" and back:
        note, term = note.getnext(), note
        if note is None or note.tag != "dd":
            return
        drop(term)
    if not (back or (target is note and _NOTES & types(note))) or next(note.iter(*_HEADINGS), None) is not None:
        return
    if back:
        _label(reference, note, back)
    note.set(_MOVED, "1")
    note.tag = "aside" if note.tag in {"li", "dd"} else note.tag
    drop(note)
    note.tail, paragraph.tail = paragraph.tail, None
    paragraph.addnext(note)


def _links_back(note: HtmlElement, reference: HtmlElement) -> list[HtmlElement]:
    """Return the links of a note that lead to its reference, or to what stands around or right before it."""
    around = [reference, *reference.iterdescendants(), *reference.iterancestors("sup", "span"), reference.getprevious()]
    names = {each.get(key) for each in around if each is not None for key in ("id", "name")} - {None}
    return [link for link in islice(note.iter("a"), _LINKS) if link.get("href", "").rpartition("#")[2] in names]


def _label(reference: HtmlElement, note: HtmlElement, back: list[HtmlElement]) -> None:
    """Write a note's number into brackets where it is cited and where it begins; links back have no words for a reader."""
    label = _words(reference).strip("[]()")[:_LONGEST]
    for each in list(reference):
        reference.remove(each)
    reference.text = f"[{label}]"
    del reference.attrib["href"]
    for link in back:
        drop(link)
    blocks = list(note.iter("p")) or [note]
    for each in blocks:
        each.tag = "figcaption"
    blocks[0].text = f"[{label}] {(blocks[0].text or '').lstrip(' .)')}"


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def types(element: HtmlElement) -> set[str]:
    """Return what a book says that an element is, in EPUB's words."""
    return set((element.get(_TYPE) or element.get("epub:type") or "").split())


def drop(element: HtmlElement) -> None:
    """Take an element out and leave the words that follow it."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
