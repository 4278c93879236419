"""How a document of a word processor is laid out as blocks: what hangs on a paragraph (notes, pictures, boxes) comes after it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.readers.opening import fold_bylines
from nutgraf.readers.signs import description
from nutgraf.text.article import MARKER, BlockKind
from nutgraf.text.builder import ArticleBuilder, Run, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article, Meta

_TYPED = re.compile(r"(?=\S{1,4}\t)" + MARKER.pattern)  # an item whose marker is written before a tab
_LINE_WORDS = 15  # of a bold line that may be a heading,
_STOPS = (".", "!", "…", ":", ";", ",")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})  # before these,
_PROSE_WORDS = 8  # if they are so long


class WrittenLaying:
    """Takes a document's paragraphs and rows in their order.

    While a table's row is open its paragraphs become cells of one block. `title` is the first paragraph that is one.
    """

    def __init__(self, cancel: Cancel) -> None:
        self.builder = ArticleBuilder()
        self.title = ""
        self._cancel = cancel
        self._row: list[list[Run]] | None = None
        self._waiting: list[Callable[[], None]] = []  # what follows the open row
        self._begun = False
        self._code: list[Run] = []
        self._bold: list[Run] = []  # a bold line, which is a heading if prose follows
        self._caption = ""  # the words of the block above, if it is a caption
        self._carried: list[Run] = []  # of a paragraph whose end was deleted: the next one goes on with them

    def build(self, meta: Meta, notices: Iterable[str] = ()) -> Article:
        """Return the article; its title is the document's own where a paragraph is one, else what is known of it."""
        self.add(BlockKind.PARAGRAPH, self._carried)
        self._end_code()
        self._end_bold(prose=False)
        return fold_bylines(self.builder.build(replace(meta, title=self.title or meta.title), notices))

    def _end_code(self) -> None:
        code, self._code = self._code, []
        if code:
            self.builder.add(BlockKind.CODE, code)

    def add(self, kind: BlockKind, runs: list[Run], *, level: int = 0, furniture: bool = False) -> None:
        """Add a paragraph; inside a row, to the row's last cell. A level-1 heading before all else is the title."""
        self._cancel.check()
        words = words_in(runs)
        if kind is BlockKind.CODE and self._row is None:  # each line of code is a paragraph of its own
            self._code += [Run("\n"), *runs] if self._code else runs
            return
        if not words:
            return
        self._end_code()
        if kind is BlockKind.PARAGRAPH and self._row is None and _TYPED.match("".join(run.text for run in runs)):
            kind, level = BlockKind.ITEM, max(level, 1)
        if self._row is not None:
            cell = self._row[-1] if self._row else self.cell()
            cell.extend([Run(" "), *runs] if cell else runs)
            return
        prose = kind in _PROSE and len(words.split()) >= _PROSE_WORDS
        self._end_bold(prose=prose)
        if kind is BlockKind.PARAGRAPH and not furniture and _is_bold_line(runs, words):
            self._bold = runs
        else:
            self._lay(kind, runs, level, furniture=furniture)

    def _lay(self, kind: BlockKind, runs: list[Run], level: int, *, furniture: bool = False) -> None:
        words = words_in(runs)
        again = kind is BlockKind.CAPTION and words == self._caption  # as a picture's description
        self._caption = words if kind is BlockKind.CAPTION else ""
        if again:
            return
        if not furniture:
            kind, level = self._heading(kind, level, words)
            self._begun = True
        self.builder.add(kind, runs, level=level, furniture=furniture)

    def _end_bold(self, *, prose: bool) -> None:
        """Lay the bold line that waits: before prose it is the title, if nothing stands above it, or a heading."""
        runs, self._bold = self._bold, []
        if runs and prose:
            self._lay(BlockKind.HEADING, [replace(run, strong=False) for run in runs], 2 if self._begun else 1)
        elif runs:
            self._lay(BlockKind.PARAGRAPH, runs, 0)

    def _heading(self, kind: BlockKind, level: int, words: str) -> tuple[BlockKind, int]:
        opening = kind is BlockKind.HEADING and level == 1 and not self._begun
        if (kind is BlockKind.TITLE or opening) and not self.title:
            self.title = words
            return BlockKind.TITLE, 0
        return (BlockKind.HEADING, 1) if kind is BlockKind.TITLE else (kind, level)

    @property
    def in_row(self) -> bool:
        """Whether a row of a table is open."""
        return self._row is not None

    def open_row(self) -> None:
        """Begin a row of a table."""
        self._row = []

    def cell(self) -> list[Run]:
        """Begin a cell of the open row and return its runs."""
        assert self._row is not None
        self._row.append([])
        return self._row[-1]

    def lay_rows(self, rows: Sequence[Sequence[_Element]], lay: Callable[[_Element], None]) -> None:
        """Lay each cell of a table's rows with `lay`; a table of a single column is only a frame around what stands in it."""
        framed = self.in_row or all(len(cells) == 1 for cells in rows)
        for cells in rows:
            if not framed:
                self.open_row()
            for cell in cells:
                if not framed:
                    self.cell()
                lay(cell)
            if not framed:
                self.close_row()

    def follow(self, lay: Callable[[], None]) -> None:
        """Lay what comes after the block that is being laid (a note): now, or after the row that is open."""
        if self.in_row:
            self._waiting.append(lay)
        else:
            lay()

    def close_row(self) -> None:
        """Add the row as one block, its cells apart, and what follows it."""
        cells, self._row = self._row or [], None
        runs: list[Run] = []
        for cell in cells:
            if any(run.text.strip() for run in cell):
                runs += [*([Run(" · ")] if runs else []), *cell]
        if any(run.text.strip() for run in runs):
            self._end_code()
            self._end_bold(prose=False)
            self._lay(BlockKind.PARAGRAPH, runs, 0)
        waiting, self._waiting = self._waiting, []
        for lay in waiting:
            lay()


def _is_bold_line(runs: Sequence[Run], words: str) -> bool:
    """Whether a paragraph is a short line in bold that does not end as a sentence does."""
    return (
        len(words.split()) <= _LINE_WORDS
        and not words.endswith(_STOPS)
        and any(map(str.isalpha, words))
        and all(run.strong for run in runs if run.text.strip())
    )


def pictures(descriptions: Iterable[str]) -> list[list[Run]]:
    """Return a caption's runs for each description of a picture that says something."""
    return [[Run(words)] for each in descriptions if (words := description(each))]
