"""Exports on disk: written whole or not at all, and never over another file unasked."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from nutgraf.errors import AlreadyExists, ExportError

if TYPE_CHECKING:
    from pathlib import Path


def write_export(path: Path, text: str, *, replace: bool = False) -> None:
    """Write the text as UTF-8: first beside `path`, then to its name in one step.

    Raises:
        AlreadyExists: the file is there and `replace` was not asked for.
        ExportError: the folder is missing, full or not ours to write.

    """
    target = path.resolve() if replace else path  # what a symbolic link leads to is what is replaced
    draft = target.with_name(f".nutgraf-{secrets.token_hex(8)}.tmp")
    try:
        _write(draft, text)
        if replace:
            draft.replace(target)
        else:
            _claim(draft, target)
        _settle(target.parent)
    except FileExistsError as error:
        raise AlreadyExists(f"“{path}” is there already, and was left as it is. Please choose another name.") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportError(f"“{path}” could not be written: {reason}. Please choose another folder.") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _write(draft: Path, text: str) -> None:
    """Write a new file and wait until it is on the disk."""
    with draft.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _claim(draft: Path, target: Path) -> None:
    """Give the draft its name if no file has it, in one step even where another program tries the same."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a memory stick's
        target.open("x").close()
        draft.replace(target)


def _settle(folder: Path) -> None:
    """Wait until the folder's entry is on the disk too, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
