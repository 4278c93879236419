"""Lists of words that help to tell names: given and family names, places, peoples, titles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from nutgraf import assets

_FLAG = {"given": "g", "family": "f", "country": "p", "city": "p"}
_WORD_FLAG = {
    "nationalities": "n",
    "places": "p",
    "titles": "t",
    "title_modifiers": "m",
    "roles": "r",
    "organization_words": "o",
}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`flags` has a letter for each list that a single word is in; `phrases` are places of several words.

    `lower_case` are words that running text hardly ever capitalises inside a sentence. All are in lower case.
    """

    flags: dict[str, str]
    phrases: frozenset[str]
    titles: frozenset[str]
    title_words: frozenset[str]
    roles: frozenset[str]
    nationalities: frozenset[str]
    places: frozenset[str]
    organization_words: frozenset[str]
    abbreviations: frozenset[str]
    lower_case: frozenset[str]

    def is_place(self, name: str) -> bool:
        """Whether the name is a well-known place, or the name of a people or of one of it."""
        low = plain(name)
        return low in self.places or self.is_people(low)

    def is_people(self, low: str) -> bool:
        """Whether the lower-case words are a people, one of it, or its adjective ("Kenyans", "Sri Lankan")."""
        known = self.nationalities
        return low in known or low.removesuffix("s") in known or low.removesuffix("es") in known


def plain(text: str) -> str:
    """Return the words as lists have them: lower case, straight apostrophes, no full stop at the end."""
    return text.lower().replace("’", "'").removesuffix(".")


@cache
def gazetteer() -> Gazetteer:
    """Return the lists under `resources/models/names`, read once."""
    with assets.path("models", "names", "words.toml").open("rb") as file:
        words = tomllib.load(file)
    flags: dict[str, set[str]] = {}
    phrases: set[str] = set()
    for kind, flag in _WORD_FLAG.items():
        for word in words[kind]:
            _put(plain(word), flag, flags, phrases if flag in "pn" else None)
    sets = {kind: {plain(word) for word in words[kind]} for kind in _WORD_FLAG}
    kind = ""
    for line in assets.path("models", "names", "gazetteer.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        name = plain(line)
        _put(name, _FLAG[kind], flags, phrases if _FLAG[kind] == "p" else None)
        if kind == "country":
            sets["places"].add(name)
    title_words = frozenset(word for title in sets["titles"] for word in title.split()) | sets["title_modifiers"]
    return Gazetteer(
        {word: "".join(sorted(found)) for word, found in flags.items()},
        frozenset(phrases),
        frozenset(sets["titles"]),
        frozenset(title_words),
        frozenset(sets["roles"]),
        frozenset(sets["nationalities"]),
        frozenset(sets["places"]),
        frozenset(sets["organization_words"]),
        frozenset(map(plain, words["abbreviations"])),
        frozenset(assets.path("models", "names", "lowercase.txt").read_text(encoding="utf-8").split()),
    )


def _put(name: str, flag: str, flags: dict[str, set[str]], phrases: set[str] | None) -> None:
    if " " not in name:
        flags.setdefault(name, set()).add(flag)
    elif phrases is not None:
        phrases.add(name)
