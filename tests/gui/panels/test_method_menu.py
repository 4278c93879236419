"""How a method's row in the menu looks and is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from nutgraf.gui.method_menu import MARK, PADDING, MethodRow


@pytest.fixture
def ground(qtbot):
    """What the row lies on, and lives as long as."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def row(qtbot, light, ground):
    made = MethodRow(light, "News", "Serves news and most articles.", ground)
    made.resize(made.sizeHint())
    ground.show()
    qtbot.waitExposed(ground)
    return made


def test_a_dot_marks_the_method_at_work_and_no_other(row, light):
    def dot():
        image = row.grab().toImage()
        middle = PADDING + QFontMetrics(light.interface_font()).height() // 2
        return image.pixelColor(MARK // 2 + 1, middle).name() == light.theme.accent.name()

    assert not dot()
    row.setChecked(True)
    assert dot()


def test_what_a_method_does_now_is_said_after_when_it_serves(row):
    height = row.sizeHint().height()
    row.set_now("Now it takes Long read, for the article is long; " * 4)
    assert row.accessibleName() == "News"
    assert row.accessibleDescription().startswith("Serves news and most articles. Now it takes Long read")
    assert row.sizeHint().height() > height


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_choose(qtbot, row, key):
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, key)


def test_the_arrows_are_the_menus(qtbot, row):
    clicked = []
    row.clicked.connect(clicked.append)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert not clicked
