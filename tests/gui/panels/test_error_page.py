from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nutgraf.gui.error_page import ErrorPage

WORDS = "“minutes.pdf” is protected with a password. Save a copy without the password, and open that."


@pytest.fixture
def page(qtbot, light):
    made = ErrorPage(light)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_says_what_happened_to_which_file_in_the_error_s_own_words(page):
    page.show_error(WORDS, "minutes.pdf", can_go_back=False)
    shown = [label for label in page.findChildren(QLabel) if label.isVisible()]
    assert {WORDS, "minutes.pdf"} <= {label.text() for label in shown}
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in shown if label.text() in {WORDS, "minutes.pdf"}
    )


def test_offers_the_open_article_only_where_there_is_one(qtbot, page):
    page.show_error(WORDS, "minutes.pdf", can_go_back=False)
    assert not page.back.isVisible()
    page.show_error(WORDS, "minutes.pdf", can_go_back=True)
    with qtbot.waitSignal(page.backRequested):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.openRequested):
        qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)


def test_long_messages_wrap(page):
    page.resize(360, 600)
    page.show_error(WORDS * 4, "minutes.pdf", can_go_back=True)
    words = next(label for label in page.findChildren(QLabel) if label.text() == WORDS * 4)
    assert words.width() <= 360
    assert words.height() > 80
