"""Lists that run on in one paragraph. In each case “|” stands where an item ends."""

from __future__ import annotations

import pytest

from nutgraf.text.enumerations import items
from nutgraf.text.span import Span


@pytest.mark.parametrize(
    "case",
    [
        "1.) Wash the rice |2.) Boil it",
        "1) Wash the rice |2) boil it |3) eat it",
        "1. Wash the rice |2. Boil it",
        "a. Wash the rice |b. Boil it |c. Eat it",
        "• 9. Wash the rice |• 10. Boil it",
        "⁃9. Wash the rice |⁃10. Boil it",
        "• Tea |• Coffee",
        "1. See chapter 2. Then write.",
        "1. The first of 3. The rest went home.",
        "3. Wash the rice 5. Boil it",
        "He has 1) rice and 2) salt.",
        "Tea • Coffee",
        "9. Wash |10. Boil",
        "",
    ],
)
def test_items_begin_at_the_next_marker(case):
    text = case.replace("|", "")
    assert [span.of(text) for span in items(text, Span(0, len(text)))] == case.split("|")


def test_a_marker_that_the_body_leaves_out_opens_the_list():
    text = "Before.\n1. Wash the rice 2. Boil it"
    assert [span.of(text) for span in items(text, Span(11, len(text)))] == ["Wash the rice ", "2. Boil it"]


def test_a_list_without_end_is_not_followed_for_ever():
    text = " ".join(f"{number}) tea" for number in range(1, 5000))
    assert len(items(text, Span(0, len(text)))) == 1000
