"""Why a sentence is in the summary, in full, as a tool tip: each reason with its share as a bar."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.gui.theme import Theme
    from nutgraf.text.explanation import Explanation

CELLS = 12  # of a bar as long as the whole


def tip(explanation: Explanation, theme: Theme) -> str:
    """Return the tool tip as Qt's rich text, the article's words escaped."""
    rows = [_row(words, share, theme) for words, share in explanation.reasons]
    rest = [_line(escape(words)) for words in explanation.lines()[len(explanation.reasons) :]]
    return f"<qt><table cellspacing=0 cellpadding=1>{''.join(rows + rest)}</table></qt>"


def _line(told: str) -> str:
    return f"<tr><td colspan=2>{told}</td></tr>"


def _row(words: str, share: float | None, theme: Theme) -> str:
    told = escape(words[:1].upper() + words[1:]).replace(" ", "&nbsp;")
    if share is None:
        return _line(told)
    bar = "▬" * max(1, round(CELLS * share))
    return (
        f"<tr><td>{told}&nbsp;&nbsp;</td>"
        f'<td><span style="color:{theme.accent.name()}">{bar}</span>&nbsp;{round(100 * share)}&nbsp;%&nbsp;&nbsp;</td></tr>'
    )
