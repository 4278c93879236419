from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nutgraf.gui.keyword_row import KeywordButton, KeywordRow
from nutgraf.text.keyword import Keyword

WORDS = (
    "harbour wall",
    "Solheim",
    "kroner",
    "fishermen",
    "Coastal Authority",
    "storm",
    "engineers",
    "director",
    "pilots",
    "board",
)


@pytest.fixture
def row(qtbot, light):
    made = KeywordRow(light)
    qtbot.addWidget(made)
    made.resize(360, 40)
    made.show_keywords([Keyword(words, number) for number, words in enumerate(WORDS, start=1)])
    made.show()
    QApplication.processEvents()
    return made


def shown(row):
    return [button for button in row.findChildren(KeywordButton) if button.isVisible()]


def test_at_most_two_lines_that_do_not_overlap(row):
    boxes = [button.geometry() for button in shown(row)]
    assert len({box.top() for box in boxes}) == 2
    assert all(row.rect().contains(box.adjusted(3, 0, -3, 0)) for box in boxes)
    assert not any(one.intersects(two) for at, one in enumerate(boxes) for two in boxes[:at])


def test_one_line_where_there_is_little_room(row):
    row.set_lines(1)
    assert len({button.y() for button in shown(row)}) == 1
    assert row.height() == shown(row)[0].height()
    assert [button.text() for button in shown(row)] == list(WORDS[: len(shown(row))])


def test_a_click_asks_for_a_word_and_for_the_end_of_it(qtbot, row):
    told = []
    row.toggled.connect(lambda *what: told.append(what))
    for _ in range(2):
        qtbot.mouseClick(shown(row)[1], Qt.MouseButton.LeftButton)
    assert told == [("Solheim", True), ("Solheim", False)]


def test_words_of_the_topic_are_marked(row):
    row.show_topic("the Harbour WALL storm")
    assert [button.text() for button in shown(row) if button.isChecked()] == ["harbour wall", "storm"]


def test_the_keyboard_goes_through_them(qtbot, row):
    told = []
    row.toggled.connect(lambda *what: told.append(what))
    row.activateWindow()
    first, second = shown(row)[:2]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.keyClick(second, Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert told == [("Solheim", True), ("harbour wall", True)]


def test_other_keywords_replace_them(row):
    row.show_keywords([Keyword("one", 1)])
    assert [button.text() for button in shown(row)] == ["one"]
    row.show_keywords(())
    assert row.height() > 0
    assert shown(row) == []


def test_screen_readers_hear_what_a_word_does(row):
    assert shown(row)[0].accessibleName() == "About “harbour wall”"
    assert shown(row)[0].accessibleDescription() == "In 1 sentence"
