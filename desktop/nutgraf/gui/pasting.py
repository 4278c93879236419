"""Articles from the clipboard: copied files are opened where they are, copied words are kept in a file and opened there."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from nutgraf.gui.bidi import isolated
from nutgraf.gui.pasted_texts import clear, keep, note_opened, pasted_folder
from nutgraf.settings import PASTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from nutgraf.gui.main_window import MainWindow
    from nutgraf.gui.reading import Reading

WEB_ADDRESS = re.compile(r"(?i)(https?://|www\.)\S+")
AN_ADDRESS = (
    "This is an address on the web, and Nutgraf loads nothing from there. "
    "Save the page and open its file, or copy its text."
)


def copied_files(copied: QMimeData) -> list[Path]:
    """Return the files of this computer that were copied."""
    return [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]


class Pasting(QObject):
    """Opens what was copied, and clears what was pasted long ago; no disk is waited for by the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._jobs = window, window.session.jobs
        window.session.article_read.connect(self._note_opened)

    def paste(self) -> None:
        """Open the files that were copied, or the words."""
        self.take(QApplication.clipboard().mimeData())

    def take(self, copied: QMimeData) -> None:
        """Open the files that were copied or dragged here, or the words; an address on the web is not followed."""
        text = copied.text().strip()
        if files := copied_files(copied):
            self._window.open_files(files)
        elif WEB_ADDRESS.fullmatch(text):
            self._window.messages.say(AN_ADDRESS)
        elif text:
            whole, folder = copied.text(), pasted_folder()
            self._jobs.start_beside("paste", lambda _: keep(whole, folder), self._open, self._window.messages.say_error)
        else:
            self._window.messages.say("Copy a file or some text first.")

    def clear_old(self) -> None:
        """Delete the texts that nobody has opened for as long as the reader wants them kept."""
        days = self._window.settings.text(PASTED)
        if days != "always":
            spared = frozenset(reading.path for reading in self._window.session.readings)
            self._do("clear pasted", partial(clear, pasted_folder(), int(days), spared))

    def _open(self, file: Path) -> None:
        self._window.open_files([file])
        self._window.messages.say(f"What you pasted is kept as {isolated(str(file))}{self._for_how_long()}.")
        self.clear_old()

    def _for_how_long(self) -> str:
        days = self._window.settings.text(PASTED)
        return "" if days == "always" else f", until nobody has opened it for {dict(PASTED.choices)[days]}"

    def _note_opened(self, reading: Reading) -> None:
        if reading.path.parent == pasted_folder():
            self._do("note pasted", partial(note_opened, reading.path))

    def _do(self, kind: str, work: Callable[[], object]) -> None:
        self._jobs.start_beside(kind, lambda _: work(), lambda _: None, self._window.messages.say_error)
