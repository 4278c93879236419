"""Who an article is about, told by capitals alone: quick, and none where a text has no capitals."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MAIN = 5
_RUN = re.compile(r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*")
_NO_NAMES = _words(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mr mrs ms dr the a an
    """
)


def named(words: str) -> frozenset[str]:
    """Return the names in a sentence: the last word of each run of capitals, but for a lone word that opens the sentence."""
    found = set()
    for run in _RUN.finditer(words):
        parts = run[0].split()
        opening = not any(letter.isalnum() for letter in words[: run.start()])
        last = re.sub(r"[’']s?$|\.$", "", parts[-1])
        if (len(parts) > 1 or not opening) and len(last) > 1 and last.lower() not in _NO_NAMES:
            found.add(last)
    return frozenset(found)


def main_actors(sentences: Sequence[str]) -> list[int]:
    """Return for each sentence how many it names of the five names that most sentences hold (two at least)."""
    counts = Counter(name for words in sentences for name in sorted(named(words)))
    main = {name for name, count in counts.most_common(_MAIN) if count > 1}
    if not main:
        return [0] * len(sentences)
    holds = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(main)))})\b")
    return [len(set(holds.findall(words))) for words in sentences]
