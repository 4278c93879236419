"""The article as a Qt document: one text block for each block, so that a document position is `utf16.units(offset)`.

The document is built from our own blocks and never from markup, so that nothing an article holds is read, run or fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from nutgraf.text.article import MARKER, Article, Block, BlockKind, Mark, MarkKind
from nutgraf.text.utf16 import Utf16

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from nutgraf.gui.folding import Folding
    from nutgraf.gui.typography import TypeStyle

LABEL_ROOM = 30  # pixels above an open fold, for what can be done with it
MANY = 8  # runs of blocks
GAP_ROOM = 22  # pixels more above a block that follows a gap, for what is said of it


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of block is set; lengths in ems of the reading size."""

    scale: float = 1.0
    leading: float | None = None  # of the block's own size; None: the reader's setting
    above: float = 0.88
    indent: float = 0.0
    bold: bool = False
    muted: bool = False


LOOKS = {
    BlockKind.TITLE: Look(scale=1.6, leading=1.27, above=0.9, bold=True),
    BlockKind.STANDFIRST: Look(above=0.35, muted=True),
    BlockKind.PARAGRAPH: Look(),
    BlockKind.ITEM: Look(above=0.4, indent=1.5),
    BlockKind.QUOTE: Look(indent=1.3),
    BlockKind.CODE: Look(scale=0.85, leading=1.45, indent=0.8),
    BlockKind.CAPTION: Look(scale=0.86, leading=1.45, above=0.6, muted=True),
}
HEADINGS = {
    1: Look(scale=1.4, leading=1.3, above=1.7, bold=True),
    2: Look(scale=1.22, leading=1.35, above=1.6, bold=True),
}
LOWER_HEADING = Look(scale=1.06, leading=1.4, above=1.4, bold=True)
FURNITURE = Look(scale=0.82, leading=1.5, above=0.3, muted=True)


def look_of(block: Block) -> Look:
    """Return how a block is set."""
    if block.furniture:
        return FURNITURE
    if block.kind is BlockKind.HEADING:
        return HEADINGS.get(block.level, LOWER_HEADING)
    return LOOKS[block.kind]


