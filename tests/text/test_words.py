from __future__ import annotations

import pytest

from nutgraf.text.words import count_words, counted, reading_minutes, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill turns.", ["The", "mill", "turns"]),
        ("A well-kept mill’s owner isn't here", ["A", "well-kept", "mill’s", "owner", "isn't", "here"]),
        ("It cost 3.5 million", ["It", "cost", "3.5", "million"]),
        ("the U.S. Army", ["the", "U.S", "Army"]),
        ("— “…” !", []),
        ("", []),
        ("Мельница и 水车", ["Мельница", "и", "水车"]),
    ],
)
def test_words_are_letters_and_digits_joined_by_marks_inside(text, found):
    assert words(text) == found
    assert count_words(text) == len(found)


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (238, 1), (476, 2), (2380, 10)])
def test_reading_takes_a_minute_for_238_words_and_at_least_one(count, minutes):
    assert reading_minutes(count) == minutes


@pytest.mark.parametrize(("count", "said"), [(0, "0 words"), (1, "1 word"), (1024, "1,024 words")])
def test_one_is_not_said_to_be_several(count, said):
    assert counted(count, "word") == said
