"""The language an article is written in."""

from __future__ import annotations

import re

_SAMPLE = 4000  # letters are plenty; the time is linear in them
_LEAST = 20  # letters below which a guess is worth nothing
NO_LANGUAGE = "zxx"  # ISO 639: addresses, figures and the like
_LETTERS = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str:
    """Return the BCP 47 code of the language of `text`, such as "en", or "" where there is too little to tell.

    The judgement is py3langid's: naive Bayes over byte n-grams (Lui and Baldwin, 2012, "langid.py", section 2).
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)  # pages open and close with menus
    sample = text[middle : middle + _SAMPLE]
    if len(_LETTERS.findall(sample)) < _LEAST:
        return ""
    from py3langid.langid import classify

    found = str(classify(sample)[0])
    return "" if found == NO_LANGUAGE else found
