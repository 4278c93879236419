"""An article on paper: title, facts, the summary with its places, then the text; page furniture is left out.

All is set in units of which `EM` are the reading size, as on the screen, so that what paints the window paints the pages.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextDocument,
)

from nutgraf.gui.document import ArticleDocument, look_of
from nutgraf.gui.excerpt import Excerpt
from nutgraf.gui.folding import Folding
from nutgraf.gui.highlights import Highlights, PlacedBlock, Spans, paint_badge, paint_margin
from nutgraf.gui.pagination import Row, paginate
from nutgraf.gui.paper_summary import PaperSummary
from nutgraf.gui.surroundings import Surroundings
from nutgraf.gui.theme import Theme, load_theme
from nutgraf.gui.typography import measure_width, reading_face
from nutgraf.settings import FACE, Settings
from nutgraf.text.article import BlockKind
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock

    from nutgraf.export.base import Report
    from nutgraf.text.article import Article

EM = 18  # units
POINTS = 11  # of the reading size
SMALL_PRINT = 14  # units: what is set in the interface's face
GUTTER = 48  # units at the left of the text, for bars and numbers
HEAD, FOOT = 40, 44  # units above and below the text, for the running title, the source and the page's number
AROUND_SUMMARY = 22  # units above and below it
PASSES = 3  # page numbers in the summary may move what they tell of: that settles at once, or hardly matters


class PaperStyle:
    """The reader's face in black on white, whatever the theme and the zoom."""

    leading = 1.5

    def __init__(self, settings: Settings) -> None:
        self._face = settings.text(FACE)

    @property
    def theme(self) -> Theme:
        """The light one."""
        return load_theme("light")

    def reading_font(self, scale: float = 1.0) -> QFont:
        """Return the face that articles are read in."""
        return _sized(reading_face(self._face), EM * scale)

    def interface_font(self, scale: float = 1.0) -> QFont:
        """Return the face of what is not the article's."""
        return _sized(
            QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()), SMALL_PRINT * scale
        )


def _sized(font: QFont, units: float) -> QFont:
    font.setPixelSize(round(units))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Qt's PDFs do not say which letters a ligature stands for: “The” is found as “e”.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


