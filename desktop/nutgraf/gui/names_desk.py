"""What the reader does with names, connected to the window's commands, its list of names and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from nutgraf.gui.bidi import isolated
from nutgraf.gui.names_copying import markdown_list, plain_list
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.names_model import Row
    from nutgraf.text.entity import Entity


class NamesDesk:
    """Connects the commands of the group “Names”."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        names, on, toggled = window.left.names, window.actions_.on, window.actions_.on_toggled
        on("next_mention", lambda: names.step(+1))
        on("previous_mention", lambda: names.step(-1))
        on("search_names", self._search)
        on("copy_names", lambda: self._copy(plain_list))
        on("copy_names_markdown", lambda: self._copy(markdown_list))
        toggled("only_sentences", lambda _on: self._toggle_only())
        names.entityChosen.connect(self._follow_chosen)
        names.menuOpening.connect(self._fill_menu)
        window.page.only.changed.connect(self._show_only)
        toggled("people", lambda shown: window.show_kind(Label.PERSON, shown))
        toggled("organizations", lambda shown: window.show_kind(Label.ORGANIZATION, shown))

    def _search(self) -> None:
        panel = self._window.actions_["panel"]
        if not panel.isChecked():
            panel.trigger()
        self._window.left.names.open_search()

    # --- only the sentences with one name --------------------------------------------------------------------------

    def _toggle_only(self) -> None:
        only = self._window.page.only
        entity = self._window.left.names.chosen_or_first()
        if only.entity:
            only.end()
        elif entity:
            self._begin_only(entity)
        self._show_only()

    def _begin_only(self, entity: Entity) -> None:
        self._window.left.names.choose(entity, entity.mentions[0])
        self._narrow_to(entity)

    def _narrow_to(self, entity: Entity) -> None:
        reading = self._window.session.current
        if reading and reading.sentences:
            self._window.page.only.begin(entity, reading.sentences)

    def _follow_chosen(self, entity: Entity | None) -> None:
        """Show the sentences of another name when it is chosen; all, when none is."""
        only = self._window.page.only
        if only.entity and entity is None:
            only.end()
        elif only.entity and entity and entity is not only.entity:
            self._narrow_to(entity)

    def _show_only(self) -> None:
        self._window.actions_["only_sentences"].setChecked(self._window.page.only.entity is not None)

    def _fill_menu(self, menu: QMenu, entity: Entity | None) -> None:
        if entity:
            self.add_only(menu, entity)

    def add_only(self, menu: QMenu, entity: Entity) -> None:
        """Offer to show only the sentences with someone, or all again."""
        only = self._window.page.only
        if only.entity is entity:
            menu.addAction("Show all sentences").triggered.connect(only.end)
        else:
            action = menu.addAction(f"Only sentences with {isolated(entity.name).replace('&', '&&')}")
            action.triggered.connect(lambda: self._begin_only(entity))
        menu.addSeparator()

    def _copy(self, written: Callable[[Sequence[Row]], str]) -> None:
        rows = self._window.left.names.list.rows.rows
        if rows:
            QGuiApplication.clipboard().setText(written(rows))
            self._window.messages.say("Copied.")
