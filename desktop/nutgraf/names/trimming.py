"""What is cut off a tagged phrase (titles, articles, possessives), and what is no name of a person or an organization."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.phrases import ORGANIZATION, PERSON, PLACE, Phrase
from nutgraf.names.results import is_result
from nutgraf.names.splitting import LINKS, split
from nutgraf.names.titles import AMBIGUOUS, COURTESY
from nutgraf.names.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ADDRESS = re.compile(r"^(?:https?:|www\.|[@#])|@|\.(?:com|org|net)$", re.IGNORECASE)
_GROUP = re.compile(r"(?:Group|Pool|Division|Category|Class) (?:[A-Z]|\d+)", re.IGNORECASE)  # of a tournament
_STATE = re.compile(  # whom a lawmaker of the United States represents: "D-Minn."
    r"[DRI]-(?:Ala|Alaska|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Hawaii|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Maine|Md|Mass|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|N|Ohio|Okla|Ore|Pa|R|S|Tenn|Texas|Utah|Va|Vt|Wash|Wis|Wyo|W)\b.{0,4}"
)
_DESCRIBING = ("-based", "-born", "-backed", "-led", "-owned", "-run", "-listed")
_OFFICES = frozenset({
    "president", "minister", "premier", "chancellor", "secretary", "secretary-general", "governor", "mayor", "senator",
    "ambassador", "envoy", "commissioner", "director", "director-general", "chairman", "chairwoman", "chief", "ceo",
    "spokesman", "spokeswoman", "judge", "prosecutor", "officer", "commander", "leader", "head", "coach", "manager",
})  # fmt: skip
_STORMS = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
_TITLES_ALONE = frozenset(
    {"general", "assistant", "president", "senator", "colonel", "captain", "admiral", "judge", "minister"}
)
# What is called after a person or a place, and is neither: "Davis Cup".
_NAMED_AFTER = frozenset({
    "cup", "open", "prize", "award", "awards", "trophy", "olympics", "festival", "championship", "championships", "treaty",
    "accords", "protocol", "summit", "stadium", "avenue", "province",
})  # fmt: skip
_THINGS = _NAMED_AFTER | frozenset({
    "act", "day", "war", "street", "road", "river", "lake", "island", "islands", "mountain", "mountains", "airport",
    "bridge", "highway", "county", "valley", "strait", "sea", "ocean", "peninsula", "desert", "square",
})  # fmt: skip
# Alone they only say whose something is: "Allied forces", "Union health minister".
_ADJECTIVES = frozenset({"allied", "union", "federal"})
_AILMENTS = frozenset({"palsy", "disease", "syndrome"})  # that bear a doctor's name: "Bell’s palsy"
_GUESS = 0.5
_FULL_NAME = 2  # words
_DOUBTFUL = 0.8
SURE_IN_SMALL = 0.8  # the confidence from which a name is believed that has no capital
SURE_OF_CLUB = 0.9  # the confidence from which a town or state is its club


def trimmed(phrases: Iterable[Phrase], texts: Sequence[Sequence[str]]) -> Iterator[Phrase]:
    """Yield the phrases as names: split, trimmed, and without those that are none."""
    for phrase in phrases:
        for part in split(phrase, texts[phrase.passage]):
            words = texts[part.passage]
            if _in_small_letters(part, words):
                yield part
            elif (name := _trim(_as_person(part, words), words)) and _is_name(name, words):
                yield name


def after_courtesy(phrases: Iterable[Phrase], texts: Sequence[Sequence[str]]) -> list[Phrase]:
    """Return the phrases so that whoever is "Mr." or "Ms." is a person."""
    by_passage: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_passage.setdefault(phrase.passage, []).append(phrase)
    for number, words in enumerate(texts):
        for at in range(1, len(words)):
            if words[at][0].isupper() and plain(words[at - 1]) in COURTESY and not gazetteer().is_place(words[at]):
                by_passage[number] = _with_person(by_passage.get(number, []), number, words, at)
    return sorted(phrase for found in by_passage.values() for phrase in found)


def _with_person(phrases: list[Phrase], number: int, words: Sequence[str], at: int) -> list[Phrase]:
    """Return a passage's phrases with a person from token `at` on."""
    last = at + 1
    while last < len(words) and (words[last][0].isupper() or words[last] in LINKS) and words[last][-1].isalpha():
        last += 1
    own = [each for each in phrases if each.first < last and at < each.last]
    if any(each.kind == PERSON for each in own):
        return phrases
    last = min([each.last for each in own], default=last)
    sure = max([each.confidence for each in own], default=_GUESS)
    person = Phrase(number, at, max(last, at + 1), PERSON, sure)
    return [*(each for each in phrases if each not in own), person]


