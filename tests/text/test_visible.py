"""Words of an article beside others cannot change how these read."""

from __future__ import annotations

import pytest

from nutgraf.text.builder import LINE_BREAK
from nutgraf.text.visible import line, lines


@pytest.mark.parametrize("control", ["\u202a", "\u202e", "\u2066", "\u2069", "\ufeff"])
def test_what_reorders_letters_is_left_out(control):
    assert line(f"report{control}fdp.exe") == lines(f"report{control}fdp.exe") == "reportfdp.exe"


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\x7f", "\x80", "\x84", "\x86", "\x9f", "\ud800", "\ufffe"])
def test_controls_are_shown_as_such(control):
    assert line(f"a{control}b") == lines(f"a{control}b") == "a\ufffdb"


def test_a_line_is_one_and_code_keeps_its_lines_and_spaces():
    assert line(f"  two{LINE_BREAK}  \n words ") == "two words"
    assert lines(f"if x:{LINE_BREAK}    y") == "if x:\n    y"
