"""Who said what: direct and reported quotations, each with the words that name its speaker.

A block is read sentence by sentence as units (`units`): words, whole mentions, and what stands between quotation marks as one.
`attributions` finds verbs of speech, their subjects (`speakers`) and what these say; pronouns are looked up in what came
before (`discourse`). What is quoted without an attribution of its own goes on from the one before, or is nobody's.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.names.attributions import said
from nutgraf.names.discourse import NOBODY, NOTHING, Discourse
from nutgraf.names.role_words import BODIES, DETERMINERS
from nutgraf.names.speech import DOCUMENTS, ORGANS, PARTICLES, PREPOSITIONS, RECORDS, SAYING
from nutgraf.names.units import STOPS, Kind
from nutgraf.text.entity import Quotation
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.spoken_sentence import Said
    from nutgraf.names.units import Unit
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

_ENDS = frozenset(".!?…")
_WHERE = frozenset({"on", "in", "at", "via"})  # "wrote on Facebook: “No.”"
_SIGNS = " ,;:—–("
_LONGEST = 400  # units of a sentence; a text without stops is cut, so that no step takes long
_REACH = 16  # units behind “Who?” in which a verb of speech makes one sentence of both


def find_quotations(
    text: str,
    blocks: Sequence[list[Unit]],
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    cancel: Cancel,
) -> tuple[Quotation, ...]:
    """Return the quotations in blocks of prose in reading order, none overlapping. Takes time linear in the text.

    Raises:
        Cancelled: the token was set.

    """
    finder = _Finder(text, Discourse(text, entities, sentences))
    speakers = Counter(units[0].entity for units in blocks if _opens_with_speaker(units))
    is_talk = any(turns > 1 for turns in speakers.values())  # else a list: "Maria Lind: a baker"
    found: list[Quotation] = []
    for units in blocks:
        cancel.check()
        found += finder.transcript(units) if is_talk and _opens_with_speaker(units) else finder.block(units)
    return tuple(found)


def _opens_with_speaker(units: Sequence[Unit]) -> bool:
    """Whether the block begins "Maria Lind: ", as in the record of a talk."""
    return len(units) > 2 and units[0].kind is Kind.MENTION and units[1].low == ":" and not units[2].quoted


class _Finder:
    """Finds quotations block by block; what came before has a say in what follows."""

    def __init__(self, text: str, discourse: Discourse) -> None:
        self._text, self._discourse = text, discourse
        self._last: Quotation | None = None  # the quotation before, in this block or the one before
        self._is_near = False  # whether that one stands right before
        self._is_open = False  # whether the block before ended in a quotation that nothing closed

    def transcript(self, units: list[Unit]) -> list[Quotation]:
        """Return what follows the speaker's name and a colon, whole."""
        self._discourse.open_block(units)
        speaker = units[0]
        span = Span(units[2].start, units[-1].end)
        self._discourse.note_speaker(span.start, speaker.entity)
        self._last, self._is_open = None, False
        return [Quotation(span, Span(speaker.start, speaker.end), speaker.entity, certain=True, direct=True)]

    def block(self, units: list[Unit]) -> list[Quotation]:
        """Return the quotations of a block."""
        self._discourse.open_block(units)
        found: list[Quotation] = []
        before = self._last
        for number, (low, high) in enumerate(_sentences(self._text, units)):
            own = sorted(self._of_sentence(units, low, high, is_first=not number), key=lambda each: each.span)
            found += own
            self._is_near = bool(own)
            if own:
                self._last = own[-1]
            elif any(unit.kind is Kind.MENTION and self._discourse.is_person(unit.entity) for unit in units[low:high]):
                self._last = None  # someone else may speak next
        if not found and self._last is before:
            self._last = None
        self._is_open = bool(units) and units[-1].quoted is not None and units[-1].quoted.is_open
        return found

    def _of_sentence(self, units: list[Unit], low: int, high: int, *, is_first: bool) -> list[Quotation]:
        taken: list[tuple[int, int]] = []
        found = []
        all_said = said(self._text, units, low, high, self._discourse)
        for each in sorted(all_said, key=lambda each: (each.first, -each.last)):
            if not taken or each.first >= taken[-1][1]:
                taken.append((each.first, each.last))
                found.append(self._quotation(units, each))
        for at in range(low, high):
            if units[at].quoted and not any(first <= at < last for first, last in taken):
                speaker = self._unattributed(units, low, at, high, is_first=is_first)
                if speaker:
                    found.append(speaker)
        worded = [quotation for quotation in found if len(quotation.span)]  # “she said that, …” may leave nothing
        for quotation in worded:
            if quotation.speaker is not None:
                asks = self._text[quotation.span.end - 1] == "?"
                self._discourse.note_speaker(quotation.span.start, quotation.speaker, asks=asks)
            elif unnamed := self._unnamed(quotation.source):
                self._discourse.note_speaker(quotation.span.start, unnamed)
        return worded

    def _unnamed(self, source: Span) -> int:
        """Return NOBODY if the words mean one person without a name ("an official"), NOTHING for a body or document, else 0."""
        words = source.of(self._text).lower().split()
        one = words[0] in DETERMINERS or words[0] == "one"
        head = next(
            (word for at, word in enumerate(words) if words[at + 1 : at + 2] and words[at + 1] in PREPOSITIONS),
            words[-1],
        )
        if not one or head.endswith("s"):
            return 0
        return NOTHING if head in BODIES | ORGANS | DOCUMENTS | RECORDS else NOBODY

    def _quotation(self, units: list[Unit], said: Said) -> Quotation:
        source = said.source
        whole = source.speaker is None or units[source.core].kind is not Kind.MENTION
        first, last = (source.first, source.last) if whole else (source.core, source.core + 1)
        named = Span(units[first].start, units[last - 1].end)
        quoted = units[said.first].quoted if said.direct else None
        span = quoted.inner if quoted else Span(units[said.first].start, units[said.last - 1].end)
        return Quotation(_trimmed(self._text, span), named, source.speaker, source.certain, said.direct)

    def _unattributed(self, units: list[Unit], low: int, at: int, high: int, *, is_first: bool) -> Quotation | None:
        """Return a quotation that no verb of speech introduces, if it is one and someone can be told to have said it."""
        quoted = units[at].quoted
        assert quoted
        span = _trimmed(self._text, quoted.inner)
        if at == low and is_first and self._is_open and self._last:
            return Quotation(span, self._last.source, self._last.speaker, self._last.certain, direct=True)
        is_whole = self._text[span.start : span.start + 1].isupper() and (
            quoted.is_open or self._text[span.end - 1] in _ENDS
        )
        if not is_whole or (at > low and units[at - 1].kind is not Kind.MARK):
            return None
        if at > low and units[at - 1].low == ":":
            named = [
                units[k]
                for k in range(low, at - 1)
                if units[k].kind is Kind.MENTION
                and (self._discourse.is_person(units[k].entity) or k == low or units[k - 1].low not in _WHERE)
            ]
            people = [unit for unit in named if self._discourse.is_person(unit.entity)] or named
            certain = len({unit.entity for unit in people}) == 1
            return self._by(span, people[0], certain=certain) if people else None
        if any(unit.kind is not Kind.QUOTED and unit.low not in STOPS for unit in units[low:high]):
            return None
        if self._last:
            certain = self._last.certain and self._is_near and not is_first
            return Quotation(span, self._last.source, self._last.speaker, certain, direct=True)
        return None if is_first else self._by_subject(units, low, span)

    def _by(self, span: Span, unit: Unit, *, certain: bool) -> Quotation:
        return Quotation(span, Span(unit.start, unit.end), unit.entity, certain, direct=True)

    def _by_subject(self, units: list[Unit], low: int, span: Span) -> Quotation | None:
        """Return the quotation as that of whom the sentence before is about: "Lind shrugged. “No.”"."""
        meant = self._discourse.pronoun("they", units[low].start)
        before = units[max(0, low - _LONGEST) : low]
        named = next((unit for unit in reversed(before) if meant and unit.entity == meant.entity), None)
        return self._by(span, named, certain=False) if named else None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and text[end - 1] in _SIGNS:
        end -= 1
    while start < end and text[start] in _SIGNS:
        start += 1
    return Span(start, end)


