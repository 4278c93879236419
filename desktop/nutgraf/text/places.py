"""Where in an article something stands, as a share of what is read: page furniture takes no room."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.article import Article


class Places:
    """Turns offsets (code points) into shares, 0 at the article's first word and 1 at its last."""

    def __init__(self, article: Article) -> None:
        self._starts: list[int] = []
        self._before: list[int] = []
        total = 0
        for block in article.blocks:
            if not block.furniture:
                self._starts.append(block.span.start)
                self._before.append(total)
                total += len(block.span)
        self._total = max(1, total)

    def share(self, offset: int) -> float:
        """Return where `offset` stands; in furniture, where the article goes on."""
        row = bisect_right(self._starts, offset) - 1
        if row < 0:
            return 0.0
        following = self._before[row + 1] if row + 1 < len(self._before) else self._total
        return min(self._before[row] + offset - self._starts[row], following) / self._total
