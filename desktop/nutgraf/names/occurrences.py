"""Where given words stand in an article, as whole words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article

# "Smith-Jones" is one word and no Smith; "Ford-made" is two, one of which is Ford.
_TOKEN = re.compile(r"\w+(?:[-‐‑](?=[^\W\d_])(?![a-zß-öø-ÿ])\w+)*|[^\w\s]")


@lru_cache(maxsize=1 << 14)
def tokens(words: str) -> tuple[str, ...]:
    """Return the words and marks of a phrase, apostrophes and hyphens made alike."""
    return tuple(_alike(each) for each in _TOKEN.findall(words))


def occurrences(forms: Iterable[str], article: Article, cancel: Cancel) -> Iterator[tuple[Span, str]]:
    """Yield every place of the forms in the article with the form, in reading order, the longest at each place.

    Words are whole, in the case as written or all in capitals. Furniture and code are left out. Takes time linear in the text.

    Raises:
        Cancelled: the token was set.

    """
    openings = _by_first_token(forms)
    if not openings:
        return
    for block in article.blocks:
        cancel.check()
        if not block.furniture and block.kind is not BlockKind.CODE:
            found = list(_TOKEN.finditer(article.text, block.span.start, block.span.end))
            yield from _in_block(found, openings)


def _alike(token: str) -> str:
    return token.replace("’", "'").replace("‐", "-").replace("‑", "-")


def _by_first_token(forms: Iterable[str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the forms' tokens, as written and in capitals, by the first of them, longest first."""
    openings: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for form in dict.fromkeys(forms):
        for written in dict.fromkeys((tokens(form), tokens(form.upper()))):
            if written:
                openings[written[0]].append((written, form))
    for known in openings.values():
        known.sort(key=lambda each: -len(each[0]))
    return openings


def _in_block(
    found: list[re.Match[str]], openings: dict[str, list[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[Span, str]]:
    written = [_alike(match[0]) for match in found]
    at = 0
    while at < len(written):
        for form, name in openings.get(written[at], ()):
            if tuple(written[at : at + len(form)]) == form:
                yield Span(found[at].start(), found[at + len(form) - 1].end()), name
                at += len(form)
                break
        else:
            at += 1
