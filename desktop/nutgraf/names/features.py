"""What the linear engine knows of a word: its form, its neighbours, lists, and its other places in the document.

The features follow Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009:
forms, affixes and shapes in a window of two words, gazetteers, and the contexts of the same word elsewhere in the document.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.gazetteer import Gazetteer, gazetteer, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DIGIT = re.compile(r"\d")
_PLACE_BEFORE = frozenset({"in", "at", "from", "near", "to", "across", "outside", "inside"})
_SPEECH = frozenset({"said", "says", "told", "added", "adds", "tweeted", "wrote", "joined"})
_LOUD = 0.75  # the share of capitals from which a line is a headline
_SHORT_LINE = 3


class Form(NamedTuple):
    """The features that a word gives to itself and to its neighbours."""

    here: tuple[str, ...]
    before: tuple[str, ...]  # to the word after it
    after: tuple[str, ...]  # to the word before it
    before2: tuple[str, ...]
    after2: tuple[str, ...]
    low: str
    shape: str
    lists: str


_EDGE = Form((), ("-1w=^",), ("+1w=$",), ("-2w=^",), ("+2w=$",), "^", "^", "^")


def shape(word: str) -> str:
    """Return the word's shape with runs folded: "McCain" is "XxXx", "AT&T" is "X&X", "2nd" is "0x"."""
    found = ""
    for character in word:
        kind = "X" if character.isupper() else "0" if character.isdigit() else "x" if character.isalpha() else character
        if not found.endswith(kind):
            found += kind
    return found


@lru_cache(maxsize=1 << 14)
def form(word: str) -> Form:
    """Return a word's own features."""
    low = _DIGIT.sub("0", plain(word)) or word
    look = shape(word)
    if look == "X":
        look = "X" if len(word) == 1 else "XX"
    lists = gazetteer().lists(low)
    here = ["w=" + low, "s=" + look, "p2=" + low[:2], "p3=" + low[:3], "p4=" + low[:4]]
    here += ["e2=" + low[-2:], "e3=" + low[-3:], "e4=" + low[-4:], "l=" + lists]
    here += ["l:" + each + look for each in lists]
    if look[0] == "X":
        here.append("Xe3=" + low[-3:])
    if "-" in word:
        first, _, last = low.partition("-")
        here += ["h<" + first, "h>" + last]
    near = ("w=" + low, "s=" + look, "l=" + lists)
    wide = ("w=" + low, "s=" + look)
    return Form(
        tuple(here),
        (*("-1" + each for each in near), "-1e3=" + low[-3:]),
        (*("+1" + each for each in near), "+1e3=" + low[-3:]),
        tuple("-2" + each for each in wide),
        tuple("+2" + each for each in wide),
        low,
        look,
        lists,
    )


class Context:
    """What the document as a whole tells of its words. Sentences are sequences of tokens, in reading order."""

    def __init__(self, sentences: Iterable[Sequence[str]]) -> None:
        self._known = gazetteer()
        self._lower: set[str] = set()
        self._inner: set[str] = set()
        self._seen: dict[str, set[str]] = {}
        self.told: dict[str, int] = {}  # by word: what `signs` made of its clues
        for words in sentences:
            if not is_headline(words):
                self._learn(words)

    def _learn(self, words: Sequence[str]) -> None:
        before = ""
        for at, word in enumerate(words):
            low = plain(word)
            if word[0].islower():
                self._lower.add(low)
            elif word[0].isupper():
                if before and before not in '."“:':
                    self._inner.add(low)
                after = words[at + 1] if at + 1 < len(words) else ""
                self._seen.setdefault(low, set()).update(self._clues(before, low, after))
            before = word

    def _clues(self, before: str, low: str, after: str) -> Iterator[str]:
        """Yield what the neighbours tell of a capitalised word: a title, a name, a place or speech beside it."""
        flags = self._known.lists
        lists = flags(plain(before))
        if "t" in lists:
            yield "t"
        if "g" in lists and before[0].isupper():
            yield "g"
        if before.lower() == "the":
            yield "the"
        elif before.lower() in _PLACE_BEFORE:
            yield "in"
        if after.lower() in _SPEECH:
            yield "said"
        elif after[:1].isupper() and "f" in flags(plain(after)) and "g" in flags(low):
            yield "f"

    def restore(self, words: Sequence[str]) -> Sequence[str]:
        """Return the words in the case that the middle of a sentence has them in, a headline's all, a sentence's first."""
        if is_headline(words):
            return [self._restored(word) for word in words]
        opening = next((at for at, word in enumerate(words) if word[0].isalpha()), 0)
        if words and self._is_lower(plain(words[opening])):
            return [*words[:opening], words[opening].lower(), *words[opening + 1 :]]
        return words

    def _is_lower(self, low: str) -> bool:
        return low not in self._inner and (low in self._lower or low in self._known.lower_case)

    def _restored(self, word: str) -> str:
        low = plain(word)
        if self._is_lower(low):
            return word.lower()
        if word.isupper() and len(word) > 1 and (low not in self._inner or len(word) > 4):
            return word.capitalize()
        return word

    def clues(self, word: str) -> list[str]:
        """Return the features that the word's places in the document give."""
        low = plain(word)
        found = ["d:" + clue for clue in sorted(self._seen.get(low, ()))]
        if low in self._lower:
            found.append("d:lower")
        if low in self._inner:
            found.append("d:inner")
        return found


def is_headline(words: Sequence[str]) -> bool:
    """Whether nearly all words that could be are capitalised, and it does not end as a sentence does."""
    if words and words[-1] == "." and not all(word.isupper() for word in words if word[0].isalpha()):
        return False
    letters = [word for word in words if word[0].isalpha() and (len(word) > _SHORT_LINE or word.isupper())]
    return len(letters) >= _SHORT_LINE and sum(word[0].isupper() for word in letters) >= _LOUD * len(letters)


def features(words: Sequence[str], context: Context) -> list[list[str]]:
    """Return each token's features, for a sentence of tokens."""
    headline = is_headline(words)
    forms = [_EDGE, _EDGE, *(form(word) for word in context.restore(words)), _EDGE, _EDGE]
    inside = _in_places([each.low for each in forms[2:-2]], gazetteer())
    found = []
    for at, word in enumerate(words):
        two, one, own, then, later = forms[at : at + 5]
        row = [*own.here, *one.before, *then.after, *two.before2, *later.after2]
        row.append(f"-1|0={one.low}|{own.low}")
        row.append(f"0|+1={own.low}|{then.low}")
        row.append(f"sss={one.shape}|{own.shape}|{then.shape}")
        row.append(f"ll-={one.lists}|{own.lists}|{own.shape}")
        row.append(f"ll+={own.lists}|{then.lists}|{own.shape}")
        row.append(f"ws-={one.low}|{own.shape}")
        row.append(f"ws+={own.shape}|{then.low}")
        if inside[at]:
            row.append("place=" + inside[at])
        if headline:
            row.append("headline")
        elif at == 0:
            row.append("first")
        if own.shape[0] == "X":
            row += context.clues(word)
        found.append(row)
    return found


def _in_places(lows: Sequence[str], known: Gazetteer) -> list[str]:
    """Mark the first ("B") and later ("I") words of places of two to four words."""
    marks = [""] * len(lows)
    at = 0
    while at < len(lows):
        for length in (4, 3, 2):
            if " ".join(lows[at : at + length]) in known.phrases and at + length <= len(lows):
                marks[at : at + length] = ["B", *["I"] * (length - 1)]
                at += length - 1
                break
        at += 1
    return marks
