from dataclasses import replace

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import SURE, find_names, understands
from nutgraf.text.sentences import split_sentences

LONG = "Maria Lind runs the mill in Elm. She said that the river was low. " * 8


@pytest.fixture
def tagged(article):
    def make(text, language):
        made = article(text)
        return replace(made, meta=replace(made.meta, language=language))

    return make


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", ""])
def test_names_are_found_where_the_language_is_known_to_the_engine_or_not_known_at_all(tagged, language):
    made = tagged(LONG, language)
    assert understands(made)
    assert find_names(made, split_sentences(made, Cancel()), Cancel()).entities


def test_no_names_are_guessed_in_another_language(tagged):
    made = tagged(LONG, "de")
    assert not understands(made)
    assert find_names(made, split_sentences(made, Cancel()), Cancel()).entities == ()


def test_the_language_of_a_few_words_is_not_believed(tagged):
    made = tagged("Maria Lind runs the mill.", "de")
    assert len(made.text) < SURE
    assert understands(made)
