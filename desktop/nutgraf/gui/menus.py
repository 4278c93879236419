"""The window's menu, and the menu of a place in the text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from nutgraf.gui.actions import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.actions import Actions
    from nutgraf.gui.main_window import MainWindow


def fill_main_menu(menu: QMenu, actions: Actions) -> None:
    """Fill a menu with a part for each group of commands."""
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        part = menu.addMenu(group)
        for command in commands:
            part.addAction(actions[command.name])


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
