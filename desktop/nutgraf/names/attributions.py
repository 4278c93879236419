"""Who said what within one sentence: each verb of speech with its speaker and the words that it introduces or follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.clauses import (
    FEWEST,
    PLACING,
    has_predicate,
    is_clause,
    may_be_finite,
    past_adverbials,
    past_appositions,
    past_hearer,
)
from nutgraf.names.role_words import DETERMINERS
from nutgraf.names.speakers import Source, is_embedded, named_after, subject
from nutgraf.names.speech import (
    CITED,
    CONJUNCTIONS,
    GOING_ON,
    JUDGING,
    NOT_SAID,
    NOUNS_TOO,
    PARTICLES,
    PLAIN,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SUBORDINATE,
    WHEN,
    is_finite,
)
from nutgraf.names.units import STOPS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.names.discourse import Discourse
    from nutgraf.names.units import Unit

_ASIDE = 14  # units between a verb of speech and "that" or a quotation: "told reporters in Cairo on Monday"
_NOT_PLAIN = frozenset({"asked", "asks", "adding", "added", "adds"})  # "asked the woman to go", "adding the title to …"
_ASKED = frozenset(
    {"asked", "questioned", "pressed", "quizzed", "speaking", "addressing", "referring", "responding", "talking"}
)
_PAIR = 2  # verbs of a sentence, of which the first may say nothing
_NOT_A_CLAUSE = (
    PREPOSITIONS | CONJUNCTIONS | NOT_SAID | frozenset({"nothing", "so", "yes", "no", "goodbye", "hello", "little"})
)
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "being"})


class Said(NamedTuple):
    """Units `first` up to `last` are what the source says; `direct` if they are one quotation."""

    first: int
    last: int
    direct: bool
    source: Source


@dataclass(slots=True)
class _Verb:
    """A verb of speech: its source, and the units of the attribution, in which the verb is number `at`."""

    at: int
    first: int
    last: int
    source: Source

    @property
    def behind(self) -> int:
        """The unit behind both the verb and its source."""
        return max(self.at + 1, self.last)


class Attributions:
    """Reads one sentence, units `low` up to `high` of a block."""

    def __init__(self, text: str, units: Sequence[Unit], low: int, high: int, discourse: Discourse) -> None:
        self._text = text
        self._units, self._low, self._high, self._discourse = units, low, high, discourse

    def said(self) -> Iterator[Said]:
        """Yield what is said in the sentence, in no order, possibly overlapping."""
        verbs = self._speaking(list(self._verbs()))
        end = self._end()
        for number, verb in reversed(list(enumerate(verbs))):
            start = verbs[number - 1].last if number else self._low
            found = list(self._contents(verb, start, end, alone=len(verbs) == 1))
            if found:  # else it was no verb of speech here: "if she promises a pier"
                end = self._end_before(verb)
            elif number and self._is_subordinate(verb) and self._clause_after(verb, end) is not None:
                end = self._comma_before(verb) or end
            yield from found
        yield from self._according()
        yield from self._judged()

    def _speaking(self, verbs: Sequence[_Verb]) -> Sequence[_Verb]:
        """Return the verbs without one that says nothing before an attribution: "Acme posted a loss, it said"."""
        if len(verbs) != _PAIR or self._is_subordinate(verbs[0]):
            return verbs
        return verbs if any(self._contents(verbs[0], self._low, verbs[1].first, alone=False)) else verbs[1:]

    # --- verbs and their subjects ----------------------------------------------------------------------------------

    def _verbs(self) -> Iterator[_Verb]:
        """Yield the verbs of speech that have a source."""
        before: Source | None = None
        for at in range(self._low, self._high):
            unit = self._units[at]
            if unit.kind is Kind.WORD and (unit.low in SAYING or unit.low in GOING_ON or self._has_particle(at)):
                found = self._verb(at, before)
                if found:
                    before = found.source
                    yield found

    def _verb(self, at: int, before: Source | None) -> _Verb | None:
        low = self._units[at].low
        previous = self._units[at - 1] if at > self._low else None
        if low in GOING_ON:
            if previous and previous.low == "as":
                return self._cited(at)
            source = before or self._only_subject(at)
            return _Verb(at, at, at + 1, source) if source and previous and previous.low == "," else None
        stop = at + 1 + self._has_particle(at)
        if self._may_follow(at) and (source := named_after(self._units, stop, self._high, self._discourse)):
            return _Verb(at, at, source.last, source)
        source_ = subject(self._units, self._low, at, self._discourse)
        if source_:
            if low in NOUNS_TOO and not self._is_verb(at, source_):
                return None
            return _Verb(at, source_.first, stop, source_)
        joined = previous is not None and (
            previous.low in {"and", "but"} or (previous.low == "also" and at - 2 >= self._low)
        )
        return _Verb(at, at, stop, before) if before and joined else None

    def _has_particle(self, at: int) -> bool:
        """Whether the verb is one of two words, as in "shot back"."""
        return at + 1 < self._high and PARTICLES.get(self._units[at].low) == self._units[at + 1].low

    def _is_verb(self, at: int, source: Source) -> bool:
        """Whether what may be a noun as well is a verb here: not in "the United States", "refuting claims that"."""
        known = source.speaker is not None or self._units[source.first].low in DETERMINERS
        return self._text[self._units[at].start].islower() and source.core == at - 1 and known

    def _cited(self, at: int) -> _Verb | None:
        """Return "saying" as the verb of "Lind was quoted as saying" and of "the Herald quoted Lind as saying"."""
        units = self._units
        cited = next((k for k in range(at - 2, max(self._low, at - _ASIDE), -1) if units[k].low in CITED), None)
        if cited is None:
            return None
        if units[cited - 1].low in _PASSIVE:
            source = subject(units, self._low, cited - 1, self._discourse)
            return _Verb(at, source.first, at + 1, source) if source else None
        source = named_after(units, cited + 1, at - 1, self._discourse)
        paper = subject(units, self._low, cited, self._discourse)
        return _Verb(at, paper.first if paper else cited, at + 1, source) if source else None

    def _only_subject(self, at: int) -> Source | None:
        """Return whoever the sentence is about, in front of all its verbs: "Lind reacted to the vote, saying"."""
        verb = next((k for k in range(self._low, at) if is_finite(self._units[k].low)), None)
        return subject(self._units, self._low, verb, self._discourse) if verb is not None else None

    def _may_follow(self, at: int) -> bool:
        """Whether the subject may stand behind the verb: "“No,” said Lind", "it was late, said Lind"."""
        if self._units[at].low in {"told", "tells"} or at == self._low:
            return False
        previous = self._units[at - 1]
        if previous.kind is Kind.QUOTED:
            return self._is_name_next(at + 1) and not is_embedded(self._units, self._low, at - 1)
        if previous.low not in {",", "—", "–"}:
            return False
        behind_quotation = at - 2 >= self._low and self._units[at - 2].kind is Kind.QUOTED
        return self._is_name_next(at + 1) and (behind_quotation or self._stands_apart(at))

    def _is_name_next(self, at: int) -> bool:
        if at >= self._high:
            return False
        unit = self._units[at]
        return unit.kind in {Kind.MENTION, Kind.WORD} and unit.low not in PREPOSITIONS | {"that"}

    def _stands_apart(self, verb: int) -> bool:
        """Whether the words behind the verb are a noun phrase up to a mark, and no clause."""
        at = verb + 1
        while at < self._high and self._units[at].kind is not Kind.MARK:
            if self._units[at].kind is Kind.QUOTED or is_finite(self._units[at].low) or self._units[at].low == "that":
                return False
            at += 1
        return at - verb <= _ASIDE

    # --- what they introduce or follow -----------------------------------------------------------------------------

    def _contents(self, verb: _Verb, start: int, end: int, *, alone: bool) -> Iterator[Said]:
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
        elif (clause := self._clause_after(verb, end)) is not None:
            if not self._is_subordinate(verb) and not (left is not None and verb.first == verb.at):
                yield Said(clause, end, False, source)
        elif lead and left is None and (alone or start == self._low) and self._is_before(verb, start):
            yield Said(start, verb.first - 1, False, source)

    def _is_before(self, verb: _Verb, start: int) -> bool:
        """Whether what is said stands before the verb: never that of "…, saying"."""
        units, low = self._units, self._units[verb.at].low
        asks = (
            low in {"asked", "asks"}
            and verb.behind < self._high
            and units[verb.behind].kind in {Kind.WORD, Kind.MENTION}
        )
        if low in GOING_ON or asks or units[start].low in _ASKED:
            return False
        if units[start].low in SUBORDINATE:  # "as the vote began", "when asked", but not "if we lose, we lose"
            main = any(unit.low == "," for unit in units[start : verb.first - 1])
            return main and units[start + 1].low not in _ASKED and is_clause(units, start, verb.first - 1)
        return is_clause(units, start, verb.first - 1)

    def _quotation_before(self, verb: _Verb, start: int) -> int | None:
        """Return the quotation that ends right before the attribution."""
        at = verb.first - 1
        if at >= start and self._units[at].low in {",", "—", "–"}:
            at -= 1
        if at < start or self._units[at].kind is not Kind.QUOTED:
            return None
        return at if at == self._low or self._units[at - 1].kind in {Kind.QUOTED, Kind.MARK} else None

    def _quotation_after(self, verb: _Verb, end: int) -> int | None:
        """Return the quotation that the attribution introduces."""
        for at in range(verb.behind, min(end, verb.last + _ASIDE)):
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

    def _clause_after(self, verb: _Verb, end: int) -> int | None:
        """Return where the clause begins that the verb reports."""
        units = self._units
        first = verb.behind
        if (
            first < end
            and units[verb.at].low in PLAIN
            and units[first].low in PRONOUNS - {"who"}
            and is_clause(units, first, end)
        ):
            return first
        for at in range(first, min(end, first + _ASIDE)):
            if units[at].low == "that" and at + FEWEST <= end:
                return at + 1 if self._is_more_than_a_phrase(at + 1, end) else None
            if units[at].low in {":", ";", "into"} or (is_finite(units[at].low) and at > first + 1):
                break
        at = past_hearer(units, verb.at, verb.behind, self._high)
        low = units[verb.at].low
        beside = at == verb.behind and at < end and low not in _NOT_PLAIN
        told = beside and (units[at].low in PRONOUNS or (units[at].low == "the" and has_predicate(units, at, end)))
        plain = low in PLAIN or low in GOING_ON - _NOT_PLAIN or told
        opens = at < end and units[at].kind is not Kind.MARK and units[at].low not in _NOT_A_CLAUSE
        return at if plain and opens and is_clause(units, at, end) else None

    def _is_more_than_a_phrase(self, first: int, end: int) -> bool:
        """Whether it is no mere "despite the rain", as is left of "writes that, despite the rain, Lind told him"."""
        return self._units[first].low != "," or any(map(may_be_finite, self._units[first:end]))

    def _is_subordinate(self, verb: _Verb) -> bool:
        """Whether the attribution only leads up to the sentence: "When she said the shop was shut, they left"."""
        return verb.first > self._low and self._units[verb.first - 1].low in SUBORDINATE

    def _has_clause_around(self, verb: _Verb, end: int, right: int | None) -> bool:
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

    def _is_whole(self, at: int) -> bool:
        """Whether the quotation begins like a sentence."""
        quoted = self._units[at].quoted
        return quoted is not None and not self._text[quoted.inner.start].islower()

    def _is_title(self, at: int) -> bool:
        """Whether the quotation is a work's title: "wrote “The Old Bank”"."""
        quoted = self._units[at].quoted
        words = re.findall(r"\w{4,}", quoted.inner.of(self._text)) if quoted else []
        return bool(words) and all(word[0].isupper() for word in words)

    def _end(self) -> int:
        """Return where the sentence ends, without its full stop."""
        last = self._high
        while last > self._low and self._units[last - 1].low in STOPS:
            last -= 1
        return last

    def _end_before(self, verb: _Verb) -> int:
        """Return where the words before an attribution end, without "and" or a comma."""
        last = verb.first
        while last > self._low and self._units[last - 1].low in {",", "and", "but", "while", "as", "—", "–", ";"}:
            last -= 1
        return last

    def _comma_before(self, verb: _Verb) -> int | None:
        """Return where the comma stands before "hours after a clerk said that"."""
        ahead = range(verb.first - 1, max(self._low, verb.first - FEWEST - 2), -1)
        return next((at for at in ahead if self._units[at].low == ","), None)

    # --- other attributions ----------------------------------------------------------------------------------------

    def _according(self) -> Iterator[Said]:
        """Yield what is said "according to" someone."""
        units = self._units
        for at in range(self._low, self._high - 2):
            if not (units[at].low == "according" and units[at + 1].low == "to"):
                continue
            source = named_after(units, at + 2, self._high, self._discourse)
            if source is None:
                continue
            if at == self._low:
                first = past_appositions(units, source.last, self._high)
                if is_clause(units, first, self._end()):
                    yield Said(first, self._end(), False, source)
                continue
            last = at - 1 if units[at - 1].low == "," else at
            if units[last - 1].kind is Kind.QUOTED and last - 1 == self._low:
                yield Said(last - 1, last, True, source)
            elif self._goes_on_behind(source):
                continue
            elif is_clause(units, self._low, last):
                yield Said(self._low, last, False, source)
            elif last < at and self._has_more(past_appositions(units, source.last, self._high)):
                yield Said(self._low, self._end(), False, source)  # "The trees, according to Lind, do not know yet"

    def _has_more(self, first: int) -> bool:
        """Whether the sentence goes on with quoted words or a clause at unit `first`."""
        rest = self._units[first : self._end()]
        return any(unit.kind is Kind.QUOTED for unit in rest) or any(map(may_be_finite, rest))

    def _goes_on_behind(self, source: Source) -> bool:
        """Whether the sentence goes on behind the source without a mark: "which according to Lind they do not know"."""
        if source.last >= self._high:
            return False
        unit = self._units[source.last]
        return unit.kind is Kind.QUOTED or (
            unit.kind is Kind.WORD and unit.low not in PLACING | WHEN | PREPOSITIONS | {"who", "as", "and"}
        )

    def _judged(self) -> Iterator[Said]:
        """Yield what someone calls or describes something as, in quoted words."""
        units = self._units
        for at in range(self._low, self._high):
            if units[at].kind is not Kind.WORD or units[at].low not in JUDGING:
                continue
            ahead = range(at + 1, min(self._high, at + _ASIDE))
            mark = next(
                (k for k in ahead if units[k].kind is not Kind.WORD and units[k].kind is not Kind.MENTION), None
            )
            if mark is None or units[mark].kind is not Kind.QUOTED or self._is_whole(mark):
                continue
            if any(unit.low in SAYING or unit.low in GOING_ON for unit in units[at + 1 : mark]):
                continue  # "dismissed the plea saying a “known heir” had come"
            source = subject(units, self._low, at, self._discourse)
            if source:
                yield Said(mark, mark + 1, True, source)
