"""A document cut into what the encoder reads at once."""

import pytest

from nutgraf.names.features import Context
from nutgraf.names.windows import LONGEST, windows
from nutgraf.names.wordpiece import pieces

SHORT = [("Okafor", "met", "Lindqvist", "."), (), ("Both", "smiled", ".")]
LONG = [tuple(f"harbour{number}" for number in range(300)), ("End", ".")]


@pytest.mark.parametrize("texts", [SHORT, LONG, SHORT * 40, []], ids=["short", "long sentence", "many", "empty"])
def test_every_word_is_in_one_window_in_order(texts):
    heads = [head[1:] for window in windows(texts, Context(texts)) for head in window.heads]
    assert heads == [(number, at) for number, words in enumerate(texts) for at in range(len(words))]


@pytest.mark.parametrize("texts", [SHORT, LONG, SHORT * 40], ids=["short", "long sentence", "many"])
def test_windows_fit_and_heads_stand_at_their_words(texts):
    for window in windows(texts, Context(texts)):
        assert len(window.pieces) == len(window.signs) <= LONGEST
        for piece, number, at in window.heads:
            own = pieces(texts[number][at])
            assert tuple(window.pieces[piece : piece + len(own)]) == own


def test_a_sentence_that_fits_is_not_cut():
    texts = SHORT * 40
    for window in windows(texts, Context(texts)):
        inside = {number for _, number, _ in window.heads}
        assert all(sum(head[1] == number for head in window.heads) == len(texts[number]) for number in inside)
