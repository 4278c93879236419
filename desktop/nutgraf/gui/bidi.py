"""Words of an article inside words of the interface: neither turns the direction of the other."""

from __future__ import annotations

import re
import unicodedata

from nutgraf.text.visible import line

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"


def isolated(words: str) -> str:
    """Return words of an article as one line, without controls of direction of their own, to be set among ours."""
    plain = line(words)
    return f"{LEFT_TO_RIGHT_ISOLATE}{plain}{POP_ISOLATE}" if RIGHT_TO_LEFT.search(plain) else plain


def runs_right_to_left(words: str) -> bool:
    """Whether a paragraph of these words runs from right to left: its first letter says so (UAX #9, rules P2 and P3)."""
    strong = (kind for kind in map(unicodedata.bidirectional, words) if kind in {"L", "R", "AL"})
    return next(strong, "L") != "L"
