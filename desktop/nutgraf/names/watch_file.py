"""The watch list, `watch.txt`: one name a line, its other forms after an equals sign, parted by commas.

Deutsche Bahn = DB, Bahn
Maria Lind
“King, Jr.” = “the Rev. King, Jr.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.names.list_file import ListFile
from nutgraf.names.quoted import QUOTED, quote, unquote
from nutgraf.names.watch import Watch
from nutgraf.settings import config_folder

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = """\
# Names that Nutgraf watches for, one a line; other forms of a name follow an equals sign, parted by commas.
#   Deutsche Bahn = DB, Bahn
"""
_LINE = re.compile(rf"(?P<name>{QUOTED}|[^=]+?)\s*(?:=(?P<aliases>.*))?")
_FORM = re.compile(rf"\s*({QUOTED}|[^,]+)\s*(?:,|$)")
_SPECIAL = frozenset('=,#“”"\\')


def watch_file(folder: Path | None = None) -> ListFile[Watch]:
    """Return the watch list in a folder, by default the user's."""
    return ListFile((folder or config_folder()) / "watch.txt", parse, write, _HEADING)


def parse(line: str) -> Watch | None:
    """Return the watched name that a line of the file holds, None if it holds none."""
    found = _LINE.fullmatch(line)
    if not found:
        return None
    name, *aliases = (_form(each) for each in (found["name"], *_FORM.findall(found["aliases"] or "")))
    return Watch(name, tuple(dict.fromkeys(each for each in aliases if each))) if any(map(str.isalnum, name)) else None


def write(watch: Watch) -> str:
    """Return the watched name as a line of the file."""
    name, *aliases = (quote(form) if set(form) & _SPECIAL else form for form in (watch.name, *watch.aliases))
    return f"{name} = {', '.join(aliases)}" if aliases else name


def _form(written: str) -> str:
    return " ".join((unquote(written) if re.fullmatch(QUOTED, written.strip()) else written).split())
