"""Words as Markdown that shows them as they are."""

from __future__ import annotations

import pytest

from nutgraf.export.markdown_text import escape, fence


@pytest.mark.parametrize(
    ("code", "ticks"), [("x", 3), ("`x`", 3), ("``", 3), ("```", 4), ("a ```` b ``` c", 5), ("`" * 9, 10), ("", 3)]
)
def test_a_fence_is_longer_than_any_run_of_backticks_inside(code, ticks):
    assert fence(code) == f"{'`' * ticks}\n{code}\n{'`' * ticks}"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("1. one", "1\\. one"),
        ("1) one", "1\\) one"),
        ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("# one", "\\# one"),
        ("plain words, as they are.", "plain words, as they are."),
    ],
)
def test_marks_of_markdown_are_escaped(line, written):
    assert escape(line) == written
