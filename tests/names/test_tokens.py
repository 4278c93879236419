import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.names.tokens import token_spans


def tokens(text):
    return [text[start:end] for start, end in token_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s envoy", ["Russia", "’s", "envoy"]),
        ("the workers' union", ["the", "workers", "'", "union"]),
        ("Mr. Okafor of the U.S. Army.", ["Mr.", "Okafor", "of", "the", "U.S.", "Army", "."]),
        ("J. R. O’Neill", ["J.", "R.", "O’Neill"]),
        ("AT&T, R&D", ["AT&T", ",", "R&D"]),
        ("al-Masri's", ["al-Masri", "'s"]),
        ("(OPCW)", ["(", "OPCW", ")"]),
        ("at https://example.org/a?b, see", ["at", "https://example.org/a?b,", "see"]),
        ("@desk #news", ["@desk", "#news"]),
    ],
)
def test_cuts_words_as_names_need_it(text, expected):
    assert tokens(text) == expected


@given(st.text(max_size=200))
def test_no_character_but_white_space_is_lost(text):
    spans = token_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert "".join(tokens(text)).replace(" ", "") == "".join(text.split())


def test_offsets_are_of_the_whole_text():
    text = "First. Then Amara spoke."
    assert [text[start:end] for start, end in token_spans(text, 7, 17)] == ["Then", "Amara"]
