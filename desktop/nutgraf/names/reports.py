"""What a verb of speech introduces, follows or interrupts: quotations and reported clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.names.adverbials import past_adverbials, past_hearer
from nutgraf.names.clauses import (
    FEWEST,
    PLACING,
    has_predicate,
    is_clause,
    may_be_finite,
)
from nutgraf.names.speech import (
    CONJUNCTIONS,
    GOING_ON,
    NOT_SAID,
    PLAIN,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATE,
    TELLING,
    WHEN,
    is_adverb,
    is_finite,
)
from nutgraf.names.spoken_sentence import ASIDE, Said, SpokenSentence
from nutgraf.names.units import STOPS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.names.speech_verbs import Verb

_NOT_PLAIN = frozenset(
    {"asked", "asks", "adding", "added", "adds", "add"}
)  # "asked the woman to go", "adding a title to …"
_ASKED = frozenset(
    {"asked", "questioned", "pressed", "quizzed", "speaking", "addressing", "referring", "responding", "talking"}
)
_NOT_A_CLAUSE = (
    PREPOSITIONS | CONJUNCTIONS | NOT_SAID | frozenset({"nothing", "so", "yes", "no", "goodbye", "hello", "little"})
)
_CONDITIONS = frozenset({"if", "when", "although", "though", "while", "unless", "once"})


class Reports(SpokenSentence):
    """Finds what is said with a verb of speech."""

    def of(self, verb: Verb, start: int, end: int, *, alone: bool) -> Iterator[Said]:
        """Yield what is said between units `start` and `end` with a verb, `alone` if it is the sentence's only one."""
        units, source = self._units, verb.source
        left = self._quotation_before(verb, start)
        if left is not None:
            yield Said(left, left + 1, True, source)
        right = self._quotation_after(verb, end)
        lead = verb.first - 1 >= self._low and units[verb.first - 1].low in {",", "—", "–"}
        interrupted = lead and left is None and self._has_clause_around(verb, end, right)
        if interrupted:
            yield Said(start, end, False, source)
            return
        if right is not None and self._is_reported(right, end):
            yield Said(right, end, False, source)
        elif right is not None:
            yield Said(right, right + 1, True, source)
        elif (clause := self.clause_after(verb, end)) is not None:
            if not self.is_subordinate(verb) and not (left is not None and verb.first == verb.at):
                yield Said(clause, end, False, source)
        elif lead and left is None and (alone or start == self._low) and self._is_before(verb, start):
            yield Said(start, verb.first - 1, False, source)

    def _is_before(self, verb: Verb, start: int) -> bool:
        """Whether what is said stands before the verb: never that of "…, saying"."""
        units, low = self._units, self._units[verb.at].low
        if low in GOING_ON or units[start].low in _ASKED or self._has_object(verb):
            return False
        adverbial = units[start].low in PLACING or units[start].low.endswith("ing")
        if adverbial and not has_predicate(units, start, verb.first - 1):
            return False  # "Quoting the detailed report, …", "In a note issued by the bank, …"
        if units[start].low in SUBORDINATE:  # "as the vote began", "when asked", but not "if we lose, we lose"
            main = any(unit.low == "," for unit in units[start : verb.first - 1])
            return main and units[start + 1].low not in _ASKED and is_clause(units, start, verb.first - 1)
        return is_clause(units, start, verb.first - 1)

    def _has_object(self, verb: Verb) -> bool:
        """Whether the verb governs what follows it, and not what stands before: "…, Lind recalls meeting him"."""
        units = self._units
        at = past_hearer(units, verb.at, verb.behind, self._high)
        if at >= self._high or units[verb.at].low in TELLING:
            return False
        return units[at].kind in {Kind.WORD, Kind.MENTION} and not (
            units[at].low in PLACING | PREPOSITIONS | SUBORDINATE | CONJUNCTIONS | WHEN | {"who", "that"}
            or is_adverb(units[at].low)
        )

    def _quotation_before(self, verb: Verb, start: int) -> int | None:
        """Return the quotation that ends right before the attribution."""
        at = verb.first - 1
        if at >= start and self._units[at].low in {",", "—", "–"}:
            at -= 1
        return at if at >= start and self._is_apart(at) else None

    def _quotation_after(self, verb: Verb, end: int) -> int | None:
        """Return the quotation that the attribution introduces."""
        for at in range(verb.behind, min(end, verb.last + ASIDE)):
            unit = self._units[at]
            if unit.kind is Kind.QUOTED:
                marked = self._units[at - 1].low in {",", ":", "—", "–"}
                return at if marked or (at == verb.behind and not self._is_title(at)) else None
            if unit.low == "that" and at + 2 == end and self._units[at + 1].kind is Kind.QUOTED:
                return at + 1  # "said that “we lost”"
            if unit.low == "that" or unit.low in STOPS:
                return None
        return None

    def _is_reported(self, at: int, end: int) -> bool:
        """Whether a quotation is only the beginning of what is reported: "said “no one” would come"."""
        follows = [unit for unit in self._units[at + 1 : end] if unit.kind is not Kind.MARK]
        marked = self._units[at - 1].kind is Kind.MARK
        return not marked and len(follows) >= FEWEST and any(is_finite(unit.low) for unit in follows)

    def clause_after(self, verb: Verb, end: int) -> int | None:
        """Return where the clause begins that the verb reports."""
        units = self._units
        first = verb.behind
        if units[verb.at].low == "continued":
            return None  # "fires have continued, showing that …"
        if (
            first < end
            and units[verb.at].low in PLAIN - TELLING
            and units[first].low in PRONOUNS - {"who"}
            and is_clause(units, first, end)
        ):
            return first
        for at in range(first, min(end, first + ASIDE)):
            if units[at].low == "that" and at + FEWEST <= end:
                return at + 1 if self._is_more_than_a_phrase(at + 1, end) else None
            if units[at].low in {":", ";", "into"} or (is_finite(units[at].low) and at > first + 1):
                break
        low = units[verb.at].low
        if low in TELLING and first < end and units[first].low in PREPOSITIONS:
            return None  # "told of the vote", "told for the first time how …"
        at = past_hearer(units, verb.at, verb.behind, self._high)
        beside = at == verb.behind and at < end and low not in _NOT_PLAIN
        told = beside and (units[at].low in PRONOUNS or (units[at].low == "the" and has_predicate(units, at, end)))
        plain = low in PLAIN or low in GOING_ON - _NOT_PLAIN or told
        return at if plain and self._opens_clause(at, end) and is_clause(units, at, end) else None

    def _opens_clause(self, at: int, end: int) -> bool:
        """Whether a reported clause may begin with the unit: "said no money would help", "said if he goes, she goes"."""
        units = self._units
        if at + 1 >= end or units[at].kind is Kind.MARK:
            return False
        following = units[at + 1]
        if units[at].low == "no":
            return following.kind is Kind.WORD and following.low not in PREPOSITIONS
        if units[at].low in _CONDITIONS and following.low not in _ASKED:
            comma = next((k for k in range(at, end) if units[k].low == ","), end)
            return is_clause(units, at, comma) and is_clause(units, comma, end)
        return units[at].low not in _NOT_A_CLAUSE

    def _is_more_than_a_phrase(self, first: int, end: int) -> bool:
        """Whether it is no mere "despite the rain", as is left of "writes that, despite the rain, Lind told him"."""
        opens = self._units[first].low not in PREPOSITIONS | SUBORDINATE | {","}
        return opens or any(map(may_be_finite, self._units[first:end]))

    def is_subordinate(self, verb: Verb) -> bool:
        """Whether the attribution only leads up to the sentence: "When she said the shop was shut, they left"."""
        return verb.first > self._low and self._units[verb.first - 1].low in SUBORDINATE

    def _has_clause_around(self, verb: Verb, end: int, right: int | None) -> bool:
        """Whether the attribution interrupts what is said: "The trees, she said, do not know yet"."""
        units, last = self._units, past_adverbials(self._units, verb.behind, end)
        if last >= end or units[last].low not in {",", "—", "–"} or verb.first - 1 <= self._low:
            return False
        if right is not None:
            return right == last + 1 and not self._is_whole(right)
        inverted = verb.first == verb.at  # "…, said Lind, …" may be of two sentences
        aside = last + 1 < end and (
            units[last + 1].low in PLACING | PREPOSITIONS | SUBORDINATE | {"who"} or units[last + 1].low.endswith("ing")
        )
        return not inverted and (not aside or any(map(may_be_finite, units[last + 1 : end])))

    def _is_title(self, at: int) -> bool:
        """Whether the quotation is a work's title: "wrote “The Old Bank”"."""
        quoted = self._units[at].quoted
        words = re.findall(r"\w{4,}", quoted.inner.of(self._text)) if quoted else []
        return bool(words) and all(word[0].isupper() for word in words)

    def end_before(self, verb: Verb) -> int:
        """Return where the words before an attribution end, without "and" or a comma."""
        last = verb.first
        while last > self._low and self._units[last - 1].low in {",", "and", "but", "while", "as", "—", "–", ";"}:
            last -= 1
        return last

    def comma_before(self, verb: Verb) -> int | None:
        """Return where the comma stands before "hours after a clerk said that"."""
        ahead = range(verb.first - 1, max(self._low, verb.first - FEWEST - 2), -1)
        return next((at for at in ahead if self._units[at].low == ","), None)
