"""What the reader does with names, connected to the window's commands, its list of names and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from nutgraf.gui.names_copying import markdown_list, plain_list
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.names_model import Row


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
        toggled("people", lambda shown: window.show_kind(Label.PERSON, shown))
        toggled("organizations", lambda shown: window.show_kind(Label.ORGANIZATION, shown))

    def _search(self) -> None:
        panel = self._window.actions_["panel"]
        if not panel.isChecked():
            panel.trigger()
        self._window.left.names.open_search()

    def _copy(self, written: Callable[[Sequence[Row]], str]) -> None:
        rows = self._window.left.names.list.rows.rows
        if rows:
            QGuiApplication.clipboard().setText(written(rows))
            self._window.messages.say("Copied.")
