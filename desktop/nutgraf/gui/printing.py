"""Prints the article that is shown with its summary: asks on which printer or into which file, then works in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from nutgraf import __version__
from nutgraf.errors import ExportError
from nutgraf.gui.bidi import isolated
from nutgraf.gui.exporting import report_on, suggested_name
from nutgraf.gui.paper import EM, POINTS, Paper
from nutgraf.gui.reading import facts_of
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nutgraf.cancel import Cancel
    from nutgraf.gui.jobs import Jobs
    from nutgraf.gui.messages import MessageBar
    from nutgraf.gui.reading import Reading
    from nutgraf.settings import Settings
    from nutgraf.text.ranking import Summary

WIDTH = 600  # pixels: for a file's name to be read whole
MARGINS = QMarginsF(20, 15, 20, 14)  # millimetres
END_OF_PDF = b"%%EOF\n"


class Printing:
    """Prints articles, each on the printer that is chosen for it."""

    def __init__(self, window: QWidget, settings: Settings, jobs: Jobs, messages: MessageBar) -> None:
        self._window, self._settings, self._jobs, self._messages = window, settings, jobs, messages

    def ask_and_print(self, reading: Reading, summary: Summary | None) -> None:
        """Ask for a printer, or a file, and print the article there; without a summary its text alone."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        printer.setCreator(f"Nutgraf {__version__}")
        printer.setDocName(suggested_name(reading))  # what a file is called unless the reader says otherwise
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.resize(max(WIDTH, dialog.width()), dialog.height())
        wanted = dialog.exec()
        dialog.deleteLater()
        if wanted:
            self.print(printer, reading, summary)

    def print(self, printer: QPrinter, reading: Reading, summary: Summary | None) -> None:
        """Print on a printer as it is set, in the background, and say what was printed."""
        article, settings = reading.article, self._settings
        assert article
        printer.setDocName(reading.title)
        facts, report = facts_of(article, reading.words), report_on(reading, summary) if summary else None

        def work(cancel: Cancel) -> int:
            return print_pages(Paper(article, facts, report, settings, size_of(printer)), printer, cancel)

        self._messages.say("Printing…", stay=True)
        self._jobs.start_beside(
            "print", work, lambda count: self._say(count, printer.outputFileName()), self._messages.say_error
        )

    def _say(self, count: int, file: str) -> None:
        pages = counted(count, "page")
        if not file:
            self._messages.say(f"The printer was sent {pages}.")
            return
        folder = QUrl.fromLocalFile(str(Path(file).parent))
        self._messages.say(
            f"{pages} printed to {isolated(file)}.", "Open folder", lambda: QDesktopServices.openUrl(folder)
        )


def size_of(printer: QPrinter) -> tuple[float, float]:
    """Return width and height of a page inside its margins, in units of a `Paper`."""
    room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
    return room.width() * EM / POINTS, room.height() * EM / POINTS


def print_pages(paper: Paper, printer: QPrinter, cancel: Cancel) -> int:
    """Print the pages that are asked for, as often as they are, and return how many pages that was.

    Once a page is begun all are printed: what is given up midway, Qt would send to the printer or leave in the file.

    Raises:
        ExportError: the file cannot be written, the printer takes nothing, or there are no such pages.
        Cancelled: the token was set before.

    """
    pages = pages_asked_for(printer, paper.count)
    if not pages:
        raise ExportError(f"There are no such pages: the article has {paper.count}. Please choose others.")
    cancel.check()
    painter = QPainter()
    if not painter.begin(printer):
        where = printer.outputFileName() or printer.printerName()
        raise ExportError(f"“{where}” could not be printed to. Please choose another printer, file or folder.")
    try:
        scale = printer.resolution() / 72 * POINTS / EM
        painter.scale(scale, scale)
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            paper.paint(painter, page)
    finally:
        painter.end()
    if (file := printer.outputFileName()) and not _is_whole(Path(file)):
        raise ExportError(
            f"“{file}” could not be written to its end: the disk may be full. Please choose another folder."
        )
    return len(pages)


def _is_whole(pdf: Path) -> bool:
    """Whether a file ends as a PDF does; Qt tells of no error of the disk's."""
    with pdf.open("rb") as opened:
        opened.seek(max(pdf.stat().st_size - len(END_OF_PDF), 0))
        return opened.read(len(END_OF_PDF)) == END_OF_PDF


def pages_asked_for(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print of so many, from 0, in the order in which the printer wants them."""
    ranges = printer.pageRanges() if printer.printRange() is QPrinter.PrintRange.PageRange else None
    pages = [page for page in range(count) if ranges is None or ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]
