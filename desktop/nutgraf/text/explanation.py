"""Why a sentence is in a summary, in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.ranking import Group
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from nutgraf.text.ranking import Ranking


LEAST = 0.01  # of all that speaks for a sentence
# What a group looks at: a fact that speaks for most sentences may count against one, so the fact alone would puzzle.
_LOOKED_AT = {
    Group.PLACE: "where it stands",
    Group.CENTRALITY: "how much others say the like",
    Group.ACTORS: "whom it names",
    Group.NUMBERS: "its numbers",
    Group.SOURCE: "its source",
    Group.NOVELTY: "how new it is",
    Group.FORM: "its form",
    Group.TOPIC: "your words",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for a sentence, and what speaks against it.

    A reason is its words and its share, 0 to 1, of all that speaks for the sentence; None where it does not weigh. `enters` is
    the length, in sentences, at which the sentence comes into the summary; `agree` of `methods` methods have it in theirs of the
    same length, 0 of 0 where that is not known.
    """

    reasons: tuple[tuple[str, float | None], ...]
    against: tuple[str, ...]
    enters: int
    agree: int = 0
    methods: int = 0

    def lines(self) -> tuple[str, ...]:
        """Return it in words, a line for each thing."""
        told = [words if share is None else f"{words} ({round(100 * share)} %)" for words, share in self.reasons]
        told += [f"against it: {words}" for words in self.against]
        told.append(f"enters at {counted(self.enters, 'sentence')}")
        if self.methods:
            told.append(f"{self.agree} of {self.methods} methods agree")
        return tuple(line[:1].upper() + line[1:] for line in told)


def explain(ranking: Ranking, sentence: int, agree: int = 0, methods: int = 0) -> Explanation:
    """Return the explanation of a sentence, by its index; what weighs next to nothing is left out."""
    told = ranking.parts[sentence] if ranking.parts else ()
    whole = sum(part.weight for part in told if part.weight and part.weight > 0)
    parts = [part for part in told if part.weight is None or abs(part.weight) >= LEAST * whole]
    reasons = [(part.words, part.weight / whole if part.weight else None) for part in parts if (part.weight or 0) >= 0]
    against = [f"{_LOOKED_AT[part.group]} ({part.words})" for part in parts if part.weight and part.weight < 0]
    return Explanation(tuple(reasons), tuple(against), ranking.order.index(sentence) + 1, agree, methods)
