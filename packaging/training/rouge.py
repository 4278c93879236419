"""ROUGE-1, ROUGE-2 and ROUGE-Lsum of sets of sentences (Lin 2004), as rouge-score computes them with its stemmer, but fast.

What a sentence has in common with a reference is worked out once, whatever sets it stands in.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from nltk.stem.porter import PorterStemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Picked = tuple[tuple[int, int], ...]  # sentences in reading order, and how many words of each
_OTHERS = re.compile(r"[^a-z0-9]+")
_LINES = re.compile(r"(?<=[.!?])\s+")
_stem = cache(PorterStemmer().stem)


def tokens(text: str) -> list[str]:
    """Return the words as rouge-score compares them."""
    found = [_stem(word) if len(word) > 3 else word for word in _OTHERS.sub(" ", text.lower()).split()]
    return [sys.intern(word) for word in found if not _OTHERS.search(word)]


def common(reference: Sequence[str], words: Sequence[str]) -> tuple[int, ...]:
    """Return the places in `reference` of a longest common subsequence, of several the one that rouge-score takes."""
    height, width = len(reference), len(words)
    table = [[0] * (width + 1) for _ in range(height + 1)]
    for i in range(1, height + 1):
        row, above, wanted = table[i], table[i - 1], reference[i - 1]
        for j in range(1, width + 1):
            row[j] = above[j - 1] + 1 if words[j - 1] == wanted else max(above[j], row[j - 1])
    i, j = height, width
    places = []
    while i and j:
        if reference[i - 1] == words[j - 1]:
            i, j = i - 1, j - 1
            places.append(i)
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return tuple(reversed(places))


class Judged:
    """The sentences of an article beside a reference summary."""

    def __init__(self, sentences: Iterable[str], reference: str) -> None:
        self.sentences = [sentence.split() for sentence in sentences]
        self.lengths = [len(words) for words in self.sentences]
        self._lines = [line for line in map(tokens, _LINES.split(reference)) if line]
        flat = [word for line in self._lines for word in line]
        self._size = len(flat)
        self._words, self._pairs = Counter(flat), Counter(pairwise(flat))
        self._parts: dict[tuple[int, int], tuple[list[str], list[tuple[int, ...]]]] = {}

    def pick(self, order: Iterable[int], budget: int) -> Picked:
        """Return the summary of so many words: sentences in `order`, the last one cut."""
        left, found = budget, []
        for index in order:
            found.append((index, min(self.lengths[index], left)))
            left -= self.lengths[index]
            if left <= 0:
                break
        return tuple(sorted(found))

    def scores(self, picked: Picked) -> tuple[float, float, float]:
        """Return ROUGE-1, ROUGE-2 and ROUGE-Lsum (F, 0 to 100)."""
        parts = [self._part(*each) for each in picked]
        flat = [word for words, _ in parts for word in words]
        held, pairs = Counter(flat), Counter(pairwise(flat))
        longest = self._union([places for _, places in parts], held)
        return (
            _f(_clipped(held, self._words), len(flat), self._size),
            _f(_clipped(pairs, self._pairs), len(flat) - 1, self._size - 1),
            _f(longest, len(flat), self._size),
        )

    def mean(self, picked: Picked, shares: tuple[int, int, int] = (1, 1, 1)) -> float:
        """Return the mean of the three, each counted so often."""
        return sum(share * score for share, score in zip(shares, self.scores(picked), strict=True)) / sum(shares)

    def _part(self, index: int, words: int) -> tuple[list[str], list[tuple[int, ...]]]:
        """Return the tokens of a sentence's first words, and the places of what they share with each line."""
        if (index, words) not in self._parts:
            held = tokens(" ".join(self.sentences[index][:words]))
            self._parts[index, words] = held, [common(line, held) for line in self._lines]
        return self._parts[index, words]

    def _union(self, places: Sequence[Sequence[tuple[int, ...]]], held: Counter[str]) -> int:
        """Return the size of the union over the sentences, by line; no word counts oftener than it stands on either side."""
        left, wanted, hits = held.copy(), self._words.copy(), 0
        for number, line in enumerate(self._lines):
            for place in sorted({place for each in places for place in each[number]}):
                word = line[place]
                if left[word] > 0 and wanted[word] > 0:
                    left[word] -= 1
                    wanted[word] -= 1
                    hits += 1
        return hits


def _clipped(held: Counter, wanted: Counter) -> int:
    return sum(min(count, wanted[each]) for each, count in held.items() if each in wanted)


def _f(hits: int, held: int, wanted: int) -> float:
    return 200 * hits / (held + wanted) if hits else 0.0
