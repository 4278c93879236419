"""Where the reader was in articles opened before, and how long their summaries were: kept from one start to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nutgraf.settings import BOOKMARKS, RECENT

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.gui.reading import Reading
    from nutgraf.settings import Setting, Settings


class Bookmarks:
    """Keeps a place (an offset into the text) and a length (in sentences) for each of the recent files; forgotten with them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        settings.watch(self._follow)

    def keep(self, reading: Reading) -> None:
        """Remember where the reader is in an article."""
        self._write(self._known() | {str(reading.path): (reading.place, reading.length)})

    def of(self, path: Path) -> tuple[int, int] | None:
        """Return the place and the length that were kept for a file, if any were."""
        return self._known().get(str(path))

    def _known(self) -> dict[str, tuple[int, int]]:
        try:
            found = json.loads(self._settings.text(BOOKMARKS) or "{}")
        except (ValueError, RecursionError):
            return {}
        kept = found.items() if isinstance(found, dict) else ()
        return {path: (mark[0], mark[1]) for path, mark in kept if _is_bookmark(mark)}

    def _follow(self, setting: Setting) -> None:
        if setting is RECENT:
            self._write(self._known())

    def _write(self, known: dict[str, tuple[int, int]]) -> None:
        recent = self._settings.list(RECENT)
        self._settings.set(BOOKMARKS, json.dumps({path: known[path] for path in recent if path in known}))


def _is_bookmark(value: object) -> bool:
    return (
        isinstance(value, list) and len(value) == 2 and all(type(each) is int and 0 <= each < 1 << 40 for each in value)
    )
