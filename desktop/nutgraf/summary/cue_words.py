"""Words by which a sentence says itself that it matters, or does not.

Edmundson 1969, "New Methods in Automatic Extracting", took his from a corpus. These follow his kinds: superlatives and words of
result and value; against them hedges, examples and asides.
"""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


BONUS = _words(
    """
    announced biggest conclude concluded conclusion confirmed crucial decided decision essential evidence first found
    greatest highest important key largest latest main major most new reported result results revealed significant
    significantly study summary
    """
)

STIGMA = _words(
    """
    also although anyway apparently aside example hardly however impossible incidentally instance likely maybe meanwhile
    perhaps possibly probably rather seemingly seems somewhat sometimes though unclear unlikely
    """
)
