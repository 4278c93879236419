"""Where a noun phrase begins behind what only says when and where."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from nutgraf.names.adverbials import past_opening


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the mayor", "the mayor"),
        ("however the mayor", "the mayor"),
        ("on tuesday the mayor", "the mayor"),
        ("however on tuesday the mayor", "the mayor"),
        ("in a statement the mayor", "the mayor"),
        ("on wheels", "on wheels"),
        ("on", "on"),
        ("however", ""),
        ("on tuesday", ""),
        ("in a statement", ""),
    ],
)
def test_what_opens_a_phrase_is_passed_over_up_to_its_end(words, left):
    units = [SimpleNamespace(low=word) for word in words.split()]
    behind = [SimpleNamespace(low=word) for word in ["however", "on", "tuesday"]]
    first = past_opening([*units, *behind], 0, len(units))
    assert first <= len(units)
    assert " ".join(unit.low for unit in units[first:]) == left
