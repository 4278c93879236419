from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from nutgraf.gui.coverage_bar import HEIGHT, CoverageBar
from nutgraf.text.coverage import Coverage, Part, Stretch

COVERAGE = Coverage(
    (Stretch(0, 0.0, 0.1), Stretch(7, 0.7, 0.75)), (Part("", 0.0, 0.5, 1), Part("Results", 0.5, 1.0, 1)), 9, 2
)


@pytest.fixture
def bar(qtbot, light):
    made = CoverageBar(light)
    qtbot.addWidget(made)
    made.resize(400, HEIGHT)
    made.show_coverage(COVERAGE)
    made.show()
    return made


def colour(bar, x):
    return bar.grab().toImage().pixelColor(x, HEIGHT // 2).name()


def test_sentences_stand_where_they_are_and_sections_are_parted(bar, light):
    accent, ground = light.theme.summary_line.name(), light.theme.panel.name()
    assert [colour(bar, x) == accent for x in (10, 100, 290, 380)] == [True, False, True, False]
    track = colour(bar, 100)
    assert colour(bar, 201) not in {track, accent}
    assert track != ground


def test_a_click_goes_to_the_sentence_near_it_or_to_the_place(qtbot, bar):
    told = []
    bar.placeChosen.connect(told.append)
    for x in (284, 20, 100):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 5))
    assert told == [0.7, 0.0, 0.25]


def test_the_arrow_keys_go_from_sentence_to_sentence(qtbot, bar):
    told = []
    bar.placeChosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(bar, key)
    assert told == [0.0, 0.7, 0.7, 0.0]


def test_says_in_words_what_it_shows(bar):
    words = "Draws from 2 of 2 sections: 1 sentence from the beginning and 1 from the end."
    assert bar.accessibleDescription() == words
    assert bar.toolTip().startswith(words)
    bar.show_coverage(Coverage((), (), 0, 0))
    assert bar.toolTip() == ""
    assert not bar.isEnabled()


def test_thousands_of_sentences_are_painted(bar):
    bar.show_coverage(Coverage(tuple(Stretch(n, n / 5000, (n + 1) / 5000) for n in range(5000)), (), 5000, 5000))
    assert not bar.grab().isNull()
