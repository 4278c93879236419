from __future__ import annotations

import json

import pytest

from nutgraf.gui.main_window import MainWindow
from nutgraf.gui.window_state import remember
from nutgraf.settings import WINDOW


@pytest.fixture
def make(qtbot, settings, appearance):
    def make_window():
        window = MainWindow(settings, appearance)
        qtbot.addWidget(window)
        return window

    return make_window


def test_a_first_start_has_the_default_size(make):
    assert make().size() == MainWindow.DEFAULT_SIZE


def test_size_panels_and_their_share_are_there_the_next_time(qtbot, make, story):
    first = make()
    first.show()
    first.open_files([story])
    qtbot.waitUntil(lambda: first.summary is not None)
    first.resize(760, 600)
    first.splitter.setSizes([320, 440])
    first.left.set_share(0.4)
    remember(first)
    second = make()
    second.show()
    second.open_files([story])
    qtbot.waitUntil(lambda: second.summary is not None)
    assert (second.width(), second.height()) == (760, 600)
    assert second.splitter.sizes() == first.splitter.sizes()
    assert second.left.share == 0.4


def test_a_panel_that_was_hidden_stays_hidden_and_keeps_its_width(qtbot, make, story):
    first = make()
    first.show()
    first.open_files([story])
    qtbot.waitUntil(lambda: first.summary is not None)
    first.resize(780, 600)
    first.splitter.setSizes([360, 420])
    remember(first)
    first.actions_["panel"].trigger()
    assert not first.left.isVisible()
    remember(first)
    second = make()
    second.show()
    second.open_files([story])
    qtbot.waitUntil(lambda: second.summary is not None)
    assert not second.left.isVisible()
    second.actions_["panel"].trigger()
    assert second.left.isVisible()
    qtbot.waitUntil(lambda: abs(second.left.width() - 360) <= 3)


GARBAGE = [
    "",
    "{",
    "null",
    "[]",
    '"x"',
    "[" * 100_000,
    '{"geometry": "AAAA", "columns": [1], "share": "x", "panel": 3}',
    '{"geometry": "\\ud800", "columns": ["a", "b"], "share": null}',
    '{"geometry": 7, "columns": [-5, -9], "share": -3.5}',
    '{"columns": [99999999999999999999, 1]}',
    '{"columns": [true, false], "share": NaN}',
    '{"share": Infinity}',
    '{"share": 1e300}',
    '{"columns": {"a": 1}, "share": true}',
]


@pytest.mark.parametrize("kept", GARBAGE, ids=range(len(GARBAGE)))
def test_what_is_no_longer_understood_gives_the_default(qtbot, make, settings, kept):
    settings.set(WINDOW, kept)
    window = make()
    window.show()
    qtbot.waitExposed(window)
    assert window.size() == MainWindow.DEFAULT_SIZE
    assert window.left.share is None or 0 <= window.left.share <= 1
    remember(window)
    assert isinstance(json.loads(settings.text(WINDOW)), dict)


def test_a_window_that_was_left_full_screen_leaves_it_at_the_first_press_of_the_key(qtbot, make):
    first = make()
    first.show()
    first.actions_["full_screen"].trigger()
    qtbot.waitUntil(first.isFullScreen)
    first.close()
    again = make()
    again.show()
    qtbot.waitUntil(again.isFullScreen)
    assert again.actions_["full_screen"].isChecked()
    again.actions_["full_screen"].trigger()
    qtbot.waitUntil(lambda: not again.isFullScreen())
