"""The lines between a document's title and its text that only say who wrote it, and when: folded, and told in `Meta`."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from nutgraf.readers.byline import authors_in, date_in, is_name
from nutgraf.readers.comparing import plain
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article, Block

_LINES = 8  # below a title that are looked at,
_WORDS = 15  # each shorter than this
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.HEADING})


def fold_bylines(article: Article) -> Article:
    """Return the article with the lines below its title folded that name its authors or the day, and with these in its `Meta`.

    A name alone counts where it is known to be an author's, or stands above a line that gives the day, as on title pages. A
    heading right above the text is its own, though it be a day's, as in diaries.
    """
    opening = _opening(article)
    texts = {index: article.blocks[index].span.of(article.text) for index in opening}
    days = {index: day for index in opening if (day := date_in(texts[index]))}
    authors = {index: names for index in opening if (names := _authors(texts[index], article.meta.authors))}
    if not article.meta.authors and not authors and days:
        first = min(days)
        authors = {
            index: (texts[index],) for index in takewhile(lambda at: at < first, opening) if is_name(texts[index])
        }
    folded = authors.keys() | days.keys()
    if not folded:
        return article
    known = article.meta.authors or tuple(dict.fromkeys(name for names in authors.values() for name in names))
    published = next(iter(days.values()), article.meta.published)
    meta = replace(article.meta, authors=known, published=published)
    return replace(article.refold(dict.fromkeys(folded, True)), meta=meta)


def _opening(article: Article) -> list[int]:
    """Return the indices of the short lines between the title and the text."""
    shown = [index for index, block in enumerate(article.blocks) if not block.furniture][: _LINES + 2]
    if not shown or article.blocks[shown[0]].kind is not BlockKind.TITLE:
        return []
    found = list(takewhile(lambda index: _is_short(article.blocks[index], article.text), shown[1:]))
    if found and article.blocks[found[-1]].kind is BlockKind.HEADING:
        found.pop()
    return found


def _is_short(block: Block, text: str) -> bool:
    return block.kind in _KINDS and len(block.span.of(text).split()) < _WORDS


def _authors(line: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the authors that a line names: in a byline, or by names that are known."""
    if named := authors_in(line):
        return named
    rest = plain(line)
    for name in sorted(map(plain, known), key=len, reverse=True):
        rest = rest.replace(name, "") if name else rest
    return tuple(known) if known and rest in {"", "and", "by", "byand"} else ()
