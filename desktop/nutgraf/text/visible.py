"""Words of an article made safe to show beside others: no controls, nothing that makes text read otherwise than it is written."""

from __future__ import annotations

from nutgraf.text.builder import LINE_BREAK, visible


def line(text: str) -> str:
    """Return the text as one line without controls: white space folded, invisible reordering of letters undone."""
    return " ".join(visible(text).split())


def lines(code: str) -> str:
    """Return a block of code with its lines and spaces, without such controls."""
    return visible(code.replace(LINE_BREAK, "\n"))
