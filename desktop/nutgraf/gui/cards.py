"""The sentences of a summary as set type: lines, the boxes behind names, heights. Kept until width or face changes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from nutgraf.gui.bidi import runs_right_to_left
from nutgraf.gui.extents import extents
from nutgraf.gui.highlights import ABOVE_BASELINE, BELOW_BASELINE
from nutgraf.gui.subject import is_doubtful, places
from nutgraf.text.entity import Label
from nutgraf.text.explanation import explain
from nutgraf.text.span import Span
from nutgraf.text.utf16 import Utf16

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QFont

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.card_notes import Note
    from nutgraf.gui.theme import Theme
    from nutgraf.summary.agreement import Agreement
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Watched
    from nutgraf.text.explanation import Explanation
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

SCALE = 5 / 6  # of the text's size
LEADING = 0.92  # of the text's leading: short lines want less
KEPT = 300  # layouts; heights are kept of all


_Place: TypeAlias = tuple[Span, Label | None, bool]


class Box(NamedTuple):
    """A place of a name on a line: in pixels from the top left of the words; `label` is None for a watched name."""

    area: QRectF
    label: Label | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence laid out; `boxes` are the places of names in it, those of watched names last."""

    layout: QTextLayout
    boxes: tuple[Box, ...]


class Cards:
    """Lays out the sentences of one article, each when it is first asked for."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._leftwards = QTextOption(self._option)
        self._leftwards.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._article: Article | None = None
        self._sentences: Sequence[Sentence] = ()
        self._ranking: Ranking | None = None
        self._notes: Mapping[int, Note] = {}
        self._headings: Mapping[int, str] = {}
        self._agreement: Agreement | None = None
        self._length = 0
        self._entities: Sequence[Entity] = ()
        self._mentions: list[_Place] = []
        self._watched: list[_Place] = []
        self._width = 0
        self._heights: dict[int, float] = {}
        self._kept: dict[int, Card] = {}
        self.restyle()

    def set_article(self, article: Article | None, sentences: Sequence[Sentence], ranking: Ranking | None) -> None:
        """Take the sentences to lay out, and the reasons for them."""
        self._article, self._sentences = article, sentences
        self._ranking = ranking
        self._agreement = None
        self.set_extras({}, {}, 0)
        self.set_entities(())
        self.set_watched(())
        self._forget()

    def set_entities(self, entities: Sequence[Entity]) -> None:
        """Take the names to mark; lines stay as they are."""
        if entities is not self._entities:
            self._entities = entities
            found: list[_Place] = []
            for each in entities:
                doubtful = is_doubtful(each)
                found += [(at, each.label, doubtful) for at in places(each)]
            self._mentions = sorted(found, key=lambda place: place[0])
            self._kept.clear()

    def set_watched(self, watched: Sequence[Watched]) -> None:
        """Take the watched names to mark; lines stay as they are."""
        found: Iterator[_Place] = ((span, None, False) for each in watched for span in each.spans)
        before, self._watched = self._watched, sorted(found, key=lambda place: place[0])
        if before != self._watched:
            self._kept.clear()

    def set_extras(self, notes: Mapping[int, Note], headings: Mapping[int, str], length: int) -> None:
        """Take what stands on cards of a summary of `length` sentences: notes below the words, headings above them."""
        self._notes, self._headings, self._length = notes, headings, length

    def set_agreement(self, agreement: Agreement | None) -> None:
        """Take what the other methods would choose."""
        self._agreement = agreement

    def set_width(self, width: int) -> None:
        """Set the words `width` pixels wide from now on."""
        if width != self._width:
            self._width = width
            self._forget()

    def restyle(self) -> None:
        """Take face, size and leading from the appearance."""
        self._font: QFont = self._appearance.reading_font(SCALE)
        self._line = float(round(self._font.pixelSize() * self._appearance.leading * LEADING))
        self._forget()

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._appearance.theme

    @property
    def font(self) -> QFont:
        """The face of the words."""
        return self._font

    @property
    def line(self) -> float:
        """From one line to the next, in pixels."""
        return self._line

    def text(self, sentence: int) -> str:
        """Return the sentence's words."""
        assert self._article
        return self._sentences[sentence].span.of(self._article.text)

    def reason(self, sentence: int) -> str:
        """Return why the sentence was chosen, or ""; the reader's own need no reason."""
        note = self._notes.get(sentence)
        return self._ranking.reasons[sentence] if self._ranking and not (note and not note.adds) else ""

    def note(self, sentence: int) -> Note | None:
        """Return what the card of the sentence offers."""
        return self._notes.get(sentence)

    def heading(self, sentence: int) -> str:
        """Return the heading above the sentence's card, or ""."""
        return self._headings.get(sentence, "")

    def explanation(self, sentence: int) -> Explanation | None:
        """Return all that speaks for the sentence and against it."""
        if not self._ranking:
            return None
        takers = self._agreement.takers(sentence, self._length) if self._agreement else ()
        return explain(self._ranking, sentence, len(takers), len(self._agreement.methods) if self._agreement else 0)

    def knows_height(self, sentence: int) -> bool:
        """Whether `height` would answer at once."""
        return sentence in self._heights

    def height(self, sentence: int) -> float:
        """Return the height of the sentence's words in pixels."""
        if sentence not in self._heights:
            self._heights[sentence] = self._lay_out(self.text(sentence)).lineCount() * self._line
        return self._heights[sentence]

    def card(self, sentence: int) -> Card:
        """Return the sentence laid out."""
        card = self._kept.get(sentence)
        if card is None:
            text = self.text(sentence)
            layout = self._lay_out(text)
            card = Card(layout, tuple(self._boxes(sentence, text, layout)))
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[sentence] = card
        return card

    def _forget(self) -> None:
        self._heights.clear()
        self._kept.clear()

    def _lay_out(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        layout.setCacheEnabled(True)
        layout.setTextOption(self._leftwards if runs_right_to_left(text) else self._option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y + (self._line - line.height()) / 2))
            y += self._line
        layout.endLayout()
        return layout

    def _boxes(self, sentence: int, text: str, layout: QTextLayout) -> Iterator[Box]:
        span, em = self._sentences[sentence].span, self._font.pixelSize()
        units = Utf16(text)
        for place, label, doubtful in (*_within(self._mentions, span), *_within(self._watched, span)):
            start = units.units(max(place.start - span.start, 0))
            end = units.units(min(place.end, span.end) - span.start)
            for row in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
                line = layout.lineAt(row)
                if line.textStart() >= end:
                    break
                baseline = round(line.y() + line.ascent())
                top, bottom = baseline - round(ABOVE_BASELINE * em), baseline + round(BELOW_BASELINE * em)
                for left, right in extents(line, max(start, line.textStart()), end):
                    yield Box(QRectF(QPointF(left - 1, top), QPointF(right + 1, bottom)), label, doubtful)


def _within(found: Sequence[_Place], span: Span) -> Iterator[_Place]:
    """Yield the places, in order and none overlapping, that have a code point in the span."""
    for at in range(bisect_right(found, span.start, key=lambda place: place[0].end), len(found)):
        if found[at][0].start >= span.end:
            return
        yield found[at]
