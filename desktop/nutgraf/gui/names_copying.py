"""The list of names as text for the clipboard: plain, or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.gui.names_model import Heading, Name
from nutgraf.text.visible import line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from nutgraf.gui.names_model import Row


def plain_list(rows: Sequence[Row]) -> str:
    """Return headings and names, a line each, with roles and counts."""
    return "\n".join(_parted(rows, lambda heading: heading, lambda name, rest: f"{name}{rest}"))


def markdown_list(rows: Sequence[Row]) -> str:
    """Return the same as Markdown: a heading and a list for each kind."""
    from nutgraf.export.markdown_text import escape

    written = _parted(
        rows,
        lambda heading: f"## {escape(heading)}\n",
        lambda name, rest: f"- **{escape(name)}**{escape(rest)}",
    )
    return "\n".join(written) + "\n"


def _parted(rows: Sequence[Row], head: Callable[[str], str], item: Callable[[str, str], str]) -> Iterable[str]:
    for number, row in enumerate(rows):
        if isinstance(row, Heading):
            if number:
                yield ""
            yield head(row.title)
        elif isinstance(row, Name):
            role = f", {line(row.role)}" if row.role else ""
            yield item(line(row.subject.name), f"{role} ({len(row.shares):,})")
