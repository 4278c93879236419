"""Initials of a PDF: the large letter with which a text opens, beside its first lines, joined with the first of them."""

from __future__ import annotations

from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.readers.pdf_text import Segment

_LARGER = 1.8  # times the size of the words beside it
_NEAR = 0.8  # of its size, between it and these
_MOST = 20  # on one page: more are a table of letters
_WORDS = frozenset("AIOÀÉY")  # letters that are words, of which the next word may be another one
_OPENING = "“„«\"'‘"


def is_initial(segment: Segment, size: float) -> bool:
    """Whether a segment is a letter so much larger than type of this size."""
    letter = segment.text.strip().lstrip(_OPENING)
    return len(letter) == 1 and letter.isupper() and segment.size >= _LARGER * size


def with_initials(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with each initial at the head of the line beside which it begins."""
    found = list(segments)
    usual = median_low(each.size for each in segments) if segments else 0.0
    initials = [each for each in segments if is_initial(each, usual)]
    for initial in initials if len(initials) <= _MOST else ():
        beside = [each for each in found if each is not initial and _is_beside(initial, each)]
        if beside:
            first = min(beside, key=lambda each: each.box.top)
            opening = [*initial.runs, Run(" ")] if _stands_alone(initial, first, segments) else initial.runs
            box = first.box._replace(left=min(initial.box.left, first.box.left))
            found[found.index(first)] = replace(first, box=box, runs=[*opening, *first.runs])
            found.remove(initial)
    return found


def _is_beside(initial: Segment, words: Segment) -> bool:
    middle = (words.box.top + words.box.bottom) / 2
    near = -0.1 * initial.size <= words.box.left - initial.box.right <= _NEAR * initial.size
    return near and initial.box.top <= middle <= initial.box.bottom and is_initial(initial, words.size)


def _stands_alone(initial: Segment, first: Segment, segments: Sequence[Segment]) -> bool:
    """Whether the initial is a word: a letter that can be one, and makes none of the page's with what follows."""
    letter = initial.text.strip().lstrip(_OPENING)
    word = (letter + first.text.split(maxsplit=1)[0]).casefold()
    return letter in _WORDS and not any(word in each.text.casefold().split() for each in segments)
