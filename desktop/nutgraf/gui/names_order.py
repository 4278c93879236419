"""The order in which names are listed, and which of them a search leaves."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from nutgraf.gui.subject import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.gui.names_model import Name


def ordered(names: Sequence[Name], order: str) -> list[Name]:
    """Return names by one of the choices of `settings.NAMES_ORDER`; equals stay in order of appearance."""
    found = sorted(names, key=lambda name: places(name.subject)[0])
    if order == "importance":
        found.sort(key=importance, reverse=True)
    elif order == "name":
        found.sort(key=lambda name: _plain(name.subject.name))
    return found


def importance(name: Name) -> float:
    """Return how much a name matters: how often it is there, up to doubled the earlier it comes first."""
    return len(name.shares) * (2 - name.shares[0])


def matching(names: Sequence[Name], words: str) -> list[Name]:
    """Return the names that hold every one of the words, in the name itself or in one of its aliases, accents or not."""
    return [name for name in names if any(holds(each, words) for each in (name.subject.name, *name.subject.aliases))]


def holds(name: str, words: str) -> bool:
    """Whether a name holds every one of the words."""
    plain = _plain(name)
    return all(word in plain for word in _plain(words).split())


def _plain(words: str) -> str:
    """Return words in small letters, without accents, apostrophes straight."""
    parts = unicodedata.normalize("NFKD", words.replace("’", "'").casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))
