"""Links that an article holds: followed only when the reader says so, and only to the web or to mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nutgraf.gui.messages import MessageBar

OPENED = frozenset({"http", "https", "mailto"})


def may_be_opened(address: str) -> QUrl | None:
    """Return a link's address if it is one that may leave Nutgraf, else None."""
    url = QUrl(address, QUrl.ParsingMode.TolerantMode)
    whole = url.isValid() and (url.scheme() == "mailto" or bool(url.host()))
    return url if whole and url.scheme().lower() in OPENED else None


def ask_and_open(window: QWidget, address: str, messages: MessageBar) -> None:
    """Show where a link leads and open it in the browser if the reader agrees."""
    url = may_be_opened(address)
    if not url:
        messages.say("This link does not lead to a web page or a mail address. Nutgraf does not open it.")
        return
    shown = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    box = QMessageBox(QMessageBox.Icon.Question, "Open a link", "Leave Nutgraf and open this link?", parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(shown if len(shown) <= 400 else shown[:399] + "…")
    leave = box.addButton(
        "Open in the browser" if url.scheme() != "mailto" else "Write a mail", QMessageBox.ButtonRole.AcceptRole
    )
    copy = box.addButton("Copy the link", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    if box.clickedButton() is leave:
        QDesktopServices.openUrl(url)
    elif box.clickedButton() is copy:
        QApplication.clipboard().setText(shown)
