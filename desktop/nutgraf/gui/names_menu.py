"""The menu of the list of names: its order, and copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QGuiApplication

from nutgraf.gui.names_copying import markdown_list, plain_list
from nutgraf.gui.names_model import Name
from nutgraf.settings import NAMES_ORDER
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.names_model import Row
    from nutgraf.settings import Settings


def add_orders(menu: QMenu, settings: Settings) -> None:
    """Offer the orders of names, the one in use ticked."""
    group = QActionGroup(menu)
    for order, words in NAMES_ORDER.choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(settings.text(NAMES_ORDER) == order)
        action.triggered.connect(lambda _checked=False, order=order: settings.set(NAMES_ORDER, order))
        group.addAction(action)


def add_copies(menu: QMenu, rows: Sequence[Row], chosen: Row | None = None) -> None:
    """Offer to copy one name, and all that are listed, with roles and counts."""
    clipboard = QGuiApplication.clipboard()
    if isinstance(chosen, Name):
        menu.addAction("Copy name").triggered.connect(lambda: clipboard.setText(line(chosen.subject.name)))
    has_names = any(isinstance(row, Name) for row in rows)
    for words, written in (("Copy list", plain_list), ("Copy list as Markdown", markdown_list)):
        action = menu.addAction(words)
        action.setEnabled(has_names)
        action.triggered.connect(lambda _checked=False, written=written: clipboard.setText(written(rows)))
