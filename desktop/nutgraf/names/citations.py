"""What is said without a verb of speech: "according to" someone, and in the words that someone calls a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.clauses import PLACING, is_clause, may_be_finite, past_appositions
from nutgraf.names.speakers import Source, named_after, subject
from nutgraf.names.speech import GOING_ON, JUDGING, PREPOSITIONS, SAYING, WHEN
from nutgraf.names.spoken_sentence import ASIDE, Said, SpokenSentence
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


class Citations(SpokenSentence):
    """Finds what someone is cited for in a sentence."""

    def according(self) -> Iterator[Said]:
        """Yield what is said "according to" someone."""
        units = self._units
        for at in range(self._low, self._high - 2):
            if units[at].low == "according" and units[at + 1].low == "to":
                source = named_after(units, at + 2, self._high, self._discourse)
                said = self._according_to(source, at) if source else None
                if said:
                    yield said

    def _according_to(self, source: Source, at: int) -> Said | None:
        """Return what is said where "according" is unit number `at`."""
        units = self._units
        last = at - 1 if at > self._low and units[at - 1].low == "," else at
        behind = past_appositions(units, source.last, self._high)
        if at == self._low or units[last - 1].low in {"and", "but"}:
            return Said(behind, self.end(), False, source) if is_clause(units, behind, self.end()) else None
        if units[last - 1].kind is Kind.QUOTED and last - 1 == self._low:
            return Said(last - 1, last, True, source)
        if self._goes_on_behind(source):
            return None
        if is_clause(units, self._low, last):
            return Said(self._low, last, False, source)
        interrupts = last < at and self._has_more(behind)  # "The trees, according to Lind, do not know yet"
        return Said(self._low, self.end(), False, source) if interrupts else None

    def _has_more(self, first: int) -> bool:
        """Whether the sentence goes on with quoted words or a clause at unit `first`."""
        rest = self._units[first : self.end()]
        return any(unit.kind is Kind.QUOTED for unit in rest) or any(map(may_be_finite, rest))

    def _goes_on_behind(self, source: Source) -> bool:
        """Whether the sentence goes on behind the source without a mark: "which according to Lind they do not know"."""
        if source.last >= self._high:
            return False
        unit = self._units[source.last]
        return unit.kind is Kind.QUOTED or (
            unit.kind is Kind.WORD and unit.low not in PLACING | WHEN | PREPOSITIONS | {"who", "as", "and"}
        )

    def judged(self) -> Iterator[Said]:
        """Yield what someone calls or describes something as, in quoted words."""
        units = self._units
        for at in range(self._low, self._high):
            if units[at].kind is not Kind.WORD or units[at].low not in JUDGING:
                continue
            ahead = range(at + 1, min(self._high, at + ASIDE))
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
