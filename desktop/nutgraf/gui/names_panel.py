"""Who is in the article: people and organizations, where they are named, and a way from one mention to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nutgraf.gui.names_list import NamesList
from nutgraf.gui.names_model import rows_of
from nutgraf.gui.note_page import PATIENCE, NotePage
from nutgraf.gui.summary_delegate import MARGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.gui.appearance import Appearance
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label, Mention


class NamesPanel(QWidget):
    """The names.

    `mentionChosen(Mention)` asks to go to a mention; `entityChosen(Entity or None)` says whose mentions are gone through;
    `kindToggled(Label, shown)` says whether a kind is to be marked; `contentChanged()` that another height would suit.
    """

    mentionChosen = Signal(object)  # noqa: N815 - Qt's way to name signals
    entityChosen = Signal(object)  # noqa: N815
    kindToggled = Signal(object, bool)  # noqa: N815
    contentChanged = Signal()  # noqa: N815

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = NamesList(appearance)
        self._note = NotePage(appearance, MARGIN)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 4)
        column.addWidget(self._pages)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._show_progress)
        self.list.stepped.connect(self._step)
        self.list.toggled.connect(self._toggle)
        self.list.cleared.connect(self.clear_chosen)
        appearance.changed.connect(self.restyle)
        self.restyle()
        self.clear()

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        self._note.restyle()
        self.list.restyle()
        self.contentChanged.emit()

    def clear(self) -> None:
        """Show nothing: no article is open, or its names are not there yet."""
        self._late.stop()
        self._forget()
        self._say("", working=False)

    def show_working(self) -> None:
        """Show that names are being looked for, once it takes more than a moment; those of before cannot be chosen."""
        self.list.setEnabled(False)
        self._late.start()

    def show_entities(self, article: Article, entities: Sequence[Entity]) -> None:
        """Show who is in the article."""
        self._late.stop()
        self._forget()
        if not entities:
            self.show_note("No names found.")
            return
        self.list.show_rows(rows_of(article, entities))
        self._pages.setCurrentIndex(0)
        self.contentChanged.emit()

    def show_note(self, sentence: str) -> None:
        """Say something in place of the names: why there are none."""
        self._late.stop()
        self._forget()
        self._say(sentence, working=False)

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Show these kinds as marked in the text, without telling anyone."""
        self.list.rows.show_kinds(shown)

    def choose(self, entity: Entity, mention: Mention) -> None:
        """Mark an entity of which a mention was chosen elsewhere, and tell whose it is."""
        self._choose(entity, entity.mentions.index(mention))
        self.list.bring(entity)

    def step(self, by: int) -> None:
        """Go to the next mention (1) or the one before (-1) of the chosen entity; of the first one where none is."""
        entity = self.list.painter_of_rows.chosen or self.list.first()
        if entity:
            self._step(entity, by)
            self.list.bring(entity)

    def clear_chosen(self) -> None:
        """Let the chosen entity go."""
        if self.list.painter_of_rows.chosen is not None:
            self._choose(None, -1)

    def natural_height(self, enough: int) -> int:
        """Return the height, in pixels, at which nothing has to be scrolled, or some height above `enough`."""
        shows_list = self._pages.currentWidget() is self.list
        return (self.list.content_height(enough) if shows_list else self._note.natural_height(self.width())) + 9

    def _step(self, entity: Entity, by: int) -> None:
        painter = self.list.painter_of_rows
        fresh = painter.chosen is not entity
        at = (0 if by > 0 else -1) if fresh else painter.at + by
        at %= len(entity.mentions)
        self._choose(entity, at)
        self.mentionChosen.emit(entity.mentions[at])

    def _choose(self, entity: Entity | None, at: int) -> None:
        painter = self.list.painter_of_rows
        other = painter.chosen is not entity
        painter.chosen, painter.at = entity, at
        self.list.viewport().update()
        if other:
            self.entityChosen.emit(entity)

    def _toggle(self, label: Label) -> None:
        shown = self.list.rows.shown ^ {label}
        self.list.rows.show_kinds(shown)
        self.kindToggled.emit(label, label in shown)

    def _forget(self) -> None:
        self.clear_chosen()
        self.list.setEnabled(True)
        self.list.show_rows([])

    def _show_progress(self) -> None:
        self._forget()
        self._say("Looking for names…", working=True)

    def _say(self, words: str, *, working: bool) -> None:
        self._note.say(words, working=working)
        self._pages.setCurrentIndex(1)
        self.contentChanged.emit()
