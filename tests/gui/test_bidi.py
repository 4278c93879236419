from __future__ import annotations

import pytest

from nutgraf.gui.bidi import isolated, runs_right_to_left


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


@pytest.mark.parametrize(
    ("words", "leftwards"),
    [("The harbour", False), ("قال الرئيس", True), ("“שלום”, said he", True), ("BBC قالت", False), ("1987", False)],
)
def test_the_first_letter_says_which_way_a_paragraph_runs(words, leftwards):
    assert runs_right_to_left(words) is leftwards
