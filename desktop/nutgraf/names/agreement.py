"""One phrase, one kind: what the document as a whole says of a name outweighs what one sentence does."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from nutgraf.names.features import is_headline
from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.phrases import ORGANIZATION, PERSON, PLACE, Phrase, key_of, words_of
from nutgraf.names.results import is_result, whole_side
from nutgraf.names.trimming import SURE_OF_CLUB
from nutgraf.text.word_classes import word_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.cancel import Cancel

_LONGEST = 8
_SURE = 0.5
_SHORTEST = 4  # letters of a name that may stand for a longer one in capitals


def agree(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]], cancel: Cancel) -> list[Phrase]:
    """Return persons and organizations, each phrase of one kind throughout, with the places of it that were missed.

    Raises:
        Cancelled: the token was set.

    """
    loud = {number for number, words in enumerate(cancel.watch(texts)) if is_headline(words)}
    phrases = _at_full_length(_as_in_text(phrases, texts, loud, cancel), texts)
    results = {number for number, words in enumerate(cancel.watch(texts)) if is_result(words)}
    apart = _in_results([each for each in phrases if each.passage in results], texts)
    phrases = [each for each in phrases if each.passage not in results or each.kind == PERSON]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for phrase in cancel.watch(phrases):
        votes[key_of(words_of(phrase, texts))][phrase.kind] += phrase.confidence
    kinds = {key: max(count, key=lambda kind: (count[kind], kind)) for key, count in votes.items()}
    _follow_full_names(kinds, votes, phrases, texts)
    settled = [
        phrase._replace(kind=_kind(phrase, kinds[key_of(words_of(phrase, texts))])) for phrase in phrases
    ] + apart
    settled += _missed(settled, kinds, texts, cancel)
    settled = _without_families(settled, texts)
    settled += _shortened(settled, texts, loud)
    return sorted(phrase for phrase in settled if phrase.kind in {PERSON, ORGANIZATION})


def _in_results(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Return what is no person in tables of results, clubs as whole names."""
    found = []
    for phrase, following in zip_longest(phrases, phrases[1:]):
        words = texts[phrase.passage]
        stop = following.first if following and following.passage == phrase.passage else len(words)
        if phrase.kind != PERSON:
            found.append(whole_side(phrase, words, stop) if phrase.kind == ORGANIZATION else phrase)
    return found


def _kind(phrase: Phrase, major: str) -> str:
    """Return the phrase's kind: the majority's, unless the phrase is a town that is sure to be what it is here."""
    insists = phrase.confidence >= SURE_OF_CLUB and {phrase.kind, major} == {ORGANIZATION, PLACE}
    return phrase.kind if insists else major


def _as_in_text(
    phrases: Sequence[Phrase], texts: Sequence[Sequence[str]], headlines: set[int], cancel: Cancel
) -> list[Phrase]:
    """Cut what was tagged in headlines, where every word is capitalised, to the names that running text has."""
    known = {key_of(words_of(each, texts)) for each in phrases if each.passage not in headlines}
    found = []
    for phrase in cancel.watch(phrases):
        words = words_of(phrase, texts)
        if len(words) == len(texts[phrase.passage]) and _is_news_of_place(words):
            continue
        whole = phrase.passage not in headlines or key_of(words) in known or not _holds_more(words)
        inner = [] if whole else _inner(words, known)
        if phrase.kind == PERSON and _are_names(words, inner):
            inner = []  # a full name whose surname alone the text has
        for first, last in inner or [(0, len(words))]:
            found.append(phrase._replace(first=phrase.first + first, last=phrase.first + last))
    return found


def _is_news_of_place(words: Sequence[str]) -> bool:
    """Whether the words, a whole line in capitals, are what a country does: "PERU FALLS"."""
    known = gazetteer()
    lows = [plain(word) for word in words]
    is_loud = len(lows) > 1 and all(map(str.isupper, words)) and known.is_place(lows[0])
    return is_loud and lows[1] not in known.organization_words and (lows[1] in word_classes() or lows[1].endswith("s"))


