"""The summary as it is printed above the article: its sentences, each with where it stands and why it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from nutgraf.gui.heading import SMALL, heading_font
from nutgraf.text.visible import line
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from nutgraf.export.base import Report
    from nutgraf.gui.typography import TypeStyle

ABOVE_SENTENCE, ABOVE_NOTE, ABOVE_HEADING = 12.0, 3.0, 16.0


class PaperSummary(QTextDocument):
    """A summary as a document; `badges` are its numbers by the text block that each stands beside."""

    def __init__(self, report: Report, style: TypeStyle, pages: Mapping[int, int], width: float) -> None:
        """Set the summary in a column of `width`; `pages` are the pages on which its sentences stand, as far as known."""
        super().__init__()
        self._style = style
        self.badges: dict[int, int] = {}
        self.ends: frozenset[int] = frozenset()  # text blocks after which a page may end
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self._cursor = QTextCursor(self)
        self._write(report, pages)
        self.setTextWidth(width)

    def _write(self, report: Report, pages: Mapping[int, int]) -> None:
        from nutgraf.export.wording import Places, reason, summary_lines

        style, theme, places = self._style, self._style.theme, Places(report.analysis.article)
        small, ends = style.interface_font(SMALL), set()
        many = (
            f"{len(report.summary.sentences)} of {counted(len(report.analysis.sentences), 'sentence')}, word for word"
        )
        self._add("IN BRIEF", heading_font(style), theme.muted, 0.0)
        self._cursor.insertText(f"    {many}", self._look(small, theme.muted))
        if about := dict(summary_lines(report)).get("About"):
            self._add(f"About: {about}", small, theme.muted, ABOVE_NOTE)
        for number, index in enumerate(report.summary.sentences, start=1):
            sentence = report.analysis.sentences[index]
            if heading := report.headings.get(index):
                self._add(line(heading), heading_font(style), theme.text, ABOVE_HEADING)
            self._add(
                line(sentence.span.of(report.analysis.article.text)), style.reading_font(), theme.text, ABOVE_SENTENCE
            )
            self.badges[self._cursor.blockNumber()] = number
            where = ", ".join(
                filter(None, [places.paragraph(sentence), f"page {pages[index]}" if index in pages else ""])
            )
            note = " · ".join(filter(None, [where.capitalize(), reason(report, sentence)]))
            self._add(note, small, theme.muted, ABOVE_NOTE)
            ends.add(self._cursor.blockNumber())
        self.ends = frozenset(ends)

    def _add(self, words: str, font: QFont, colour: QColor, above: float) -> None:
        layout = QTextBlockFormat()
        layout.setTopMargin(above)
        leading = self._style.leading * font.pixelSize()
        layout.setLineHeight(round(leading, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.isEmpty():
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout)
        self._cursor.insertText(words, self._look(font, colour))

    @staticmethod
    def _look(font: QFont, colour: QColor) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(colour)
        return form
