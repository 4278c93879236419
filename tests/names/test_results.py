"""Lines of tables of results."""

import pytest

from nutgraf.names.results import is_result
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
