"""Mend the labels of the Groningen Meaning Bank's news: titles in names, countries among organizations, phrases of many kinds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conll import Document, Phrase, Sentence

COURTESY = {"mr", "mrs", "ms"}
GOLD_WEIGHT = 5  # a phrase's kind in a hand-made set counts as often
FEWEST = 3
MAJORITY = 0.6
# What the majority has wrong.
FORCED = {
    **dict.fromkeys(("U.N.", "UN", "Fatah", "AU", "A.U.", "African Union", "Shell", "AC Milan", "Awami League"), "ORG"),
    **dict.fromkeys(("HIV", "AIDS", "Lankan", "Sunni Arab", "Islam", "New Year", "CAFTA", "FM", "Nobel"), "MISC"),
    **dict.fromkeys(
        ("Abu Ghraib", "Green Zone", "North", "South", "West", "East", "Republic", "Western Sahara"), "LOC"
    ),
}


def clean(noisy: list[Document], gold: Iterable[Document]) -> None:
    """Mend the documents of `noisy` in place, by rule, then by the majority of each phrase in all documents."""
    people = Counter(name for name, kind in _all_phrases(noisy) if kind == "PER")
    for document in noisy:
        for sentence in document:
            sentence.retag([mended for phrase in sentence.phrases() if (mended := _mend(sentence, phrase, people))])
            _tag_after_courtesy(sentence)
    kinds: dict[str, Counter[str]] = {}
    for weight, source in ((1, noisy), (GOLD_WEIGHT, gold)):
        for name, kind in _all_phrases(source):
            kinds.setdefault(name, Counter())[kind] += weight
    major = {name: kind for name, counts in kinds.items() if (kind := _majority(counts))}
    surnames = Counter(name.split()[-1] for name, count in people.items() if " " in name for _ in range(count))
    for name, kind in major.items():
        if kind == "ORG" and surnames[name] >= FEWEST and not name.isupper():
            major[name] = "PER"
    major |= FORCED
    frequent = _frequent(noisy, major)
    for document in noisy:
        for sentence in document:
            phrases = [
                (first, last, major.get(_name(sentence, first, last), kind)) for first, last, kind in sentence.phrases()
            ]
            sentence.retag(phrases)
            _tag_missing(sentence, frequent)


def _name(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.words[first:last])


def _all_phrases(source: Iterable[Document]) -> Iterable[tuple[str, str]]:
    for document in source:
        for sentence in document:
            for first, last, kind in sentence.phrases():
                yield _name(sentence, first, last), kind


def _majority(counts: Counter[str]) -> str:
    kind, count = counts.most_common(1)[0]
    return kind if counts.total() >= FEWEST and count >= MAJORITY * counts.total() else ""


def _mend(sentence: Sentence, phrase: Phrase, people: Counter[str]) -> Phrase | None:
    """Return the phrase as a name that lists of places and people agree with; None if it is none."""
    first, last, kind = _bare(sentence, _edged(sentence, phrase), people)
    if first >= last:
        return None
    name = _name(sentence, first, last)
    low = plain(name)
    known = gazetteer()
    if (kind == "PER" and name.islower()) or (" and " in name and all(map(known.is_place, low.split(" and ")))):
        return None
    if known.is_people(low):
        return first, last, "MISC"
    single = " " not in low
    if low in known.places or (single and "p" in known.lists(low) and kind in {"ORG", "MISC"} and name.istitle()):
        return first, last, "LOC"
    return first, last, kind


def _edged(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the phrase without article, possessive and marks at its ends."""
    first, last, kind = phrase
    words = sentence.words
    while first < last and (words[first].lower() == "the" or not words[first][0].isalnum()):
        first += 1
    while first < last and (
        words[last - 1] in {"'s", "’s"} or not (words[last - 1][-1].isalnum() or words[last - 1][-1] == ".")
    ):
        last -= 1
    return first, last, kind


def _bare(sentence: Sentence, phrase: Phrase, people: Counter[str]) -> Phrase:
    """Return the phrase without titles, the country that owns it, and the side of a place that is named with it."""
    first, last, kind = phrase
    words = sentence.words
    known = gazetteer()
    if kind in {"PER", "ORG"}:
        skipped = known.title_words | ({"of", "for"} if kind == "PER" else set())
        bare = next((at for at in range(first, last) if plain(words[at]) not in skipped), last)
        if kind == "PER" or (first < bare < last and _is_person(sentence, bare, last, people)):
            first, kind = bare, "PER"
    if kind == "ORG" and last - first > 2 and words[first + 1] in {"'s", "’s"} and known.is_place(words[first]):
        first += 2
    while first < last and kind == "LOC" and words[first].islower():
        first += 1
    return first, last, kind


def _is_person(sentence: Sentence, first: int, last: int, people: Counter[str]) -> bool:
    """Whether what follows a title is a person: known from elsewhere, or a given and a family name."""
    if people[_name(sentence, first, last)] >= FEWEST:
        return True
    lists = [gazetteer().lists(plain(word)) for word in sentence.words[first:last]]
    return 2 <= len(lists) <= 3 and "g" in lists[0] and "o" not in "".join(lists)


def _tag_after_courtesy(sentence: Sentence) -> None:
    """After "Mr." and "Ms." there is a person, whatever the labels say."""
    phrases = sentence.phrases()
    for at, word in enumerate(sentence.words[:-1]):
        if plain(word) in COURTESY and sentence.words[at + 1][0].isupper():
            last = at + 2
            while (
                last < len(sentence.words)
                and sentence.words[last][0].isupper()
                and sentence.tags[last].startswith("I-")
            ):
                last += 1
            phrases = [each for each in phrases if each[1] <= at + 1 or each[0] >= last]
            phrases.append((at + 1, last, "PER"))
    sentence.retag(sorted(phrases))


def _frequent(source: list[Document], major: dict[str, str]) -> dict[tuple[str, ...], str]:
    """Return the names that are tagged more often than not, by their words."""
    tagged: Counter[tuple[str, ...]] = Counter()
    seen: Counter[tuple[str, ...]] = Counter()
    names = {tuple(name.split()): kind for name, kind in major.items() if kind != "MISC"}
    for document in source:
        for sentence in document:
            for first, last, _ in sentence.phrases():
                tagged[tuple(sentence.words[first:last])] += 1
            words = sentence.words
            for at in range(len(words)):
                for length in range(1, 5):
                    key = tuple(words[at : at + length])
                    if key in names:
                        seen[key] += 1
    return {key: kind for key, kind in names.items() if tagged[key] >= 5 and 2 * tagged[key] >= seen[key]}


def _tag_missing(sentence: Sentence, frequent: dict[tuple[str, ...], str]) -> None:
    """Tag untagged places of names that are tagged nearly everywhere else."""
    phrases = sentence.phrases()
    free = [tag == "O" for tag in sentence.tags]
    words = sentence.words
    for at in range(len(words)):
        for length in (4, 3, 2, 1):
            kind = frequent.get(tuple(words[at : at + length]))
            if kind and all(free[at : at + length]) and at + length <= len(words):
                phrases.append((at, at + length, kind))
                free[at : at + length] = [False] * length
    sentence.retag(sorted(phrases))
