from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.text.utf16 import Utf16

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("a🌾𝔘é\u2028")), max_size=60
)


def length(text):
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_units_are_those_that_utf_16_needs(text):
    counts = Utf16(text)
    assert [counts.units(at) for at in range(len(text) + 1)] == [length(text[:at]) for at in range(len(text) + 1)]


@given(TEXTS)
def test_points_undo_units(text):
    counts = Utf16(text)
    assert [counts.points(counts.units(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


def test_inside_a_surrogate_pair_is_its_character():
    counts = Utf16("a🌾🌾b")
    assert [counts.points(unit) for unit in range(7)] == [0, 1, 1, 2, 2, 3, 4]


def test_plain_letters_count_alike():
    counts = Utf16("mill")
    assert [counts.units(at) for at in range(5)] == [counts.points(at) for at in range(5)] == [0, 1, 2, 3, 4]
