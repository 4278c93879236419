"""Reasons are facts about the article."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary.explain import explain
from nutgraf.text.ranking import Group, Part

from .conftest import HARBOUR, make


def explained(*paragraphs, order=None, **how):
    article, sentences = make(*paragraphs, **how)
    return explain(article, sentences, order or range(len(sentences)), Cancel())[0]


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
    assert ["uotes" in line for line in lines] == [False, True, True, True, False]


def test_one_word_in_quotation_marks_is_no_quotation():
    assert "uotes" not in explained("Rain fell.", "They call it a “harbour” here.")[1]


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
    assert "dds what is new" in explained(*paragraphs)[2]
    assert "dds what is new" not in explained(*paragraphs)[1]
    assert "dds what is new" not in explained(*paragraphs, order=(2, 0, 1))[2]


def test_where_nothing_else_is_true_the_sentence_is_compared_with_the_rest():
    lines = explained("Rain fell on Vik.", "Rain fell on Vik.", "Gulls cry.", "Wind came.")
    assert lines[1] == "Close to one other sentence"
    assert lines[2] == "Unlike any other sentence"


def test_sentences_far_down_are_said_to_be_there_whatever_they_say():
    lines = explained(*["Rain fell."] * 500, "“We lost 40 ships and 12 men,” said Ada Holm.")
    assert lines[499] != "Ranked after 500 others"
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
        explain(article, sentences, range(len(sentences)), cancel)


def test_without_weights_the_parts_are_the_facts():
    article, sentences = make("Rain fell.", "It cost 48 million crowns in 2019.", "Gulls cried.")
    _, parts = explain(article, sentences, range(3), Cancel())
    assert Part(Group.NUMBERS, "carries the numbers") in parts[1]
    assert all(each.weight is None for part in parts for each in part)


def test_with_weights_every_group_that_weighs_has_a_part_heaviest_first():
    article, sentences = make("Rain fell.", "It cost 48 million crowns in 2019.", "Gulls cried.")
    weights = [{Group.PLACE: 0.0}, {Group.PLACE: -0.5, Group.NUMBERS: 0.2, Group.FORM: 0.3}, {Group.PLACE: 0.1}]
    lines, parts = explain(article, sentences, range(3), Cancel(), weights)
    assert parts[0] == ()
    assert parts[1] == (
        Part(Group.FORM, "leans on the sentence before", 0.3),
        Part(Group.NUMBERS, "carries the numbers", 0.2),
        Part(Group.PLACE, "near the opening", -0.5),
    )
    assert lines[1] == "Carries the numbers"


def test_the_main_actors_are_those_whom_most_sentences_name():
    paragraphs = ("Rain fell on Vik.", "In Vik there is Solberg.", "They asked Solberg.", "Gulls saw Olav Dahl.")
    article, sentences = make(*paragraphs)
    _, parts = explain(article, sentences, range(4), Cancel())
    assert [any(each.group is Group.ACTORS for each in part) for part in parts] == [False, True, False, False]
