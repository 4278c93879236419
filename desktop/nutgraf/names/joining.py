"""Phrases that were tagged in pieces: "Jan van" … "Berg", "Jan “Joey”" … "Berg", "Agency for Rivers" and "Coasts"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.features import is_headline
from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.phrases import ORGANIZATION, PERSON, PLACE, Phrase
from nutgraf.names.splitting import LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 4
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "middle"}
)
_HEAD = 2  # words of which one is what kind of body it is: "U.N. Office"
_NICKNAME = 3  # words between quotation marks inside a name, at most
_MARKS = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_OPEN = frozenset({"and", "&", "of", "for", "the"})  # no name ends here


def joined(phrases: Iterable[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Return the phrases in order, whole."""
    found: list[Phrase] = []
    for phrase in _with_nicknames(sorted(phrases), texts):
        if found and _continues(found[-1], phrase, texts[phrase.passage]):
            sure = min(found[-1].confidence, phrase.confidence)
            found[-1] = found[-1]._replace(last=phrase.last, confidence=sure)
        else:
            found.append(phrase)
    nexts = [*found[1:], None]
    return [_completed(each, after, texts[each.passage]) for each, after in zip(found, nexts, strict=False)]


def _continues(one: Phrase, other: Phrase, words: Sequence[str]) -> bool:
    """Whether both are a person and only "van der" and the like stand between, or an organization breaks off at "and" or "of"."""
    if one.passage != other.passage:
        return False
    breaks = one.kind == ORGANIZATION and one.last == other.first
    if breaks and other.kind == PLACE:
        return words[one.last - 1] in {"of", "for"}
    if one.kind != other.kind:
        return False
    if one.kind == ORGANIZATION:
        return (breaks and words[one.last - 1] in _OPEN) or _is_for(one, other, words) or _lists(one, other, words)
    if one.kind != PERSON:
        return False
    between = words[one.last : other.first]
    link = words[one.last - 1] in LINKS or bool(between)
    return link and all(word in LINKS for word in between)


def _is_for(one: Phrase, other: Phrase, words: Sequence[str]) -> bool:
    """Whether the second phrase is what the first is for: "UN Office" "for the" "Coordination of Relief"."""
    purpose = list(words[one.last : other.first]) == ["for", "the"] and {"of", "and"} & set(
        words[other.first : other.last]
    )
    return bool(purpose) and plain(words[one.last - 1]) in gazetteer().organization_words


def _lists(one: Phrase, other: Phrase, words: Sequence[str]) -> bool:
    """Whether a body's fields go on behind a comma: "Department for Trade", "Food and Rivers", not "Marks and Spencer"."""
    named, more = words[one.first : one.last], words[other.first : other.last]
    is_body = any(plain(word) in gazetteer().organization_words for word in named[:_HEAD])
    comma = list(words[one.first + 1 : other.first])[-1:] == [","] and other.first - one.last <= 1
    partners = all(word == "and" or {"f", "g"} & set(gazetteer().lists(plain(word))) for word in more)
    return is_body and comma and "and" in more and not partners and not {"of", "for", "on"}.isdisjoint(named)


def _with_nicknames(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Return the phrases, in order as they came, with "Joseph “Joey” Tait" as one, however it was tagged in pieces."""
    found: list[Phrase] = []
    for phrase in phrases:
        one = found[-1] if found else None
        if one and one.passage == phrase.passage and _are_around(one, phrase, texts[phrase.passage]):
            sure = min(one.confidence, phrase.confidence)
            found[-1] = one._replace(last=phrase.last, confidence=sure)
        else:
            found.append(phrase)
    return found


def _are_around(one: Phrase, other: Phrase, words: Sequence[str]) -> bool:
    """Whether a person's name begins with `one` and goes on with `other`, which stand around or in a nickname in marks."""
    if one.kind != PERSON or other.kind != PERSON:
        return False
    near = range(max(one.first + 1, one.last - _NICKNAME - 2), min(other.last, one.last + 1))
    opening = next((at for at in near if words[at] in _MARKS), None)  # it may have been tagged with the name before it
    if opening is None:
        return False
    inside = range(opening + 2, min(len(words) - 1, opening + _NICKNAME + 2))
    closing = next((at for at in inside if words[at] == _MARKS[words[opening]]), None)
    if closing is None or not all(word[0].isupper() or word == "the" for word in words[opening + 1 : closing]):
        return False
    return words[closing + 1][0].isupper() and other.first <= closing + 1


def _has_plain_surname(phrase: Phrase, after: Phrase | None, words: Sequence[str]) -> bool:
    """Whether a title and one name stand before a word that only a name would capitalise: "President Otieno Were met"."""
    if phrase.kind != PERSON or phrase.last - phrase.first > 1 or phrase.last + 1 >= len(words) or is_headline(words):
        return False
    free = after is None or after.passage != phrase.passage or after.first > phrase.last
    word = words[phrase.last]
    titled = phrase.first > 0 and plain(words[phrase.first - 1]) in gazetteer().title_words
    return titled and free and word.istitle() and plain(word) in gazetteer().lower_case


def _is_direction(phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether the phrase breaks off in the name of a region: "Office for West" "Africa"."""
    goes_on = phrase.last < len(words) and words[phrase.last][0].isupper()
    return goes_on and plain(words[phrase.last - 1]) in _DIRECTIONS


def _closed(phrase: Phrase, after: Phrase | None, words: Sequence[str]) -> Phrase:
    """Return an organization that breaks off at "of" or the like with the name behind it, or without its last word."""
    if after and after.passage == phrase.passage and after.first == phrase.last:
        return phrase._replace(last=phrase.last - 1)
    goes_on = words[phrase.last - 1] in {"of", "for"} and phrase.last < len(words) and words[phrase.last][0].isupper()
    return phrase._replace(last=phrase.last + 1 if goes_on else phrase.last - 1)


def _completed(phrase: Phrase, after: Phrase | None, words: Sequence[str]) -> Phrase:
    """Return a person with the surname, an organization with the second half of what it is for, where they were left out."""
    if _has_plain_surname(phrase, after, words):
        return phrase._replace(last=phrase.last + 1)
    if phrase.kind == ORGANIZATION and words[phrase.last - 1] in _OPEN:
        return _closed(phrase, after, words)
    own = words[phrase.first : phrase.last]
    if phrase.kind == ORGANIZATION and {"of", "for"} & set(own) and _is_direction(phrase, words):
        return phrase._replace(last=phrase.last + 1)
    goes_on = phrase.last < len(words) and words[phrase.last] == "and"
    if not goes_on or phrase.kind != ORGANIZATION or not {"of", "for"} & set(own):
        return phrase
    known = gazetteer()
    limit = after.first if after and after.passage == phrase.passage else len(words)
    start = last = phrase.last + 1
    while last < min(limit, start + _LONGEST) and words[last][0].isupper() and plain(words[last]) not in known.roles:
        last += 1
    if last == start or plain(words[last - 1]) not in known.organization_words:
        return phrase
    return phrase._replace(last=last)
