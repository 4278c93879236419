"""Changes of the reader's own lists of names, each with what undoes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from nutgraf.names.list_file import ListFile
    from nutgraf.names.rules import Rule
    from nutgraf.names.watch import Watch


@dataclass(frozen=True, slots=True)
class Change:
    """What a file held before and holds after; `words` say what was done."""

    file: ListFile[Any]
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    words: str


class Changes(QObject):
    """Writes changes to `names.txt` and `watch.txt`; the last one is undone first."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def correct(self, rules: tuple[Rule, ...], words: str) -> Change:
        """Write rules to the file of corrections, in place of what they contradict.

        Raises:
            SettingError: the file cannot be read or written.

        """
        from nutgraf.names.rules import Rules
        from nutgraf.names.rules_file import rules_file

        file = rules_file()
        before = Rules(file.read().items)
        return self._do(Change(file, before.rules, before.add(*rules).rules, words))

    def watch(self, watch: Watch, words: str) -> Change:
        """Put a name on the watch list.

        Raises:
            SettingError: the file cannot be read or written.

        """
        from nutgraf.names.watch_file import watch_file

        file = watch_file()
        before = file.read().items
        return self._do(Change(file, before, (*before, watch), words))

    def unwatch(self, name: str, words: str) -> Change:
        """Take a name off the watch list.

        Raises:
            SettingError: the file cannot be read or written.

        """
        from nutgraf.names.watch_file import watch_file

        file = watch_file()
        before = file.read().items
        return self._do(Change(file, before, tuple(each for each in before if each.name != name), words))

    def undo(self) -> Change | None:
        """Take the last change back and return it, None if there is none.

        Raises:
            SettingError: the file cannot be read or written.

        """
        return self._move(self._done, self._undone, back=True)

    def redo(self) -> Change | None:
        """Do again what was undone last and return it, None if there is nothing.

        Raises:
            SettingError: the file cannot be read or written.

        """
        return self._move(self._undone, self._done, back=False)

    def _do(self, change: Change) -> Change:
        change.file.change(change.before, change.after)
        self._done.append(change)
        self._undone.clear()
        self.changed.emit()
        return change

    def _move(self, out: list[Change], into: list[Change], *, back: bool) -> Change | None:
        if not out:
            return None
        change = out[-1]
        change.file.change(*((change.after, change.before) if back else (change.before, change.after)))
        into.append(out.pop())
        self.changed.emit()
        return change
