"""What is said of a sentence that leans on the one before."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"(?:the (?:former|latter|same|others?|two|pair|duo)|as a result|in (?:addition|turn|contrast|fact|other words)"
    r"|by contrast|on the other hand|for (?:example|instance)|at the same time|even so|that said|after that|since then"
    r"|to this end)\b|[^\W\d_]+",
    re.IGNORECASE,
)
_WHO = frozenset({"he", "she", "his", "her", "hers", "him", "himself", "herself"})
_WHAT = frozenset({"it", "its", "this", "that", "these", "those", "such", "both", "neither", "itself"})
_EITHER = frozenset({"they", "their", "theirs", "them", "themselves"})


def leaning_note(words: str) -> str:
    """Return "Begins with “He”: the sentence before says who", for a sentence that is known to lean on the one before."""
    opening = _OPENING.search(words)
    if not opening or re.match(r"\s*[“\"‘`]", words):
        return "Quotes someone whom the sentence before names"
    first = opening[0].lower()
    for known, asked in ((_WHO, "who"), (_WHAT, "what"), (_EITHER, "who or what")):
        if first in known:
            return f"Begins with “{opening[0]}”: the sentence before says {asked}"
    if first.startswith("the "):
        return f"Begins with “{opening[0]}”: the sentence before says which"
    return f"Begins with “{opening[0]}”: it goes on from the sentence before"
