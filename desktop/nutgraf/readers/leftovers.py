"""What is left of the page in an article taken out of it: bylines, dates, share buttons, pointers, headings of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.readers.byline import authors_in, date_in
from nutgraf.text.article import PROSE, BlockKind
from nutgraf.text.furniture import is_notice, points_elsewhere
from nutgraf.text.line_features import Line, speaks_of_the_page

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article

_CONTENT = PROSE | {BlockKind.CODE}
_LONGEST = 6  # words of a button or a label
_CHECKED = 500


def fold_leftovers(article: Article, cancel: Cancel) -> Article:
    """Return the article with these lines folded, and headings below which nothing stands; quotes, captions and code stay.

    Raises:
        Cancelled: the token was set.

    """
    end = max(
        (index for index, block in enumerate(article.blocks) if block.kind in _CONTENT), default=len(article.blocks)
    )
    folds = {
        index: True for index in range(end + 1, len(article.blocks)) if article.blocks[index].kind is BlockKind.HEADING
    }
    for index, block in enumerate(article.blocks):
        if index % _CHECKED == 0:
            cancel.check()
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and is_leftover(
            block.body(article.text).of(article.text)
        ):
            folds[index] = True
    return article.refold(folds) if len(folds) < len(article.blocks) else article


def is_leftover(text: str) -> bool:
    """Whether a line is a byline, a date, a button or a pointer to another article."""
    line = Line(text, apart=True)
    if authors_in(text) or date_in(text) or points_elsewhere(line) or is_notice(line):
        return True
    return len(text) < 80 and len(text.split()) <= _LONGEST and speaks_of_the_page(line)
