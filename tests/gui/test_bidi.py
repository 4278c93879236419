from __future__ import annotations

import pytest

from nutgraf.gui.bidi import isolated


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Maria Lind", "Maria Lind"),
        ("Maria\u202eLind", "MariaLind"),
        ("two\nlines", "two lines"),
        ("שלום", "\u2066שלום\u2069"),
        ("\u2066\u2067شركة", "\u2066شركة\u2069"),
    ],
)
def test_words_of_an_article_neither_turn_ours_nor_are_turned_by_them(words, shown):
    assert isolated(words) == shown
