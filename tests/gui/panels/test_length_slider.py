from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from nutgraf.gui.length_slider import STEPS, LengthSlider, place, sentences_at


@pytest.fixture
def slider(qtbot, light):
    made = LengthSlider()
    qtbot.addWidget(made)
    made.resize(200, 24)
    made.set_most(14)
    made.show()
    return made


@pytest.mark.parametrize("most", [1, 2, 13, 25, 26, 100, 1000])
def test_every_length_has_a_place_of_its_own(most):
    assert [sentences_at(place(count, most), most) for count in range(1, most + 1)] == list(range(1, most + 1))


@pytest.mark.parametrize("most", [2, 14, 300, 20_000])
def test_the_ends_are_one_sentence_and_all(most):
    assert (sentences_at(0, most), sentences_at(STEPS, most)) == (1, most)
    places = [sentences_at(at, most) for at in range(0, STEPS + 1, 100)]
    assert places == sorted(places)


def test_short_lengths_stay_fine_in_long_articles():
    assert sentences_at(STEPS // 4, 1000) <= 12
    assert sentences_at(STEPS // 2, 1000) <= 80


def test_arrow_keys_move_by_one_sentence_in_any_article(qtbot, slider):
    slider.set_most(5000)
    slider.setValue(3)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 4
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 2
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 5000


def test_a_notch_of_the_wheel_is_one_sentence(slider):
    slider.setValue(3)
    for turned in (120, 60, 60, -120):
        point, none = QPointF(100, 12), QPoint()
        buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        turn = QPoint(0, turned)
        event = QWheelEvent(point, point, none, turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(slider, event)
    assert slider.value() == 4


def test_dragging_follows_the_mouse_and_stops_at_the_ends(qtbot, slider):
    told = []
    slider.valueChanged.connect(told.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(100, 12))
    assert 6 <= slider.value() <= 9
    qtbot.mouseMove(slider, QPoint(150, 12))
    assert 9 <= slider.value() <= 12
    qtbot.mouseMove(slider, QPoint(900, 12))
    assert slider.value() == 14
    qtbot.mouseMove(slider, QPoint(-50, 12))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(-50, 12))
    assert slider.value() == 1
    assert not slider.isSliderDown()
    assert told[-1] == 1


def test_the_handle_stands_where_it_was_put(qtbot, slider):
    slider.set_most(1000)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    chosen = slider.value()
    assert 2 <= chosen <= 20
    accent = slider.grab().toImage()
    coloured = [x for x in range(200) if accent.pixelColor(x, 12).saturation() > 80]
    assert abs(max(coloured) - 60) <= 9


def test_a_single_sentence_leaves_nothing_to_drag(qtbot, slider):
    slider.set_most(1)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 12))
    assert slider.value() == 1
