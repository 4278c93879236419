"""Tells when other programs change one of a few small files, however they write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CALM = 200  # milliseconds without a change before it is told: editors write in several steps


class FilesWatcher(QObject):
    """Watches the folders, as editors put a new file in the place of the old one, and compares time and size."""

    changed = Signal()

    def __init__(self, files: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._seen = self._look()
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._compare)
        self._watcher.directoryChanged.connect(lambda _: self._calm.start())
        self._watcher.fileChanged.connect(lambda _: self._calm.start())
        self._follow()

    def know(self) -> None:
        """Take the files as they are now for known: a change of our own is not told."""
        self._follow()
        self._seen = self._look()

    def _follow(self) -> None:
        """Watch what there is of the folders and files; a file that was replaced is watched anew."""
        there = {str(path) for file in self._files for path in (file.parent, file) if path.exists()}
        if new := sorted(there - {*self._watcher.files(), *self._watcher.directories()}):
            self._watcher.addPaths(new)

    def _compare(self) -> None:
        self._follow()
        now = self._look()
        if now != self._seen:
            self._seen = now
            self.changed.emit()

    def _look(self) -> tuple[tuple[int, int], ...]:
        return tuple(_stamp(file) for file in self._files)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
