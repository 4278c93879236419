"""The quiet page where no article is open: open one, read the sample, or go on with one of the last."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nutgraf import assets
from nutgraf.gui.enter_presses import EnterPresses
from nutgraf.gui.heading import heading_font
from nutgraf.gui.jobs import Jobs
from nutgraf.gui.quiet_page import add_column, colour_ground, in_a_row, title_font
from nutgraf.gui.recent_row import ROOM, RecentRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from nutgraf.cancel import Cancel
    from nutgraf.gui.appearance import Appearance

log = logging.getLogger(__name__)

WIDTH = 460  # of the column, in pixels
MARK = 56
SHOWN = 8  # recent files


class WelcomePage(QScrollArea):
    """Says what can be done. Signals: `openRequested()`, `sampleRequested()`, `fileRequested(path)`."""

    openRequested = Signal()
    sampleRequested = Signal()
    fileRequested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: list[RecentRow] = []
        self._jobs = Jobs(self)
        self._ground = QWidget()
        self._mark = QLabel()
        self._mark.setPixmap(
            QIcon(str(assets.path("icons", "nutgraf.svg"))).pixmap(QSize(MARK, MARK), self.devicePixelRatio())
        )
        self._mark.setContentsMargins(-MARK // 8, 0, 0, 0)  # the drawing has room about it
        self._name = QLabel("Nutgraf")
        self._purpose = QLabel("Read an article beside its summary, and see who is in it.")
        self._purpose.setWordWrap(True)
        self.open = QPushButton("Open…")
        self.open.setProperty("primary", True)
        self.sample = QPushButton("Read the sample article")
        self._drop = QLabel("or drop or paste one here")
        self._heading = QLabel("RECENT")
        self._heading.setAccessibleName("Recent articles")
        self._recent = QVBoxLayout()
        self._lay_out()
        self._enter = EnterPresses(self)
        self.open.clicked.connect(self.openRequested)
        self.sample.clicked.connect(self.sampleRequested)
        appearance.changed.connect(self.restyle)
        self.set_recent(())
        self.restyle()

    def _lay_out(self) -> None:
        column = add_column(self._ground, WIDTH)
        column.addStretch(2)
        column.addWidget(self._mark)
        column.addSpacing(14)
        column.addWidget(self._name)
        column.addSpacing(2)
        column.addWidget(self._purpose)
        column.addSpacing(22)
        column.addLayout(in_a_row(self.open, self.sample, self._drop))
        column.addSpacing(30)
        column.addWidget(self._heading)
        column.addSpacing(4)
        self._recent.setSpacing(0)
        self._recent.setContentsMargins(-ROOM, 0, -ROOM, 0)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons take the keyboard, and come in sight with it

    def showEvent(self, event: QShowEvent) -> None:
        """Take faces and colours anew: under a style sheet a scroll area that gets another parent loses those of its labels."""
        self.restyle()
        super().showEvent(event)

    def restyle(self) -> None:
        """Take faces and colours from the appearance."""
        colour_ground(self._appearance.theme, self, self._ground)
        muted = QLabel().palette()
        muted.setColor(muted.ColorRole.WindowText, self._appearance.theme.muted)
        self._name.setFont(title_font(self._appearance, 30))
        for label in (self._purpose, self._drop, self._heading):
            label.setFont(self._appearance.interface_font())
            label.setPalette(muted)
        self._heading.setFont(heading_font(self._appearance))

    def set_recent(self, paths: Sequence[str]) -> None:
        """List files opened before, the last one first; those that are no longer there are greyed once that is known."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [RecentRow(self._appearance, path) for path in paths[:SHOWN]]
        for row in self._rows:
            self._recent.addWidget(row)
            row.installEventFilter(self._enter)
            row.clicked.connect(lambda _=False, path=row.path: self.fileRequested.emit(path))
        self._heading.setVisible(bool(self._rows))
        if self._rows:
            self._look()

    def _look(self) -> None:
        """See which files are there, off this thread: a folder on a sleeping disk or a lost network may take seconds."""
        paths = [row.path for row in self._rows]
        self._jobs.start("look", lambda cancel: _missing(paths, cancel), self._grey, log.error)

    def _grey(self, paths: frozenset[str]) -> None:
        for row in self._rows:
            row.setEnabled(row.path not in paths)


def _missing(paths: Sequence[str], cancel: Cancel) -> frozenset[str]:
    """Return those paths at which there is no file that can be seen."""
    there = set()
    for path in paths:
        cancel.check()
        with contextlib.suppress(OSError):
            if Path(path).is_file():
                there.add(path)
    return frozenset(paths) - there
