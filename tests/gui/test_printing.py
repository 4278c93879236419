from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import ExportError
from nutgraf.gui.paper import Paper
from nutgraf.gui.printing import pages_asked_for, print_pages, size_of
from nutgraf.readers import open_article


@pytest.fixture
def dialog(monkeypatch, tmp_path):
    """The dialog that asks for a printer: what the reader sets in it, and whether they go on."""

    state = SimpleNamespace(file=tmp_path / "out.pdf", goes_on=True, named="")

    def answer(shown):
        printer = shown.printer()
        state.named = printer.docName()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(state.file))
        return state.goes_on

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    return state


def words_in(file):
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_the_article_is_printed_with_the_summary_that_is_shown(opened, settle, dialog):
    opened.left.summary.slider.setValue(4)
    opened.actions_["print"].trigger()
    settle()
    words = words_in(dialog.file)
    assert "IN BRIEF 4 of" in words
    assert "The river runs high in March" in words
    assert dialog.named == "the-old-mill-at-holm-will-open-again"
    assert opened.messages.words == f"1 page printed to {dialog.file}."


def test_what_the_reader_goes_back_from_is_not_printed(opened, settle, dialog):
    dialog.goes_on = False
    opened.actions_["print"].trigger()
    settle()
    assert not dialog.file.exists()
    assert not opened.messages.isVisible()


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_file_that_cannot_be_written_is_said(opened, settle, dialog, tmp_path):
    dialog.file = tmp_path / "nowhere" / "out.pdf"
    opened.actions_["print"].trigger()
    settle()
    assert opened.messages.words.startswith(f"“{dialog.file}” could not be printed to.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file stands for a full disk")
def test_a_disk_that_is_full_is_said(opened, settle, dialog):
    dialog.file = Path("/dev/full")
    opened.actions_["print"].trigger()
    settle()
    assert opened.messages.words.startswith(f"“{dialog.file}” could not be written to its end")


def test_what_is_printed_is_not_given_up_for_what_is_printed_next(opened, settle, dialog, tmp_path):
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for dialog.file in files:
        opened.actions_["print"].trigger()
    settle()
    for file in files:
        assert "The mill stood empty" in words_in(file)


def test_the_summary_in_sight_is_printed_while_another_method_works(opened, settle, dialog):
    first = opened.summary.sentences[0]
    words = opened.session.current.sentences[first].span.of(opened.session.current.article.text)
    opened.use_method("news")
    opened.actions_["print"].trigger()
    settle()
    assert f"IN BRIEF {len(opened.summary.sentences)} of" in words_in(dialog.file)
    assert words_in(dialog.file).count(words) == 2


def test_an_article_without_a_summary_is_printed_all_the_same(window, settle, dialog, tmp_path):
    file = tmp_path / "short.txt"
    file.write_text("Milk, bread, a new wheel.")
    window.open_files([file])
    settle()
    assert window.summary is None
    window.actions_["print"].trigger()
    settle()
    assert "Milk, bread, a new wheel." in words_in(dialog.file)


def test_only_an_open_article_can_be_printed(window, settle, story):
    assert not window.actions_["print"].isEnabled()
    window.open_files([story])
    settle()
    assert window.actions_["print"].isEnabled()


class Printer:
    """A printer as the dialog sets it."""

    def __init__(
        self, pages="", order=QPrinter.PageOrder.FirstPageFirst, copies=1, *, collates=True, copies_itself=False
    ):
        real = QPrinter()
        if pages:
            real.setPageRanges(type(real.pageRanges()).fromString(pages))
        self.pageRanges, self.printRange = (
            real.pageRanges,
            lambda: QPrinter.PrintRange.PageRange if pages else QPrinter.PrintRange.AllPages,
        )
        self.pageOrder, self.copyCount, self.collateCopies = lambda: order, lambda: copies, lambda: collates
        self.supportsMultipleCopies = lambda: copies_itself


@pytest.mark.parametrize(
    ("printer", "pages"),
    [
        ({}, [0, 1, 2, 3]),
        ({"pages": "2-3"}, [1, 2]),
        ({"pages": "1,4-9"}, [0, 3]),
        ({"pages": "7-9"}, []),
        ({"order": QPrinter.PageOrder.LastPageFirst}, [3, 2, 1, 0]),
        ({"pages": "1-2", "copies": 2}, [0, 1, 0, 1]),
        ({"pages": "1-2", "copies": 2, "collates": False}, [0, 0, 1, 1]),
        ({"pages": "1-2", "copies": 2, "copies_itself": True}, [0, 1]),
    ],
)
def test_the_pages_that_are_asked_for_are_printed_in_the_order_asked_for(qapp, printer, pages):
    assert pages_asked_for(Printer(**printer), 4) == pages


@pytest.fixture
def ready(qapp, story, settings, tmp_path):
    """A paper of one page and a printer into a file."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    return Paper(open_article(story, Cancel()), (), None, settings, size_of(printer)), printer


def test_pages_that_are_not_there_are_said_not_to_be(ready):
    paper, printer = ready
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(5, 6)
    with pytest.raises(ExportError, match="There are no such pages"):
        print_pages(paper, printer, Cancel())


def test_printing_can_be_given_up(ready):
    paper, printer = ready
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        print_pages(paper, printer, cancel)
    assert not Path(printer.outputFileName()).exists()
