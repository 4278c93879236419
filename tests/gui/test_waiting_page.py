from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from nutgraf.gui import waiting_page
from nutgraf.gui.waiting_page import WaitingPage


@pytest.fixture
def page(qtbot, monkeypatch):
    monkeypatch.setattr(waiting_page, "PATIENCE", 40)
    made = WaitingPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_quick_file_shows_nothing_and_a_slow_one_its_name(qtbot, page):
    page.start("mill.txt")
    words, progress = page.findChild(QLabel), page.findChild(QProgressBar)
    assert not words.isVisible()
    assert not progress.isVisible()
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Reading mill.txt…"
    assert progress.isVisible()


def test_the_next_file_is_waited_for_anew(qtbot, page):
    words = page.findChild(QLabel)
    page.start("mill.txt")
    qtbot.waitUntil(words.isVisible)
    page.start("river.txt")
    assert not words.isVisible()
    qtbot.waitUntil(words.isVisible)
    assert words.text() == "Reading river.txt…"


def test_a_files_name_is_never_markup(page):
    page.start("<b>x</b>.txt")
    assert page.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText


def test_a_slow_file_can_be_given_up_by_a_button_and_by_escape(qtbot, page):
    page.start("mill.txt")
    button = page.findChild(QPushButton)
    assert not button.isVisible()
    qtbot.waitUntil(button.isVisible)
    with qtbot.waitSignal(page.givenUp):
        button.click()
    with qtbot.waitSignal(page.givenUp):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_long_name_makes_no_window_wider(qtbot, page):
    page.resize(500, 300)
    page.start("a" * 200 + ".txt")
    qtbot.waitUntil(page.findChild(QLabel).isVisible)
    assert page.minimumSizeHint().width() < 340
    assert "a" * 200 in page.findChild(QLabel).accessibleName()
