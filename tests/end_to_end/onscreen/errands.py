"""What several tests have a person do or see: the cards of the summary, an export to a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from onscreen.program import Program


def cards(program: Program) -> list[str]:
    """Return the summary's cards as a screen reader hears them: number, sentence, reason."""
    return [each.name for each in program.find("Summary", "list").children]


def summarised(program: Program, count: int) -> list[str]:
    """Return the cards once there are so many."""
    return program.wait_for(
        lambda: found if len(found := cards(program)) == count else None, f"{count} summary sentences"
    )


def exported(program: Program, file: Path) -> str:
    """Export the summary as Markdown to a file that is not there yet, and return what it holds."""
    program.key("ctrl+e")
    program.find(re.compile("Export"), "dialog")
    program.key("ctrl+a")
    program.type(str(file))
    program.key("Return")
    program.wait_for(file.exists, "the exported file")
    return file.read_text(encoding="utf-8")
