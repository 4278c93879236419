"""Exports: what was found out about an article, as a file that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.export.file_name import suggest_name
from nutgraf.export.html import HtmlExporter
from nutgraf.export.json import JsonExporter
from nutgraf.export.markdown import MarkdownExporter
from nutgraf.export.write import write_export

if TYPE_CHECKING:
    from nutgraf.export.base import Exporter

__all__ = ["EXPORTERS", "exporter", "suggest_name", "write_export"]

EXPORTERS: tuple[Exporter, ...] = (MarkdownExporter(), HtmlExporter(), JsonExporter())


def exporter(name: str) -> Exporter:
    """Return the exporter of that name.

    Raises:
        KeyError: there is none.

    """
    return {each.name: each for each in EXPORTERS}[name]