class ArticleDocument(QTextDocument):
    """An article set in the reader's type and colours."""

    def __init__(self, article: Article, folding: Folding, style: TypeStyle) -> None:
        super().__init__()
        self.article = article
        self.utf16 = Utf16(article.text)
        self._folding = folding
        self._style = style
        self._em = float(style.reading_font().pixelSize())
        self.header_room = 0.0
        self._hidden: frozenset[int] = frozenset()
        self._rooms: dict[int, float] = {}  # by block: what is kept above it for the lines that the view draws there
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self.setDefaultFont(style.reading_font())
        self._write()
        self.fold()

    @property
    def em(self) -> float:
        """The reading size in pixels."""
        return self._em

    def last_of_header(self) -> int:
        """Return the index of the last block of title and standfirst, -1 without a title."""
        last = -1
        for index, block in enumerate(self.article.blocks):
            if block.furniture:
                continue
            if block.kind not in {BlockKind.TITLE, BlockKind.STANDFIRST}:
                if last >= 0 or index > 40:
                    break
                continue
            last = index
        return last

    def header_host(self) -> int:
        """Return the index of the visible block that the header's lines stand above, or -1 if none is visible."""
        hidden = self._folding.hidden
        after = range(self.last_of_header() + 1, len(self.article.blocks))
        return next((index for index in after if index not in hidden), -1)

    def fold(self) -> None:
        """Hide and show blocks as the folding says, and keep room for what is drawn above some."""
        hidden, rooms = self._folding.hidden, self._drawn_rooms()
        changed = sorted(hidden ^ self._hidden)
        for index in changed:
            self.findBlockByNumber(index).setVisible(index not in hidden)
        for index in {*changed, *rooms, *self._rooms}:
            self._set_room_above(self.findBlockByNumber(index), self._room_above(index) + rooms.get(index, 0))
        for first, last in _stretches(changed):
            start, end = self.findBlockByNumber(first), self.findBlockByNumber(last)
            self.markContentsDirty(start.position(), end.position() + end.length() - start.position())
        self._hidden, self._rooms = hidden, rooms

    def _drawn_rooms(self) -> dict[int, float]:
        """Return the pixels kept above blocks for the lines that the view draws there: the header's, and those of gaps."""
        excerpt, host = self._folding.excerpt, self.header_host()
        gaps = excerpt.gaps if excerpt else ()
        rooms = {gap.last + 1: float(GAP_ROOM) for gap in gaps if gap.last + 1 < len(self.article.blocks)}
        if host >= 0:
            rooms[host] = rooms.get(host, 0) + self.header_room
        return rooms

    @property
    def lost_room(self) -> float:
        """The pixels above the very first block, which Qt leaves out: the frame's margin must make up for them."""
        first = self.begin()
        return first.blockFormat().topMargin() if first.isVisible() else 0.0

    def set_header_room(self, pixels: float) -> None:
        """Keep this much room below title and standfirst for the lines that the view draws there."""
        if pixels != self.header_room:
            self.header_room = pixels
            self.fold()

    def block_at(self, offset: int) -> int:
        """Return the index of the block at a code-point offset."""
        return self.findBlock(self.utf16.units(offset)).blockNumber()

    def _write(self) -> None:
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        marks = _MarksInOrder(self.article.marks)
        for index, block in enumerate(self.article.blocks):
            look = look_of(block)
            plain = self._char_format(block, look)
            if index:
                cursor.insertBlock(self._block_format(block, look, index), plain)
            else:
                cursor.setBlockFormat(self._block_format(block, look, index))
                cursor.setBlockCharFormat(plain)
            for start, end, inside in marks.pieces(block):
                cursor.insertText(self.article.text[start:end], self._marked(plain, inside))
        cursor.endEditBlock()

    def _room_above(self, index: int) -> float:
        blocks = self.article.blocks
        block = blocks[index]
        above = look_of(block).above
        before = blocks[index - 1] if index else None
        if block.kind is BlockKind.ITEM and not (before and before.kind is BlockKind.ITEM):
            above = LOOKS[BlockKind.PARAGRAPH].above
        if block.kind is BlockKind.CODE and before and before.kind is BlockKind.CODE:
            above = 0.0
        starts_fold = block.furniture and not (before and before.furniture)
        return above * self._em + (LABEL_ROOM if starts_fold else 0)

    @staticmethod
    def _set_room_above(block: QTextBlock, pixels: float) -> None:
        layout = block.blockFormat()
        if layout.topMargin() != pixels:
            layout.setTopMargin(pixels)
            cursor = QTextCursor(block)
            cursor.setBlockFormat(layout)

    def _block_format(self, block: Block, look: Look, index: int) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        size = self._em * look.scale
        leading = look.leading or self._style.leading
        layout.setLineHeight(round(size * leading, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        layout.setTopMargin(self._room_above(index))
        indent = look.indent * self._em * max(1, min(block.level, 6))
        layout.setLeftMargin(indent)
        if block.kind is BlockKind.ITEM and (
            marker := MARKER.match(self.article.text, block.span.start, block.span.end)
        ):
            metrics = QFontMetricsF(self._style.reading_font(look.scale))
            layout.setTextIndent(-min(indent, metrics.horizontalAdvance(marker[0])))
        return layout

    def _char_format(self, block: Block, look: Look) -> QTextCharFormat:
        theme = self._style.theme
        form = QTextCharFormat()
        if block.kind is BlockKind.CODE:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(round(self._em * look.scale))
        elif block.furniture:
            font = self._style.interface_font()
            font.setPixelSize(round(self._em * look.scale))
        else:
            font = self._style.reading_font(look.scale)
        font.setBold(look.bold)
        form.setFont(font)
        form.setForeground(theme.muted if look.muted else theme.text)
        return form

    def _marked(self, plain: QTextCharFormat, marks: list[Mark]) -> QTextCharFormat:
        if not marks:
            return plain
        form = QTextCharFormat(plain)
        for mark in marks:
            if mark.kind is MarkKind.STRONG:
                form.setFontWeight(QFont.Weight.Bold)
            elif mark.kind is MarkKind.EMPHASIS:
                form.setFontItalic(True)
            else:
                form.setAnchor(True)
                form.setAnchorHref(mark.target)
                form.setForeground(self._style.theme.accent)
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return form


class _MarksInOrder:
    """Gives each block, in order, the pieces into which its marks cut it."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._next = 0

    def pieces(self, block: Block) -> Iterator[tuple[int, int, list[Mark]]]:
        """Yield (start, end, marks there), together the whole block."""
        inside = []
        while self._next < len(self._marks) and self._marks[self._next].span.start < block.span.end:
            if self._marks[self._next].span in block.span:
                inside.append(self._marks[self._next])
            self._next += 1
        edges = {block.span.start, block.span.end} | {
            edge for mark in inside for edge in (mark.span.start, mark.span.end)
        }
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            yield start, end, [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of numbers, or of all where the runs are many: each is laid out by itself."""
    starts = [number for before, number in pairwise([-2, *numbers]) if number != before + 1]
    ends = [number for number, after in pairwise([*numbers, -2]) if after != number + 1]
    runs = list(zip(starts, ends, strict=True))
    return runs if len(runs) <= MANY else [(runs[0][0], runs[-1][1])]
