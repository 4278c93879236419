"""The noun phrase beside a verb of speech, and whom it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.adverbials import before_adverbials, past_opening
from nutgraf.names.role_words import DETERMINERS, is_role, is_title
from nutgraf.names.speech import (
    ANSWERS,
    CONJUNCTIONS,
    DOCUMENTS,
    NOT_SAID,
    ORGANS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SPOKESMEN,
    SUBORDINATE,
    TO_SAY,
    is_finite,
    is_speakers_own,
)
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.discourse import Discourse
    from nutgraf.names.units import Unit

_LONGEST = 16  # units of a noun phrase with its names
_NEAR = 3  # units before a name in which "on" tells where something stood
_CALL = 6  # units of "called the Herald to say"
_FAR = 40  # units of an apposition between a name and its verb
_WHERE = frozenset({"on", "in", "at"})
_BREAKING = SUBORDINATE - {"once"}  # "the once mighty bank" is one phrase
_LISTING = frozenset({"and", "or", "but", "&"})
_SUBJECTS = {"him": "he", "her": "she", "them": "they"}
_OBJECTS = _SUBJECTS.keys() | {"me", "us"}
# Words that no noun phrase ends in.
_NO_HEADS = DETERMINERS | PREPOSITIONS | GENITIVE | _OBJECTS | {"that", "which"}
_FOR = SPOKESMEN | DOCUMENTS  # whoever these speak for is the speaker


class Source(NamedTuple):
    """Units `first` up to `last` are the whole phrase, `core` is the one that names the speaker best."""

    first: int
    last: int
    core: int
    speaker: int | None
    certain: bool


def subject(units: Sequence[Unit], low: int, verb: int, discourse: Discourse) -> Source | None:
    """Return who is the subject of the verb, reading to the left down to unit `low`; None if nobody is."""
    at = before_adverbials(units, low, verb - 1)
    if at > low and units[at].low == "to":
        ahead = range(at - 1, max(low, at - _CALL), -1)
        at = next((k - 1 for k in ahead if units[k].low in TO_SAY), at)
    if at < low or units[at].low in NOT_SAID:
        return None
    if units[at].low == ")":
        at = _opening(units, low, at) - 1
    if at >= low and units[at].low in {",", "—", "–"}:
        return _around_apposition(units, low, at, units[at].low, discourse)
    if is_embedded(units, low, at):  # "Joe Tait, author of “The Bank,” said": the comma is inside
        return _around_apposition(units, low, at + 1, ",", discourse)
    return _ending_at(units, low, at, discourse) if at >= low else None


def named_after(units: Sequence[Unit], first: int, high: int, discourse: Discourse) -> Source | None:
    """Return whom the noun phrase names that begins at unit `first`, below `high`; None if no phrase does."""
    if first >= high or is_speakers_own(units[first].low):
        return None
    if _is_object(units, first):
        return _pronoun(units, first, discourse) if units[first - 1].low == "to" else None
    if units[first].low in PRONOUNS:
        return _pronoun(units, first, discourse)
    last = first
    while last < min(high, first + _LONGEST) and (
        units[last].kind is Kind.MENTION
        or (units[last].kind is Kind.WORD and not _ends_phrase(units[last]))
        or units[last].low in GENITIVE
    ):
        last += 1
    if last == first:
        return None
    people = [at for at in range(first, last) if _is_person(units, at, discourse) and not _owns(units, at)]
    people = [at for at in people if not _depends(units, first, at)]
    if people:
        return Source(first, people[0] + 1, people[0], units[people[0]].entity, certain=True)
    apposed = last + 1 < high and units[last].low == "," and _is_person(units, last + 1, discourse)
    told = any(is_role(unit) or unit.low in _FOR or unit.low in GENITIVE for unit in units[first:last])
    if apposed and told and not _owns(units, last + 1):
        return Source(first, last + 2, last + 1, units[last + 1].entity, certain=True)
    return _phrase(units, first, last, discourse)


def _is_object(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit is "him" or the like, and not the "her" of "her lawyer"."""
    owns = units[at].low == "her" and at + 1 < len(units) and units[at + 1].kind is not Kind.MARK
    return units[at].low in _OBJECTS and not owns


