"""What an exporter is, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from nutgraf.text.ranking import Summary
    from nutgraf.text.result import Analysis


class Part(StrEnum):
    """What a report can hold beside the facts about its article."""

    SUMMARY = "summary"
    NAMES = "names"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Report:
    """What is exported: an analysis, the summary cut from it, when (with time zone), and the program's name and version.

    `parts` are shown in the order summary, names, text, whatever theirs.
    """

    analysis: Analysis
    summary: Summary
    made: datetime
    program: str
    parts: frozenset[Part] = frozenset({Part.SUMMARY, Part.NAMES})


class Exporter(Protocol):
    """Writes a report as text. `name` is for machines ("markdown"), `title` for people, `suffix` with its dot."""

    name: str
    title: str
    suffix: str
    media_type: str

    def export(self, report: Report) -> str:
        """Return the whole file's text, safe to open whatever the article holds."""