class Paper:
    """An article cut into pages of `width` by `height` units, running title and page number included."""

    def __init__(
        self,
        article: Article,
        facts: tuple[str, ...],
        report: Report | None,
        settings: Settings,
        size: tuple[float, float],
    ) -> None:
        self._article, self._report = article, report
        self._style = PaperStyle(settings)
        self._size = size
        self._column = min(size[0] - GUTTER, measure_width(settings, self._style.reading_font()) * 1.2)
        folding = Folding(article)
        shown = frozenset(index for index, block in enumerate(article.blocks) if not block.furniture)
        folding.excerpt = Excerpt((), shown, (), ())
        self._document = ArticleDocument(article, folding, self._style)
        self._surroundings = Surroundings(self._style)
        self._surroundings.set_article(self._document, folding, facts)
        self._meta_room = self._surroundings.header_room(self._column)
        self._highlights = Highlights()
        self._summary: PaperSummary | None = None
        self._pages: list[tuple[float, float]] = []
        self._lay_out()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    # --- setting ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        known: dict[int, int] = {}
        for _ in range(PASSES):
            self._set_type(known)
            self._pages = paginate(list(self._rows()), self._size[1] - HEAD - FOOT)
            before, known = known, self._pages_of_sentences()
            if known == before:
                break
        self._shown = list(_blocks(self._document))
        self._tops = [self._rect(self._document, block).top() for block in self._shown]

    def _set_type(self, known: dict[int, int]) -> None:
        room = self._meta_room
        if self._report and self._report.summary.sentences:
            sentences = self._report.analysis.sentences
            numbered = enumerate(self._report.summary.sentences, start=1)
            self._highlights.summary = Spans((sentences[index].span, number) for number, index in numbered)
            self._summary = PaperSummary(self._report, self._style, known, self._column)
            room += self._summary.size().height() + 2 * AROUND_SUMMARY
        self._document.set_header_room(room)
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(self._document.lost_room)
        frame.setFrameFormat(form)
        self._document.setTextWidth(self._column)

    def _summary_top(self) -> float:
        host = self._document.findBlockByNumber(self._document.header_host())
        above = self._rect(self._document, host).top() - host.blockFormat().topMargin()
        return above + self._meta_room + AROUND_SUMMARY

    def _rows(self) -> Iterator[Row]:
        """Yield the lines of the text, and before the first below the header those of the summary."""
        host = self._document.header_host()
        for block in _blocks(self._document):
            kind = self._article.blocks[block.blockNumber()].kind
            if block.blockNumber() == host and self._summary:
                for each in _blocks(self._summary):
                    joined = each.blockNumber() not in self._summary.ends
                    yield from _rows_of(
                        each, self._rect(self._summary, each).top() + self._summary_top(), joined=joined
                    )
            joined = kind in {BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING}
            yield from _rows_of(block, self._rect(self._document, block).top(), joined=joined)

    @staticmethod
    def _rect(document: QTextDocument, block: QTextBlock) -> QRectF:
        return document.documentLayout().blockBoundingRect(block)

    def _pages_of_sentences(self) -> dict[int, int]:
        """Return the number of the page on which each sentence of the summary begins, by the sentence's index."""
        pages: dict[int, int] = {}
        for index in self._report.summary.sentences if self._report else ():
            assert self._report
            start = self._report.analysis.sentences[index].span.start
            block = self._document.findBlock(self._document.utf16.units(start))
            at = block.layout().lineForTextPosition(self._document.utf16.units(start) - block.position())
            y = self._rect(self._document, block).top() + at.y()
            pages[index] = next((n for n, (_, bottom) in enumerate(self._pages, 1) if y < bottom), self.count)
        return pages

    # --- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0, in units, from its top left corner."""
        top, bottom = self._pages[page]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_running(painter, page)
        painter.save()
        painter.translate(GUTTER, HEAD - top)
        painter.setClipRect(QRectF(-GUTTER, top, self._column + GUTTER, bottom - top))
        self._paint_around(painter, top, bottom)
        middle = min(max(self._summary_top(), top), bottom) if self._summary else bottom
        self._draw(painter, self._document, top, middle)
        if self._summary:
            self._paint_summary(painter, self._summary, top, bottom)
            self._draw(painter, self._document, middle, bottom)
        painter.restore()

    def _paint_around(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint the facts, bars and numbers of the summary's sentences, bullets and bars of quotations."""
        painter.setFont(self._style.interface_font())
        lowest = top - EM
        for block in self._shown[max(bisect_right(self._tops, top) - 1, 0) :]:
            rect, of_article = self._rect(self._document, block), self._article.blocks[block.blockNumber()]
            if rect.top() - block.blockFormat().topMargin() > bottom:
                return
            em = EM * look_of(of_article).scale
            placed = PlacedBlock(block, rect.topLeft(), of_article.span, self._document.utf16, em)
            self._surroundings.paint(painter, placed, self._column)
            lowest, _ = paint_margin(painter, self._style.theme, placed, self._highlights, lowest)

    def _paint_summary(self, painter: QPainter, summary: PaperSummary, top: float, bottom: float) -> None:
        above = self._summary_top()
        below = above + summary.size().height()
        painter.setPen(QPen(self._style.theme.rule, 1))
        for y in (above - AROUND_SUMMARY / 2, below + AROUND_SUMMARY / 2):
            painter.drawLine(QPointF(0, y), QPointF(self._column, y))
        painter.save()
        painter.translate(0, above)
        for number, badge in summary.badges.items():
            block = summary.findBlockByNumber(number)
            middle = self._rect(summary, block).top() + block.layout().lineAt(0).rect().center().y()
            paint_badge(painter, self._style.theme, QRectF(-44, middle - 10, 20, 20), badge)
        self._draw(painter, summary, top - above, bottom - above)
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, document: QTextDocument, top: float, bottom: float) -> None:
        if bottom <= top:
            return  # Qt takes an empty rectangle for none, and would draw all
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(-GUTTER, top, document.textWidth() + GUTTER, bottom - top)
        document.documentLayout().draw(painter, context)

    def _paint_running(self, painter: QPainter, page: int) -> None:
        """Paint the title above every page but the first, and below each the source and which page of how many it is."""
        font, meta = self._style.interface_font(0.85), self._article.meta
        painter.setFont(font)
        painter.setPen(self._style.theme.muted)
        metrics = QFontMetricsF(font)
        bottom = self._size[1] - metrics.descent()
        number = f"{page + 1} / {self.count}"
        room = self._column - metrics.horizontalAdvance(number) - 2 * EM
        source = " · ".join(filter(None, [line(meta.site), line(meta.source_name)]))
        right = GUTTER + self._column - metrics.horizontalAdvance(number)
        painter.drawText(QPointF(right, bottom), number)
        painter.drawText(QPointF(GUTTER, bottom), metrics.elidedText(source, Qt.TextElideMode.ElideMiddle, room))
        if page and meta.title:
            title = metrics.elidedText(line(meta.title), Qt.TextElideMode.ElideRight, self._column)
            painter.drawText(QPointF(GUTTER, metrics.ascent()), title)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks that are in sight."""
    block = document.begin()
    while block.isValid():
        if block.isVisible():
            yield block
        block = block.next()


def _rows_of(block: QTextBlock, top: float, *, joined: bool) -> Iterator[Row]:
    """Yield the lines of a block that begins at `top`."""
    layout = block.layout()
    last = layout.lineCount() - 1
    tops: Sequence[float] = [layout.lineAt(number).y() for number in range(last + 1)]
    bottoms = [*tops[1:], layout.boundingRect().bottom()]  # Qt begins a line of fixed height below its block's top
    for number, (upper, lower) in enumerate(zip(tops, bottoms, strict=True)):
        yield Row(top + upper, top + lower, number, last - number, joined)
