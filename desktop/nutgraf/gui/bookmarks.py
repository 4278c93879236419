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


class Bookmarks:
    """Keeps one for each of the recent files; they are forgotten together."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        settings.watch(self._follow)

    def keep(self, reading: Reading) -> None:
        """Remember how an article is being left."""
        brief = reading.brief
        mark = Bookmark(reading.place, reading.length, brief.topic, brief.by_section)
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
        return {path: Bookmark(*mark) for path, mark in kept if _is_bookmark(mark)}

    def _follow(self, setting: Setting) -> None:
        if setting is RECENT:
            self._write(self._known())

    def _write(self, known: dict[str, Bookmark]) -> None:
        recent = self._settings.list(RECENT)
        self._settings.set(BOOKMARKS, json.dumps({path: known[path] for path in recent if path in known}))


def _is_bookmark(value: object) -> bool:
    """Whether it is one, or one as they were kept before there were topics: a place and a length."""
    if not isinstance(value, list) or [type(each) for each in value] not in ([int, int], [int, int, str, bool]):
        return False
    return all(0 <= number < 1 << 40 for number in value[:2])
