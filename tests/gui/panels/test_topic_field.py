from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from nutgraf.gui.topic_field import TopicField


@pytest.fixture
def field(qtbot, light):
    made = TopicField(light)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(field):
    heard = []
    field.topicChanged.connect(heard.append)
    return heard


def test_words_are_told_once_the_keys_rest(qtbot, field, told):
    qtbot.keyClicks(field, " army  base")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["army base"]


def test_esc_clears_at_once_and_then_leaves(qtbot, field, told):
    field.setText("army")
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["army", ""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_enter_takes_the_words_and_leaves(qtbot, field, told):
    qtbot.keyClicks(field, "army")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["army"]


def test_words_known_already_are_not_told(qtbot, field, told):
    field.set_words("army")
    qtbot.wait(200)
    assert field.text() == "army"
    assert told == []


def test_takes_room_as_it_needs_it(field):
    empty = field.sizeHint().width()
    field.setText("a rather long description of it")
    assert empty < field.sizeHint().width() <= 240
