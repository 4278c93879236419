from __future__ import annotations

import pytest

from nutgraf.gui.reading_time import EXACT, ReadingTime
from nutgraf.text.words import count_words


def test_furniture_is_not_counted(harbour):
    prose = [block.span.of(harbour.article.text) for block in harbour.article.blocks if not block.furniture]
    assert ReadingTime(harbour.article, harbour.sentences).words == sum(map(count_words, prose))


def test_sentences_are_counted_word_by_word(harbour):
    time = ReadingTime(harbour.article, harbour.sentences)
    assert time.words_in(()) == 0
    assert time.words_in((1, 7)) == count_words("Nobody asked the fishermen. So far it has not.")


def test_very_long_articles_are_estimated_closely(make_analysis):
    lines = [
        ("The board met.", f"It talked about wall number {n}, about water, and about the ships.") for n in range(8000)
    ]
    long = make_analysis(lines, [])
    time = ReadingTime(long.article, long.sentences)
    exact = sum(count_words(block.span.of(long.article.text)) for block in long.article.blocks if not block.furniture)
    assert time.words == pytest.approx(exact, rel=0.02)
    assert time.words_in(range(EXACT + 1)) == pytest.approx(
        sum(time.words_in((n,)) for n in range(EXACT + 1)), rel=0.05
    )


def test_the_figures_of_one_sentence_are_in_the_singular(make_analysis):
    one = make_analysis([("Nobody asked the fishermen.",)], [])
    line, why = ReadingTime(one.article, one.sentences).figures((0,))
    assert line == "1 of 1 sentence · 1 min"
    assert why == "4 words instead of 4, read at 238 words a minute"
    two = make_analysis([("Nobody.", "The fishermen came.")], [])
    assert ReadingTime(two.article, two.sentences).figures((0,))[1].startswith("1 word instead of 4,")


def test_words_that_are_estimated_are_said_to_be(make_analysis):
    one = make_analysis([("渡し船は三年ぶりにまた港を出た。",)], [])
    assert ReadingTime(one.article, one.sentences).figures((0,))[1] == (
        "9 words instead of 9, read at 238 words a minute; words of scripts without spaces are estimated from their letters"
    )
