"""What a summary is likely to hold, and how much of it a sentence brings."""

from __future__ import annotations

import numpy as np
import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary import study
from nutgraf.summary.concepts import Said, concepts, pairs
from nutgraf.summary.features import Features
from nutgraf.summary.model import load

from .conftest import HARBOUR, make


def found(*paragraphs):
    article, sentences = make(*paragraphs)
    return concepts(article, sentences, Features(article, sentences, Cancel()), Cancel())


def test_words_and_pairs_of_neighbours_are_concepts_stop_words_too():
    words, neighbours = found("The walls of the port cracked.", "The port shut.")
    assert words.matrix.numbers.keys() == {"the", "wall", "of", "port", "crack", "shut"}
    assert neighbours.matrix.numbers.keys() == {"the wall", "wall of", "of the", "the port", "port crack", "port shut"}


def test_one_word_has_no_neighbour():
    assert pairs(["gull"]) == []
    assert found("Gulls.")[1].expected({"any": 1.0}).shape[0] == 0


def test_a_concept_is_expected_no_oftener_than_it_is_said_and_each_time_less():
    words, _ = found("The walls of the port cracked.", "The port shut.")
    expected = words.expected({"any": 1.0, "log times": 2.0, "log times said": 0.5})
    more = np.diff(expected, axis=1)
    assert (expected[:, 0] == 0).all()
    assert (np.diff(more, axis=1) <= 1e-9).all()
    assert (more >= 0).all()
    said = {word: int((more[number] > 0).sum()) for word, number in words.matrix.numbers.items()}
    assert said == {"the": 3, "wall": 1, "of": 1, "port": 2, "crack": 1, "shut": 1}


def test_words_of_sentences_that_weigh_are_likelier():
    words, _ = found("The walls of the port cracked.", "Gulls cried.", "Boats left.")
    expected = words.expected({"first": 3.0})[:, 1]
    assert expected[words.matrix.numbers["wall"]] > expected[words.matrix.numbers["gull"]]


def test_what_was_said_brings_no_more():
    words, _ = found("The walls cracked.", "The walls cracked badly.", "Gulls cried.")
    said = Said(words.matrix, words.expected({"any": 0.0}))
    before = said.gains.copy()
    assert before[:2] == pytest.approx([1.5, 2.0])  # each word as likely as not
    said.take(0)
    expected = words.expected({"any": 0.0})
    again = sum(expected[words.matrix.numbers[word], 2] - 0.5 for word in ("the", "wall", "crack"))
    assert said.gains[1] == pytest.approx(0.5 + again)
    assert said.gains[2] == before[2]


def test_every_weight_is_of_a_column_that_there_is():
    article, sentences = make(*HARBOUR)
    features = Features(article, sentences, Cancel())
    study.add_columns(features, article, sentences)
    model = load("study")
    for likely, each in zip((model.words, model.pairs), concepts(article, sentences, features, Cancel()), strict=True):
        assert set(likely.columns) <= {*each.names, *features.names}
