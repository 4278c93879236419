"""The default method: opening first, then what is central and new."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.cancel import Cancel
from nutgraf.summary.news import News

from .conftest import HARBOUR, make


def rank(*paragraphs):
    return News().rank(*make(*paragraphs), Cancel())


def test_the_opening_comes_first():
    assert rank(*HARBOUR).order[0] == 0


def test_what_was_said_is_not_said_again():
    again = "The harbour of Port Ellis will close for two years, the town council said on Monday."
    ranking = rank(HARBOUR[0], again, *HARBOUR[1:])
    assert ranking.order[0] == 0
    assert ranking.order[-1] == 1


def test_a_central_sentence_comes_before_one_beside_the_point():
    order = rank(*HARBOUR[:3], "A grey cat slept on the steps of the old library.", *HARBOUR[3:]).order
    beside = 5
    assert order.index(beside) > order.index(beside + 2)


def test_a_few_words_seldom_make_a_summary():
    assert rank("Wait.", *HARBOUR).order[0] != 0


def test_sentences_of_doubtful_blocks_come_after_all_others():
    article, sentences = make(
        *(f"Sentence number {number} says that the tide was {number} feet high." for number in range(6))
    )
    blocks = tuple(replace(block, doubtful=index in {0, 3}) for index, block in enumerate(article.blocks))
    assert set(News().rank(replace(article, blocks=blocks), sentences, Cancel()).order[-2:]) == {0, 3}
