"""Where a clause begins, and whether words are one: told by finite verbs, without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.role_words import DETERMINERS, INDEFINITE
from nutgraf.names.speech import FINITE, PREPOSITIONS, PRONOUNS, is_finite
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.units import Unit

PLACING = frozenset({
    "in", "at", "on", "during", "by", "via", "through", "from", "with", "late", "early", "after", "before",
})  # fmt: skip
BOUNDS = DETERMINERS | PRONOUNS | PLACING | PREPOSITIONS | frozenset({"there", "that", "this", "these"})
FEWEST = 3  # units of a reported clause


def is_clause(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the units may be a clause: "in a note issued on Friday" is none."""
    words = [unit for unit in units[first:last] if unit.kind is not Kind.MARK]
    if len(words) < FEWEST:
        return False
    if (
        words[0].low in PLACING
        and words[1].low in INDEFINITE
        and not any(unit.kind is Kind.MARK for unit in units[first:last])
    ):
        return any(unit.kind is Kind.QUOTED or unit.low in FINITE for unit in words[1:])
    verbs = [at for at in range(1, len(words)) if may_be_finite(words[at])]
    if words[0].low in PLACING | PREPOSITIONS:  # "of 477 courses offered by the school"
        verbs = [
            at
            for at in verbs
            if not (words[at].low.endswith("ed") and words[at + 1 : at + 2] and words[at + 1].low == "by")
        ]
    return bool(verbs)


def has_predicate(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a verb is surely finite: in the list, or with what it governs, not as in "the gendered categories, which are"."""
    last = next((at for at in range(first, last) if units[at].low in {"who", "which", "whose", "that"}), last)
    return any(
        units[at].low in FINITE or (is_finite(units[at].low) and (at + 1 == last or units[at + 1].low in BOUNDS))
        for at in range(first, last)
    )


def may_be_finite(unit: Unit) -> bool:
    """Whether the unit may be, or hold, a finite verb."""
    return unit.kind is Kind.QUOTED or (unit.kind is Kind.WORD and is_finite(unit.low))


def past_appositions(units: Sequence[Unit], last: int, high: int) -> int:
    """Return where the clause begins behind "According to Lind, the mayor, who was there, "."""
    commas = [at for at in range(last, high) if units[at].low == ","]
    for number, comma in enumerate(commas):
        after = commas[number + 1] if number + 1 < len(commas) else None
        aside = units[comma + 1 : after]
        relative = bool(aside) and aside[0].low in {"who", "which", "whose"}
        if after is None or not (relative or not any(map(may_be_finite, aside))):
            return comma + 1
    return high