def _sentences(text: str, units: list[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the sentences as (first, after last); a quotation and its attribution are of one."""
    low = 0
    for at, unit in enumerate(units):
        if unit.low in STOPS and not (at + 1 < len(units) and units[at + 1].low in STOPS):
            ends = unit.low != ";" and not _is_inside(text, unit)
        elif unit.quoted:
            ends = at + 1 == len(units) or (_closes(text, unit) and not _is_attributed(text, units, at + 1))
        else:
            ends = at - low >= _LONGEST
        if ends:
            yield low, at + 1
            low = at + 1
    if low < len(units):
        yield low, len(units)


def _is_inside(text: str, stop: Unit) -> bool:
    """Whether the stop is one of a number, an address or an abbreviation: "PM2.5", "(D-Calif.)"."""
    following = text[stop.end : stop.end + 1]
    return following.isdigit() or following.islower() or (stop.low == "." and following in {")", ","})


def _closes(text: str, unit: Unit) -> bool:
    assert unit.quoted
    return text[unit.quoted.inner.end - 1] in _ENDS


def _is_attributed(text: str, units: list[Unit], at: int) -> bool:
    """Whether the sentence goes on at unit `at` behind a quotation that ends like one."""
    unit = units[at]
    if unit.kind is Kind.MARK:
        return unit.low not in {"(", "["} and unit.low not in STOPS
    if unit.kind is Kind.QUOTED:
        return False
    if text[unit.start].islower():
        return True
    asked = text[units[at - 1].end - 2] in "!?"
    return asked and any(each.low in SAYING or each.low in PARTICLES for each in units[at : at + _REACH])
