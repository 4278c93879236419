"""What the reader wishes of names: corrections, a watch list, and how sure a name must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.names.rules import NO_RULES, Rules
from nutgraf.names.rules_file import rules_file
from nutgraf.names.watch_file import watch_file

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.names.watch import Watch


@dataclass(frozen=True, slots=True)
class Wishes:
    """Corrections, the watch list, and the confidence, 0 to 1, below which an entity is left out."""

    rules: Rules = NO_RULES
    watch: tuple[Watch, ...] = ()
    least: float = 0.0


NO_WISHES = Wishes()


def read_wishes(least: float = 0.0, folder: Path | None = None) -> tuple[Wishes, tuple[str, ...]]:
    """Return the wishes in the files of a folder, by default the user's, and a sentence for each line not understood."""
    rules, watch = rules_file(folder).read(), watch_file(folder).read()
    return Wishes(Rules(rules.items), watch.items, least), (*rules.complaints, *watch.complaints)