def _ends_phrase(unit: Unit) -> bool:
    return (
        unit.low in CONJUNCTIONS or unit.low in SAYING or unit.low in NOT_SAID or unit.low in {"that", "who", "which"}
    )


def _is_person(units: Sequence[Unit], at: int, discourse: Discourse) -> bool:
    return units[at].kind is Kind.MENTION and discourse.is_person(units[at].entity)


def _owns(units: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].low in GENITIVE


def _depends(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether the name only tells of whom or what: "the wife of Joe Tait", but not "a spokesman for Joe Tait"."""
    before = at - 2 if at > first and units[at - 1].low == "the" else at - 1
    if before < first or units[before].low not in PREPOSITIONS:
        return False
    return units[before].low in _WHERE or not any(unit.low in _FOR for unit in units[first:before])


def _opening(units: Sequence[Unit], low: int, at: int) -> int:
    while at > low and units[at].low != "(":
        at -= 1
    return at


def is_embedded(units: Sequence[Unit], low: int, at: int) -> bool:
    """Whether the unit is a title inside a phrase: "author of “The Bank,”"."""
    return at - 1 > low and units[at].kind is Kind.QUOTED and units[at - 1].low in PREPOSITIONS | DETERMINERS


def _around_apposition(units: Sequence[Unit], low: int, comma: int, mark: str, discourse: Discourse) -> Source | None:
    """Return the subject of "Joe Tait, 44, the mayor, said" or "the mayor, Joe Tait, said"; `comma` is behind it all."""
    if (first := _listed(units, low, comma)) is not None:
        return Source(first, comma, first, units[first].entity, certain=False)
    named = _apposed(units, low, comma, mark, discourse)
    if named and named.speaker is not None and discourse.is_person(named.speaker):
        return named
    nobody = None
    for at in range(comma - 2, max(low, comma - _FAR), -1):
        if units[at].low in {":", "—"} and mark == ",":
            break
        if units[at].low == mark and units[at - 1].kind is Kind.MENTION and units[at + 1].low not in _LISTING:
            if named and not _is_person(units, at - 1, discourse):
                break
            found = _ending_at(units, low, at - 1, discourse)
            if found and found.speaker is not None:
                return found._replace(last=comma)
            nobody = nobody or found
    alone = not any(unit.kind is Kind.MENTION or is_finite(unit.low) for unit in units[low : comma - 1])
    if not named and alone and _is_person(units, comma - 1, discourse):
        named = _ending_at(units, low, comma - 1, discourse)  # "the mayor Joe Tait, said"
    return named or (nobody._replace(last=comma) if nobody else None)


def _listed(units: Sequence[Unit], low: int, comma: int) -> int | None:
    """Return the first name of "Joe Tait, Ana Ruiz and Bo Ek," whose last comma that is."""
    at = comma - 5
    listed = at >= low and units[at + 1].low == "," and units[at + 3].low == "and"
    return at if listed and all(units[k].kind is Kind.MENTION for k in (at, at + 2, at + 4)) else None


def _apposed(units: Sequence[Unit], low: int, comma: int, sign: str, discourse: Discourse) -> Source | None:
    """Return the subject whose name stands between marks, behind who that is: "a spokesman for Acme, Joe Tait, said"."""
    last = comma - 1
    if units[last].kind is not Kind.MENTION:
        return None
    mark = last - 1
    while (mark > low and is_title(units[mark])) or is_role(units[mark]):
        mark -= 1
    if mark - 1 < low or units[mark].low != sign:
        return None
    before = units[mark - 1]
    of_body = (
        before.kind is Kind.MENTION and not discourse.is_person(before.entity) and _is_person(units, last, discourse)
    )
    first = _left_of(units, low, mark - 1)
    body = units[first:mark]
    told = before.kind is Kind.WORD or (of_body and any(unit.low in SPOKESMEN or is_role(unit) for unit in body))
    if not told or any(unit.kind is Kind.WORD and is_finite(unit.low) for unit in body):
        return None
    return Source(first, comma, last, units[last].entity, certain=True)


def _ending_at(units: Sequence[Unit], low: int, at: int, discourse: Discourse) -> Source | None:
    """Return whom the noun phrase names whose last unit is `at`."""
    unit = units[at]
    if is_speakers_own(unit.low) or unit.low in CONJUNCTIONS | _NO_HEADS or unit.kind in {Kind.MARK, Kind.QUOTED}:
        return None
    if unit.low == "who":
        held = at - 2 if at - 1 > low and units[at - 1].low == "," else at - 1
        named = held >= low and units[held].kind is Kind.MENTION
        return Source(held, at + 1, held, units[held].entity, certain=True) if named else None
    if unit.low in PRONOUNS:
        return _pronoun(units, at, discourse)
    first = _left_of(units, low, at)
    if unit.kind is Kind.MENTION and not _depends(units, first, at):
        pair = at - 2 >= low and units[at - 1].low == "and" and units[at - 2].kind is Kind.MENTION
        if pair and at - 3 >= low and units[at - 3].low == ",":
            return None  # one of a list
        core = at - 2 if pair else at
        return Source(min(first, core), at + 1, core, units[core].entity, certain=not pair)
    if unit.kind is Kind.MENTION and at - 2 >= first and units[at - 2].kind is Kind.MENTION:
        return Source(first, at + 1, at - 2, units[at - 2].entity, certain=True)  # "Joe Tait of Acme"
    return _phrase(units, first, at + 1, discourse)


def _left_of(units: Sequence[Unit], low: int, at: int) -> int:
    """Return where the noun phrase begins that ends with unit `at`."""
    first = at
    while first > low and at - first < _LONGEST:
        unit = units[first - 1]
        if unit.kind is Kind.QUOTED or _ends_phrase(unit) or unit.low in _BREAKING:
            break
        if unit.kind is Kind.MARK and unit.low not in GENITIVE and unit.low != "-":
            break
        first -= 1
    return first


def _pronoun(units: Sequence[Unit], at: int, discourse: Discourse) -> Source:
    answers = any(unit.low in ANSWERS for unit in (*units[max(0, at - 1) : at], *units[at + 1 : at + 2]))
    low = _SUBJECTS.get(units[at].low, units[at].low)
    known = low in {"he", "she", "it"}
    meant = discourse.pronoun(low, units[at].start, answers=answers) if known else None
    return Source(at, at + 1, at, meant.entity if meant else None, bool(meant and meant.certain))


def _phrase(units: Sequence[Unit], first: int, last: int, discourse: Discourse) -> Source | None:
    """Return the source of a phrase without a person's name of its own: an organization, its spokesman, "the minister"."""
    first = past_opening(units, first, last)
    if not any(unit.low[0].isalpha() and unit.low not in DETERMINERS for unit in units[first:last]):
        return None
    held = [at for at in range(first, last) if units[at].kind is Kind.MENTION]
    nouns = {unit.low for unit in units[first:last]}
    for at in held:
        if any(unit.low in _WHERE for unit in units[max(first, at - _NEAR) : at]):
            continue  # "a statement on her Facebook page"
        speaks = nouns & _FOR or (last - 1 > at and units[last - 1].low in ORGANS)
        if at == last - 1 and not _depends(units, first, at) and not _owns(units, at):
            return Source(first, last, at, units[at].entity, certain=True)
        if speaks and not discourse.is_person(units[at].entity):
            return Source(first, last, at, units[at].entity, certain=True)
    meant = None
    if units[last - 1].low == "year-old":
        meant = discourse.pronoun("they", units[first].start)
        meant = meant._replace(certain=False) if meant else None
    elif units[first].low == "the" and last - first in {2, 3} and units[last - 1].kind is Kind.WORD:
        meant = discourse.noun([unit.low for unit in units[first + 1 : last]])
    return Source(first, last, last - 1, meant.entity if meant else None, certain=False)
