"""Where the reports go: standard output, one file, or a folder with a file for each article."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.errors import ExportError
from nutgraf.export import suggest_name, write_export

if TYPE_CHECKING:
    from nutgraf.text.article import Article


class Output:
    """Takes one report after another."""

    def __init__(self, asked: str | None, suffix: str, *, several: bool, replace: bool) -> None:
        self._suffix = suffix
        self._replace = replace
        self._path = Path(asked) if asked is not None else None
        separators = (os.sep, os.altsep or os.sep)
        self._is_folder = self._path is not None and (several or self._path.is_dir() or str(asked).endswith(separators))
        self._written: set[Path] = set()

    @property
    def is_terminal(self) -> bool:
        """Whether reports are shown on a terminal."""
        return self._path is None and sys.stdout.isatty()

    def put(self, article: Article, text: str) -> None:
        """Write or show one report.

        Raises:
            ExportError: it could not be written, or would replace a file unasked or an article that was read.
            BrokenPipeError: nobody reads standard output any more.

        """
        if self._path is None:
            sys.stdout.write(text)
            sys.stdout.flush()
            return
        target = self._in_folder(self._path, article) if self._is_folder else self._path
        if article.meta.path and target.exists() and target.samefile(article.meta.path):
            raise ExportError(f"“{target}” is the article itself. Please choose another name for the output.")
        write_export(target, text, replace=self._replace)
        self._written.add(target)

    def _in_folder(self, folder: Path, article: Article) -> Path:
        """Return a file in the folder, named after the article's own file; numbered where two in one run have one name."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"The folder “{folder}” could not be made: {error.strerror}.") from error
        stem = Path(article.meta.source_name).stem if article.meta.path else suggest_name(article)
        target, number = folder / f"{stem}{self._suffix}", 1
        while target in self._written:
            number += 1
            target = folder / f"{stem}-{number}{self._suffix}"
        return target
