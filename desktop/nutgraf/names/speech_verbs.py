"""Verbs of speech, each with whoever is its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.names.role_words import DETERMINERS
from nutgraf.names.speakers import Source, is_embedded, named_after, subject
from nutgraf.names.speech import (
    CITED,
    GOING_ON,
    JUDGING,
    NOUNS_TOO,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    TELLING,
    is_finite,
)
from nutgraf.names.spoken_sentence import ASIDE, SpokenSentence
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = 4  # units between a quotation and a verb behind it
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "being"})


@dataclass(slots=True)
class Verb:
    """A verb of speech: its source, and the units of the attribution, in which the verb is number `at`."""

    at: int
    first: int
    last: int
    source: Source

    @property
    def behind(self) -> int:
        """The unit behind both the verb and its source."""
        return max(self.at + 1, self.last)


class SpeechVerbs(SpokenSentence):
    """Finds the verbs of speech of a sentence."""

    def verbs(self) -> Iterator[Verb]:
        """Yield the verbs of speech that have a source."""
        before: Source | None = None
        for at in range(self._low, self._high):
            unit = self._units[at]
            known = unit.low in SAYING or unit.low in GOING_ON or self._has_particle(at)
            if unit.kind is Kind.WORD and (known or self._is_marked(at)):
                found = self._verb(at, before)
                if found:
                    before = found.source
                    yield found

    def _verb(self, at: int, before: Source | None) -> Verb | None:
        low = self._units[at].low
        previous = self._units[at - 1] if at > self._low else None
        if low in GOING_ON:
            if previous and previous.low == "as":
                return self._cited(at)
            source = before or self._only_subject(at)
            return Verb(at, at, at + 1, source) if source and previous and previous.low == "," else None
        stop = at + 1 + self._has_particle(at)
        if self._may_follow(at) and (source := named_after(self._units, stop, self._high, self._discourse)):
            return Verb(at, at, source.last, source)
        source_ = subject(self._units, self._low, at, self._discourse)
        if source_:
            if low in NOUNS_TOO and not self._is_verb(at, source_):
                return None
            return Verb(at, source_.first, stop, source_)
        joined = previous is not None and (
            previous.low in {"and", "but"} or (previous.low == "also" and at - 2 >= self._low)
        )
        return Verb(at, at, stop, before) if before and joined else None

    def _is_marked(self, at: int) -> bool:
        """Whether the comma inside a quotation's marks makes any verb one of speech: "“No,” growled Lind", "“No,” she sobbed"."""
        units = self._units
        if not units[at].low.endswith("ed") or units[at].low in CITED | JUDGING:
            return False
        ahead = range(at - 1, max(self._low, at - _NEAR) - 1, -1)
        quote = next((k for k in ahead if units[k].kind is Kind.QUOTED), None)
        if quote is None or not self._is_apart(quote) or not self._is_whole(quote):
            return False
        quoted, between = units[quote].quoted, units[quote + 1 : at]
        ends = quoted is not None and self._text[quoted.inner.end - 1] == ","
        if between:  # "“No,” the old Lind growled", "“No,” she sobbed", but not "“No,” with the animated face"
            subject_ = between[-1].kind is Kind.MENTION or (len(between) == 1 and between[0].low in PRONOUNS)
            return ends and subject_ and all(unit.kind in {Kind.MENTION, Kind.WORD} for unit in between)
        following = units[at + 1] if at + 1 < self._high else None
        named = following and (following.kind is Kind.MENTION or following.low in DETERMINERS | PRONOUNS)
        return ends and bool(named)

    def _has_particle(self, at: int) -> bool:
        """Whether the verb is one of two words, as in "shot back"."""
        return at + 1 < self._high and PARTICLES.get(self._units[at].low) == self._units[at + 1].low

    def _is_verb(self, at: int, source: Source) -> bool:
        """Whether what may be a noun as well is a verb here: not in "the United States", "refuting claims that"."""
        known = source.speaker is not None or self._units[source.first].low in DETERMINERS
        return self._text[self._units[at].start].islower() and source.core == at - 1 and known

    def _cited(self, at: int) -> Verb | None:
        """Return "saying" as the verb of "Lind was quoted as saying" and of "the Herald quoted Lind as saying"."""
        units = self._units
        cited = next((k for k in range(at - 2, max(self._low, at - ASIDE), -1) if units[k].low in CITED), None)
        if cited is None:
            return None
        if units[cited - 1].low in _PASSIVE:
            source = subject(units, self._low, cited - 1, self._discourse)
            return Verb(at, source.first, at + 1, source) if source else None
        source = named_after(units, cited + 1, at - 1, self._discourse)
        paper = subject(units, self._low, cited, self._discourse)
        return Verb(at, paper.first if paper else cited, at + 1, source) if source else None

    def _only_subject(self, at: int) -> Source | None:
        """Return whoever the sentence is about, in front of all its verbs: "Lind reacted to the vote, saying"."""
        verb = next((k for k in range(self._low, at) if is_finite(self._units[k].low)), None)
        return subject(self._units, self._low, verb, self._discourse) if verb is not None else None

    def _may_follow(self, at: int) -> bool:
        """Whether the subject may stand behind the verb: "“No,” said Lind", "it was late, said Lind"."""
        if self._units[at].low in TELLING or at == self._low:
            return False
        previous = self._units[at - 1]
        if previous.kind is Kind.QUOTED:
            return self._is_name_next(at + 1) and not is_embedded(self._units, self._low, at - 1)
        if previous.low not in {",", "—", "–"}:
            return False
        behind_quotation = at - 2 >= self._low and self._is_apart(at - 2)
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
        return at - verb <= ASIDE
