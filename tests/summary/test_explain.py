"""Reasons are facts about the article."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary.explain import reasons

from .conftest import HARBOUR, make


def explained(*paragraphs, order=None, **how):
    article, sentences = make(*paragraphs, **how)
    return reasons(article, sentences, order or range(len(sentences)), Cancel())


def test_the_first_sentence_opens_the_story_whatever_its_rank():
    assert explained(*HARBOUR, order=(9, *range(9), 10))[0].startswith("Opens the story")


def test_the_last_sentence_closes_it():
    assert "loses the story" in explained("Rain fell on Vik.", "Wind came over Vik.", "Gulls cried.")[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mayor Ingrid Solberg told reporters that it would close.",
        "It will open again, according to the Coastal Office.",
        "“It will close,” said Olav Dahl.",
        "Dahl warned that boats would be sold.",
    ],
)
def test_a_sentence_with_a_named_speaker_names_the_source(sentence):
    assert "ames the source" in explained("Rain fell.", sentence, "Wind came.")[1]


@pytest.mark.parametrize(
    "sentence", ["He said it would close.", "The sign said so.", "According to some it will close."]
)
def test_without_a_name_there_is_no_source(sentence):
    assert "source" not in explained("Rain fell.", sentence, "Wind came.")[1]


def test_a_quotation_over_several_sentences_marks_each():
    lines = explained(
        "Rain fell.", "She said: “We will close it. We have no other choice. It will hurt.” Then she left town."
    )
    assert ["uoted" in line for line in lines] == [False, True, True, True, False]


def test_one_word_in_quotation_marks_is_no_quotation():
    assert "uoted" not in explained("Rain fell.", "They call it a “harbour” here.")[1]


def test_numbers_are_named_where_there_are_several():
    lines = explained("Rain fell.", "It cost 48 million crowns in 2019.", "It has 3 walls.")
    assert "arries the numbers" in lines[1]
    assert "numbers" not in lines[2]


def test_a_sentence_echoes_the_headline_when_it_has_half_its_words():
    lines = explained("Rain fell.", "The harbour will close soon.", title="Port harbour to close for years")
    assert "choes the headline" in lines[1]


def test_the_sentence_that_others_resemble_is_central_to_them():
    lines = explained(
        "Wind came over the hills.",
        "The harbour closes and boats leave.",
        "Boats leave the harbour.",
        "The harbour closes.",
        "Some boats leave early.",
    )
    assert lines[1].startswith("Central to 3 other sentences")


def test_information_is_new_against_what_ranks_above_it():
    paragraphs = ("The harbour closes soon.", "The harbour closes very soon.", "Fishermen in Vik sell their nets.")
    assert "ew information" in explained(*paragraphs)[2]
    assert "ew information" not in explained(*paragraphs)[1]
    assert "ew information" not in explained(*paragraphs, order=(2, 0, 1))[2]


def test_where_nothing_else_is_true_the_sentence_is_compared_with_the_rest():
    lines = explained("Rain fell on Vik.", "Rain fell on Vik.", "Gulls cry.", "Wind came.")
    assert lines[1] == "Close to one other sentence"
    assert lines[2] == "Unlike any other sentence"


def test_sentences_far_down_are_said_to_be_there():
    lines = explained(*["Rain fell."] * 502)
    assert lines[500] == "Ranked after 500 others"


def test_every_sentence_has_a_reason_of_at_most_two_parts():
    for line in explained(*HARBOUR, title="Port Ellis to close its harbour"):
        assert 1 <= len(line.split(" · ")) <= 2
        assert line[0].isupper()


def test_explaining_stops_when_cancelled():
    cancel = Cancel()
    cancel.set()
    article, sentences = make(*HARBOUR)
    with pytest.raises(Cancelled):
        reasons(article, sentences, range(len(sentences)), cancel)
