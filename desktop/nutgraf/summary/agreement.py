"""How many of the methods would take a sentence: worked out in the background, for it takes every method's time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.base import Method
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Agreement:
    """`places` holds by method and sentence index the length, in sentences, at which the method takes the sentence."""

    methods: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]

    def takers(self, index: int, length: int) -> tuple[str, ...]:
        """Return the names of the methods that have sentence `index` in their summary of `length` sentences."""
        return tuple(name for name, each in zip(self.methods, self.places, strict=True) if each[index] <= length)


def agreement(methods: Iterable[Method], article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Agreement:
    """Rank by every one of `methods`; one that chooses among the others has no voice of its own.

    Raises:
        Cancelled: the token was set.

    """
    found = [each for method in methods if not (each := method.rank(article, sentences, cancel)).chosen]
    return Agreement(tuple(each.method for each in found), tuple(each.places() for each in found))
