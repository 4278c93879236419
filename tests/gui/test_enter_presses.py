"""Enter does what Space does wherever a button has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

ENTER = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.mark.parametrize("key", ENTER)
def test_enter_presses_every_button_that_takes_the_keyboard(qtbot, opened, key):
    takers = [
        each
        for each in opened.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not getattr(each, "menu", lambda: None)()
    ]
    assert len(takers) > 3
    for button in takers:
        pressed = []
        button.clicked.disconnect()
        button.clicked.connect(lambda *_, pressed=pressed: pressed.append(True))
        button.setFocus()
        qtbot.keyClick(button, key)
        assert pressed == [True], button.accessibleName()


def test_enter_opens_a_buttons_menu(qtbot, opened):
    shown = []

    def look():
        if menu := QApplication.activePopupWidget():
            shown.append(menu)
            menu.close()

    opened.top.menu.setFocus()
    QTimer.singleShot(300, look)  # the menu has an event loop of its own
    qtbot.keyClick(opened.top.menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown == [opened.top.menu.menu()])


@pytest.mark.parametrize("key", ENTER)
def test_a_recent_article_opens_by_enter(qtbot, opened, settle, story, key):
    opened.session.close_current()
    row = next(each for each in opened.welcome.findChildren(QAbstractButton) if getattr(each, "path", "") == str(story))
    row.setFocus()
    qtbot.keyClick(row, key)
    settle()
    assert opened.session.current.path == story
