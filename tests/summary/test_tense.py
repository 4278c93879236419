"""Stories are known by their tense, and sentences told in the present, in capitals or not."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary import tense
from nutgraf.summary.features import Features

from .conftest import make


@pytest.mark.parametrize(
    ("words", "present"),
    [
        ("The wall is cracked.", 1),
        ("THE WALLS ARE CRACKED.", 1),
        ("Storms have cracked it, and a boat has sunk.", 1),
        ("The wall was cracked.", 0),
        ("This island had storms.", 0),
    ],
)
def test_auxiliary_verbs_tell_the_tense(words, present):
    article, sentences = make("Gulls cried.", words)
    features = Features(article, sentences, Cancel())
    tense.add_columns(features, article, sentences, Cancel())
    assert features.column("in the present").tolist() == [0, present]


def test_a_story_is_told_in_the_past_and_talk_is_not():
    story = make("Solberg was at the dock.", "It had been shut.", "“It is cold,” she said.")
    talk = make("We are here.", "It is cold, and I was late.", "So what is next?", "There are two of us.")
    assert tense.told_in_the_past(*story, Cancel())
    assert not tense.told_in_the_past(*talk, Cancel())
    assert not tense.told_in_the_past(*make("Gulls cried."), Cancel())
