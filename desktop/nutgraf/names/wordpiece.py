"""Words to pieces of words, as uncased BERT has them.

After Devlin and others, "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", NAACL 2019:
lower case without accents, parted at every mark, then the longest piece of the vocabulary that fits, from the left.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from nutgraf import assets

START, BREAK, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST_WORD = 100  # characters; a longer word is unknown, as in BERT
_MOST = 12  # pieces a word: no name's kind hangs on more


@cache
def vocabulary() -> dict[str, int]:
    """Return the number of each piece; those that go on within a word begin with "##"."""
    lines = assets.path("models", "names", "vocab.txt").read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=1 << 16)
def pieces(word: str) -> tuple[int, ...]:
    """Return the numbers of a word's pieces, at least one and at most a dozen."""
    numbers = [number for part in _parts(word) for number in _cut(part)]
    return tuple(numbers[:_MOST]) or (vocabulary()[UNKNOWN],)


def _parts(word: str) -> list[str]:
    """Return the word in lower case without accents, with every mark a part of its own."""
    spaced = []
    for character in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(character)
        if kind == "Mn" or kind.startswith("C"):
            continue
        alone = kind.startswith("P") or character in "$+<=>^`|~" or _is_ideograph(character)
        spaced.append(f" {character} " if alone else character)
    return "".join(spaced).split()


def _is_ideograph(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0002fa1f"
    )


def _cut(part: str) -> list[int]:
    """Return the longest pieces that make up the part; one unknown piece if none do."""
    known = vocabulary()
    found: list[int] = []
    start = 0
    while start < len(part) <= _LONGEST_WORD:
        prefix = "##" if start else ""
        end = next((end for end in range(len(part), start, -1) if prefix + part[start:end] in known), 0)
        if not end:
            break
        found.append(known[prefix + part[start:end]])
        start = end
    return found if start == len(part) else [known[UNKNOWN]]
