"""Words cut as uncased BERT cuts them."""

import pytest

from nutgraf.names.wordpiece import pieces, vocabulary


@pytest.fixture(scope="module")
def spelled():
    names = {number: piece for piece, number in vocabulary().items()}
    return lambda word: [names[number] for number in pieces(word)]


def test_the_vocabulary_is_berts():
    assert len(vocabulary()) == 30522
    assert [vocabulary()[mark] for mark in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")] == [0, 100, 101, 102]


@pytest.mark.parametrize(
    ("word", "expected"),
    {
        "harbour": ["harbour"],
        "HARBOUR": ["harbour"],
        "Lindqvist": ["lin", "##d", "##qvist"],
        "naïveté": ["naive", "##te"],
        "co-operation": ["co", "-", "operation"],
        "U.S.": ["u", ".", "s", "."],
        "don’t": ["don", "’", "t"],
        "日本": ["日", "本"],
    }.items(),
)
def test_words_are_cut_into_the_longest_known_pieces(spelled, word, expected):
    assert spelled(word) == expected


@pytest.mark.parametrize("word", ["a" * 101, "\u200b", "🧉"])
def test_what_has_no_pieces_is_unknown(spelled, word):
    assert spelled(word) == ["[UNK]"]


def test_a_word_has_a_dozen_pieces_at_most():
    assert len(pieces("-" * 90)) == 12
