"""The notes of an e-book's chapter, or of a message: each follows the paragraph that cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.readers.comparing import folded
from nutgraf.readers.elements import HEADINGS
from nutgraf.readers.notes import find_note, is_label, label_of, named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.html import HtmlElement

    from nutgraf.readers.notes import Note

    Elsewhere = Callable[[str], Mapping[str, HtmlElement] | None]

_MOVED = "data-nutgraf-moved"


def move_notes(body: HtmlElement, elsewhere: Elsewhere) -> None:
    """Move each note behind the paragraph, or the row, in which a reference points to it.

    One that leads back is laid as a caption opened by “[n] ”, which takes the place of the link back. `elsewhere` gives the
    elements by their ids of the other chapter that a reference names, None where it names none.
    """
    own = named(body)
    chapters: dict[str, Mapping[str, HtmlElement] | None] = {}
    for reference in [each for each in body.iter("a") if "#" in each.get("href", "")]:
        part, _, fragment = reference.get("href").rpartition("#")
        others = None
        if part and is_label(_words(reference)):
            if part not in chapters:
                chapters[part] = elsewhere(part)
            others = chapters[part]
        target = (own if others is None else others).get(fragment)
        note = None if target is None else find_note(reference, target)
        if note is not None and not note.element.get(_MOVED):
            _move(note, reference)


def is_emptied(body: HtmlElement) -> bool:
    """Whether nothing but headings is left of a chapter."""
    headings = " ".join(_words(each) for each in body.iter(*HEADINGS))
    return sum(map(str.isalnum, _words(body))) <= sum(map(str.isalnum, headings))


def _move(note: Note, reference: HtmlElement) -> None:
    element = note.element
    if note.back:
        _label(reference, note)
    if note.term is not None:
        drop(note.term)
    element.set(_MOVED, "1")
    element.tag = "aside" if element.tag in {"li", "dd"} else element.tag
    drop(element)
    element.tail, note.citing.tail = note.citing.tail, None
    note.citing.addnext(element)


def _label(reference: HtmlElement, note: Note) -> None:
    """Write a note's number into brackets where it is cited and where it begins; links back have no words for a reader."""
    label = label_of(_words(reference))
    for each in list(reference):
        reference.remove(each)
    reference.text = f"[{label}]"
    del reference.attrib["href"]
    for link in note.back:
        drop(link)
    blocks = list(note.element.iter("p")) or [note.element]
    for each in blocks:
        each.tag = "figcaption"
    blocks[0].text = f"[{label}] {(blocks[0].text or '').lstrip(' .)')}"


def _words(element: HtmlElement) -> str:
    return folded("".join(element.itertext()))


def drop(element: HtmlElement) -> None:
    """Take an element out and leave the words that follow it."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
