"""What stands before a name and says what someone is: "Acme chief executive Joe Tait", "the mayor, Joe Tait,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names import role_words as words
from nutgraf.names.gazetteer import gazetteer
from nutgraf.names.role_phrases import BRACKET, LONGEST, MARKS, RolePhrases
from nutgraf.names.role_words import is_role
from nutgraf.names.speech import SAYING, is_finite
from nutgraf.names.titles import ABBREVIATED_RANKS, HONORIFICS, REIGNING
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import STOPS, Kind
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from nutgraf.text.span import Span

_KINDS = 3  # words that tell which role
_BEFORE = words.DETERMINERS | GENITIVE | MARKS | words.BEFORE_NOUNS
_OF_STATE = 3  # words of "secretary of state"


class RolesBefore(RolePhrases):
    """Reads what stands before a mention."""

    def worn(self) -> Span | None:
        """Return the noun phrase that ends in a role right before the name: "Acme chief executive Joe Tait"."""
        units, last = self._units, self._at
        if last and units[last - 1].low.removesuffix(".") in HONORIFICS:
            last -= 1
        if last > BRACKET and units[last - 1].low == ")":
            last = next(
                (k for k in range(last - 2, last - BRACKET, -1) if units[k].low == "("), last
            )  # "officer (CEO)"
        if last > 1 and units[last - 1].low.removesuffix(".") in ABBREVIATED_RANKS and is_role(units[last - 2]):
            last -= 1  # "Chief Minister Capt. Singh"
        if not last or not (is_role(units[last - 1]) or self._ends_title(last)):
            return None
        first = last - 1 if is_role(units[last - 1]) else last - _OF_STATE
        while first and last - first < LONGEST and (step := self._belongs(first - 1) or self._kinds_before(first)):
            first -= step
        while first < last and (self._only_opens(first) or units[first].low in words.NO_OPENING):
            first += 1
        return self._span(first, last)

    def _belongs(self, at: int) -> bool:
        """Whether the unit may be part of a role that goes on after it."""
        unit = self._units[at]
        if unit.kind is Kind.MENTION:
            return self._entities[unit.entity].label is Label.ORGANIZATION or self._units[at + 1].low in GENITIVE
        if unit.low in GENITIVE:
            return at > 0 and (self._is_capital(at - 1) or self._kinds_before(at) == 1)
        before = self._units[at - 1].low if at else ""
        if unit.low in {"and", "&"} and (before in REIGNING or gazetteer().is_place(before)):
            return False  # "the Queen and Princess Ann", "for India and Major General Liu"
        if unit.low in words.JOINING - {"and", "&"} and is_role(self._units[at - 1]):
            return False  # "a spokesman for President Were"
        if unit.low in words.JOINING:
            return 0 < at < len(self._units) - 1 and self._carries(at - 1) and self._carries(at + 1)
        return (
            unit.kind is Kind.WORD
            and unit.low not in words.NOT_IN_ROLE
            and (self._is_capital(at) or words.is_worn(unit))
        )

    def _ends_title(self, last: int) -> bool:
        """Whether a title of three words ends before the unit: "Secretary of State"."""
        return " ".join(unit.low for unit in self._units[max(0, last - _OF_STATE) : last]) in gazetteer().titles

    def _kinds_before(self, first: int) -> int:
        """Return how many words before the unit tell which role, if they begin its phrase: "a human rights activist"."""
        at = first
        if self._is_capital(at):  # not in "of his pen President Were"
            return 0
        while at and first - at < _KINDS and not self._is_capital(at - 1) and words.is_kind(self._units[at - 1]):
            at -= 1
        return first - at if self._begins(at) else 0

    def _begins(self, at: int) -> bool:
        """Whether a noun phrase, or what is described in it, begins with the unit."""
        if not at:
            return True
        unit = self._units[at - 1]
        return unit.low in _BEFORE or self._is_capital(at - 1) or words.is_title(unit)

    def _carries(self, at: int) -> bool:
        unit = self._units[at]
        return self._is_capital(at) or unit.low == "the" or is_role(unit) or words.is_title(unit)

    def _only_opens(self, at: int) -> bool:
        """Whether the word is capitalised only because it is the first: "Named for economist Ana Ruiz"."""
        opens = at == 0 or self._units[at - 1].low in STOPS
        return opens and words.is_plain(self._units[at])

    def apposed(self) -> Span | None:
        """Return "the union's secretary" of "the union's secretary, Joe Tait,"."""
        units, last = self._units, self._at - 1
        after = units[self._at + 1] if self._at + 1 < len(units) else None
        if last < 1 or units[last].low != "," or (after and after.low not in MARKS - {"("} and after.low != "who"):
            return None
        first = last
        while first and last - first < LONGEST and not self._bounds(first - 1, last):
            first -= 1
        opening = next((at for at in range(first, last) if self._opens_phrase(at)), None)
        if opening is None or not self._has_head(opening, last) or self._names_another(opening, last):
            return None
        return None if self._is_apposed_to_another(first, last) else self._span(opening, last)

    def _is_apposed_to_another(self, first: int, last: int) -> bool:
        """Whether the phrase rather tells of the person before: "Ana Ruiz, a partner, Acme", "Ana Ruiz, Joe’s aide, Bo Ek"."""
        units = self._units
        follows = first > 1 and units[first - 1].low == "," and self._is_someone(units[first - 2])
        return follows and (not self._is_person or any(map(self._is_someone, units[first:last])))

    def _bounds(self, at: int, last: int) -> bool:
        """Whether no noun phrase goes on over the unit."""
        unit = self._units[at]
        if unit.kind is Kind.MARK and unit.low not in GENITIVE:
            return True
        if unit.low == "and" and self._joins_roles(at, last):
            return False
        return unit.kind is Kind.QUOTED or unit.low in SAYING or unit.low in words.NO_LINK or is_finite(unit.low)

    def _joins_roles(self, at: int, last: int) -> bool:
        """Whether the "and" stands between two roles: "co-founder and CEO", "pilot and aviation expert"."""
        units = self._units
        both = at > 0 and is_role(units[at - 1]) and is_role(units[last - 1])
        return both and all(words.is_worn(unit) or words.is_kind(unit) for unit in units[at + 1 : last])

    def _opens_phrase(self, at: int) -> bool:
        """Whether a noun phrase may begin here: "the", "its", "Kenya", "Acme", "former"."""
        unit = self._units[at]
        if unit.low in words.DETERMINERS:
            return True
        if self._only_opens(at) or self._units[at + 1].low in words.DETERMINERS:
            return False  # "Then a company of nine, Acme, …"
        return unit.kind is Kind.MENTION or self._is_capital(at) or words.is_title(unit) or is_role(unit)

    def _has_head(self, first: int, last: int) -> bool:
        """Whether the phrase says what someone is: its head, which is before its first preposition, is a role."""
        units = self._units
        end = next((at for at in range(first + 1, last) if units[at].low in words.BEHIND_HEAD), last)
        return is_role(units[end - 1]) if self._is_person else units[end - 1].low in words.BODIES
