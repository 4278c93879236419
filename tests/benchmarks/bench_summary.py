"""How long sentences and rankings take, and how long a cancelled one goes on."""

from __future__ import annotations

import random
import time

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary import METHODS
from nutgraf.summary.length import cut
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.ranking import Length, Measure
from nutgraf.text.sentences import split_sentences


class Timed(Cancel):
    """Knows the longest time between two looks, in milliseconds: what a reader waits at most for work to stop."""

    def __init__(self):
        super().__init__()
        self.longest, self.last = 0.0, time.perf_counter()

    def check(self):
        now = time.perf_counter()
        self.longest, self.last = max(self.longest, 1000 * (now - self.last)), now


def drawn(count):
    """Return an article of made-up words, a few of them in most sentences, as in any text."""
    rng = random.Random(1)
    known = [
        "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(rng.randint(2, 5)))
        for _ in range(20_000)
    ]
    builder = ArticleBuilder()
    for _ in range(count // 4):
        sentences = (
            " ".join(
                known[min(int(rng.paretovariate(0.6)), len(known) - 1)] for _ in range(rng.randint(6, 30))
            ).capitalize()
            for _ in range(4)
        )
        builder.add(BlockKind.PARAGRAPH, ". ".join(sentences) + ".")
    return builder.build(Meta(language="en"))


@pytest.fixture(scope="module", params=[1_000, 5_000])
def split(request):
    article = drawn(request.param)
    METHODS[2].rank(article, split_sentences(article, Cancel())[:8], Cancel())  # loads the libraries
    begun = time.perf_counter()
    sentences = split_sentences(article, Cancel())
    print(f"\n{len(sentences)} sentences split in {time.perf_counter() - begun:.2f} s")
    return article, sentences


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_rank(split, method):
    article, sentences = split
    cancel = Timed()
    begun = time.perf_counter()
    ranking = method.rank(article, sentences, cancel)
    ranked = time.perf_counter()
    for percent in range(1, 101):
        cut(ranking, article, sentences, Length(Measure.PERCENT, percent))
    cutting = 10 * (time.perf_counter() - ranked)
    print(f"\n{method.name:>10} {ranked - begun:6.2f} s, longest wait {cancel.longest:4.0f} ms, cut {cutting:.2f} ms")
