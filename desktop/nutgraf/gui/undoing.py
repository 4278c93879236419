"""One order for all that can be undone: changes of names, which hold everywhere, and folds, which belong to an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.gui.changes import Change, Changes
    from nutgraf.gui.reading import Reading
    from nutgraf.gui.session import Session


A_FOLD = "a change of page furniture."


class Undoing(QObject):
    """Undoes whatever the reader did last, and does it again; folds of articles that are not shown are passed over."""

    moved = Signal()  # what can be undone, or done again, may be another

    def __init__(self, session: Session, changes: Changes) -> None:
        super().__init__(session)
        self._session, self._changes = session, changes
        self._done: list[Reading | None] = []  # None stands for a change of names
        self._undone: list[Reading | None] = []
        session.fold_changed.connect(self._note)
        self._replaying = False
        changes.changed.connect(lambda: self._note(None))
        session.shown.connect(self._forget_closed)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        current = self._session.current
        return _last(self._done, current if current and current.refolds else None) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        current = self._session.current
        return _last(self._undone, current if current and current.undone else None) is not None

    def undo(self) -> str:
        """Take the last change back, and return what it was in words: "" if there was none.

        Raises:
            SettingError: a file of the reader's cannot be changed.

        """
        current = self._session.current
        folds = bool(current and current.refolds)
        return self._replay(self._done, self._undone, self._changes.undo, self._session.undo_refold if folds else None)

    def redo(self) -> str:
        """Do again what was undone last, and return what it was in words, "" if there was nothing.

        Raises:
            SettingError: a file of the reader's cannot be changed.

        """
        current = self._session.current
        folds = bool(current and current.undone)
        return self._replay(self._undone, self._done, self._changes.redo, self._session.redo_refold if folds else None)

    def _note(self, reading: Reading | None) -> None:
        if not self._replaying:
            self._done.append(reading)
            self._undone.clear()
            self.moved.emit()

    def _forget_closed(self) -> None:
        """Let go of articles that are closed: one that is opened again has no folds to undo."""
        for changes in (self._done, self._undone):
            changes[:] = [each for each in changes if each is None or each in self._session.readings]
        self.moved.emit()

    def _replay(
        self,
        out: list[Reading | None],
        into: list[Reading | None],
        of_names: Callable[[], Change | None],
        of_folds: Callable[[], object] | None,
    ) -> str:
        at = _last(out, self._session.current if of_folds else None)
        if at is None:
            return ""
        change = None
        self._replaying = True
        try:
            if out[at] is None:
                change = of_names()
            elif of_folds:
                of_folds()
        finally:
            self._replaying = False
        into.append(out.pop(at))
        self.moved.emit()
        return change.words if change else A_FOLD


def _last(changes: list[Reading | None], folded: Reading | None) -> int | None:
    """Return which change is the last of names, or of the folds of `folded`, if it is one whose folds can be changed back."""
    return next((n for n in reversed(range(len(changes))) if changes[n] is None or changes[n] is folded), None)
