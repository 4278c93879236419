"""Lines of tables of results, where towns stand for their clubs: "Boston 5 Detroit 3", "Elm Town v Osijek"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.phrases import Phrase

_BETWEEN = frozenset({"at", "v", "vs", "vs."})
_LONGEST = 24  # tokens: longer lines are sentences


def is_result(words: Sequence[str]) -> bool:
    """Whether the words are names and figures, or two sides that meet, and no sentence."""
    if len(words) > _LONGEST:
        return False
    small = {word.lower() for word in words if word.islower() or word.lower() in _BETWEEN}
    figures = any(word[0].isdigit() for word in words)
    return any(word[0].isupper() for word in words) and small <= _BETWEEN and bool(figures or small)


def whole_side(phrase: Phrase, words: Sequence[str], stop: int) -> Phrase:
    """Return a club up to the figure or "v" behind it, before token `stop`: "Sheffield Wednesday 1" is of no day."""
    last = phrase.last
    while last < min(stop, len(words)) and words[last].isalpha() and words[last][0].isupper():
        last += 1
    ends = last < min(stop, len(words)) and (words[last][0].isdigit() or words[last].lower() in _BETWEEN)
    return phrase._replace(last=last) if ends else phrase
