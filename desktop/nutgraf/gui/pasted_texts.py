"""Words from the clipboard as files, so that links into them stay true; cleared when nobody has opened them for long."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from nutgraf.errors import ExportError
from nutgraf.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

DAY = 24 * 60 * 60  # seconds
_keeping = Lock()  # two texts with the same first line may be pasted at once


def pasted_folder() -> Path:
    """Return the folder of the user's that holds what was pasted."""
    return user_data_path("nutgraf", appauthor=False) / "pasted"


def keep(text: str, folder: Path) -> Path:
    """Write words to a file that is called by their first line, and return it; the same words are kept once.

    Raises:
        ExportError: the file cannot be written.

    """
    from nutgraf.export.file_name import slug

    name = slug(next((line for line in text.splitlines() if line.strip()), ""))
    names = (f"{name}-{number}.txt" if number > 1 else f"{name}.txt" for number in count(1))
    try:
        with _keeping:
            path = next(path for path in map(folder.joinpath, names) if not path.exists() or _holds(path, text))
            write_whole(path, text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportError(
            f"What you pasted could not be kept in “{folder}”: {reason}. Please save it as a file."
        ) from error
    return path


def note_opened(path: Path) -> None:
    """Remember, as the file's time of change, that a pasted text was opened now; where that cannot be done, it is not."""
    with suppress(OSError):
        os.utime(path)


def clear(folder: Path, days: int, spared: Collection[Path]) -> list[Path]:
    """Delete the texts in `folder` that were pasted, and last opened, more than `days` ago, but not those `spared`; return them.

    A file that cannot be deleted stays, and is tried again another time.
    """
    oldest = time.time() - days * DAY
    cleared = []
    for path in sorted(folder.glob("*.txt")):
        with suppress(OSError):
            if path not in spared and path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
                cleared.append(path)
    return cleared


def _holds(path: Path, text: str) -> bool:
    return path.read_bytes() == text.encode(errors="surrogateescape")
