"""What is left of the page in an article taken out of it: bylines, dates, buttons, pointers, labels and headings of nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from nutgraf.readers.byline import authors_in, date_in
from nutgraf.readers.comparing import plain
from nutgraf.readers.prompts import is_author_note, is_prompt
from nutgraf.text.article import PROSE, BlockKind, MarkKind
from nutgraf.text.furniture import is_notice, points_elsewhere
from nutgraf.text.line_features import Line, speaks_of_the_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article

_BUTTON = re.compile(
    r"(?:continue reading|story continues)(?: (?:the main story|below)(?: advertisement)?)?|"
    r"click (?:to|here to) (?:enlarge|expand|view).*|(?:play|watch) (?:the )?video(?: above| below)?|enlarge(?: this)? image|"
    r"(?:toggle|hide) caption|(?:view|open) (?:the )?gallery|"
    r"ad(?:vertisement)?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie",
    re.IGNORECASE,
)
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LABELS = _LINES | {BlockKind.HEADING}
_CONTENT = PROSE | {BlockKind.CODE}
_SHORT = 80  # characters of a line that may be a button or a name
_LONGEST = 6  # words of a button
_LABEL = 4  # words of a line that names what follows
_LINKED = 0.9  # share of a paragraph that is a link
_HEADLINE = 4  # words
_STOPS = (".", "!", "…", ":", "”", '"')
_CELLS = " · "  # between the cells of a row
_AMONG = 800  # characters of prose
_CHECKED = 500


def fold_leftovers(article: Article, cancel: Cancel) -> Article:
    """Return the article with these lines folded, and what names that of which nothing is left; quotes, captions and code stay.

    Raises:
        Cancelled: the token was set.

    """
    blocks = article.blocks
    linked = _linked(article)
    end = max(
        (index for index, block in enumerate(blocks) if block.kind in _CONTENT and not block.furniture),
        default=len(blocks),
    )
    folds = {index: True for index in range(end + 1, len(blocks)) if blocks[index].kind is BlockKind.HEADING}
    for index in reversed(range(len(blocks))):
        if index % _CHECKED == 0:
            cancel.check()
        block = blocks[index]
        text = block.body(article.text).of(article.text)
        is_last = index + 1 == len(blocks) or folds.get(index + 1, blocks[index + 1].furniture)
        if (
            (block.kind in _LINES and (is_leftover(text) or _speaks_of_authors(text, article.meta.authors)))
            or index in linked
            or (is_last and block.kind in _LABELS and text.endswith(":") and len(text.split()) <= _LABEL)
        ):
            folds[index] = True
    return article.refold(folds) if len(folds) < len(blocks) else article


def _linked(article: Article) -> set[int]:
    """Return the paragraphs that are one link and no sentence, where they stand among prose: headlines of other articles."""
    starts = [block.span.start for block in article.blocks]
    found: set[int] = set()
    for mark in article.marks:
        index = bisect_right(starts, mark.span.start) - 1
        block = article.blocks[index]
        if (
            mark.kind is MarkKind.LINK
            and block.kind is BlockKind.PARAGRAPH
            and len(mark.span) >= _LINKED * len(block.span)
        ):
            text = block.span.of(article.text)
            if len(text.split()) >= _HEADLINE and not text.endswith(_STOPS) and _CELLS not in text:
                found.add(index)
    prose = (block for index, block in enumerate(article.blocks) if block.is_prose and index not in found)
    return found if sum(len(block.span) for block in prose) >= _AMONG else set()


def _speaks_of_authors(text: str, names: Sequence[str]) -> bool:
    """Whether a line is an author's bare name, or tells who an author is."""
    return is_author_note(text, names) or (len(text) < _SHORT and plain(text) in {plain(each) for each in names})


def is_leftover(text: str) -> bool:
    """Whether a line is a byline, a date, a button or a pointer to another article."""
    line = Line(text, apart=True)
    if authors_in(text) or date_in(text) or points_elsewhere(line) or is_notice(line) or is_prompt(text):
        return True
    return (
        len(text) < _SHORT
        and len(text.split()) <= _LONGEST
        and (speaks_of_the_page(line) or bool(_BUTTON.fullmatch(text)))
    )
