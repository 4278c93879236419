"""Lines of tables of results."""

import pytest

from nutgraf.names.phrases import ORGANIZATION, Phrase
from nutgraf.names.results import is_result, whole_side
from nutgraf.names.tokens import token_spans


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Boston 5 Detroit 3", True),
        ("Elm Town v Osijek", True),
        ("HARTFORD AT KANSAS CITY", True),
        ("Leeds 14 9 1 4 26 17 28", True),
        ("Boston beat Detroit 5-3 on Friday.", False),
        ("Boston", False),
        ("5-3", False),
        ("", False),
    ],
)
def test_names_and_figures_or_two_sides_are_a_result(line, expected):
    assert is_result([line[start:end] for start, end in token_spans(line)]) is expected


@pytest.mark.parametrize(
    ("line", "stop", "expected"),
    [
        ("Sheffield Wednesday 1 Wimbledon 3", 3, ["Sheffield", "Wednesday"]),
        ("Sheffield Wednesday v Derby", 3, ["Sheffield", "Wednesday"]),
        ("Sheffield 1 Wimbledon 3", 2, ["Sheffield"]),
        ("Sheffield Wednesday 1", 1, ["Sheffield"]),
        ("Sheffield Wednesday", 2, ["Sheffield"]),
    ],
)
def test_a_club_goes_on_to_its_figure_and_never_into_the_next_name(line, stop, expected):
    words = line.split()
    side = whole_side(Phrase(0, 0, 1, ORGANIZATION, 1.0), words, stop)
    assert words[side.first : side.last] == expected
