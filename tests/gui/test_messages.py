from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nutgraf.errors import Damaged
from nutgraf.gui import messages as module
from nutgraf.gui.messages import MessageBar


@pytest.fixture
def bar(qtbot, appearance, monkeypatch):
    monkeypatch.setattr(module, "LONG_ENOUGH", 40)
    made = MessageBar(appearance)
    qtbot.addWidget(made)
    return made


def test_news_is_said_and_goes_away_by_itself(qtbot, bar):
    assert not bar.isVisible()
    bar.say("Copied.")
    assert bar.isVisible()
    assert bar.words == "Copied."
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_what_is_to_stay_stays(qtbot, bar):
    bar.say("Copied.")
    bar.say("Look here.", stay=True)
    qtbot.wait(80)
    assert bar.isVisible()
    bar._close.click()
    assert not bar.isVisible()


def test_something_can_be_done_about_it_once(qtbot, bar):
    done = []
    bar.say("Folded.", "Undo", lambda: done.append(True), stay=True)
    bar._action.click()
    assert done == [True]
    assert not bar.isVisible()
    bar.say("Copied.", stay=True)
    assert not bar._action.isVisible()


def test_what_is_done_may_say_something_new(bar):
    bar.say("Folded.", "Undo", lambda: bar.say("Unfolded.", stay=True), stay=True)
    bar._action.click()
    assert bar.isVisible()
    assert bar.words == "Unfolded."


@pytest.mark.parametrize("button", ["_action", "_close"])
def test_the_keyboard_is_given_back_by_a_bar_that_goes_while_it_has_it(qtbot, bar, button):
    bar.show()
    qtbot.waitExposed(bar)
    bar.say("Folded.", "Undo", lambda: None, stay=True)
    with qtbot.assertNotEmitted(bar.left):
        getattr(bar, button).click()
    bar.say("Folded.", "Undo", lambda: None, stay=True)
    getattr(bar, button).setFocus()
    qtbot.waitUntil(getattr(bar, button).hasFocus)
    with qtbot.waitSignal(bar.left):
        getattr(bar, button).click()


def test_news_whose_offer_is_no_longer_to_be_had_is_taken_back(bar):
    bar.say("Folded.", "Undo", lambda: None, stay=True)
    bar.withdraw("Redo")
    assert bar.isVisible()
    bar.withdraw("Undo", "Redo")
    assert not bar.isVisible()


def test_an_error_is_said_in_its_own_sentences_and_stays(qtbot, bar):
    bar.say_error(Damaged("“a.txt” is damaged. Please open another copy."))
    qtbot.wait(80)
    assert bar.isVisible()
    assert bar.words == "“a.txt” is damaged. Please open another copy."


def test_an_error_that_was_not_expected_is_left_to_the_crash_report(bar):
    with pytest.raises(ZeroDivisionError):
        bar.say_error(ZeroDivisionError("x"))
    assert not bar.isVisible()


def test_markup_in_a_message_is_shown_as_it_is(bar):
    bar.say("<img src='file:///x'><b>bold</b>", stay=True)
    label = bar.findChild(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<img src='file:///x'><b>bold</b>"
