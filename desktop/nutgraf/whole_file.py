"""Files of the user's that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Replace the file's content in one step: first beside it, then to its name; what a symbolic link leads to is replaced.

    Who may read and write the file stays as it was. Lone surrogates are written as the bytes that they were read from.

    Raises:
        OSError: the folder cannot be made, or is full or not ours to write.

    """
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape", newline="") as stream:
            stream.write(text)
        if target.exists():
            shutil.copymode(target, draft)
        Path(draft).replace(target)
    finally:
        with suppress(OSError):
            Path(draft).unlink(missing_ok=True)
