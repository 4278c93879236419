"""What an exporter is, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from nutgraf.text.coverage import Coverage
    from nutgraf.text.ranking import Summary
    from nutgraf.text.result import Analysis


class Part(StrEnum):
    """What a report can hold beside the facts about its article."""

    SUMMARY = "summary"
    NAMES = "names"
    TEXT = "text"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Report:
    """What is exported: an analysis, the summary cut from it, when (with time zone), and the program's name and version.

    `parts` are shown in the order summary, names, text, whatever theirs; with `REASONS` the summary says in full why each
    sentence is in it. `headings` holds, for a summary by section, the heading above each sentence that opens one. `agreed` holds
    by sentence index how many methods of how many take the sentence too.
    """

    analysis: Analysis
    summary: Summary
    made: datetime
    program: str
    parts: frozenset[Part] = frozenset({Part.SUMMARY, Part.NAMES})
    coverage: Coverage | None = None
    headings: Mapping[int, str] = field(default_factory=dict)
    agreed: Mapping[int, tuple[int, int]] = field(default_factory=dict)


class Exporter(Protocol):
    """Writes a report as text. `name` is for machines ("markdown"), `title` for people, `suffix` with its dot."""

    name: str
    title: str
    suffix: str
    media_type: str

    def export(self, report: Report) -> str:
        """Return the whole file's text, safe to open whatever the article holds."""
