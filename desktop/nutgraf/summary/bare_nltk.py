"""NLTK's stemmers without the rest of it: its parsers, taggers and corpora take ten times as long to import, and none is used."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_importing = Lock()


def import_with_stemmers(name: str) -> ModuleType:
    """Import a module that needs nothing of NLTK but its stemmers, such as `nltk.stem.snowball`.

    NLTK itself is as little imported afterwards as before: whoever imports it gets all of it.
    """
    with _importing:
        if "nltk" in sys.modules:
            return import_module(name)
        try:
            with _packages_left_empty():
                return import_module(name)
        except ImportError:  # the stemmers of another version may need more of it
            return import_module(name)


@contextmanager
def _packages_left_empty() -> Iterator[None]:
    """Let NLTK's modules be found without what its packages import on their own; then forget them all."""
    found = find_spec("nltk")
    folders = found.submodule_search_locations if found else None
    try:
        for package in ("nltk", "nltk.stem", "nltk.corpus"):
            module = sys.modules[package] = ModuleType(package)
            module.__path__ = [str(Path(folder, *package.split(".")[1:])) for folder in folders or ()]
        sys.modules["nltk.corpus"].stopwords = None  # type: ignore[attr-defined] # the stemmers name it, for a use that is not ours
        yield
    finally:
        for each in list(sys.modules):  # a copy: other threads import meanwhile
            if each.partition(".")[0] == "nltk":
                del sys.modules[each]
