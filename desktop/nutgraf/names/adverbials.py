"""Words that tell when, where and to whom something was said, around a verb of speech and its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.clauses import BOUNDS, FEWEST, PLACING
from nutgraf.names.role_words import DETERMINERS, TIMES
from nutgraf.names.speech import (
    BETWEEN,
    CONJUNCTIONS,
    DAYS,
    HOURS,
    OCCASIONS,
    TELLING,
    WHEN,
    WHICH_TIME,
    is_adverb,
    is_finite,
)
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.units import Unit

_LONGEST = 4  # units of what stands behind "on" or "in an"
_OCCASION = 6  # units of "at a joint news conference"
_CONNECTING = frozenset({
    "yet", "so", "instead", "nevertheless", "nonetheless", "therefore", "thus", "besides", "perhaps", "maybe",
})  # fmt: skip


def before_adverbials(units: Sequence[Unit], low: int, at: int) -> int:
    """Return the unit before "also", "on Friday", "in a statement" and the like that end with unit `at`."""
    while at > low:
        if units[at].low in BETWEEN or is_adverb(units[at].low):
            at -= 1
        elif units[at].low in DAYS | HOURS:
            first = at
            while first > low and units[first - 1].low in DAYS | HOURS:
                first -= 1
            at = first - 1 - (units[first - 1].low == "on")
        elif units[at].low in TIMES and units[at - 1].low in WHICH_TIME:
            at -= 2
        elif units[at].low in OCCASIONS:
            ahead = range(at - 1, max(low, at - _OCCASION), -1)
            into = next((k for k in ahead if units[k].low in {"in", "at", "during"}), None)
            if into is None or any(units[k].kind is not Kind.WORD for k in range(into, at)):
                return at
            at = into - 1
        else:
            return at
    return at


def past_opening(units: Sequence[Unit], first: int, last: int) -> int:
    """Return where the noun phrase begins behind "However", "On Tuesday", "In a statement"; `last` if nothing is left."""
    while first < last:
        low = units[first].low
        if low in BETWEEN | WHEN | _CONNECTING or is_adverb(low):
            first += 1
        elif low in WHICH_TIME | {"on"} and first + 1 < last and units[first + 1].low in TIMES | DAYS:
            first += 2
        elif low == "in" and (said := next((at for at in range(first, last) if units[at].low in OCCASIONS), None)):
            first = said + 1
        else:
            break
    return first


def past_hearer(units: Sequence[Unit], verb: int, at: int, high: int) -> int:
    """Return the unit behind "told reporters", "told the town council", "said on Monday", from unit `at` behind the verb."""
    if units[verb].low in TELLING:
        named = at < high and units[at].low in DETERMINERS
        at += 1
        if named:
            ahead = range(at + 1, min(high, at + FEWEST + 2))
            at = next((k for k in ahead if units[k].low in BOUNDS), high)
    return past_adverbials(units, at, high)


def past_adverbials(units: Sequence[Unit], at: int, high: int) -> int:
    """Return the unit behind "on Friday", "in an interview with the Herald" and the like; `at` itself where none ends."""
    while at < high:
        if units[at].low in WHEN:
            at += 1
            continue
        if units[at].low in WHICH_TIME and at + 1 < high and units[at + 1].low in TIMES:
            at += 2  # "last week"
            continue
        if units[at].low not in PLACING:
            break
        first = at + 1 + (at + 1 < high and units[at + 1].low in DETERMINERS)
        last = first
        while last < min(high, first + _LONGEST) and _goes_on(units[last]):
            last += 1
        if last in {first, high} or units[last].low not in BOUNDS | WHEN | CONJUNCTIONS | {","}:
            break
        at = last
    return at


def _goes_on(unit: Unit) -> bool:
    word = unit.kind is Kind.WORD and unit.low not in BOUNDS | CONJUNCTIONS - {"and"}
    return unit.kind is Kind.MENTION or (word and not is_finite(unit.low))
