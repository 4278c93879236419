"""What the encoder is told of a word besides its letters."""

import pytest

from nutgraf.names.features import Context
from nutgraf.names.signs import SIGNS, as_rows, shape, signs

WORDS = ["The", "minister", ",", "Mr.", "Okafor", ",", "said", "Kenya", "would", "wait", "."]


def told(words, document=None):
    rows = as_rows(signs(words, Context(document or [words])))
    return {
        word: {sign for sign, bit in zip(SIGNS, row, strict=True) if bit} for word, row in zip(words, rows, strict=True)
    }


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("wait", "small"),
        ("Kenya", "Title"),
        ("NATO", "UPPER"),
        ("McCain", "Mixed"),
        ("iPhone", "Mixed"),
        ("G20", "0"),
        ("—", "mark"),
        ("U.S.", "A."),
        ("J.", "A."),
        ("#news", "@"),
        ("https://a.example", "@"),
    ],
)
def test_every_word_has_one_shape(word, expected):
    assert shape(word) == expected


def test_lists_and_neighbours_are_told():
    found = told(WORDS)
    assert {"Title", "d:t", "d:inner"} <= found["Okafor"]
    assert "p" in found["Kenya"]
    assert "small" in found["wait"]


def test_what_another_sentence_tells_of_a_word_is_told_everywhere():
    line = ["Okafor", "resigns", "today"]
    assert "d:t" not in told(line)["Okafor"]
    assert "d:t" in told(line, [WORDS, line])["Okafor"]


def test_words_of_a_headline_are_told_to_be():
    found = told(["HARBOUR", "WORKERS", "STRIKE", "AGAIN"])
    assert all("headline" in own for own in found.values())
