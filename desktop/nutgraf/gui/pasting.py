"""Articles from the clipboard: copied files are opened; copied words are kept in a file, so that links into them stay true."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from nutgraf.errors import ExportError
from nutgraf.whole_file import write_whole

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def pasted_folder() -> Path:
    """Return the folder of the user's that holds what was pasted."""
    return user_data_path("nutgraf", appauthor=False) / "pasted"


def copied_files(copied: QMimeData) -> list[Path]:
    """Return the files of this computer that were copied."""
    return [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]


def keep(text: str, folder: Path) -> Path:
    """Write words to a file that is called by their first line, and return it; the same words are kept once.

    Raises:
        ExportError: the file cannot be written.

    """
    from nutgraf.export.file_name import slug

    name = slug(next((line for line in text.splitlines() if line.strip()), ""))
    names = (f"{name}-{number}.txt" if number > 1 else f"{name}.txt" for number in count(1))
    try:
        path = next(path for path in map(folder.joinpath, names) if not path.exists() or _holds(path, text))
        write_whole(path, text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportError(
            f"What you pasted could not be kept in “{folder}”: {reason}. Please save it as a file."
        ) from error
    return path


def _holds(path: Path, text: str) -> bool:
    return path.read_bytes() == text.encode(errors="surrogateescape")
