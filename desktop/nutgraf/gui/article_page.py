"""The right side: the text with its find bar above, the overview strip beside, and the message bar below."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nutgraf.gui.bidi import isolated
from nutgraf.gui.find_bar import FindBar
from nutgraf.gui.finding import find_all
from nutgraf.gui.highlights import Spans
from nutgraf.gui.only_bar import OnlyBar
from nutgraf.gui.overview_strip import OverviewStrip, Tick
from nutgraf.gui.reader_view import ReaderView
from nutgraf.gui.subject import Subject, is_doubtful, label_of, line_colour, places, twin
from nutgraf.text.entity import Entity, Mention, Names
from nutgraf.text.span import Span
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.reading import Reading
    from nutgraf.text.entity import Label
    from nutgraf.text.sentences import Sentence


class ArticlePage(QWidget):
    """Shows an article and all that is marked in it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.view = ReaderView(appearance)
        self.strip = OverviewStrip(self.view, appearance)
        self.find_bar = FindBar(appearance)
        self.only = OnlyBar(self.view)
        self._found: list[Span] = []
        self._left_at: int | None = None  # place that a search began from, until a result is stepped to
        self._is_away = False  # whether a search has led the reader from there, or from that result
        self._origin = 0  # offset from which results are counted as the next: where the reader was, or the last result
        self._chosen: Subject | None = None
        self.names = Names()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.only)
        column.addLayout(row, 1)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.step_asked.connect(self.step)
        self.find_bar.closed.connect(self._end_search)
        self.view.folding_changed.connect(self.find_bar.seek_again)
        self.view.folding_changed.connect(self._set_ticks)
        self.view.tool_tip_at = self._tool_tip_at
        appearance.changed.connect(self._set_ticks)

    # --- what is marked --------------------------------------------------------------------------------------------

    def show_summary(self, sentences: Sequence[Sentence]) -> None:
        """Mark these sentences, numbered in this order."""
        self.view.show_summary(Spans((sentence.span, number) for number, sentence in enumerate(sentences, start=1)))
        self._set_ticks()

    def show_names(self, names: Names) -> None:
        """Mark every mention of these entities, and every place of these watched names."""
        self.names = names
        marked = self.view.highlights
        marked.mentions = Spans(chain.from_iterable(map(_marked_as, names.entities)))
        marked.watched = Spans((span, each) for each in names.watched for span in each.spans)
        self._marked()

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Mark these kinds of name and no others."""
        self.view.highlights.shown = shown
        self._marked()

    def show_chosen(self, subject: Subject | None) -> None:
        """Show in the strip where this one is mentioned."""
        self._chosen = subject
        self._marked()

    def entity_of(self, offset: int) -> Entity | None:
        """Return who is mentioned at an offset."""
        found = self.view.highlights.mentions.at(offset) if offset >= 0 else None
        if not found:
            return None
        return next((each for each in self.names.entities if found[0] in places(each)), None)

    def subject_of(self, offset: int) -> tuple[Subject, Span] | None:
        """Return whose name is marked at an offset, and where it begins and ends."""
        marked = self.view.highlights
        found = marked.mentions.at(offset) if offset >= 0 else None
        if found and found[1].label in marked.shown and (entity := self.entity_of(offset)):
            return entity, found[0]
        watched = marked.watched.at(offset) if offset >= 0 else None
        return (watched[1], watched[0]) if watched else None

    def restart(self, reading: Reading) -> None:
        """Forget what was marked in the article before."""
        self.names, self._chosen, self._found, self._origin = Names(), None, [], self.view.place()
        self._set_ticks()
        if reading.article:
            self.find_bar.seek_again()

    def _marked(self) -> None:
        self.view.viewport().update()
        self._set_ticks()

    def _set_ticks(self) -> None:
        theme, marked = self._appearance.theme, self.view.highlights
        ticks = [Tick(span.start, theme.summary_line) for span, _ in marked.summary if not marked.stands_back(span)]
        ticks += [Tick(span.start, theme.find_line) for span in self._found]
        if chosen := self._chosen_as_marked():
            label = label_of(chosen)
            ticks += [Tick(span.start, line_colour(theme, label), boxed=label is None) for span in places(chosen)]
        self.strip.set_ticks(ticks)

    def _chosen_as_marked(self) -> Subject | None:
        """Return the chosen name; where its kind is not marked, the watched name that it is as well."""
        chosen = self._chosen
        hidden = chosen and (label := label_of(chosen)) and label not in self.view.highlights.shown
        return twin(self.names, chosen) if chosen and hidden else chosen

    def _tool_tip_at(self, point: QPoint) -> str:
        if anchor := self.view.anchorAt(point):
            return _visible(anchor)
        found = self.subject_of(self.view.offset_at(point))
        if not found or not self.view.article:
            return ""
        subject, span = found
        role = isinstance(subject, Entity) and subject.role
        parts = [
            isolated(subject.name) + (f", {isolated(role.of(self.view.article.text))}" if role else ""),
            f"named {counted(len(places(subject)), 'time')}",
            "watched" if self.view.highlights.watched.at(span.start) else "",
            "doubtful" if is_doubtful(subject) else "",
        ]
        return " · ".join(part for part in parts if part)

    # --- finding ---------------------------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Ask for words, beginning with those that are selected."""
        if not self.find_bar.isVisible():
            span = self.view.selected_span()
            self._left_at, self._is_away = self.view.place(), False
            self._origin = span.start if span else self._left_at
        selected = self.view.selected_text()
        self.find_bar.open_bar(selected if "\n" not in selected else "")

    def _seek(self, words: str, match_case: bool) -> None:
        article = self.view.article
        hidden = self.view.folding.hidden
        self._found = find_all(article, words, hidden=hidden, match_case=match_case) if article else []
        marked = self.view.highlights
        marked.found = Spans((span, number) for number, span in enumerate(self._found))
        following = (n for n, span in enumerate(self._found) if span.start >= self._origin)
        marked.current_found = next(following, 0 if self._found else -1)
        if words.strip() and not self._found and self._is_away:
            self._go_back()
        self._show_result()
        self._is_away = bool(self._found)

    def _go_back(self) -> None:
        """Go from what part of the words was found to where the search began, as the whole is nowhere."""
        if self._left_at is None:
            self.view.reveal(Span(self._origin, self._origin + 1), flash=False)
            return
        self.view.halt()
        if self.view.place() != self._left_at:
            self.view.go_to_place(self._left_at)

    def step(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) result, round the end."""
        if self._found:
            marked = self.view.highlights
            marked.current_found = (marked.current_found + by) % len(self._found)
            self._origin, self._left_at, self._is_away = self._found[marked.current_found].start, None, False
            self._show_result()

    def _show_result(self) -> None:
        current = self.view.highlights.current_found
        self.find_bar.show_count(current + 1, len(self._found))
        if self._found:
            self.view.reveal(self._found[current], flash=False)
        self._marked()

    def _end_search(self) -> None:
        marked = self.view.highlights
        if 0 <= marked.current_found < len(self._found):
            self.view.select(self._found[marked.current_found])
        self._found, marked.found, marked.current_found = [], Spans(), -1
        self.view.setFocus()
        self._marked()


def _marked_as(entity: Entity) -> list[tuple[Span, Mention]]:
    """Return the mentions of an entity, each as sure as its name is elsewhere."""
    sure = entity.confidence
    return [(span, Mention(span, entity.label, sure)) for span in places(entity)]


def _visible(words: str) -> str:
    """Return words without the controls that turn the direction of what is around them, at most 300 code points."""
    return "".join("�" if "\u202a" <= each <= "\u202e" or "\u2066" <= each <= "\u2069" else each for each in words)[
        :300
    ]
