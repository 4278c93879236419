"""What the article says that someone is: "Russia's defence minister", "a baker from Leeds", each as a span of its words.

Only patterns that rarely mislead are taken: a noun phrase that ends in a title or a role right before the name, an apposition
between marks right before or after it, and "who heads …".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.names import role_words as words
from nutgraf.names.gazetteer import gazetteer
from nutgraf.names.role_words import is_role
from nutgraf.names.speakers import is_embedded
from nutgraf.names.speech import SAYING, is_finite
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import STOPS, Kind
from nutgraf.text.entity import Label
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.units import Unit
    from nutgraf.text.entity import Entity

_JOINED = 4  # units of a list's last noun but one, with its "and"
_BRACKET = 4  # units of "(HU)" and a little more
_CUTTING = frozenset(
    {"until", "when", "while", "because", "although", "though", "if"}
)  # the role ends where a clause begins
_LONGEST = 18  # units of a role
_SHORT = len("president")  # a role of one word is taken only where no fuller one is found
_MARKS = STOPS | {",", "—", "–", "--", "(", ")", ":", ""}
_WHICH = frozenset({"who", "which", "that", "whose", "where"})


def with_roles(
    text: str, entities: Sequence[Entity], blocks: Iterable[Sequence[Unit]], cancel: Cancel
) -> tuple[Entity, ...]:
    """Return the entities with the first role that the article gives them, a fuller one rather than a single short word.

    `blocks` are the units of the article's blocks. Takes time linear in the text.

    Raises:
        Cancelled: the token was set.

    """
    found: dict[int, Span] = {}
    for units in blocks:
        cancel.check()
        for at, unit in enumerate(units):
            if unit.kind is Kind.MENTION and len(found.get(unit.entity, ())) <= _SHORT:
                told = list(_Reader(text, units, at, entities).roles())
                role = next((each for each in told if len(each) > _SHORT), told[0] if told else None)
                if role and len(role) > len(found.get(unit.entity, ())):
                    found[unit.entity] = role
    return tuple(replace(entity, role=found.get(number)) for number, entity in enumerate(entities))


class _Reader:
    """Reads what stands around the mention that is unit number `at` of a block."""

    def __init__(self, text: str, units: Sequence[Unit], at: int, entities: Sequence[Entity]) -> None:
        self._text, self._units, self._at = text, units, at
        self._entities = entities
        self._is_person = entities[units[at].entity].label is Label.PERSON

    def roles(self) -> Iterator[Span]:
        """Yield the roles, the most trustworthy first."""
        found = [self._before(), self._relative()] if self._is_person else []
        yield from filter(None, [*found, self._apposed_before(), self._apposed_after()])

    # --- before the name -------------------------------------------------------------------------------------------

    def _before(self) -> Span | None:
        """Return the noun phrase that ends in a role right before the name: "Acme chief executive Joe Tait"."""
        units, last = self._units, self._at
        if last and units[last - 1].low.removesuffix(".") in words.COURTESY:
            last -= 1
        if last > _BRACKET and units[last - 1].low == ")":
            last = next(
                (k for k in range(last - 2, last - _BRACKET, -1) if units[k].low == "("), last
            )  # "officer (CEO)"
        if last > 1 and units[last - 1].low.removesuffix(".") in words.RANKS and is_role(units[last - 2]):
            last -= 1  # "Chief Minister Capt. Singh"
        if not last or not is_role(units[last - 1]):
            return None
        first = last - 1
        while first and last - first < _LONGEST and (self._belongs(first - 1) or self._is_kind_of(first - 1)):
            first -= 1
        while first < last and (self._only_opens(first) or units[first].low in words.NO_OPENING):
            first += 1
        return self._span(first, last)

    def _belongs(self, at: int) -> bool:
        """Whether the unit may be part of a role that goes on after it."""
        unit = self._units[at]
        if unit.kind is Kind.MENTION:
            return self._entities[unit.entity].label is Label.ORGANIZATION or self._units[at + 1].low in GENITIVE
        if unit.low in GENITIVE:
            return at > 0 and (self._is_capital(at - 1) or self._is_kind_of(at - 1))
        if unit.low in {"and", "&"} and gazetteer().is_place(self._units[at - 1].low):
            return False  # "for India and Major General Liu"
        if unit.low in words.JOINING - {"and", "&"} and is_role(self._units[at - 1]):
            return False  # "a spokesman for President Were"
        if unit.low in words.JOINING:
            return 0 < at < len(self._units) - 1 and self._carries(at - 1) and self._carries(at + 1)
        return (
            unit.kind is Kind.WORD
            and unit.low not in words.NOT_IN_ROLE
            and (self._is_capital(at) or words.is_worn(unit))
        )

    def _is_kind_of(self, at: int) -> bool:
        """Whether the noun tells which role, and begins its phrase: "the sports minister", "an airport official"."""
        before = self._units[at - 1].low if at else ""
        bounded = before in words.DETERMINERS | GENITIVE | _MARKS or (at > 0 and self._is_capital(at - 1))
        begins = not self._is_capital(at) and not self._is_capital(at + 1)  # not in "of his pen President Were"
        return bounded and begins and words.is_noun(self._units[at])

    def _carries(self, at: int) -> bool:
        unit = self._units[at]
        return self._is_capital(at) or unit.low == "the" or is_role(unit) or words.is_title(unit)

    def _is_capital(self, at: int) -> bool:
        return self._text[self._units[at].start].isupper()

    def _only_opens(self, at: int) -> bool:
        """Whether the word is capitalised only because it is the first: "Named for economist Ana Ruiz"."""
        opens = at == 0 or self._units[at - 1].low in STOPS
        return opens and words.is_plain(self._units[at])

    def _apposed_before(self) -> Span | None:
        """Return "the union's secretary" of "the union's secretary, Joe Tait,"."""
        units, last = self._units, self._at - 1
        after = units[self._at + 1] if self._at + 1 < len(units) else None
        if last < 1 or units[last].low != "," or (after and after.low not in _MARKS - {"("} and after.low != "who"):
            return None
        first = last
        while first and last - first < _LONGEST and not self._bounds(first - 1):
            first -= 1
        opening = next((at for at in range(first, last) if self._opens_phrase(at)), None)
        if opening is None or not self._has_head(opening, last) or self._names_another(opening, last):
            return None
        return self._span(opening, last)

    def _bounds(self, at: int) -> bool:
        """Whether no noun phrase goes on over the unit."""
        unit = self._units[at]
        if unit.kind is Kind.MARK and unit.low not in GENITIVE:
            return True
        if unit.low == "and" and at and is_role(self._units[at - 1]) and is_role(self._units[at + 1]):
            return False  # "co-founder and CEO"
        return unit.kind is Kind.QUOTED or unit.low in SAYING or unit.low in words.NO_LINK or is_finite(unit.low)

    def _opens_phrase(self, at: int) -> bool:
        """Whether a noun phrase may begin here: "the", "its", "Kenya", "Acme", "former"."""
        unit = self._units[at]
        if unit.low in words.DETERMINERS:
            return True
        if self._only_opens(at) or self._units[at + 1].low in words.DETERMINERS:
            return False  # "Then a company of nine, Acme, …"
        return unit.kind is Kind.MENTION or self._is_capital(at) or words.is_title(unit) or is_role(unit)

    def _names_another(self, first: int, last: int) -> bool:
        """Whether the phrase is about someone else: "ex-husband Al Poe", but not "Al Poe’s lawyer"."""
        units = self._units
        people = (at for at in range(first, last) if units[at].kind is Kind.MENTION and self._is_someone(units[at]))
        return any(at + 1 == len(units) or units[at + 1].low not in GENITIVE for at in people)

    def _is_someone(self, unit: Unit) -> bool:
        return self._entities[unit.entity].label is Label.PERSON

    def _has_head(self, first: int, last: int) -> bool:
        """Whether the phrase says what someone is: its head, which is before its first preposition, is a role."""
        units = self._units
        end = next((at for at in range(first + 1, last) if units[at].low in words.PREPOSITIONS), last)
        return is_role(units[end - 1]) if self._is_person else units[end - 1].low in words.BODIES

    # --- after the name --------------------------------------------------------------------------------------------

    def _apposed_after(self) -> Span | None:
        """Return "baker from Leeds" of "Joe Tait, 44, a baker from Leeds,"."""
        units, at = self._units, self._at + 1
        if at + 1 >= len(units) or units[at].low not in {",", "(", "—", "–"}:
            return None
        mark = units[at].low
        first = at + 1
        if self._is_person and units[first].low.isdigit() and first + 2 < len(units) and units[first + 1].low == ",":
            first += 2
        last = self._phrase_end(first)
        closed = (
            last == len(units)
            or units[last].low in (_MARKS - {"("} if mark != "(" else {")"})
            or self._has_comma(last - 1)
        )
        last = next((at for at in range(first, last) if units[at].low in _CUTTING), last)
        if last == first or not closed or not self._describes(first, last):
            return None
        return self._span(first, last)

    def _phrase_end(self, first: int) -> int:
        at = first
        while at < len(self._units) and at - first < _LONGEST:
            unit = self._units[at]
            if unit.low == "(" and (behind := self._behind_bracket(at)):
                at = behind
                continue
            if is_embedded(self._units, first, at):
                at += 1
                if self._has_comma(at - 1):
                    break
                continue
            if unit.low == "," and self._list_goes_on(at):
                at += 1
                continue
            if unit.kind is Kind.QUOTED or (unit.kind is Kind.MARK and unit.low not in GENITIVE | {"&", "-"}):
                break
            at += 1
        return at

    def _list_goes_on(self, at: int) -> bool:
        """Whether nouns joined by "and" follow the comma, and no clause: "head of research, strategy and planning at Acme"."""
        units = self._units
        stop = next((k for k in range(at + 1, len(units)) if units[k].kind is Kind.MARK), len(units))
        own = units[at + 1 : stop]
        joined = any(unit.low == "and" for unit in own[1:_JOINED])
        return joined and words.is_noun(own[0]) and not any(map(self._speaks_of_another, own))

    def _speaks_of_another(self, unit: Unit) -> bool:
        """Whether no noun phrase about the one who is named goes on over the unit."""
        verb = unit.low in SAYING or is_finite(unit.low)
        return verb or unit.kind is Kind.QUOTED or (unit.kind is Kind.MENTION and self._is_someone(unit))

    def _has_comma(self, at: int) -> bool:
        """Whether the unit is a title with the phrase's comma inside its marks: "author of “The Bank,” said"."""
        quoted = self._units[at].quoted
        return quoted is not None and self._text[quoted.inner.end - 1] == ","

    def _behind_bracket(self, at: int) -> int | None:
        """Return the unit behind "(HU)" if the phrase goes on there: "who heads the Harbour Union (HU) in Leeds"."""
        closing = next(
            (k for k in range(at + 1, min(at + _BRACKET, len(self._units))) if self._units[k].low == ")"), None
        )
        if closing is None or closing + 1 == len(self._units):
            return None
        return closing + 1 if self._units[closing + 1].kind in {Kind.WORD, Kind.MENTION} else None

    def _describes(self, first: int, last: int) -> bool:
        """Whether the phrase is one that says what someone is, and no clause, list or time."""
        units = self._units
        core = next((at for at in range(first, last) if units[at].low in _WHICH), last)
        if core == first or any(unit.low in SAYING or is_finite(unit.low) for unit in units[first:core]):
            return self._is_participle_phrase(first, core)
        if units[first].kind is Kind.MENTION and not any(unit.low in GENITIVE for unit in units[first:core]):
            return self._is_person and is_role(units[core - 1])
        head = next((at for at in range(first + 1, core) if units[at].low in words.PREPOSITIONS), core) - 1
        if units[head].kind is Kind.MENTION and not any(unit.low in GENITIVE for unit in units[first:head]):
            return False  # "Acme, the Harrow Bank, …" is a list, or another name
        if units[first].low == "one":
            return first + 1 < core and units[first + 1].low == "of"
        if units[first].low in words.INDEFINITE:
            return units[head].low not in words.NOBODY
        if not self._is_person and units[first].low in words.BODIES:
            return first + 1 < core and units[first + 1].low == "of"  # "owner of Granger"
        if not self._is_person:
            return units[first].low == "the" and units[head].low not in words.NOBODY and core - first > 1
        determined = units[first].low in words.DETERMINERS or any(unit.low in GENITIVE for unit in units[first:head])
        if determined:
            return is_role(units[head]) or (core == last and units[head].low not in words.NOBODY and head - first > 1)
        return self._is_bare_role(first, core)

    def _is_participle_phrase(self, first: int, core: int) -> bool:
        """Whether what looks like a verb belongs to the noun: "a start-up founded by two bakers", "a retired driver"."""
        units = self._units
        if units[first].low not in words.INDEFINITE or core - first < 2:
            return False
        verbs = [at for at in range(first, core) if units[at].low in SAYING or is_finite(units[at].low)]
        return all(
            units[at].low.endswith("ed")
            and (
                units[at].low == "turned"
                or at == first + 1
                or (units[at + 1 : at + 2] and units[at + 1].low in words.AFTER)
            )
            for at in verbs
        )

    def _is_bare_role(self, first: int, last: int) -> bool:
        """Whether a role stands here without an article: "former mayor", "Acme chief executive", "President and CEO"."""
        units = self._units
        end = next((at for at in range(first, last) if units[at].low in words.PREPOSITIONS), last)
        roles = any(is_role(unit) for unit in units[first:end]) and not self._names_another(first, end)
        plain = all(
            unit.kind is Kind.MENTION or words.is_worn(unit) or unit.low in {"and", "&"} for unit in units[first:end]
        )
        return roles and plain

    def _relative(self) -> Span | None:
        """Return "heads the union" of ", who heads the union,"."""
        units, first = self._units, self._at + 3
        if first >= len(units) or (units[first - 2].low, units[first - 1].low) != (",", "who"):
            return None
        verb = first + (units[first].low in {"has", "had", "have", "also", "now"})
        if verb >= len(units) or units[verb].low not in words.HEADS:
            return None
        last = self._phrase_end(verb)
        return (
            self._span(first, last) if last - verb > 1 and (last == len(units) or units[last].low in _MARKS) else None
        )

    def _span(self, first: int, last: int) -> Span | None:
        """Return the span of units without an article or "its" before them; None if nothing is left."""
        while first < last and self._units[first].low in words.DETERMINERS:
            first += 1
        return Span(self._units[first].start, self._units[last - 1].end) if first < last else None
