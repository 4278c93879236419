from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from nutgraf import __version__
from nutgraf.gui.crash import CrashReporter, report_of


@pytest.fixture
def reporter(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back at the end
    made = CrashReporter()
    made.install()
    return made


@pytest.fixture
def boxes(monkeypatch):
    """The dialogs that were shown; `copy` says whether the reader copies the report."""
    shown = []

    def show(box):
        shown.append(box)

    monkeypatch.setattr(QMessageBox, "exec", show)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    return shown


def crash(words="broken"):
    error = RuntimeError(words)
    sys.excepthook(RuntimeError, error, error.__traceback__)


def test_a_report_holds_versions_and_the_trace():
    with pytest.raises(RuntimeError) as caught:
        raise RuntimeError("broken")
    report = report_of(caught.type, caught.value, caught.tb)
    assert report.startswith(f"Nutgraf {__version__} · Python ")
    assert "RuntimeError: broken" in report
    assert "test_crash.py" in report


def test_the_unexpected_is_shown_and_the_program_goes_on(qtbot, reporter, boxes, caplog):
    crash()
    assert boxes == []  # never in the middle of what went wrong
    qtbot.waitUntil(lambda: len(boxes) == 1)
    assert "You can go on reading" in boxes[0].text()
    assert "RuntimeError: broken" in boxes[0].detailedText()
    assert "RuntimeError: broken" in caplog.text
    caplog.clear()


def test_the_report_can_be_copied(qtbot, reporter, boxes, caplog, monkeypatch):
    copy = {}
    monkeypatch.setattr(
        QMessageBox,
        "clickedButton",
        lambda box: copy.setdefault("it", next(each for each in box.buttons() if "Copy" in each.text())),
    )
    crash("to be copied")
    qtbot.waitUntil(lambda: bool(boxes))
    qtbot.waitUntil(lambda: "RuntimeError: to be copied" in QApplication.clipboard().text())
    caplog.clear()


def test_one_report_is_shown_at_a_time(qtbot, reporter, monkeypatch, caplog):
    depth, most = [], []

    def show(box):
        depth.append(box)
        most.append(len(depth))
        if len(most) == 1:
            crash("again, while the first is shown")
            QApplication.processEvents()
        depth.pop()

    monkeypatch.setattr(QMessageBox, "exec", show)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: None)
    crash()
    qtbot.waitUntil(lambda: bool(most))
    qtbot.wait(10)
    assert most == [1]
    crash("later")
    qtbot.waitUntil(lambda: most == [1, 1])
    caplog.clear()


def test_an_error_of_a_worker_thread_is_shown_in_the_windows_thread(qtbot, reporter, boxes, caplog):
    from threading import Thread

    thread = Thread(target=crash)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes) == 1)
    caplog.clear()


def test_ctrl_c_in_the_terminal_ends_the_program_without_a_report(qtbot, reporter, boxes, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(10)
    assert ended == [True]
    assert boxes == []
