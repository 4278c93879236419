"""A file's bytes, taken from the disk without ever waiting on something that is no file."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from nutgraf.errors import TooLarge, Unreadable
from nutgraf.readers.apart import apart
from nutgraf.readers.base import Source
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.cancel import Cancel

LARGEST = 64 << 20  # bytes
_PIECE = 1 << 20


def load(path: Path, cancel: Cancel) -> Source:
    """Return the file's bytes, with their SHA-256 and the absolute path.

    The disk is waited for in a thread of its own: one that does not answer (a network folder out of reach) can be given up.

    Raises:
        Unreadable: there is no such file, it is a folder, a pipe or a device, or it may not be read.
        TooLarge: it is larger than `LARGEST`.
        Cancelled: the token was set.

    """
    return apart(lambda: _load(path, cancel), cancel)


def _load(path: Path, cancel: Cancel) -> Source:
    name = shown_name(path)
    try:
        _refuse_irregular(path.stat().st_mode, name)
        # O_NONBLOCK: were the file replaced by a pipe in between, opening it would wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            _refuse_irregular(found.st_mode, name)
            if found.st_size > LARGEST:
                raise TooLarge(_too_large(name))
            data = bytearray()
            while piece := file.read(_PIECE):
                cancel.check()
                data += piece
                if len(data) > LARGEST:
                    raise TooLarge(_too_large(name))
    except FileNotFoundError as error:
        raise Unreadable(
            f"There is no file “{line(str(path))}”. It may have been moved, renamed or deleted."
        ) from error
    except PermissionError as error:
        raise Unreadable(f"“{name}” may not be read. Ask its owner for permission, or open a copy of it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"“{name}” could not be read. The system says: {reason}.") from error
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links and lose the name that was opened
    return Source(bytes(data), name, absolute, hashlib.sha256(data).hexdigest())


def shown_name(path: Path) -> str:
    """Return the file's name as it can be shown: no control in it, none that makes it read otherwise than it is written."""
    return line(path.name or str(path))


def _refuse_irregular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise Unreadable(f"“{name}” is a folder. Please choose a file in it.")
    if not stat.S_ISREG(mode):
        raise Unreadable(f"“{name}” is a device, a pipe or a socket, not a file that can be opened.")


def _too_large(name: str) -> str:
    return f"“{name}” is larger than {LARGEST >> 20} MB, more than Nutgraf takes. Please open a part of it."
