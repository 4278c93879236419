from __future__ import annotations

import pickle

import pytest

from nutgraf.text.ranking import Length, Measure, Ranking, Summary


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("value", [0, -3])
def test_a_summary_of_nothing_cannot_be_asked_for(measure, value):
    with pytest.raises(ValueError, match="at least 1"):
        Length(measure, value)


def test_a_summary_can_be_sent_to_another_process():
    ranking = Ranking("lead", (1, 0), (0.2, 0.8), ("", "Opens the story"))
    summary = Summary(ranking, (1,), Length(Measure.SENTENCES, 1))
    assert pickle.loads(pickle.dumps(summary)) == summary


def test_a_sentence_enters_at_its_place_in_the_order():
    ranking = Ranking("made", (2, 0, 1), (2.0, 1.0, 3.0), ("",) * 3)
    assert ranking.places() == (2, 3, 1)


def test_a_sentence_dangles_where_the_one_it_leans_on_is_not_taken():
    ranking = Ranking("made", (0, 3, 1, 2), (1.0,) * 4, ("",) * 4, leaning=(1, 3))
    assert Summary(ranking, (0, 3), Length(Measure.SENTENCES, 2)).dangling() == (3,)
    assert Summary(ranking, (0, 1, 2, 3), Length(Measure.SENTENCES, 4)).dangling() == ()
