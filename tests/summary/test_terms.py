"""Words that sentences are compared by."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary.terms import content, lower_words, sentence_terms, stemmer

from .conftest import make


def test_words_are_lower_case_and_keep_digits():
    assert lower_words("The Mi-17s’ pilots flew 150 km") == ["the", "mi-17s", "pilots", "flew", "150", "km"]


def test_scripts_without_spaces_are_taken_by_pairs():
    assert lower_words("港口关闭") == ["港口", "口关", "关闭"]


def test_stop_words_go_and_stems_stay():
    assert content(["the", "harbours", "were", "closing", "ellis's"], "en") == ["harbour", "close", "elli"]


@pytest.mark.parametrize(
    ("language", "word", "stem"), [("de-AT", "häfen", "haf"), ("tlh", "boats", "boats"), ("", "boats", "boat")]
)
def test_each_language_has_its_stemmer_or_none(language, word, stem):
    assert stemmer(language)(word) == stem


def test_terms_are_by_sentence():
    article, sentences = make("The boats left. They were small boats.")
    assert sentence_terms(article, sentences, Cancel()) == [["boat", "left"], ["small", "boat"]]
