"""Punkt knows its parameters and the abbreviations of news, without any download."""

from __future__ import annotations

import pytest

from nutgraf.text.punkt import ends_after, is_abbreviation, tokenizer


def test_has_the_parameters_of_nltk():
    parameters = tokenizer()._params
    assert len(parameters.abbrev_types) > 150
    assert len(parameters.ortho_context) > 20_000
    assert parameters.collocations
    assert "he" in parameters.sent_starters


@pytest.mark.parametrize("word", ["Mr", "gen", "U.S", "p.m", "govt", "ltd"])
def test_knows_abbreviations(word):
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", ["harbour", "ok", "wash"])
def test_takes_words_for_words(word):
    assert not is_abbreviation(word)


@pytest.mark.parametrize(
    ("word", "following", "ends"),
    [("harbour.", "The", True), ("U.S.", "He", True), ("U.S.", "Army", False), ("Corp.", "said", False)],
)
def test_weighs_the_word_that_follows(word, following, ends):
    assert ends_after(word, following) is ends
