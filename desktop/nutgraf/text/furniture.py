"""Page furniture: the menus, share buttons, related links and notices of a page that was copied as text.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001, "Conditional Random Fields", section 3) labels each
line as standing before the article, being its title, being of it, interrupting it, or standing after it. To lose a sentence is
worse than to keep a menu, so the lines between the article's first and last sure paragraph are furniture only where the model has
hardly a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.text.line_features import Line, features, is_prose, speaks_of_the_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel

__all__ = ["Line", "Place", "find_furniture"]

_ARTICLE, _TITLE = "article", "title"
_MOST = 6000  # lines: longer texts are books and records, not copied pages
# Probabilities of being the article's, chosen by cross-validation over the training pages.
_SURE = 0.3  # from it a paragraph counts for where the article begins and ends
_WITHIN = 0.02  # below it a line between sure paragraphs is furniture
_BEYOND_PROSE = 0.2  # the same for full sentences before the first and after the last one
_BEYOND_OTHER = 0.5  # the same for other lines there
_EVIDENCE = 3  # lines in the words of menus, share buttons and notices, without which a text is no copied page,
_EVIDENCE_SHARE = 0.05  # and how many of the lines to be folded they are at least
_WIDEST_GAP = 20  # lines between two paragraphs of one article
_LEAST_SHARE = 0.3  # of a page's running text is the article; where the model finds less, it is asked less strictly
_POINTER = re.compile(  # a line that points to another article, in the words sites use for it
    r"(?:also read|read also|also see|see also|read more|read next|related(?: story| stories| article| reading| coverage)?|"
    r"more on this|lire aussi|à lire aussi|leia também|leia mais|lea también|lee también|"
    r"te puede interesar|lesen sie auch|mehr zum thema|leggi anche|lees ook|czytaj także|czytaj też|zobacz także|читайте также)"
    r"\s*[:|»>—–-]\s*\S.{0,200}",
    re.IGNORECASE,
)
_COOKIES = re.compile(  # full sentences, and yet no one's article
    r"\bcookies\b.*(?:\bconsent|privacy policy|tracking technolog|browsing experience|\bour (?:web)?site)|"
    r"\bconsent\b.*\bcookies\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """How likely (0 to 1) a line is the article's or its title, how likely it is the title, and what was decided."""

    article: float = 1.0
    title: float = 0.0
    furniture: bool = False


def find_furniture(lines: Sequence[Line], cancel: Cancel) -> list[Place]:
    """Return for each line of a text how it stands to the article."""
    if not 1 < len(lines) <= _MOST:
        return [Place()] * len(lines)
    from pycrfsuite import ItemSequence, Tagger

    tagger = Tagger()
    tagger.open_inmemory(_model())
    tagger.set(ItemSequence(features(lines, cancel)))
    cancel.check()
    tagger.tag()
    titles = [tagger.marginal(_TITLE, index) for index in range(len(lines))]
    chances = [tagger.marginal(_ARTICLE, index) + titles[index] for index in range(len(lines))]
    folded = _decide(lines, chances)
    if not _is_page([line for line, each in zip(lines, folded, strict=True) if each]):
        folded = [_points_elsewhere(line) for line in lines]  # a letter or a transcript has short lines, but no menus
    return [Place(*each) for each in zip(chances, titles, folded, strict=True)]


def _is_page(folded: Sequence[Line]) -> bool:
    """Whether among the lines to be folded are some in the words of menus, share buttons and notices."""
    telling = sum(1 for line in folded if speaks_of_the_page(line))
    return telling >= max(_EVIDENCE, _EVIDENCE_SHARE * len(folded))


def _decide(lines: Sequence[Line], chances: Sequence[float]) -> list[bool]:
    """Return which lines are furniture; nothing is, where no paragraph would be left."""
    prose = [is_prose(line) and not _COOKIES.search(line.text) for line in lines]
    words = [len(line.text) if each else 0 for line, each in zip(lines, prose, strict=True)]
    for sure in (_SURE, 0.1, _WITHIN, 0.0):
        core = [index for index, chance in enumerate(chances) if prose[index] and chance >= sure]
        if core and sum(words[index] for index in core) >= _LEAST_SHARE * sum(words):
            break
    else:
        return [_points_elsewhere(line) for line in lines]
    within = _between(core)
    folded = []
    for index, chance in enumerate(chances):
        beyond = _BEYOND_PROSE if prose[index] else _BEYOND_OTHER
        least = _WITHIN if index in within else (beyond if sure == _SURE else min(beyond, sure))
        folded.append(chance < least or _points_elsewhere(lines[index]) or bool(_COOKIES.search(lines[index].text)))
    return folded


def _between(core: Sequence[int]) -> set[int]:
    """Return the lines of `core` and those between two of it, unless they are so many that the two are of different things."""
    found = set(core)
    for before, after in pairwise(core):
        if after - before <= _WIDEST_GAP:
            found.update(range(before, after))
    return found


def _points_elsewhere(line: Line) -> bool:
    return not line.text.endswith((".", "!", "”", '"')) and bool(_POINTER.fullmatch(line.text))


@cache
def _model() -> bytes:
    return assets.path("models", "furniture.crfsuite").read_bytes()
