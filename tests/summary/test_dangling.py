"""Which sentences lean on the one before."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary.dangling import leaning, leans

from .conftest import make


@pytest.mark.parametrize(
    "words",
    [
        "He resigned on Monday.",
        "he resigned on monday .",
        "This was not the first time.",
        "However, the council voted against it.",
        "But the council voted against it.",
        "“They left us nothing,” she said.",
        "The latter was built in 1901.",
        "It has closed since.",
        "Its walls were cracked.",
    ],
)
def test_what_stands_for_something_said_before_leans(words):
    assert leans(words)


@pytest.mark.parametrize(
    "words",
    [
        "The harbour closed on Monday.",
        "It is clear that the harbour will close.",
        "“They left us nothing,” Solberg said.",
        "Both Vik and Holm have harbours.",
        "So far the harbour is open.",
        "Thistles grow on the walls.",
        "Then-president Dahl signed it.",
        "Other towns have closed theirs.",
    ],
)
def test_what_stands_by_itself_does_not(words):
    assert not leans(words)


def test_the_first_sentence_leans_on_nothing():
    article, sentences = make("He came. He saw. Vik fell.")
    assert leaning(article, sentences, Cancel()) == (1,)


def test_other_languages_are_left_alone():
    article, sentences = make("Er kam. This kam. So kam er.", language="de")
    assert leaning(article, sentences, Cancel()) == ()
