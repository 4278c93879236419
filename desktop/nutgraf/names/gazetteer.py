"""Lists of words that help to tell names: given and family names, places, peoples, titles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from nutgraf import assets

# The letter that stands for a list in features, in alphabetical order.
_LETTERS = {
    "f": ("family",),
    "g": ("given",),
    "m": ("title_modifiers",),
    "n": ("nationalities",),
    "o": ("organization_words",),
    "p": ("places", "country", "city"),
    "r": ("roles",),
    "t": ("titles",),
}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All are in lower case. `letters` has the words of each list by its letter; `phrases` are places of several words.

    `title_words` are the single words of titles; `clubs` are places whose clubs are called like them; `lower_case` are words
    that running text hardly ever capitalises.
    """

    letters: dict[str, frozenset[str]]
    phrases: frozenset[str]
    titles: frozenset[str]
    title_words: frozenset[str]
    roles: frozenset[str]
    callings: frozenset[str]
    nationalities: frozenset[str]
    places: frozenset[str]
    organization_words: frozenset[str]
    clubs: frozenset[str]
    abbreviations: frozenset[str]
    lower_case: frozenset[str]

    def lists(self, low: str) -> str:
        """Return the letters of the lists that a lower-case word is in: "fg" for "james"."""
        return "".join(letter for letter, words in self.letters.items() if low in words)

    def is_place(self, name: str) -> bool:
        """Whether the name is a well-known place, or the name of a people or of one of it."""
        low = plain(name)
        return low in self.places or self.is_people(low)

    def is_people(self, low: str) -> bool:
        """Whether the lower-case words are a people, one of it, or its adjective ("Kenyans", "Sri Lankan")."""
        known = self.nationalities
        return low in known or low.removesuffix("s") in known or low.removesuffix("es") in known


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return the words as lists have them: lower case, straight apostrophes, no full stop at the end."""
    return text.lower().replace("’", "'").removesuffix(".")


@cache
def gazetteer() -> Gazetteer:
    """Return the lists under `resources/models/names`, read once."""
    with assets.path("models", "names", "words.toml").open("rb") as file:
        sets = {kind: frozenset(map(plain, words)) for kind, words in tomllib.load(file).items()}
    for section in _read("gazetteer.txt").split("[")[1:]:
        kind, _, names = section.partition("]\n")
        sets[kind] = frozenset(name.removesuffix(".") for name in names.splitlines())
    places = sets["places"] | sets["country"]
    return Gazetteer(
        letters={letter: frozenset().union(*(sets[kind] for kind in kinds)) for letter, kinds in _LETTERS.items()},
        phrases=frozenset(name for name in places | sets["city"] | sets["nationalities"] if " " in name),
        titles=sets["titles"],
        title_words=frozenset(" ".join(sets["titles"]).split()) | sets["title_modifiers"],
        roles=sets["roles"],
        callings=sets["callings"],
        nationalities=sets["nationalities"],
        places=places,
        organization_words=sets["organization_words"],
        clubs=sets["clubs"],
        abbreviations=sets["abbreviations"],
        lower_case=frozenset(_read("lowercase.txt").split()),
    )


def _read(name: str) -> str:
    return assets.path("models", "names", name).read_text(encoding="utf-8").lower().replace("’", "'")