def _in_small_letters(phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether it is a name that was written without capitals, as posts have them: surely meant, and of no everyday words."""
    name = words[phrase.first : phrase.last]
    known = gazetteer()
    strange = all(word.islower() and word.isalpha() and word not in known.lower_case for word in name)
    lists = set("".join(map(known.lists, name)))
    place = "p" in lists and not lists & set("gf")
    sure = phrase.kind != PLACE and phrase.confidence >= SURE_IN_SMALL
    return sure and strange and not place and not lists & set("mnort")


def _as_person(phrase: Phrase, words: Sequence[str]) -> Phrase:
    """Return the phrase as a person if it opens a bracket as a doubtful organization of two names: "(Sakib Ali/Elm Times)"."""
    lists = [gazetteer().lists(plain(word)) for word in words[phrase.first : phrase.last]]
    credited = len(lists) == _FULL_NAME and phrase.first > 0 and words[phrase.first - 1] == "("
    doubtful = credited and phrase.kind == ORGANIZATION and phrase.confidence < _DOUBTFUL
    named = (
        doubtful and ("g" in lists[0] or not lists[0]) and "f" in lists[1] and not set("".join(lists)) & set("mnoprt")
    )
    return phrase._replace(kind=PERSON) if named else phrase


def _trim(phrase: Phrase, words: Sequence[str]) -> Phrase | None:
    """Return the phrase without what stands before and after the name itself; None if nothing is left."""
    first, last = phrase.first, phrase.last
    while first < last and (words[first].lower() == "the" or not words[first][0].isalnum() or _is_small(words[first])):
        first += 1
    while first < last and (words[last - 1] in GENITIVE or not any(map(str.isalnum, words[last - 1]))):
        last -= 1
    if phrase.kind == PERSON:
        first = _after_titles(words, first, last)
    elif phrase.kind == ORGANIZATION:
        first += last - first > 1 and words[first].lower().endswith(_DESCRIBING)
        last = _before_office(words, first, last)
    return phrase._replace(first=first, last=last) if first < last else None


def _is_small(word: str) -> bool:
    return word.islower() and word in gazetteer().lower_case


def _after_titles(words: Sequence[str], first: int, last: int) -> int:
    """Return where the name begins; `last` if there is nothing but titles."""
    while last - first > 1 and (
        _is_title(words, first) or (words[first].islower() and plain(words[first]) not in LINKS)
    ):
        first += 1
    alone = last - first == 1 and plain(words[first]) in _titles()
    return last if alone else first


@cache
def _titles() -> frozenset[str]:
    """Return the words of titles that are hardly ever names."""
    return (gazetteer().title_words | COURTESY) - AMBIGUOUS


def _is_title(words: Sequence[str], at: int) -> bool:
    """Whether the word is a title, its plural, or the beginning of one: "Lance" in "Lance Cpl. Poe", not in "Lance Poe"."""
    known = gazetteer()
    low = plain(words[at])
    if low in known.title_words and "g" in known.lists(low) and low not in known.titles:
        return plain(words[at + 1]) in known.title_words
    return low not in AMBIGUOUS and not _titles().isdisjoint({low, low.removesuffix("s"), low.removesuffix("es")})


def _before_office(words: Sequence[str], first: int, last: int) -> int:
    """Return where the organization's name ends if an office in it follows: "U.N. Secretary-General"."""
    if last - first > 1 and plain(words[last - 1]) in _OFFICES:
        last -= 1
        while last > first and plain(words[last - 1]) in gazetteer().title_words:
            last -= 1
    return last


def _is_part_of_thing(phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether what is named goes on behind the phrase, and is named after someone: "Davis" "Cup", "Bell" "’s palsy"."""
    after = [plain(word) for word in words[phrase.last : phrase.last + 2]]
    if len(after) > 1 and after[0] == "'s" and after[1] in _AILMENTS:
        return True
    follows = bool(after) and after[0] in _NAMED_AFTER and words[phrase.last][0].isupper()
    return follows and phrase.last - phrase.first == 1


def _is_name(phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether it can be a name of its kind; places are kept here, as they have a say in what a phrase is."""
    name = words[phrase.first : phrase.last]
    joined = " ".join(name)
    low = plain(joined)
    if not any(map(str.isupper, joined)) or any(_ADDRESS.search(word) for word in name):
        return False
    if phrase.kind == PLACE:
        return True
    known = gazetteer()
    things = _NAMED_AFTER if phrase.kind == PERSON else _THINGS
    if len(joined) == 1 or _is_part_of_thing(phrase, words):
        return False
    if (
        low in known.abbreviations
        or low in _TITLES_ALONE
        or low in _ADJECTIVES
        or plain(name[0]) in _STORMS
        or _GROUP.fullmatch(joined)
        or _STATE.fullmatch(joined)
        or (len(name) > 1 and plain(name[-1]) in things)
    ):
        return False
    if phrase.kind == PERSON and any(map(str.isdigit, joined)):
        return False
    if phrase.kind == PERSON and {"g", "f"} & set(known.lists(low)):
        return not known.is_people(low)  # "Jordan" may be either
    club = phrase.kind == ORGANIZATION and low in known.clubs
    return (club and (phrase.confidence >= SURE_OF_CLUB or is_result(words))) or not known.is_place(joined)
