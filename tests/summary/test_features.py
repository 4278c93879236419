"""What can be seen of a sentence."""

from __future__ import annotations

import re

from nutgraf.cancel import Cancel
from nutgraf.summary.features import Features, found_in, lower, starts_of

from .conftest import make


def test_models_see_a_sentence_without_spaces_as_one_word():
    assert Features(*make("渡し船は三年ぶりに港を出た。", "One two three."), Cancel()).lengths.tolist() == [1, 3]


def test_what_a_pattern_finds_is_counted_by_sentence():
    article, sentences = make("No wall. A wall by a wall.", "None.", "Wall!")
    assert found_in(re.compile("wall"), lower(article.text), starts_of(sentences)).tolist() == [1, 2, 0, 1]
    assert found_in(re.compile("wall"), "walls of old\n", starts_of(sentences)[1:]).tolist() == [0, 0, 0]


def test_offsets_hold_in_small_letters():
    assert lower("ISTANBUL, Wall") == "istanbul, wall"
    assert len(lower("İSTANBUL, Wall")) == len("İSTANBUL, Wall")


def test_a_sentence_is_seen_by_its_words_and_signs_from_the_first_one_on():
    features = Features(*make("“It is 9 m high,” he said.", "Gulls sat."), Cancel())
    seen = {
        name: features.column(name).tolist() for name in ("a number", "a verb of speech", "opens a quotation", "commas")
    }
    assert seen == {"a number": [1, 0], "a verb of speech": [1, 0], "opens a quotation": [1, 0], "commas": [0.25, 0]}
