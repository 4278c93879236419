"""Words and marks with exact places, as the linear engine sees them."""

from __future__ import annotations

import re

GENITIVE = frozenset({"'s", "’s", "'", "’"})  # tokens that make a word before them an owner

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Msgr|Hon|Gov|Sen|Rep|Gen|Col|Lt|Maj|Brig|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Cdr|St|Jr|Sr|Inc|Corp|Co|Ltd|"
    "No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|vs|Smt"
)

_TOKEN = re.compile(
    rf"""
      https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+(?:\.\w+)+        # addresses
    | [@#]\w+                                                    # handles and tags of posts
    | (?:[^\W\d_]\.)+[^\W\d_](?:\.|\b(?!['’]))                   # U.S., J.R.R., U.S
    | [^\W\d_]\.(?=\s?[^\W\d_])                                  # an initial
    | (?:{_ABBREVIATIONS})\.
    | ['’]s\b                                                    # possessive
    | \d+(?:[.,:]\d+)*\w*
    | \w+(?:(?:[-‐‑&]|['’](?!s\b)|\.(?=(?:com|org|net|co|gov|in|uk)\b))\w+)*
    | \.{{2,}} | --+ | \S
    """,
    re.VERBOSE,
)


def token_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the tokens of `text[start:end]` as (start, end) in code points of `text`.

    A possessive "'s" is a token of its own; abbreviations and initials keep their full stop.
    """
    return [match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]
