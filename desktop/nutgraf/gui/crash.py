"""The unexpected: said plainly, with a report that can be copied, and the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from nutgraf import __version__

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger(__name__)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return the report: versions and the trace, nothing of what was being read."""
    head = f"Nutgraf {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class CrashReporter(QObject):
    """Takes the place of `sys.excepthook`; shows one report at a time."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Report every uncaught exception from now on."""
        sys.excepthook = self._take

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = report_of(kind, error, trace)
        log.error("uncaught exception\n%s", report)
        self._caught.emit(report)

    def _show(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Nutgraf",
            "Something went wrong that Nutgraf did not expect. You can go on reading; your files are untouched.",
        )
        box.setInformativeText(
            "The report below helps to mend it. It stays on this computer unless you send it to someone."
        )
        box.setDetailedText(report)
        copy = box.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(report)
        self._showing = False
