"""An order of sentences, and the summary that a length cuts from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.topic import Topic


class Measure(StrEnum):
    """What a summary's length is counted in."""

    SENTENCES = "sentences"
    PERCENT = "percent"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is asked to be; `PERCENT` is of the words of the article's sentences."""

    measure: Measure
    value: int

    def __post_init__(self) -> None:
        if self.value < 1:
            raise ValueError(f"a summary's length is at least 1, not {self.value}")


class Group(StrEnum):
    """What can speak for a sentence, or against it; `Part.words` says it of one sentence."""

    PLACE = "place"
    CENTRALITY = "centrality"
    ACTORS = "actors"
    NUMBERS = "numbers"
    SOURCE = "source"
    NOVELTY = "novelty"
    FORM = "form"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that speaks for a sentence or against it: a fact in plain words, "central to 8 other sentences".

    `weight` is what this group added to the sentence's score (below 0: took off), compared with the article's average sentence;
    None where the method does not look at such things, and the fact is only told.
    """

    group: Group
    words: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """All sentences of an article, best first.

    `order` holds each sentence's index once. `scores`, `reasons` and `parts` are by sentence index; a reason is one muted line of
    plain words, "Opens the story · central to 8 other sentences", or "", and `parts` tells the whole. `leaning` holds the indices
    of sentences that lean on the one before ("He …", "However, …"). `chosen` says why this method was taken where it chose itself
    ("short enough to be news"), else "". `topic` is what the reader asked for, where the ranking was steered.
    """

    method: str
    order: tuple[int, ...]
    scores: tuple[float, ...]
    reasons: tuple[str, ...]
    parts: tuple[tuple[Part, ...], ...] = ()
    leaning: tuple[int, ...] = ()
    chosen: str = ""
    topic: Topic | None = None

    def places(self) -> tuple[int, ...]:
        """Return by sentence index the length, in sentences, at which it enters the summary: 1 for the best."""
        found = [0] * len(self.order)
        for place, index in enumerate(self.order, start=1):
            found[index] = place
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences (indices, in reading order) that `length` takes from `ranking`; `added` are those the reader added."""

    ranking: Ranking
    sentences: tuple[int, ...]
    length: Length
    added: frozenset[int] = frozenset()

    def dangling(self) -> tuple[int, ...]:
        """Return the sentences that lean on the one before, which is not in the summary."""
        taken = set(self.sentences)
        return tuple(index for index in self.ranking.leaning if index in taken and index - 1 not in taken)
