"""A name and what stands around it, where a role is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names import role_words as words
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import STOPS, Kind
from nutgraf.text.entity import Label
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.units import Unit
    from nutgraf.text.entity import Entity

LONGEST = 18  # units of a role
BRACKET = 4  # units of "(HU)" and a little more
MARKS = STOPS | {",", "—", "–", "--", "(", ")", ":", ""}  # where a phrase ends


class RolePhrases:
    """Reads what stands around the mention that is unit number `at` of a block."""

    def __init__(self, text: str, units: Sequence[Unit], at: int, entities: Sequence[Entity]) -> None:
        self._text, self._units, self._at = text, units, at
        self._entities = entities
        self._is_person = entities[units[at].entity].label is Label.PERSON

    def _is_capital(self, at: int) -> bool:
        return self._text[self._units[at].start].isupper()

    def _is_someone(self, unit: Unit) -> bool:
        return unit.kind is Kind.MENTION and self._entities[unit.entity].label is Label.PERSON

    def _names_another(self, first: int, last: int) -> bool:
        """Whether the phrase is about someone else: "ex-husband Al Poe", but not "Al Poe’s lawyer"."""
        units = self._units
        people = (at for at in range(first, last) if self._is_someone(units[at]))
        return any(at + 1 == len(units) or units[at + 1].low not in GENITIVE for at in people)

    def _span(self, first: int, last: int) -> Span | None:
        """Return the span of units without an article or "its" before them; None if nothing is left."""
        while first < last and self._units[first].low in words.DETERMINERS:
            first += 1
        return Span(self._units[first].start, self._units[last - 1].end) if first < last else None
