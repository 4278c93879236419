"""Who is in the article: people and organizations, where they are named, and a way from one mention to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from nutgraf.gui.names_details import Mate, More, Saying, details_of
from nutgraf.gui.names_list import NamesList
from nutgraf.gui.names_menu import add_copies, add_orders
from nutgraf.gui.names_model import Name, listed, rows_of, successor
from nutgraf.gui.names_order import matching, ordered
from nutgraf.gui.names_search import NamesSearch
from nutgraf.gui.names_tools import HEIGHT, NamesTools
from nutgraf.gui.note_page import PATIENCE, NotePage
from nutgraf.gui.subject import places, twin
from nutgraf.gui.summary_delegate import MARGIN
from nutgraf.settings import NAMES_ORDER
from nutgraf.text.entity import Names

if TYPE_CHECKING:
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.names_details import Detail, Part
    from nutgraf.gui.names_model import Row
    from nutgraf.gui.subject import Subject
    from nutgraf.settings import Setting
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Label
    from nutgraf.text.span import Span


class NamesPanel(QWidget):
    """The names.

    `placeChosen(Span)` and `sentenceChosen(index)` ask to go to a place, `companionChosen(Entity, index)` to choose someone in a
    sentence; `subjectChosen(Entity, Watched or None)` says whose mentions are gone through;
    `kindToggled(Label, shown)` says whether a kind is to be marked; `contentChanged()` that another height would suit;
    `menuOpening(QMenu, Entity or None)` lets others add what can be done with a name, or with the list.
    """

    placeChosen = Signal(object)
    sentenceChosen = Signal(int)
    companionChosen = Signal(object, int)
    subjectChosen = Signal(object)
    kindToggled = Signal(object, bool)
    contentChanged = Signal()
    menuOpening = Signal(object, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._article: Article | None = None
        self._found = Names()
        self._names: list[Name] = []
        self._whole: frozenset[Part] = frozenset()  # of what is told of the chosen name, what is told in full
        self._mates: dict[int, int] = {}  # which sentence with a companion was last gone to, by the row's identity
        self.list = NamesList(appearance)
        self.search = NamesSearch()
        self.tools = NamesTools(appearance, self)
        self._note = NotePage(appearance, MARGIN)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 0)  # names that go on below end at the window's own rule
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self._pages, 1)
        self.tools.raise_()
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._show_progress)
        self.list.stepped.connect(self._step)
        self.list.detailed.connect(self._follow_detail)
        self.list.walked.connect(self._walk_with)
        self.list.toggled.connect(self._toggle)
        self.list.cleared.connect(self._leave)
        self.list.menu_asked.connect(self._show_menu)
        self.list.typed.connect(self.open_search)
        self.list.scrolled.connect(self._place_tools)
        self.tools.search.clicked.connect(lambda _checked=False: self.open_search())
        self.tools.menu.aboutToShow.connect(self._fill_menu)
        self.search.sought.connect(self._arrange)
        self.search.closed.connect(self._end_search)
        self.search.step_asked.connect(self._step_found)
        self.search.list_asked.connect(self._enter_list)
        appearance.changed.connect(self.restyle)
        appearance.setting_changed.connect(self._follow)
        self.restyle()
        self.clear()

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        self._note.restyle()
        self.tools.restyle()
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

    def show_names(self, article: Article, names: Names, *, partly: bool = False) -> None:
        """Show who is in the article; where it was shown before, whoever is chosen stays so, and what is in sight.

        Names that are found so far, `partly`, do not ask for another height: those to come would ask for more.
        """
        self._late.stop()
        if article is not self._article:
            self._forget()
        self.list.setEnabled(True)
        self._names = listed(article, names)
        if not self._names:
            self.show_note(nobody(names.doubtful))
            return
        self._article, self._found = article, names
        before, self.list.painter_of_rows.chosen = self.chosen, successor(self.chosen, self._names)
        self._arrange()
        if not partly:
            self.contentChanged.emit()
        if before is not self.chosen:
            self.subjectChosen.emit(self.chosen)

    def _arrange(self) -> None:
        """Show the names that the search leaves, in the order that is set."""
        if not self._names:
            return
        words = self.search.words
        names = ordered(matching(self._names, words), self._appearance.settings.text(NAMES_ORDER))
        self.list.show_rows(rows_of(names))
        self._show_details()
        if not names:
            self._say(f"No name here matches “{words}”.", working=False)
            return
        self._pages.setCurrentIndex(0)
        self._place_tools()

    def show_note(self, sentence: str) -> None:
        """Say something in place of the names: why there are none."""
        self._late.stop()
        self._forget()
        self._say(sentence, working=False)

    def show_kinds(self, shown: frozenset[Label]) -> None:
        """Show these kinds as marked in the text, without telling anyone."""
        self.list.rows.show_kinds(shown)

    def choose(self, subject: Subject, place: Span) -> None:
        """Mark someone whose place was chosen elsewhere, and tell who it is."""
        subject = self._listed_as(subject)
        if self.list.rows.row_of(subject) is None:
            self.search.close_search()
        self._choose(subject, places(subject).index(place))
        self.list.bring(subject)

    def _listed_as(self, subject: Subject) -> Subject:
        """Return who stands in the list for someone: a watched name and who is found there are one row."""
        other = twin(self._found, subject)
        return other if other and any(name.subject is other for name in self._names) else subject

    def step(self, by: int) -> None:
        """Go to the next mention (1) or the one before (-1) of the chosen name; of the first one where none is."""
        if subject := self.chosen or self.list.first():
            self._step(subject, by)
            self.list.bring(subject)

    @property
    def chosen(self) -> Subject | None:
        """Whose mentions are gone through."""
        return self.list.painter_of_rows.chosen

    @property
    def listed(self) -> list[Name]:
        """All who are listed when nothing is searched, in the order that is set."""
        return ordered(self._names, self._appearance.settings.text(NAMES_ORDER))

    @property
    def first(self) -> Subject | None:
        """Who stands in the current row, or else in the first."""
        return self.list.first()

    def clear_chosen(self) -> None:
        """Let the chosen name go."""
        if self.chosen is not None:
            self._choose(None, -1)

    def natural_height(self, enough: int) -> int:
        """Return the height, in pixels, at which nothing has to be scrolled, or some height above `enough`."""
        shows_list = self._pages.currentWidget() is self.list
        inside = self.list.content_height(enough) if shows_list else self._note.natural_height(self.width())
        return inside + 9 + (0 if self.search.isHidden() else self.search.sizeHint().height())

    # --- search, order, menus --------------------------------------------------------------------------------------

    def open_search(self, words: str = "") -> None:
        """Open the field that searches the names, with words to begin with."""
        if self._names:
            self.search.open(words)
            self._place_tools()
            self.contentChanged.emit()

    def _end_search(self, had_focus: bool) -> None:
        if had_focus:
            self.list.setFocus()
        self._place_tools()
        self.contentChanged.emit()

    def _step_found(self, by: int) -> None:
        found = [row.subject for row in self.list.names()]
        if found:
            subject = self.chosen if self.chosen and any(each is self.chosen for each in found) else found[0]
            self._step(subject, by)
            self.list.bring(subject)

    def _enter_list(self) -> None:
        if subject := self.list.first():
            self.list.bring(subject)
            self.list.setFocus()

    def _leave(self) -> None:
        """Let the chosen name go; where none is chosen, end the search."""
        if self.chosen:
            self.clear_chosen()
        else:
            self.search.close_search()

    def _follow(self, setting: Setting) -> None:
        if setting is NAMES_ORDER:
            self._arrange()

    def _fill_menu(self) -> None:
        self.tools.menu.clear()
        add_orders(self.tools.menu, self._appearance.settings)
        self.tools.menu.addSeparator()
        add_copies(self.tools.menu, self.list.rows.rows)
        self.menuOpening.emit(self.tools.menu, None)

    def _show_menu(self, row: Row, at: QPoint) -> None:
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, Name):
            self.menuOpening.emit(menu, row.subject)
        elif isinstance(row, Mate):
            menu.addAction("Next sentence with both").triggered.connect(lambda: self._walk_with(row, +1))
            menu.addSeparator()
        add_copies(menu, self.list.rows.rows, row)
        menu.popup(at)

    def _place_tools(self) -> None:
        """Lay the tools over the first heading, wherever it is scrolled to."""
        first = self.list.visualRect(self.list.rows.index(0)) if self.list.rows.rowCount() else QRect()
        at = self.list.mapTo(self, first.topLeft())
        shown = first.isValid() and self._pages.currentWidget() is self.list and first.bottom() > HEIGHT
        self.tools.setVisible(shown)
        width = self.tools.sizeHint().width()
        right = self.list.painter_of_rows.tools_right()
        self.tools.setGeometry(right - width, at.y() + (first.height() - HEIGHT) // 2, width, HEIGHT)

    # --- the chosen name -------------------------------------------------------------------------------------------

    def _step(self, subject: Subject, by: int) -> None:
        spans = places(subject)
        at = (0 if by > 0 else -1) if self.chosen is not subject else self.list.painter_of_rows.at + by
        at %= len(spans)
        self._choose(subject, at)
        self.placeChosen.emit(spans[at])

    def _choose(self, subject: Subject | None, at: int) -> None:
        painter = self.list.painter_of_rows
        other = painter.chosen is not subject
        painter.chosen, painter.at = subject, at
        self.list.viewport().update()
        if other:
            self._whole = frozenset()
            self._show_details()
            self.subjectChosen.emit(subject)

    def _show_details(self) -> None:
        self._mates.clear()
        subject, article = self.chosen, self._article
        told = details_of(article, self._found, subject, self._whole) if subject and article else []
        self.list.show_details(subject, told)

    def _follow_detail(self, detail: Detail) -> None:
        """Go where a row beneath the chosen name leads: a companion's to that companion, in the first sentence they share."""
        if isinstance(detail, Saying):
            self.placeChosen.emit(detail.span)
        elif isinstance(detail, Mate):
            self.companionChosen.emit(detail.entity, detail.sentences[self._mates.get(id(detail), 0)])
        elif isinstance(detail, More):
            self._whole |= {detail.part}
            self._show_details()

    def _walk_with(self, mate: Mate, by: int) -> None:
        """Go from one sentence that the chosen name shares with a companion to the next, or back."""
        before = self._mates.get(id(mate))
        at = 0 if before is None else (before + by) % len(mate.sentences)
        self._mates[id(mate)] = at
        self.sentenceChosen.emit(mate.sentences[at])

    def _toggle(self, label: Label) -> None:
        shown = self.list.rows.shown ^ {label}
        self.list.rows.show_kinds(shown)
        self.kindToggled.emit(label, label in shown)

    def _forget(self) -> None:
        self._names, self._found, self._article = [], Names(), None
        self.search.close_search()
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


def nobody(doubtful: int) -> str:
    """Return why no name is listed, where so many were left out as too doubtful."""
    if not doubtful:
        return "No names found."
    names = f"{doubtful:,} names are" if doubtful > 1 else "One name is"
    return f"{names} left out as too doubtful. How sure a name must be is in the settings."
