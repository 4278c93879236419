"""Words, and how long they take to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article

WORDS_A_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019, "How many words do we read per minute?"

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
# Scripts without spaces, and how many characters a word of theirs has on average. Chinese and Japanese: between the 1.6 and 1.85
# of Trauzettel-Klosinski and Dietz 2012, "Standardized Assessment of Reading Performance". Thai and its neighbours: as PyThaiNLP
# cuts Thai prose.
_EAST_ASIAN = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SOUTH_EAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = re.compile(f"([{_EAST_ASIAN}]+)|[{_SOUTH_EAST_ASIAN}]+")
_EAST_ASIAN_WORD, _SOUTH_EAST_ASIAN_WORD = 1.7, 4.7


def words(text: str) -> list[str]:
    """Return the words of `text`: letters and digits, joined by hyphen, apostrophe or inner full stop."""
    return _WORD.findall(text)


def is_estimated(text: str) -> bool:
    """Whether `text` holds words of scripts without spaces, which are counted by their characters."""
    return bool(_UNSPACED.search(text))


def count_words(text: str) -> int:
    """Return how many words `text` has; those of scripts without spaces are estimated from their characters."""
    if text.isascii():
        return len(_WORD.findall(text))
    unspaced = sum(_estimate(found) for found in _UNSPACED.finditer(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text) if unspaced else text)) + unspaced


def _estimate(stretch: re.Match[str]) -> int:
    length = _EAST_ASIAN_WORD if stretch[1] else _SOUTH_EAST_ASIAN_WORD
    return max(1, round((stretch.end() - stretch.start()) / length))


def article_words(article: Article) -> int:
    """Return how many words an article has, without furniture."""
    return sum(count_words(block.span.of(article.text)) for block in article.blocks if not block.furniture)


def reading_minutes(word_count: int) -> int:
    """Return the minutes that a reader needs, at least one where there are words."""
    return max(1, round(word_count / WORDS_A_MINUTE)) if word_count else 0


def duration(minutes: int) -> str:
    """Return minutes as people say them: "45 min", "4 h 25 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest or not hours else [])])


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def counted(count: int, thing: str) -> str:
    """Return how many of a thing there are: "1 word", "1,024 words"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
