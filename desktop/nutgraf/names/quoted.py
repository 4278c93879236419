"""Names in quotation marks, as the files of corrections and of watched names write them."""

from __future__ import annotations

import re

# Curly or straight marks; a mark or a backslash inside stands after a backslash.
QUOTED = r"""(?:“(?:\\.|[^\\“”])*”|"(?:\\.|[^\\"])*")"""


def quote(words: str) -> str:
    """Return the words in quotation marks."""
    escaped = re.sub(r"([\\“”])", r"\\\1", words)
    return f"“{escaped}”"


def unquote(quoted: str) -> str:
    """Return the words that a match of `QUOTED` holds."""
    return re.sub(r"\\(.)", r"\1", quoted[1:-1])
