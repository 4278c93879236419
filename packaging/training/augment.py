"""Variants of the training text: names nobody has heard of, headlines in capitals."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from conll import Sentence

from nutgraf import assets

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from conll import Document

SHOUTED = 0.03  # the share of sentences that are learned once more as a headline in capitals
TITLED = 0.05  # and as one with every word capitalised
INITIALS = 0.15  # the share of given names that become one or two letters, as in “VS Naipaul”
_PARTICLES = {
    "al",
    "el",
    "bin",
    "bint",
    "ibn",
    "ben",
    "abu",
    "de",
    "da",
    "dos",
    "du",
    "di",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
}


def names() -> dict[str, list[str]]:
    """Return the gazetteer's names of one word by their list."""
    lists: dict[str, list[str]] = {}
    kind = ""
    for line in assets.path("models", "names", "gazetteer.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif " " not in line and "." not in line:
            lists.setdefault(kind, []).append(line)
    return lists


def headline(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """Return the sentence as a headline would have it, for a few sentences."""
    draw = chance.random()
    end = len(sentence.words) - (sentence.words[-1] == ".")
    words, tags = sentence.words[:end], sentence.tags[:end]
    if not words:
        return None
    if draw < SHOUTED:
        return Sentence([word.upper() for word in words], tags)
    if draw < SHOUTED + TITLED:
        return Sentence([word[0].upper() + word[1:] for word in words], tags)
    return None


def strangers(document: Document, lists: dict[str, list[str]], chance: random.Random) -> Document:
    """Return the document with its people and its acronyms renamed, each word the same way throughout."""
    renamed: dict[tuple[str, str], str] = {}

    def rename(kind: str, word: str) -> str:
        if (kind, word) not in renamed:
            if kind == "acronym":
                new = _letters(len(word), chance)
            elif kind == "given" and chance.random() < INITIALS:
                new = initials(chance)
            else:
                new = chance.choice(lists[kind])
            renamed[kind, word] = new
        return renamed[kind, word]

    return [_renamed(sentence, rename) for sentence in document]


def _renamed(sentence: Sentence, rename: Callable[[str, str], str]) -> Sentence:
    words = list(sentence.words)
    for first, last, kind in sentence.phrases():
        for at in range(first, last):
            word = words[at]
            if kind == "PER" and word[0].isupper() and word.isalpha() and word.lower() not in _PARTICLES:
                given = at == first and last - first > 1
                words[at] = rename("given" if given else "family", word)
            elif kind == "ORG" and last - first == 1 and word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
                words[at] = rename("acronym", word)
    return Sentence(words, sentence.tags)


def initials(chance: random.Random) -> str:
    """Return what may stand for given names: a letter, two, or one with a stop."""
    return _letters(chance.randint(1, 2), chance) if chance.random() < 0.7 else _letters(1, chance) + "."


def _letters(count: int, chance: random.Random) -> str:
    return "".join(chance.choices(string.ascii_uppercase, k=count))
