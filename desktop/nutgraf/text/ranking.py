"""An order of sentences, and the summary that a length cuts from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Ranking:
    """All sentences of an article, best first.

    `order` holds each sentence's index once. `scores` and `reasons` are by sentence index; a reason is one muted line of plain
    words, "Opens the story · central to 8 other sentences", or "".
    """

    method: str
    order: tuple[int, ...]
    scores: tuple[float, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences (indices, in reading order) that `length` takes from `ranking`."""

    ranking: Ranking
    sentences: tuple[int, ...]
    length: Length
