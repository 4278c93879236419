"""Page furniture: the menus, share buttons, related links and notices of a page that was copied as text.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001, "Conditional Random Fields", section 3) labels each line
as standing before the article, being its title, being of it, interrupting it, or standing after it. To lose a sentence is worse than to
keep a menu, so a line is furniture only where the model is nearly sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.text.line_features import Line, features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel

__all__ = ["Line", "Place", "find_furniture"]

ARTICLE, TITLE = "article", "title"
LABELS = ("before", TITLE, ARTICLE, "inside", "after")
_KEPT_FROM = 0.05  # probability of being the article's (or its title) from which a line is kept
_POINTER = re.compile(  # a line inside the article that points to another one, in the words sites use for it
    r"(?:also read|read also|also see|see also|read more|read next|related(?: story| stories| article| reading| coverage)?|more on this|must read|"
    r"recommended|watch|listen|lire aussi|à lire aussi|leia também|leia mais|lea también|lee también|te puede interesar|lesen sie auch|mehr zum thema|"
    r"leggi anche|lees ook|czytaj także|czytaj też|zobacz także|читайте также)\s*[:|»>—–-]\s*\S.{0,200}",
    re.IGNORECASE,
)
_MOST = 6000  # lines: longer texts are books and records, not copied pages


@dataclass(frozen=True, slots=True)
class Place:
    """How likely (0 to 1) a line belongs to the article, its title included, and how likely it is the title."""

    article: float
    title: float

    @property
    def furniture(self) -> bool:
        """Whether the line is part of the page and not of the article."""
        return self.article < _KEPT_FROM


def find_furniture(lines: Sequence[Line], cancel: Cancel) -> list[Place]:
    """Return for each line of a text how it stands to the article."""
    if not 1 < len(lines) <= _MOST:
        return [Place(1.0, 0.0)] * len(lines)
    from pycrfsuite import ItemSequence, Tagger

    tagger = Tagger()
    tagger.open_inmemory(_model())
    tagger.set(ItemSequence(features(lines, cancel)))
    cancel.check()
    tagger.tag()
    found = []
    for index in range(len(lines)):
        title = tagger.marginal(TITLE, index)
        found.append(Place(tagger.marginal(ARTICLE, index) + title, title))
    return [_point(line, place) for line, place in zip(lines, found, strict=True)]


def _point(line: Line, place: Place) -> Place:
    pointer = _POINTER.fullmatch(line.text) and not line.text.endswith((".", "!", "”", '"'))
    return Place(0.0, 0.0) if pointer else place


@cache
def _model() -> bytes:
    return assets.path("models", "furniture.crfsuite").read_bytes()
