"""Who an article is about, told by capitals alone: quick, and none where a text has no capitals."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.summary.kept import kept
from nutgraf.summary.terms import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence


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


@kept
def sentence_names(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[frozenset[str]]:
    """Return the names of each sentence, in reading order.

    Raises:
        Cancelled: the token was set.

    """
    return [named(sentence.span.of(article.text)) for sentence in watched(sentences, cancel)]


@kept
def main_actors(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[int]:
    """Return for each sentence how many it names of the five names that most sentences hold (two at least).

    Raises:
        Cancelled: the token was set.

    """
    counts = Counter(name for names in sentence_names(article, sentences, cancel) for name in sorted(names))
    main = {name for name, count in counts.most_common(_MAIN) if count > 1}
    if not main:
        return [0] * len(sentences)
    holds = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(main)))})\b")
    return [len(set(holds.findall(sentence.span.of(article.text)))) for sentence in watched(sentences, cancel)]
