"""How recent articles were left: where the reader was, and what was asked of the summary; kept from one start to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.settings import BOOKMARKS, RECENT

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.gui.reading import Reading
    from nutgraf.settings import Setting, Settings


class Bookmark(NamedTuple):
    """How an article was left."""

    place: int  # offset into the text
    length: int  # sentences
    topic: str = ""
    by_section: bool = False
    sha256: str = ""  # of the file that `folds` are of
    folds: tuple[tuple[int, bool], ...] = ()  # blocks, and whether the reader says that each is furniture


class Bookmarks:
    """Keeps one for each of the recent files; they are forgotten together."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        settings.watch(self._follow)

    def keep(self, reading: Reading) -> None:
        """Remember how an article is being left."""
        brief, folds = reading.brief, tuple(sorted(reading.folds.items()))
        mark = Bookmark(reading.place, reading.length, brief.topic, brief.by_section, reading.folds_of, folds)
        self._write(self._known() | {str(reading.path): mark})

    def of(self, path: Path) -> Bookmark | None:
        """Return what was kept for a file, if anything was."""
        return self._known().get(str(path))

    def _known(self) -> dict[str, Bookmark]:
        try:
            found = json.loads(self._settings.text(BOOKMARKS) or "{}")
        except (ValueError, RecursionError):
            return {}
        kept = found.items() if isinstance(found, dict) else ()
        return {path: mark for path, value in kept if (mark := _bookmark(value))}

    def _follow(self, setting: Setting) -> None:
        if setting is RECENT:
            self._write(self._known())

    def _write(self, known: dict[str, Bookmark]) -> None:
        recent = self._settings.list(RECENT)
        self._settings.set(BOOKMARKS, json.dumps({path: known[path] for path in recent if path in known}))


def _bookmark(value: object) -> Bookmark | None:
    """Return what was kept, also where that is a place and a length alone, as it once was; None if it is not understood."""
    kinds = [type(each) for each in value] if isinstance(value, list) else []
    if not isinstance(value, list) or kinds not in ([int, int], [int, int, str, bool, str, list]):
        return None
    *rest, folds = value if len(value) > 2 else (*value, [])
    numbers = [*rest[:2], *(fold[0] for fold in folds if _is_fold(fold))]
    if len(numbers) < 2 + len(folds) or not all(0 <= number < 1 << 40 for number in numbers):
        return None
    return Bookmark(*rest)._replace(folds=tuple((index, furniture) for index, furniture in folds))


def _is_fold(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [int, bool]
