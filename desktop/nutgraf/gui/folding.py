"""What of an article is out of sight: runs of page furniture, each folded or open, and all that an excerpt leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.gui.excerpt import Excerpt
    from nutgraf.text.article import Article


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks `first` up to and including `last` of an article, all furniture."""

    first: int
    last: int

    @property
    def blocks(self) -> range:
        """The indices of the fold's blocks."""
        return range(self.first, self.last + 1)


class Folding:
    """The folds of one article and which of them are open; all are closed at first. An excerpt hides them all, and more."""

    def __init__(self, article: Article) -> None:
        self._blocks = frozenset(range(len(article.blocks)))
        self.folds = _folds(article)
        self.open: frozenset[Fold] = frozenset()
        self.excerpt: Excerpt | None = None

    def fold_of(self, block: int) -> Fold | None:
        """Return the fold that holds a block."""
        return next((fold for fold in self.folds if block in fold.blocks), None)

    def set_open(self, fold: Fold, *, is_open: bool) -> None:
        """Open or close one fold."""
        self.open = self.open | {fold} if is_open else self.open - {fold}

    def set_all(self, *, is_open: bool) -> None:
        """Open or close all folds."""
        self.open = frozenset(self.folds) if is_open else frozenset()

    @property
    def hidden(self) -> frozenset[int]:
        """The indices of the blocks that are out of sight."""
        if self.excerpt:
            return self._blocks - self.excerpt.blocks
        return frozenset(index for fold in self.folds if fold not in self.open for index in fold.blocks)

    @property
    def line_count(self) -> int:
        """How many blocks of furniture the article has."""
        return sum(len(fold.blocks) for fold in self.folds)


def _folds(article: Article) -> tuple[Fold, ...]:
    runs = groupby(range(len(article.blocks)), key=lambda index: article.blocks[index].furniture)
    furniture = [list(run) for is_furniture, run in runs if is_furniture]
    return tuple(Fold(run[0], run[-1]) for run in furniture)
