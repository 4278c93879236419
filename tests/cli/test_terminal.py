from __future__ import annotations

import io
import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cli import terminal
from nutgraf.cli.progress import Progress
from nutgraf.cli.terminal import Style, columns, safe, style_of


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def wide(monkeypatch):
    def set_columns(count):
        monkeypatch.setattr(terminal.shutil, "get_terminal_size", lambda: os.terminal_size((count, 24)))

    return set_columns


def test_a_pipe_gets_plain_text_that_is_not_folded():
    assert style_of(io.StringIO()) == style_of(None) == Style(None, colour=False)


@pytest.mark.parametrize(("columns", "expected"), [(60, 60), (300, 100), (5, 20)])
def test_a_terminal_gets_colour_and_lines_of_its_width(wide, columns, expected, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    wide(columns)
    assert style_of(Terminal()) == Style(expected, colour=True)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wants_no_colour_gets_none(wide, monkeypatch, name, value):
    wide(80)
    monkeypatch.setenv(name, value)
    assert not style_of(Terminal()).colour


def test_folded_lines_hang_under_the_number():
    assert Style(20).fold("one two three four five", "    ", "1.  ") == ["1.  one two three", "    four five"]


def test_wide_letters_take_two_columns_and_accents_none():
    assert columns("日本") == 4
    assert columns("e\u0301") == 1
    assert Style(4).fold("日本 日本") == ["日本", "日本"]


@settings(deadline=None)
@given(st.text(), st.integers(4, 40))
def test_folding_keeps_every_word_and_the_width(text, width):
    lines = Style(width).fold(text)
    assert " ".join(lines).split() == text.split()
    assert all(columns(line) <= width or " " not in line for line in lines)


@settings(deadline=None)
@given(st.text(st.characters(codec=None)))
def test_no_control_reaches_the_terminal(text):
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", safe(text))


def test_progress_is_shown_on_a_terminal_and_taken_away_at_the_end():
    shown = Terminal()
    with Progress(2, stream=shown) as progress:
        progress.step()
        progress.step()
    assert "1 of 2" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[2K")


def test_progress_counts_where_no_total_is_known():
    shown = Terminal()
    with Progress(None, stream=shown) as progress:
        progress.step()
    assert "1 answered" in shown.getvalue()


def test_progress_is_silent_elsewhere():
    piped = io.StringIO()
    unwanted = Terminal()
    for progress in (Progress(2, stream=piped), Progress(2, shown=False, stream=unwanted)):
        with progress:
            progress.step()
    assert piped.getvalue() == unwanted.getvalue() == ""
