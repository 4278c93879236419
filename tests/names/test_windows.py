"""A document cut into what the encoder reads at once."""

import pytest

from nutgraf.names.features import Context
from nutgraf.names.windows import LONGEST, windows
from nutgraf.names.wordpiece import pieces

SHORT = [("Okafor", "met", "Lindqvist", "."), (), ("Both", "smiled", ".")]
LONG = [tuple(f"harbour{number}" for number in range(300)), ("End", ".")]


def held(window):
    """Return which word each of the window's heads is, as passage and number."""
    words = [(part.passage, part.first + at) for part in window.parts for at in range(part.length)]
    assert len(words) == len(window.heads)
    return words


@pytest.mark.parametrize("texts", [SHORT, LONG, SHORT * 40, []], ids=["short", "long sentence", "many", "empty"])
def test_every_word_is_in_one_window_in_order(texts):
    heads = [word for window in windows(texts, Context(texts)) for word in held(window)]
    assert heads == [(number, at) for number, words in enumerate(texts) for at in range(len(words))]


@pytest.mark.parametrize("texts", [SHORT, LONG, SHORT * 40], ids=["short", "long sentence", "many"])
def test_windows_fit_and_heads_stand_at_their_words(texts):
    for window in windows(texts, Context(texts)):
        assert len(window.pieces) == len(window.signs) <= LONGEST
        for piece, (number, at) in zip(window.heads, held(window), strict=True):
            own = pieces(texts[number][at])
            assert tuple(window.pieces[piece : piece + len(own)]) == own


def test_a_sentence_that_fits_is_not_cut():
    texts = SHORT * 40
    for window in windows(texts, Context(texts)):
        assert all(part.length == len(texts[part.passage]) for part in window.parts)
