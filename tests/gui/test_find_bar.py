from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nutgraf.gui.find_bar import FindBar


@pytest.fixture
def bar(qtbot, appearance):
    made = FindBar(appearance)
    qtbot.addWidget(made)
    return made


def said(bar):
    return bar.findChild(QLabel).text()


def test_it_is_out_of_the_way_until_it_is_opened(bar):
    assert not bar.isVisible()
    bar.open_bar()
    assert bar.isVisible()


def test_it_fits_beside_the_summary_in_the_narrowest_window_and_grows_no_wider_than_it_needs(qtbot, bar):
    bar.open_bar("mill")
    bar.show_count(12, 34)
    assert bar.minimumSizeHint().width() <= 340  # of a window 640 pixels wide, whose left column has 300
    bar.resize(900, 40)
    qtbot.waitUntil(lambda: bar.field.width() == 240)


def test_words_are_sought_as_they_are_typed(qtbot, bar):
    asked = []
    bar.sought.connect(lambda words, case: asked.append((words, case)))
    bar.open_bar()
    qtbot.keyClicks(bar.field, "mi")
    assert asked == [("", False), ("m", False), ("mi", False)]


def test_words_to_begin_with_are_selected_and_sought(bar):
    asked = []
    bar.sought.connect(lambda words, case: asked.append(words))
    bar.open_bar("mill")
    assert bar.field.selectedText() == "mill"
    assert asked[-1] == "mill"


def test_opened_without_words_it_keeps_those_of_before(bar):
    bar.open_bar("mill")
    bar.close_bar()
    bar.open_bar()
    assert bar.field.text() == "mill"


def test_matching_case_seeks_again(qtbot, bar):
    bar.open_bar("Mill")
    with qtbot.waitSignal(bar.sought) as asked:
        bar._case.click()
    assert asked.args == ["Mill", True]


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, -1),
    ],
)
def test_enter_goes_on_and_shift_enter_back(qtbot, bar, key, modifier, step):
    bar.open_bar("mill")
    with qtbot.waitSignal(bar.step_asked) as asked:
        qtbot.keyClick(bar.field, key, modifier)
    assert asked.args == [step]


def test_one_key_makes_one_step(qtbot, bar):
    steps = []
    bar.step_asked.connect(steps.append)
    bar.open_bar("mill")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert steps == [1]


def test_escape_closes_it_and_says_so(qtbot, bar):
    bar.open_bar("mill")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


@pytest.mark.parametrize(("current", "count", "words"), [(2, 7, "2 of 7"), (0, 0, "Not found"), (1, 1, "1 of 1")])
def test_results_are_counted(bar, current, count, words):
    bar.open_bar("mill")
    bar.show_count(current, count)
    assert said(bar) == words
    assert bar._next.isEnabled() is bar._previous.isEnabled() is (count > 0)


def test_without_words_nothing_is_said(bar):
    bar.open_bar("")
    bar.show_count(0, 0)
    assert said(bar) == ""


def test_an_article_that_changed_is_searched_again_only_while_the_bar_is_open(bar):
    asked = []
    bar.open_bar("mill")
    bar.sought.connect(lambda words, case: asked.append(words))
    bar.seek_again()
    bar.close_bar()
    bar.seek_again()
    assert asked == ["mill"]


def test_every_button_can_be_told_by_a_screen_reader(bar):
    from PySide6.QtWidgets import QToolButton

    bar.open_bar()
    for button in (bar._case, bar._previous, bar._next, bar._close):
        assert isinstance(button, QToolButton)
        assert button.accessibleName()
        assert not button.icon().isNull()
