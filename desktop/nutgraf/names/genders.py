"""Whether a name is a woman's or a man's, as far as it says so: by "Mrs.", by the given name, by "bint" or "Singh"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.names.gazetteer import gazetteer

if TYPE_CHECKING:
    from nutgraf.names.name_forms import Words

MEN = frozenset({
    "mr", "sir", "lord", "king", "prince", "don", "father", "chairman", "spokesman", "businessman", "congressman", "husband",
    "son", "brother", "uncle", "grandfather", "man", "boy", "monk", "priest", "barman", "fisherman", "policeman", "widower",
    "councilman", "alderman", "imam", "nephew", "grandson",
})  # fmt: skip
WOMEN = frozenset({
    "mrs", "ms", "miss", "lady", "dame", "queen", "princess", "doña", "daw", "madam", "madame", "sister", "wife", "mother",
    "daughter", "widow", "actress", "chairwoman", "spokeswoman", "businesswoman", "congresswoman", "policewoman", "woman",
    "seamstress", "girl", "nun", "grandmother", "aunt", "councilwoman", "niece", "granddaughter", "smt", "frau", "señora",
})  # fmt: skip
_ADDRESSED = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "lord": "m"}
_INSIDE = {"thi": "f", "bint": "f", "bin": "m", "ibn": "m"}  # "Nguyen Thi Mai", "Hind bint Saud"
_LAST = {"singh": "m", "kaur": "f"}
_ENDINGS = {"ovna": "f", "evna": "f", "ova": "f", "eva": "f", "skaya": "f", "dottir": "f", "ovich": "m", "evich": "m"}
_LONGEST_TITLE = 24  # code points before a mention that are looked at
_FULL = 2  # words of a name that has a given one


def by_title(text: str, start: int) -> str:
    """Return "m" or "f" if "Mr." or the like stands right before the name that begins at `start`, else ""."""
    return _ADDRESSED.get(word_before(text, start), "")


def word_before(text: str, start: int) -> str:
    """Return the word right before a place of the text, in lower case without its full stop."""
    words = text[max(0, start - _LONGEST_TITLE) : start].split()
    return words[-1].lower().removesuffix(".") if words else ""


def by_role(role: str) -> str:
    """Return "m" or "f" if the words of a role say so ("his mother", "chairman of Acme"), else ""."""
    words = set(re.findall(r"\w+", role.lower().partition(" of ")[0]))
    return "" if bool(words & MEN) == bool(words & WOMEN) else "m" if words & MEN else "f"


@lru_cache(maxsize=1 << 12)
def by_name(words: Words) -> str:
    """Return "m" or "f" if a full name, as `normal` gives its words, is rarely one of the other's, else ""."""
    if len(words) < _FULL:
        return ""
    inside = next((_INSIDE[word] for word in words[1:-1] if word in _INSIDE), "")
    ending = next((gender for ending, gender in _ENDINGS.items() if words[-1].endswith(ending)), "")
    found = inside or _LAST.get(words[-1], "") or ending
    return found or ("" if _is_family_first(words) else _given().get(words[0], ""))


def _is_family_first(words: Words) -> bool:
    first, last = (gazetteer().lists(word) for word in (words[0], words[-1]))
    return "f" in first and "g" in last and "f" not in last


@cache
def _given() -> dict[str, str]:
    """Return the gender of given names, as `packaging/data/given_names.py` wrote them; those that both have are left out."""
    found: dict[str, str] = {}
    for section in assets.path("models", "names", "genders.txt").read_text(encoding="utf-8").split("[")[1:]:
        gender, _, names = section.partition("]\n")
        found.update(dict.fromkeys(names.splitlines(), gender))
    return found
