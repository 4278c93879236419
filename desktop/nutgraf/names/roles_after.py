"""What stands behind a name and says what someone is: "Joe Tait, 44, a baker from Leeds,", "Joe Tait, who heads the union,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names import role_words as words
from nutgraf.names.role_phrases import BRACKET, LONGEST, MARKS, RolePhrases
from nutgraf.names.role_words import is_role
from nutgraf.names.speakers import is_embedded
from nutgraf.names.speech import SAYING, is_finite
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from nutgraf.names.units import Unit
    from nutgraf.text.span import Span

_JOINED = 4  # units of a list's last noun but one, with its "and"
# The role ends where a clause begins.
_CUTTING = frozenset({"until", "when", "while", "because", "although", "though", "if"})
_ARTICLES = frozenset({"a", "an", "the"})
_WHICH = frozenset({"who", "which", "that", "whose", "where"})


class RolesAfter(RolePhrases):
    """Reads what stands behind a mention."""

    def relative(self) -> Span | None:
        """Return "heads the union" of ", who heads the union,"."""
        units, first = self._units, self._at + 3
        if first >= len(units) or (units[first - 2].low, units[first - 1].low) != (",", "who"):
            return None
        verb = first + (units[first].low in {"has", "had", "have", "also", "now"})
        if verb >= len(units) or units[verb].low not in words.HEADS:
            return None
        last = self._phrase_end(verb)
        return self._span(first, last) if last - verb > 1 and (last == len(units) or units[last].low in MARKS) else None

    def apposed(self) -> Span | None:
        """Return "baker from Leeds" of "Joe Tait, 44, a baker from Leeds,"."""
        units, at = self._units, self._at + 1
        if at + 1 >= len(units) or not (units[at].low in {",", "(", "—", "–", "--"} or self._is_dash(at)):
            return None
        mark = units[at].low
        first = at + 1
        if self._is_person and units[first].low.isdigit() and first + 2 < len(units) and units[first + 1].low == ",":
            first += 2
        last = self._phrase_end(first)
        closed = (
            last == len(units)
            or units[last].low in (MARKS - {"("} if mark != "(" else {")"})
            or self._is_dash(last)
            or self._has_comma(last - 1)
        )
        last = next((at for at in range(first, last) if units[at].low in _CUTTING), last)
        if last == first or not closed or not self._describes(first, last):
            return None
        return self._span(first, last)

    def _is_dash(self, at: int) -> bool:
        """Whether the unit is a hyphen that stands for a dash: "Joe Tait - a baker - agreed"."""
        unit = self._units[at]
        return (
            unit.low == "-" and self._text[unit.start - 1].isspace() and self._text[unit.end : unit.end + 1].isspace()
        )

    def _phrase_end(self, first: int) -> int:
        at = first
        while at < len(self._units) and at - first < LONGEST:
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
            if self._is_dash(at):
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
        return verb or unit.kind is Kind.QUOTED or self._is_someone(unit)

    def _has_comma(self, at: int) -> bool:
        """Whether the unit is a title with the phrase's comma inside its marks: "author of “The Bank,” said"."""
        quoted = self._units[at].quoted
        return quoted is not None and self._text[quoted.inner.end - 1] == ","

    def _behind_bracket(self, at: int) -> int | None:
        """Return the unit behind "(HU)" if the phrase goes on there: "who heads the Harbour Union (HU) in Leeds"."""
        closing = next(
            (k for k in range(at + 1, min(at + BRACKET, len(self._units))) if self._units[k].low == ")"), None
        )
        if closing is None or closing + 1 == len(self._units):
            return None
        return closing + 1 if self._units[closing + 1].kind in {Kind.WORD, Kind.MENTION} else None

    def _describes(self, first: int, last: int) -> bool:
        """Whether the phrase is one that says what someone is, and no clause, list or time."""
        units = self._units
        core = next((at for at in range(first, last) if units[at].low in _WHICH), last)
        if core in {first, last - 1} or units[first].low in words.BEHIND_HEAD:
            return False
        if any(unit.low in SAYING or is_finite(unit.low) for unit in units[first:core]):
            return self._is_participle_phrase(first, core)
        if units[first].kind is Kind.MENTION and not any(unit.low in GENITIVE for unit in units[first:core]):
            return self._is_person and is_role(units[core - 1])
        head = next((at for at in range(first + 1, core) if units[at].low in words.BEHIND_HEAD), core) - 1
        if units[head].kind is Kind.MENTION and not any(unit.low in GENITIVE for unit in units[first:head]):
            return False  # "Acme, the Harrow Bank, …" is a list, or another name
        if units[first].low == "one":
            return first + 1 < core and units[first + 1].low == "of"
        if units[first].low in words.INDEFINITE:
            return units[head].low not in words.NOBODY
        return self._is_of_person(first, head, core, last) if self._is_person else self._is_of_body(first, head, last)

    def _is_of_person(self, first: int, head: int, core: int, last: int) -> bool:
        """Whether a phrase without "a" or "one of", up to unit `core` without "who …", says what a person is."""
        units = self._units
        if any(units[at].low in _ARTICLES and units[at - 1].low != "and" for at in range(first + 1, head)):
            return False  # "the cake is a …", whatever the verb
        owners = [at for at in range(first + 1, core) if units[at].low in GENITIVE]
        if any(units[at - 2].low == "and" and self._is_someone(units[at - 1]) for at in owners):
            return False  # "King and Tait’s views" tell of others
        if units[first].low in words.DETERMINERS or (owners and owners[0] < head):
            thing = units[head].kind is Kind.WORD and units[head].low not in words.NOBODY
            return is_role(units[head]) or (core == last and thing and head - first > 1)
        return self._is_bare_role(first, core)

    def _is_of_body(self, first: int, head: int, last: int) -> bool:
        """Whether a phrase without "a" or "one of" says what an organization is."""
        units = self._units
        if units[first].low in words.BODIES:
            return head == first and first + 1 < last and units[first + 1].low == "of"  # "owner of Granger"
        named = last + 1 < len(units) and units[last].low == "," and self._is_someone(units[last + 1])
        if named and is_role(units[head]):
            return False  # "at Acme, the head baker, Joe Tait, …"
        return units[first].low == "the" and units[head].low not in words.NOBODY and head > first

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
        end = next((at for at in range(first, last) if units[at].low in words.BEHIND_HEAD), last)
        roles = any(is_role(unit) for unit in units[first:end]) and not self._names_another(first, end)
        plain = all(
            unit.kind is Kind.MENTION or words.is_worn(unit) or unit.low in {"and", "&"} for unit in units[first:end]
        )
        return roles and plain
