"""Stop words come from our own resources."""

from __future__ import annotations

import pytest

from nutgraf.text.stopwords import LANGUAGES, stop_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_list(language):
    words = stop_words(language)
    assert len(words) > 30
    assert all(word == word.lower() for word in words)


def test_a_region_changes_nothing_and_no_language_means_english():
    assert stop_words("en-GB") == stop_words("en") == stop_words("")
    assert "the" in stop_words("")


def test_an_unknown_language_has_none():
    assert stop_words("tlh") == frozenset()
