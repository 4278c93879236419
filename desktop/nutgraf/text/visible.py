"""Words of an article made safe to show beside others: no controls, nothing that makes text read otherwise than it is written."""

from __future__ import annotations

import re

from nutgraf.text.builder import LINE_BREAK, clean

# Embeddings, overrides and isolates: they can make text read otherwise than it is written, beyond their own line.
BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
_REORDERING = re.compile(f"[{BIDI_CONTROLS}\ufeff]")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")  # controls of terminals of old


def line(text: str) -> str:
    """Return the text as one line without controls: white space folded, invisible reordering of letters undone."""
    return " ".join(_visible(text).split())


def lines(code: str) -> str:
    """Return a block of code with its lines and spaces, without such controls."""
    return _visible(code.replace(LINE_BREAK, "\n"))


def _visible(text: str) -> str:
    return clean(_C1.sub("\ufffd", _REORDERING.sub("", text)))