def _at_full_length(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Return phrases that were tagged in part with all the words that they have elsewhere, if they are as sure there.

    So "Getty" is "Getty Images", and "Fox News" is no doubtful "Fox News Flash".
    """
    longer: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for phrase in phrases:
        words = words_of(phrase, texts)
        if len(words) > 1:
            known = longer[phrase.kind, key_of(words[:1])]
            known[key_of(words)] = max(known.get(key_of(words), 0.0), phrase.confidence)
    found = []
    for phrase, following in zip_longest(phrases, phrases[1:]):
        words = texts[phrase.passage]
        stop = following.first if following and following.passage == phrase.passage else len(words)
        known = longer.get((phrase.kind, key_of(words[phrase.first : phrase.first + 1])), {})
        ends = range(min(stop, phrase.first + _LONGEST), phrase.last, -1) if known else range(0)
        sure = (end for end in ends if known.get(key_of(words[phrase.first : end]), 0.0) >= phrase.confidence)
        last = next(sure, phrase.last)
        found.append(phrase._replace(last=last))
    return found


def _holds_more(words: Sequence[str]) -> bool:
    """Whether a headline's phrase has words that are hardly a name's, or is all in capitals, where nobody can tell."""
    return all(map(str.isupper, words)) or any(plain(word) in gazetteer().lower_case for word in words)


def _are_names(words: Sequence[str], inner: Sequence[tuple[int, int]]) -> bool:
    """Whether all that `inner` leaves out may be parts of a person's name too."""
    left = {plain(word) for at, word in enumerate(words) if not any(first <= at < last for first, last in inner)}
    return left.isdisjoint(gazetteer().lower_case) and left.isdisjoint(gazetteer().title_words)


def _inner(words: Sequence[str], known: set[str]) -> list[tuple[int, int]]:
    """Return where known names stand, longest first at each place."""
    found = []
    at = 0
    while at < len(words):
        last = next((end for end in range(len(words), at, -1) if key_of(words[at:end]) in known), 0)
        if last:
            found.append((at, last))
        at = max(last, at + 1)
    return found


def _follow_full_names(
    kinds: dict[str, str],
    votes: Mapping[str, Mapping[str, float]],
    phrases: Sequence[Phrase],
    texts: Sequence[Sequence[str]],
) -> None:
    """Give a surname the kind of the full name, unless the text insists on another, and an acronym that of its expansion."""
    known = gazetteer()
    surnames: Counter[str] = Counter()
    initials: set[str] = set()
    for phrase in phrases:
        words = words_of(phrase, texts)
        kind = kinds[key_of(words)]
        if kind == PERSON and len(words) > 1:
            surnames.update(key_of(words[at:]) for at in range(1, len(words)))
        elif kind == ORGANIZATION and len(words) > 2:
            initials.add("".join(word[0] for word in words if word[0].isupper()).lower())
    for key, kind in kinds.items():
        if kind != PERSON and surnames[key] and not (kind == PLACE and known.is_place(key)):
            if votes[key][kind] <= surnames[key] + 1:
                kinds[key] = PERSON
        elif kind != ORGANIZATION and key in initials and len(key) > 2:
            kinds[key] = ORGANIZATION


def _without_families(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Leave out "the Taits" where someone is called Tait: no one is meant."""
    people = (words_of(phrase, texts) for phrase in phrases if phrase.kind == PERSON)
    plurals = {f"{key_of(words[-1:])}{ending}" for words in people if len(words) > 1 for ending in ("s", "es")}
    return [
        phrase for phrase in phrases if not (_follows_the(phrase, texts) and key_of(words_of(phrase, texts)) in plurals)
    ]


def _follows_the(phrase: Phrase, texts: Sequence[Sequence[str]]) -> bool:
    return phrase.first > 0 and texts[phrase.passage][phrase.first - 1].lower() == "the"


def _missed(
    phrases: Sequence[Phrase], kinds: dict[str, str], texts: Sequence[Sequence[str]], cancel: Cancel
) -> list[Phrase]:
    """Find untagged places of names that are tagged at least as often as not."""
    taken: dict[int, set[int]] = defaultdict(set)
    tagged: Counter[str] = Counter()
    sure: dict[str, float] = defaultdict(float)
    for phrase in cancel.watch(phrases):
        taken[phrase.passage].update(range(phrase.first, phrase.last))
        key = key_of(words_of(phrase, texts))
        tagged[key] += 1
        sure[key] = max(sure[key], phrase.confidence)
    wanted = {key: kind for key, kind in kinds.items() if kind != PLACE and sure[key] >= _SURE}
    openings: dict[str, int] = {}
    for key in wanted:
        opening = key.split(" ")[0]
        openings[opening] = max(openings.get(opening, 0), key.count(" ") + 1)
    found: dict[str, list[Phrase]] = defaultdict(list)
    for number, words in enumerate(texts):
        cancel.check()
        for at, word in enumerate(words):
            longest = openings.get(key_of((word,)), 0) if word[0].isupper() or "-" in word else 0
            for length in range(min(longest, len(words) - at, _LONGEST), 0, -1):
                key = key_of(words[at : at + length])
                if key in wanted and taken[number].isdisjoint(range(at, at + length)):
                    if _stands_alone(words, at, at + length):
                        found[key].append(Phrase(number, at, at + length, wanted[key], _SURE))
                        taken[number].update(range(at, at + length))
                    break
    return [phrase for key, missed in found.items() if " " in key or tagged[key] >= len(missed) for phrase in missed]


def _shortened(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]], headlines: set[int]) -> list[Phrase]:
    """Find in headlines in capitals, where little tells a name, the surnames of people and the first words of organizations."""
    taken: dict[int, set[int]] = defaultdict(set)
    short: dict[str, str] = {}
    known = gazetteer()
    for phrase in phrases:
        taken[phrase.passage].update(range(phrase.first, phrase.last))
        words = words_of(phrase, texts)
        if len(words) > 1 and phrase.kind != PLACE:
            word = plain(words[-1] if phrase.kind == PERSON else words[0])
            ordinary = word in known.lower_case or known.is_place(word) or set(known.lists(word)) & set("mort")
            if len(word) >= _SHORTEST and not ordinary and (phrase.kind == PERSON or not known.lists(word)):
                short[word] = phrase.kind
    return [
        Phrase(number, at, at + 1, short[plain(word)], _SURE)
        for number in sorted(headlines)
        for at, word in enumerate(texts[number])
        if word.isupper() and plain(word) in short and at not in taken[number]
    ]


def _stands_alone(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the phrase is not a part of a longer name, nor a title in front of one."""
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    known = gazetteer()
    low = plain(words[first])
    if last - first == 1 and (low in known.title_words or low in known.lower_case):
        return False
    if before.lower() in {"in", "near"}:
        return False
    return not (after[:1].isupper() or (before[:1].isupper() and first > 1 and plain(before) not in known.title_words))
