"""Articles for the tests of summaries."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from nutgraf.cancel import Cancel
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import Sentence, split_sentences

HARBOUR = (
    "The harbour of Port Ellis will close for two years, the town council said on Monday.",
    (
        "Its walls were cracked by the storms of last winter, and divers found holes below the water line. "
        "Repairs will cost 48 million crowns, more than the town earns in a year."
    ),
    (
        "“We would rather close it now than lose it,” Mayor Ingrid Solberg told reporters. "
        "She said the fishing boats would move to Vik, 30 kilometres to the north."
    ),
    (
        "Fishermen are angry. The harbour at Vik is too small for their boats, says Olav Dahl, who speaks for them. "
        "Some of them have begun to sell their boats."
    ),
    (
        "The council promised to pay for fuel and for the longer road to the fish market. "
        "It has not said where the money for the harbour walls will come from."
    ),
    "A first part of the harbour could open again next summer, according to the Coastal Office.",
)


def make(*paragraphs: str, language: str = "en", title: str = "") -> tuple[Article, tuple[Sentence, ...]]:
    builder = ArticleBuilder()
    if title:
        builder.add(BlockKind.TITLE, title)
    for paragraph in paragraphs:
        builder.add(BlockKind.PARAGRAPH, paragraph)
    article = builder.build(Meta(title=title, language=language))
    return article, split_sentences(article, Cancel())


def doubt(story: tuple[Article, tuple[Sentence, ...]], *words: str) -> tuple[Article, tuple[Sentence, ...]]:
    """Return the story with the paragraphs that begin with some words made doubtful."""
    article, sentences = story
    blocks = (replace(block, doubtful=block.span.of(article.text).startswith(words)) for block in article.blocks)
    return replace(article, blocks=tuple(blocks)), sentences


def drawn(sentences: int, seed: int = 1) -> tuple[Article, tuple[Sentence, ...]]:
    """Return an article of made-up words, distributed about as words are."""
    rng = random.Random(seed)
    known = [
        "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(rng.randint(2, 4))) for _ in range(900)
    ]

    def sentence() -> str:
        words = [known[min(int(rng.paretovariate(0.7)), len(known) - 1)] for _ in range(rng.randint(4, 18))]
        return " ".join(words).capitalize() + "."

    return make(*(" ".join(sentence() for _ in range(3)) for _ in range(sentences // 3)))


@pytest.fixture
def harbour():
    return make(*HARBOUR, title="Port Ellis to close its harbour for two years")
