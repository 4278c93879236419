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
