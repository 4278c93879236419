"""The window's place, size and panels, kept from one start to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray

from nutgraf import settings as declared

if TYPE_CHECKING:
    from nutgraf.gui.main_window import MainWindow


def remember(window: MainWindow) -> None:
    """Write down where the window and its panels are."""
    state = {
        "geometry": bytes(window.saveGeometry().toBase64().data()).decode(),
        "columns": window.splitter.sizes() if window.left.isVisible() else _columns(window),
        "share": window.left.share,
        "panel": window.actions_["panel"].isChecked(),
    }
    window.settings.set(declared.WINDOW, json.dumps(state))


def _columns(window: MainWindow) -> list[int]:
    return list(_known(window).get("columns", []))


def _known(window: MainWindow) -> dict[str, Any]:
    try:
        known = json.loads(window.settings.text(declared.WINDOW) or "{}")
    except (ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def restore(window: MainWindow) -> None:
    """Put the window where it was; a first start, or what is no longer understood, gives the default."""
    known = _known(window)
    window.resize(window.DEFAULT_SIZE)
    geometry, columns, share = known.get("geometry"), known.get("columns"), known.get("share")
    if isinstance(geometry, str) and geometry.isascii():
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    window.actions_["full_screen"].setChecked(window.isFullScreen())  # else F11 would have to be pressed twice
    if isinstance(columns, list) and len(columns) == 2 and all(_is_width(each) for each in columns):
        window.splitter.setSizes(columns)
    if isinstance(share, float) and 0 <= share <= 1:
        window.left.set_share(share)
    window.actions_["panel"].setChecked(known.get("panel") is not False)


def _is_width(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 20
