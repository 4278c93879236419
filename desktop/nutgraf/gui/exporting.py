"""Exporting what is on the screen: to a file that the reader names, or to the clipboard."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from nutgraf import __version__
from nutgraf.errors import ExportError
from nutgraf.gui.bidi import isolated
from nutgraf.settings import EXPORT_FOLDER, EXPORT_REASONS
from nutgraf.text.entity import Names
from nutgraf.text.result import Analysis

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nutgraf.export.base import Report
    from nutgraf.gui.messages import MessageBar
    from nutgraf.gui.reading import Reading
    from nutgraf.settings import Settings
    from nutgraf.text.ranking import Summary

ENDINGS = frozenset(
    {".md", ".markdown", ".html", ".htm", ".json", ".txt"}
)  # others belong to the name: “Version 2.0 of it”


def report_on(reading: Reading, summary: Summary, *, reasons: bool = False) -> Report:
    """Return what an exporter needs, of an article whose summary is known; names, and what other methods say, as far as known.

    The ranking is the summary's: another may be on its way.

    With `reasons` the report says in full why each sentence is in the summary.
    """
    from nutgraf.export.base import Part, Report

    assert reading.article
    assert reading.sentences is not None
    ranked = reading.brief.ranked
    names, keywords = reading.names or Names(), ranked.keywords if ranked else ()
    analysis = Analysis(reading.article, reading.sentences, summary.ranking, names, keywords)
    return Report(
        analysis,
        summary,
        datetime.now(UTC).astimezone(),
        f"Nutgraf {__version__}",
        frozenset({Part.SUMMARY, Part.NAMES, *([Part.REASONS] if reasons else [])}),
        coverage=ranked.ground.coverage(summary.sentences) if ranked else None,
        headings=reading.brief.headings(summary),
        agreed=reading.brief.agreed(summary),
    )


def suggested_name(reading: Reading) -> str:
    """Return a file's name without suffix, made of the article's title or, where it has none, of its own file's."""
    from nutgraf.export import suggest_name
    from nutgraf.export.file_name import slug

    article = reading.article
    return suggest_name(article) if article and article.meta.title else slug(reading.path.stem)


class Exporting:
    """Asks where to, writes, and says what was written."""

    def __init__(self, window: QWidget, settings: Settings, messages: MessageBar) -> None:
        self._window, self._settings, self._messages = window, settings, messages

    def save(self, name: str, reading: Reading, summary: Summary) -> None:
        """Ask for a file and export there; the dialog asks before a file is replaced."""
        from nutgraf.export import exporter

        export = exporter(name)
        folder = Path(self._settings.text(EXPORT_FOLDER) or reading.path.parent)
        start = folder / f"{suggested_name(reading)}{export.suffix}"
        wanted, _ = QFileDialog.getSaveFileName(
            self._window, f"Export {export.title}", str(start), f"{export.title} (*{export.suffix})"
        )
        if not wanted:
            return
        path = Path(wanted)
        replace = path.exists()
        if not replace and path.suffix.lower() not in ENDINGS:
            path = path.with_name(path.name + export.suffix)
        self._write(path, export.export(self._report(reading, summary)), replace=replace)

    def _report(self, reading: Reading, summary: Summary) -> Report:
        return report_on(reading, summary, reasons=self._settings.flag(EXPORT_REASONS))

    def _write(self, path: Path, text: str, *, replace: bool) -> None:
        from nutgraf.export import write_export

        try:
            write_export(path, text, replace=replace)
        except ExportError as error:
            self._messages.say_error(error)
            return
        self._settings.set(EXPORT_FOLDER, str(path.parent))
        folder = QUrl.fromLocalFile(str(path.parent))
        self._messages.say(
            f"Exported to {isolated(str(path))}.", "Open folder", lambda: QDesktopServices.openUrl(folder)
        )

    def copy(self, reading: Reading, summary: Summary) -> None:
        """Put the Markdown export on the clipboard."""
        from nutgraf.export import exporter

        QApplication.clipboard().setText(exporter("markdown").export(self._report(reading, summary)))
        self._messages.say("Copied the summary as Markdown.")
