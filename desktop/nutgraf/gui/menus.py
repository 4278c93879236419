"""The window's menu, the menu of a place in the text, and entries for articles."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from nutgraf.gui.actions import COMMANDS
from nutgraf.gui.bidi import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.actions import Actions
    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.session import Session

LETTERS = 48  # of an article's name at most, as wide as they are on average


def fill_main_menu(menu: QMenu, actions: Actions, session: Session) -> None:
    """Fill a menu with a part for each group of commands; that of articles lists those that are open, where there are several."""
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        part = menu.addMenu(group)
        for command in commands:
            part.addAction(actions[command.name])
        if group == "Articles":
            part.aboutToShow.connect(partial(_list_open, part, len(part.actions()), session))


def _list_open(part: QMenu, commands: int, session: Session) -> None:
    """List, below so many commands, the articles that are open now."""
    for entry in part.actions()[commands:]:
        part.removeAction(entry)
        entry.deleteLater()  # with the article that it holds
    if len(session.readings) < 2:
        return
    part.addSeparator()
    for reading in session.readings:
        entry = add_article(part, reading.title, str(reading.path), partial(session.show, reading))
        entry.setCheckable(True)
        entry.setChecked(reading is session.current)


def add_article(menu: QMenu, words: str, path: str, do: Callable[[], object]) -> QAction:
    """Add an entry for an article to a menu, its words cut in the middle if they are many."""
    room = LETTERS * menu.fontMetrics().averageCharWidth()
    shown = menu.fontMetrics().elidedText(isolated(words), Qt.TextElideMode.ElideMiddle, room)
    entry = menu.addAction(shown.replace("&", "&&"))
    entry.setToolTip(isolated(path))
    entry.triggered.connect(lambda _checked=False: do())
    return entry


def fill_article_menu(menu: QMenu, window: MainWindow, offset: int) -> None:
    """Fill the menu of a place in the text with what can be done there."""
    actions, view = window.actions_, window.page.view
    if view.selected_span():
        menu.addActions([actions["copy"], actions["copy_source"], actions["find"]])
        menu.addSeparator()
    article = view.article
    if not article or offset < 0:
        menu.addActions([actions["select_all"], actions["furniture"]])
        return
    window.correction_desk.fill_menu_at(menu, offset)
    index = view.block_at(offset)
    fold = view.folding.fold_of(index)
    blocks, words = (fold.blocks, "This belongs to the article") if fold else ([index], "Fold this as page furniture")
    change = menu.addAction(words)
    change.triggered.connect(lambda: window.session.refold(dict.fromkeys(blocks, not fold)))
    menu.addActions([*window.correction_desk.back_and_forth, actions["furniture"]])
    menu.addSeparator()
    menu.addAction(actions["select_all"])
