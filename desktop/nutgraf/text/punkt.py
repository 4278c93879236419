"""Punkt's English parameters, read once from our resources.

Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32. The files are NLTK's;
its own decoder is not needed for them, and importing NLTK costs more than splitting a book.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nutgraf import assets

# What the corpus knew of a word, as NLTK's `ortho_context` has it: with a capital inside a sentence; in small letters anywhere.
_CAPITAL_INSIDE = 1 << 2
_SMALL = 1 << 4 | 1 << 5 | 1 << 6


@dataclass(frozen=True, slots=True)
class Punkt:
    """Abbreviations (lower case, without the last full stop), frequent first words, and how each word is written."""

    abbreviations: frozenset[str]
    starters: frozenset[str]
    orthography: dict[str, int]

    def opens(self, word: str) -> bool:
        """Whether `word`, which has a capital here, owes it to its place: a starter, or elsewhere in small letters only.

        The orthographic heuristic and the frequent sentence starters of section 4.
        """
        word = word.lower()
        seen = self.orthography.get(word, 0)
        return word in self.starters or (seen & _SMALL > 0 and not seen & _CAPITAL_INSIDE)


@cache
def punkt() -> Punkt:
    """Return the parameters."""
    folder = assets.path("nltk", "punkt", "english")
    abbreviations, starters, orthography = (
        (folder / name).read_text(encoding="utf-8").splitlines()
        for name in ("abbrev_types.txt", "sent_starters.txt", "ortho_context.tab")
    )
    pairs = (line.split("\t") for line in orthography)
    return Punkt(
        frozenset(filter(None, abbreviations)),
        frozenset(filter(None, starters)),
        {word: int(seen) for word, seen in pairs},
    )
