"""What an article is about, in its own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or phrase as the article writes it, and the number of sentences that hold it."""

    words: str
    sentences: int
