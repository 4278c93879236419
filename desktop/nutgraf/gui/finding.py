"""Finding words in an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.text.span import Span

if TYPE_CHECKING:
    from nutgraf.text.article import Article

MOST = 10_000  # results; more serve nobody


def find_all(article: Article, words: str, *, hidden: frozenset[int], match_case: bool = False) -> list[Span]:
    """Return where `words` stand in the blocks that are not hidden, in reading order.

    White space in `words` matches any; straight quotes and apostrophes match curly ones: what is typed finds what is printed.
    """
    if not words.strip():
        return []
    pattern = re.compile(_pattern(words), 0 if match_case else re.IGNORECASE)
    found: list[Span] = []
    for index, block in enumerate(article.blocks):
        if index in hidden:
            continue
        for match in pattern.finditer(article.text, block.span.start, block.span.end):
            found.append(Span(*match.span()))
            if len(found) == MOST:
                return found
    return found


def _pattern(words: str) -> str:
    pieces = [r"\s+".join(map(re.escape, words.split()))]
    for straight, either in (("'", "['‘’]"), ('"', '["“”]')):
        pieces = [piece.replace(straight, either) for piece in pieces]
    return pieces[0]
