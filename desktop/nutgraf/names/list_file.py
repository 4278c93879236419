"""Plain text files that hold one thing a line, for people to read, edit, carry and share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from nutgraf.errors import SettingError
from nutgraf.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Item = TypeVar("Item")
_MARK = "\ufeff"  # the byte-order mark that some editors put first


@dataclass(frozen=True, slots=True)
class Content(Generic[Item]):
    """What a file holds: its items in order, and a full sentence for each line that was not understood."""

    items: tuple[Item, ...] = ()
    complaints: tuple[str, ...] = ()


class ListFile(Generic[Item]):
    """A file that may be edited by hand at any time: it is read anew each time, and a change touches its own lines only.

    `parse` returns a line's item or None, `write` an item's line; `heading` are the comments that a new file begins with.
    """

    def __init__(
        self, file: Path, parse: Callable[[str], Item | None], write: Callable[[Item], str], heading: str
    ) -> None:
        self.file = file
        self._parse, self._write, self._heading = parse, write, heading

    def read(self) -> Content[Item]:
        """Return what the file holds; nothing if there is none."""
        try:
            return self.understand(self.text())
        except SettingError as error:
            return Content(complaints=(str(error),))

    def text(self) -> str:
        """Return the file's text, its heading if there is no file; bytes that are not UTF-8 become lone surrogates.

        Raises:
            SettingError: the file cannot be read.

        """
        try:
            return "".join(self._lines()) or self._heading
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SettingError(f"“{self.file}” could not be read: {reason}.") from error

    def replace(self, text: str) -> None:
        """Write a text in place of all that the file holds.

        Raises:
            SettingError: the file cannot be written.

        """
        try:
            write_whole(self.file, text)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SettingError(f"“{self.file}” could not be changed: {reason}.") from error

    def understand(self, text: str) -> Content[Item]:
        """Return what a text would hold as the file's."""
        items: list[Item] = []
        complaints = []
        for number, line in enumerate(_lines_of(text), 1):
            item = self._item(line)
            if item is not None:
                items.append(item)
            elif not _is_remark(line):
                words = line.strip().encode("utf-8", "replace").decode()
                complaints.append(
                    f"Line {number} of “{self.file.name}” was not understood and is left as it is: {words[:80]}"
                )
        return Content(tuple(dict.fromkeys(items)), tuple(complaints))

    def change(self, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Write the difference: lines of items that are gone are taken out, new items are put at the end.

        Every other line stays as it is, whoever wrote it, and when. `change(after, before)` takes the change back.

        Raises:
            SettingError: the file cannot be read or written.

        """
        gone = set(before) - set(after)
        try:
            lines = [line for line in self._lines() if self._item(line) not in gone] or [self._heading]
            known = {self._item(line) for line in lines}
            added = [item for item in after if item not in before and item not in known]
            if added and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
            write_whole(self.file, "".join([*lines, *(self._write(item) + "\n" for item in added)]))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SettingError(f"“{self.file}” could not be changed: {reason}.") from error

    def _lines(self) -> list[str]:
        """Return the lines with their ends, as editors count them; bytes that are not UTF-8 become lone surrogates."""
        if not self.file.exists():
            return []
        with self.file.open(encoding="utf-8", errors="surrogateescape", newline="") as stream:
            return _lines_of(stream.read())

    def _item(self, line: str) -> Item | None:
        return None if _is_remark(line) else self._parse(line.removeprefix(_MARK).strip())


def _lines_of(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _is_remark(line: str) -> bool:
    return line.removeprefix(_MARK).strip()[:1] in {"", "#"}
