"""Tagged phrases, and what is trimmed off them: titles, articles, possessives; places and peoples are no organizations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.gazetteer import gazetteer, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PERSON, ORGANIZATION, PLACE = "PER", "ORG", "LOC"
_LINKS = frozenset({
    "al", "el", "bin", "bint", "ibn", "ben", "abu", "umm", "de", "da", "do", "dos", "du", "di", "della", "la", "le",
    "van", "von", "der", "den", "ter", "zu", "af", "st", "mac", "san", "dela",
})  # fmt: skip
_LONGEST_NAME = 4
_GENITIVE = frozenset({"'s", "’s", "'", "’"})
_ADDRESS = re.compile(r"^(?:https?:|www\.|[@#])|@|\.(?:com|org|net)$", re.IGNORECASE)


class Phrase(NamedTuple):
    """Tokens `first` up to `last` of passage number `passage`; `kind` is PER, ORG or LOC."""

    passage: int
    first: int
    last: int
    kind: str
    confidence: float


def words_of(phrase: Phrase, texts: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the phrase's tokens."""
    return texts[phrase.passage][phrase.first : phrase.last]


def key_of(words: Sequence[str]) -> str:
    """Return what makes two phrases the same one: the words without case and full stops."""
    return " ".join(word.lower().replace(".", "").replace("’", "'") for word in words)


def trimmed(phrases: Iterable[Phrase], texts: Sequence[Sequence[str]]) -> Iterator[Phrase]:
    """Yield the phrases as names: split, trimmed, and without those that are none."""
    for phrase in phrases:
        for part in _split(phrase, texts[phrase.passage]):
            name = _trim(part, texts[part.passage])
            if name and _is_name(name, texts[name.passage]):
                yield name


def _split(phrase: Phrase, words: Sequence[str]) -> Iterator[Phrase]:
    """Yield the names that were tagged as one: "the UN and Security Council", "Acme Director Jane Doe"."""
    first = phrase.first
    for at in range(phrase.first, phrase.last):
        inside = phrase.first < at < phrase.last - 1
        if _precedes_person(words, at, phrase.last):
            if inside:
                yield phrase._replace(first=first, last=_without_title(words, first, at), kind=ORGANIZATION)
            yield phrase._replace(first=at + 1, kind=PERSON)
            return
        if inside and words[at] in {"and", "&", ",", "/", "or"} and _splits(phrase, words, first, at):
            yield phrase._replace(first=first, last=at)
            first = at + 1
        elif inside and words[at] in _GENITIVE and _is_place(words[first:at]):
            first = at + 1
    yield phrase._replace(first=first)


def _precedes_person(words: Sequence[str], at: int, last: int) -> bool:
    """Whether the word is a title or a role, and the rest of the phrase is what a person is called."""
    known = gazetteer()
    name = words[at + 1 : last]
    if plain(words[at]) not in known.titles | known.roles or not 1 <= len(name) <= _LONGEST_NAME:
        return False
    lists = [known.flags.get(plain(word), "") for word in name]
    if any("o" in each or "t" in each or "r" in each for each in lists):
        return False
    if not all(word[0].isupper() or word in _LINKS for word in name) or words[at] in _LINKS:
        return False
    return len(name) > 1 and ("g" in lists[0] or "f" in lists[-1] or not (set("p") & set("".join(lists))))


def _without_title(words: Sequence[str], first: int, last: int) -> int:
    while last > first and plain(words[last - 1]) in gazetteer().title_words:
        last -= 1
    return last


def _splits(phrase: Phrase, words: Sequence[str], first: int, at: int) -> bool:
    if phrase.kind == PERSON:
        return words[at] != ","
    if words[at] in {"&", ","}:
        return False
    left = " ".join(words[first:at])
    return left.replace(".", "").isupper() or gazetteer().is_place(left)


def _trim(phrase: Phrase, words: Sequence[str]) -> Phrase | None:
    """Return the phrase without what stands before and after the name itself; None if nothing is left."""
    first, last = phrase.first, phrase.last
    while first < last and (words[first].lower() == "the" or not words[first][0].isalnum()):
        first += 1
    while first < last and (words[last - 1] in _GENITIVE or not any(map(str.isalnum, words[last - 1]))):
        last -= 1
    if phrase.kind == PERSON:
        known = gazetteer().title_words
        while last - first > 1 and plain(words[first]) in known and not _is_given(words, first, last):
            first += 1
        while last - first > 1 and words[first].islower() and plain(words[first]) not in _LINKS:
            first += 1
        if last - first == 1 and plain(words[first]) in known and not _is_given(words, first, last):
            return None
    return phrase._replace(first=first, last=last) if first < last else None


def _is_given(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word that may be a title ("Major", "King", "Justin") is here more likely a name: "Earl Warren"."""
    word = plain(words[first])
    lists = gazetteer().flags.get(word, "")
    strong = lists.replace("m", "").replace("r", "")
    return "g" in strong and "t" not in strong and last - first > 1


def _is_name(phrase: Phrase, words: Sequence[str]) -> bool:
    name = words[phrase.first : phrase.last]
    joined = " ".join(name)
    if not any(map(str.isupper, joined)) or any(_ADDRESS.search(word) for word in name):
        return False
    if phrase.kind == PLACE:
        return True
    if phrase.kind == PERSON and (len(joined) == 1 or any(map(str.isdigit, joined))):
        return False
    if phrase.kind == ORGANIZATION and joined.replace(".", "").isdigit():
        return False
    if phrase.kind == PERSON and {"g", "f"} & set(gazetteer().flags.get(plain(joined), "")):
        return not gazetteer().is_people(plain(joined))  # "Jordan" may be either
    return not gazetteer().is_place(joined)


def _is_place(words: Sequence[str]) -> bool:
    """Whether what owns the rest of a name is a place: "Egypt’s Ministry", "London’s High Court", not "Lord’s Army"."""
    name = " ".join(words)
    return gazetteer().is_place(name) or gazetteer().flags.get(plain(name), "") == "p"
