"""Words, and how long they take to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article

WORDS_A_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019, "How many words do we read per minute?"

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def words(text: str) -> list[str]:
    """Return the words of `text`: letters and digits, joined by hyphen, apostrophe or inner full stop."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return how many words `text` has."""
    return len(_WORD.findall(text))


def article_words(article: Article) -> int:
    """Return how many words an article has, without furniture."""
    return sum(count_words(block.span.of(article.text)) for block in article.blocks if not block.furniture)


def reading_minutes(word_count: int) -> int:
    """Return the minutes that a reader needs, at least one where there are words."""
    return max(1, round(word_count / WORDS_A_MINUTE)) if word_count else 0


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def counted(count: int, thing: str) -> str:
    """Return how many of a thing there are: "1 word", "1,024 words"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
