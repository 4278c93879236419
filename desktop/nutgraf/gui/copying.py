"""Words on the clipboard with where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.text.builder import LINE_BREAK
from nutgraf.text.link import link_to

if TYPE_CHECKING:
    from nutgraf.text.article import Article
    from nutgraf.text.span import Span


def shown_words(article: Article, hidden: frozenset[int], span: Span) -> str:
    """Return the words of a span that are not in `hidden` blocks (by index); blocks are parted by an empty line."""
    blocks = (block for index, block in enumerate(article.blocks) if index not in hidden and block.span.overlaps(span))
    parts = [article.text[max(block.span.start, span.start) : min(block.span.end, span.end)] for block in blocks]
    return "\n\n".join(parts).replace(LINE_BREAK, "\n")


def with_source(words: str, article: Article, span: Span) -> str:
    """Return words in quotation marks, with title, authors, date, site and file, and a link that leads back to them.

    White space at the ends of the words is left out.
    """
    meta = article.meta
    known = (
        ", ".join(meta.authors),
        f"“{meta.title}”" if meta.title else "",
        meta.site,
        meta.published,
        meta.source_name,
    )
    source = ", ".join(part for part in known if part)
    link = f"\n{link_to(meta.path, span)}" if meta.path else ""
    return f"“{words.strip()}”\n— {source}{link}"
