"""Footnotes of a saved page: each follows, as a caption opened by “[n] ”, the block that cites it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from nutgraf.readers.notes import find_note, is_label, label_of, named
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import Run, words_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lxml.html import HtmlElement

    from nutgraf.readers.page_blocks import PageBlock

_NOTE = "data-nutgraf-note"
_SOURCES = re.compile(r"(?i)\breferences?\b|\breflist\b|bibliograph")  # an encyclopaedia's, which stay together below
_SAID = re.compile(r"(?i)foot-?note|endnote|\bfn[:\d_-]|\bftn[t\d]")  # in the names of what a page itself calls notes
_MARKER = re.compile(r"(?:\d{1,5}\.|•) ")  # of an item
_AROUND = 8  # elements around a block that are looked at


@dataclass(frozen=True, slots=True)
class _Known:
    """A note: the fragments of its links back, and whether the page itself calls it one."""

    back: frozenset[str]
    is_said: bool


class PageNotes:
    """The notes of a page, found in its tree before it is laid."""

    def __init__(self, body: HtmlElement) -> None:
        self._notes: dict[str, _Known] = {}  # by their fragments
        own = named(body)
        for reference in body.iter("a"):
            fragment = _fragment(reference.get("href", ""))
            target = own.get(fragment)
            if target is None or fragment in self._notes or not is_label("".join(reference.itertext())):
                continue
            if _note_about(reference) is not None:  # it leads back
                continue
            note = find_note(reference, target)
            names = " ".join(_names_around(note.element)) if note and note.back else "references"
            if note is not None and not _SOURCES.search(names):
                back = frozenset(_fragment(link.get("href", "")) for link in note.back)
                self._notes[fragment] = _Known(back, bool(_SAID.search(names)))
                for each in (note.element, note.term):
                    if each is not None:
                        each.set(_NOTE, fragment)

    def placed(self, blocks: Sequence[PageBlock], kept: Sequence[bool]) -> tuple[list[PageBlock], list[bool]]:
        """Return the page's blocks and which are the article's, the notes that these cite behind them.

        A note is moved where it was taken for the article's or the page calls it a note.
        """
        if not self._notes:
            return list(blocks), list(kept)
        places: dict[str, list[int]] = {}
        for index, block in enumerate(blocks):
            if (name := _note_about(block.element)) is not None:
                places.setdefault(name, []).append(index)
        movable = {
            name for name, found in places.items() if self._notes[name].is_said or any(kept[index] for index in found)
        }
        cited: dict[int, set[str]] = {}
        for index in (index for index, keep in enumerate(kept) if keep):
            for name in _cited(blocks[index]):
                if name in movable and index not in places[name]:
                    movable.discard(name)
                    cited.setdefault(index, set()).add(name)
        moved = {index for names in cited.values() for name in names for index in places[name]}
        found: list[tuple[PageBlock, bool]] = []
        for index in (index for index in range(len(blocks)) if index not in moved):
            names = cited.get(index, set())
            found.append((_citing(blocks[index], names), kept[index]))
            for name, label in _labels(blocks[index], names).items():
                note = [blocks[place] for place in places[name]]
                found += [(each, True) for each in _laid(note, label, self._notes[name].back)]
        return [block for block, _ in found], [keep for _, keep in found]


def _cited(block: PageBlock) -> list[str]:
    return list(dict.fromkeys(_fragment(run.link) for run in block.runs if run.link))


def _labels(block: PageBlock, names: Container[str]) -> dict[str, str]:
    """Return the number of each of these notes as the block first cites it."""
    labels: dict[str, str] = {}
    for name, group in groupby(block.runs, key=lambda run: _fragment(run.link)):
        if name in names:
            labels.setdefault(name, label_of("".join(run.text for run in group)))
    return labels


def _citing(block: PageBlock, names: Container[str]) -> PageBlock:
    """Return a block with the numbers of these notes in brackets."""
    labels = _labels(block, names)
    runs: list[Run] = []
    for name, group in groupby(block.runs, key=lambda run: _fragment(run.link)):
        runs += [Run(f"[{labels[name]}]")] if name in labels else group
    return replace(block, runs=runs, text=words_in(runs)) if labels else block


def _laid(blocks: Sequence[PageBlock], label: str, back: Container[str]) -> list[PageBlock]:
    """Return a note's blocks as captions, without its links back and what numbers them."""
    found: list[PageBlock] = []
    for block in blocks:
        runs = [run for run in block.runs if not (run.link and _fragment(run.link) in back)]
        if runs and block.kind is BlockKind.ITEM and _MARKER.fullmatch(runs[0].text):
            runs = runs[1:]
        if any(run.text.strip() for run in runs) and not found:
            runs = [Run(f"[{label}] "), replace(runs[0], text=runs[0].text.lstrip(" .)\n\xa0")), *runs[1:]]
        if any(run.text.strip() for run in runs):
            found.append(replace(block, kind=BlockKind.CAPTION, runs=runs, level=0, text=words_in(runs), pictures=()))
    return found


def _fragment(address: str) -> str:
    return address.rpartition("#")[2] if "#" in address else ""


def _note_about(element: HtmlElement) -> str | None:
    return next((name for each in _around(element) if (name := each.get(_NOTE))), None)


def _names_around(element: HtmlElement) -> list[str]:
    told = (each for each in _around(element) if each.tag not in {"body", "html"})
    return [each.get(key, "") for each in told for key in ("id", "class", "role")]


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    return islice(chain([element], element.iterancestors()), _AROUND)
