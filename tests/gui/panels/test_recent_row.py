"""How the row of a file opened before looks."""

from __future__ import annotations

import pytest

from nutgraf.gui.recent_row import RecentRow


@pytest.fixture
def row(qtbot, light):
    made = RecentRow(light, "/articles/wall.txt")
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    return made


def colours(widget, at=None):
    image = widget.grab().toImage()
    places = at or [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(*place).name() for place in places}


def test_the_row_that_the_keyboard_is_on_has_a_ring(row, light, qtbot):
    accent, middle = light.theme.accent.name(), row.height() // 2
    row.clearFocus()
    assert accent not in colours(row)
    row.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    assert accent in colours(row, [(x, middle) for x in range(3)])
    assert accent in colours(row, [(150, y) for y in range(3)])


def test_a_file_that_is_gone_is_said_to_be_and_painted_muted(row, light):
    assert (row.accessibleName(), row.accessibleDescription()) == ("wall.txt", "/articles")
    words = [(x, y) for x in range(36, 120) for y in range(6, row.height() // 2)]
    assert light.theme.text.name() in colours(row, words)
    row.setEnabled(False)
    assert row.accessibleDescription() == "No longer in /articles"
    assert light.theme.text.name() not in colours(row, words)
