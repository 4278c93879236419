"""What a length takes from a ranking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.cancel import Cancel
from nutgraf.summary.lead import Lead
from nutgraf.summary.length import cut, word_counts
from nutgraf.text.ranking import Length, Measure, Ranking
from nutgraf.text.words import count_words

from .conftest import make

ARTICLE, SENTENCES = make("One two three four. Five six. Seven eight nine.", "Ten.")  # 4, 2, 3 and 1 words
RANKING = Ranking("made", (2, 0, 3, 1), (3.0, 1.0, 4.0, 2.0), ("",) * 4)


def taken(measure, value):
    return cut(RANKING, ARTICLE, SENTENCES, Length(measure, value)).sentences


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        (Measure.SENTENCES, 1, (2,)),
        (Measure.SENTENCES, 2, (0, 2)),
        (Measure.SENTENCES, 99, (0, 1, 2, 3)),
        (Measure.WORDS, 1, (2,)),
        (Measure.WORDS, 3, (2,)),
        (Measure.WORDS, 6, (2,)),
        (Measure.WORDS, 7, (0, 2)),
        (Measure.WORDS, 8, (0, 2, 3)),
        (Measure.WORDS, 10, (0, 1, 2, 3)),
        (Measure.PERCENT, 1, (2,)),
        (Measure.PERCENT, 30, (2,)),
        (Measure.PERCENT, 70, (0, 2)),
        (Measure.PERCENT, 99, (0, 2, 3)),
        (Measure.PERCENT, 100, (0, 1, 2, 3)),
        (Measure.PERCENT, 250, (0, 1, 2, 3)),
    ],
)
def test_takes_the_best_in_reading_order_within_the_budget(measure, value, expected):
    assert taken(measure, value) == expected


def test_keeps_the_ranking_and_what_was_asked():
    length = Length(Measure.WORDS, 7)
    summary = cut(RANKING, ARTICLE, SENTENCES, length)
    assert summary.ranking is RANKING
    assert summary.length == length


@pytest.mark.parametrize("measure", Measure)
def test_of_no_sentences_nothing_is_taken(measure):
    empty = Ranking("made", (), (), ())
    assert cut(empty, ARTICLE, (), Length(measure, 5)).sentences == ()


def test_counts_the_words_of_each_article_afresh():
    other, sentences = make("One. Two. Three. Four.")
    assert len(cut(RANKING, other, sentences, Length(Measure.WORDS, 3)).sentences) == 3
    assert taken(Measure.WORDS, 3) == (2,)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=40), st.sampled_from(Measure), st.integers(1, 400))
def test_a_longer_length_keeps_what_a_shorter_took(counts, measure, value):
    article, sentences = make(*(" ".join(["word"] * count) + "." for count in counts))
    ranking = Lead().rank(article, sentences, Cancel())
    short = cut(ranking, article, sentences, Length(measure, value)).sentences
    longer = cut(ranking, article, sentences, Length(measure, value + 1)).sentences
    assert set(short) <= set(longer)
    if measure is Measure.WORDS and len(short) > 1:
        assert sum(count_words(sentences[index].span.of(article.text)) for index in short) <= value


def test_a_sentence_without_spaces_counts_by_its_letters():
    article, sentences = make("渡し船は三年ぶりに港を出た。", "One two three.")
    assert word_counts(article, sentences) == (8, 3)
