from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from nutgraf.gui.actions import Actions
from nutgraf.gui.top_bar import TopBar


@pytest.fixture
def bar(qtbot, appearance):
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    made = TopBar(appearance, actions, QMenu(window))
    made.setParent(window)
    made.actions_for_test = actions
    made.window_for_test = window
    window.resize(1200, 100)
    made.resize(1200, 48)
    window.show()
    qtbot.waitExposed(window)
    return made


def title(bar):
    return next(label for label in bar.findChildren(QLabel) if label.objectName() == "articleTitle")


def test_markup_in_a_title_is_shown_as_plain_text(bar):
    bar.set_title("<b>A</b> <img src='file:///x'> & so on")
    assert title(bar).textFormat() is Qt.TextFormat.PlainText
    assert title(bar).text() == "<b>A</b> <img src='file:///x'> & so on"


def test_markup_in_a_title_is_not_followed_in_its_tool_tip(bar):
    bar.set_title("<img src='file:///x'> & so on")
    assert title(bar).toolTip() == "<qt>&lt;img src=&#x27;file:///x&#x27;&gt; &amp; so on</qt>"
    bar.set_title("")
    assert title(bar).toolTip() == ""


def test_a_long_title_is_cut_and_grows_with_the_window(bar):
    long = "A title that goes on and on " * 10
    bar.set_title(long)
    short = title(bar).text()
    assert short.endswith("…")
    bar.resize(1900, 48)
    assert len(title(bar).text()) > len(short)


@pytest.mark.parametrize(
    ("button", "command"),
    [
        ("open", "open"),
        ("back", "back"),
        ("forward", "forward"),
        ("find_button", "find"),
        ("export", "export_markdown"),
    ],
)
def test_a_button_gives_its_command_and_is_enabled_with_it(qtbot, bar, button, command):
    action: QAction = bar.actions_for_test[command]
    with qtbot.waitSignal(action.triggered):
        getattr(bar, button).click()
    action.setEnabled(False)
    assert not getattr(bar, button).isEnabled()


def test_every_button_has_a_name_and_a_tip(bar):
    for button in bar.findChildren(QToolButton):
        assert button.accessibleName(), button.text()
        assert button.toolTip(), button.text()


def test_the_export_button_offers_every_way_to_export(bar):
    assert [action.objectName() for action in bar.export.menu().actions()] == [
        "export_markdown",
        "copy_markdown",
        "export_html",
        "export_json",
        "print",
    ]
