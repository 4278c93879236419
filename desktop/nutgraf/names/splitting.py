"""Phrases that hold several names, or a name and what someone is: "UN and Security Council", "Acme Director Jane Doe"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.phrases import ORGANIZATION, PERSON, Phrase
from nutgraf.names.titles import AMBIGUOUS, COURTESY, RANKS
from nutgraf.names.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINKS = frozenset({
    "al", "el", "bin", "bint", "ibn", "ben", "abu", "umm", "de", "da", "do", "dos", "du", "di", "della", "la", "le",
    "van", "von", "der", "den", "ter", "zu", "af", "st", "mac", "san", "dela", "del", "i", "y", "e",
})  # fmt: skip
_PORTFOLIOS = frozenset(
    {"minister", "secretary"}
)  # what is before them is what they see to: "External Affairs Minister"
_AND = frozenset({"and", "&", ",", "/", "or"})
_LONGEST_NAME = 4


def split(phrase: Phrase, words: Sequence[str]) -> Iterator[Phrase]:
    """Yield the names that were tagged as one."""
    first = phrase.first
    for at in range(phrase.first, phrase.last):
        inside = phrase.first < at < phrase.last - 1
        if _precedes_person(phrase, words, at) and (phrase.kind == ORGANIZATION or _describes(words, first, at)):
            left = phrase._replace(first=first, last=_without_title(words, first, at), kind=ORGANIZATION)
            named = phrase.kind == ORGANIZATION and plain(words[at]) not in _PORTFOLIOS
            if left.first < left.last and (named or "o" in _lists(words, left)) and not _is_of_rank(words, left, at):
                yield left
            yield phrase._replace(first=at + 1, kind=PERSON)
            return
        if inside and _is_of_realm(phrase, words, first, at):
            continue
        if inside and (_joins(phrase, words, first, at) or (phrase.kind == PERSON and _parts(words[at]))):
            yield phrase._replace(first=first, last=at)
            first = at + 1
        elif inside and words[at] in GENITIVE and _is_place(words[first:at]):
            first = at + 1
        elif inside and words[at] == "of" and _is_person_of_place(phrase, words, at):
            yield phrase._replace(first=first, last=at, kind=PERSON)
            return
    yield phrase._replace(first=first)


def _is_of_rank(words: Sequence[str], phrase: Phrase, at: int) -> bool:
    """Whether the phrase is a word of the rank at `at`: "Air" of "Air Commodore Varga"."""
    return phrase.last - phrase.first == 1 and words[phrase.first].istitle() and plain(words[at]) in RANKS


def _is_of_realm(phrase: Phrase, words: Sequence[str], first: int, at: int) -> bool:
    """Whether a person's given name goes on over "of": "Catherine of Aragon"."""
    given = phrase.kind == PERSON and at - first == 1 and "g" in gazetteer().lists(plain(words[first]))
    return given and words[at] == "of" and words[at + 1][0].isupper()


def _lists(words: Sequence[str], phrase: Phrase) -> str:
    flags = gazetteer().lists
    return "".join(flags(plain(word)) for word in words[phrase.first : phrase.last])


def _parts(word: str) -> bool:
    """Whether no person's name goes on over this word: "Ana Ruiz beat Bo Ek", "Ruiz’s offer"."""
    return word in {"'s", "’s"} or (word.isalpha() and word.islower() and word not in LINKS)


def _describes(words: Sequence[str], first: int, at: int) -> bool:
    """Whether a person's phrase up to the title at `at` says what the person is: "Bollywood actor", "Russian President"."""
    lists = [gazetteer().lists(plain(word)) for word in words[first:at]]
    return words[at].islower() or all(set("mnoprt") & set(each) for each in lists)


def _precedes_person(phrase: Phrase, words: Sequence[str], at: int) -> bool:
    """Whether the word is a title or a role, and the rest of the phrase is what a person is called."""
    known = gazetteer()
    name = words[at + 1 : phrase.last]
    low = plain(words[at])
    if low not in _before_people():
        return False
    if not 1 <= len(name) <= _LONGEST_NAME:
        return False
    lists = [known.lists(plain(word)) for word in name]
    if any(flag in each for each in lists for flag in "otr") or not all(
        word[0].isupper() or word in LINKS for word in name
    ):
        return False
    if len(name) == 1:
        return low in RANKS or (phrase.kind == PERSON and words[at].islower())
    return "g" in lists[0] or "f" in lists[-1] or "p" not in "".join(lists)


@cache
def _before_people() -> frozenset[str]:
    """Return the titles and roles behind which people are named, and which are hardly ever part of another name."""
    known = gazetteer()
    return (known.titles | known.roles | COURTESY) - AMBIGUOUS - known.organization_words - LINKS


def _without_title(words: Sequence[str], first: int, last: int) -> int:
    while last > first and plain(words[last - 1]) in gazetteer().title_words:
        last -= 1
    return last


def _joins(phrase: Phrase, words: Sequence[str], first: int, at: int) -> bool:
    """Whether there is an "and" that stands between two names, not inside one: "Department of Health and Human Services"."""
    if words[at] not in _AND:
        return False
    if phrase.kind == PERSON:
        return words[at] != ","
    if words[at] in {"&", ","}:
        return False
    left = " ".join(words[first:at])
    ends = at - first > 1 and plain(words[at - 1]) in gazetteer().organization_words and words[at + 1][0].isupper()
    places = gazetteer().is_place(left) and "p" not in gazetteer().lists(plain(words[at + 1]))
    return ends or left.replace(".", "").isupper() or places


def _is_place(words: Sequence[str]) -> bool:
    """Whether what owns the rest of a name is a place: "Egypt’s Ministry", "London’s High Court", not "Lord’s Army"."""
    name = " ".join(words)
    return gazetteer().is_place(name) or gazetteer().lists(plain(name)) == "p"


def _is_person_of_place(phrase: Phrase, words: Sequence[str], at: int) -> bool:
    """Whether it is a given and a family name before "of", a place after it: "Naomi Ota of Japan"."""
    name = phrase._replace(last=at)
    flags = gazetteer().lists
    whole = 2 <= at - phrase.first <= _LONGEST_NAME and "o" not in _lists(words, name)
    return whole and "g" in flags(plain(words[phrase.first])) and _is_place(words[at + 1 : phrase.last])
