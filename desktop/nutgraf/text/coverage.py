"""What parts of an article a summary draws from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nutgraf.text.words import counted, listed


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of the summary on the way through the article: where it begins and ends, 0 to 1."""

    sentence: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the article under one heading ("" before the first), 0 to 1, and how many chosen sentences it has."""

    heading: str
    start: float
    end: float
    chosen: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where the sentences of a summary stand among `paragraphs` of prose, `drawn` of which have one."""

    stretches: tuple[Stretch, ...]
    parts: tuple[Part, ...]
    paragraphs: int
    drawn: int

    def in_words(self) -> str:
        """Return a sentence that says it."""
        if not self.stretches:
            return ""
        if len(self.parts) > 1:
            drawn = [part for part in self.parts if part.chosen]
            line = f"Draws from {len(drawn):,} of {len(self.parts):,} sections"
        else:
            line = f"Draws from {self.drawn:,} of {counted(self.paragraphs, 'paragraph')}"
        places = ("from the beginning", "from the middle", "from the end")
        thirds = Counter(min(2, int(1.5 * (each.start + each.end))) for each in self.stretches)
        told = [f"{count:,} {place}" for third, place in enumerate(places) if (count := thirds[third])]
        told[0] = told[0].replace(" ", " sentence " if told[0].startswith("1 ") else " sentences ", 1)
        return f"{line}: {listed(told)}."
