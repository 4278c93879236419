from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from nutgraf.gui.actions import COMMANDS, Actions, key_table


@pytest.fixture
def actions(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = Actions(window)
    made.window_for_test = window
    return made


def test_no_key_is_bound_twice():
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows():
    for command in COMMANDS:
        for key in command.keys:
            assert QKeySequence(key).count() == 1, key
            assert "Unknown" not in QKeySequence(key).toString()
            assert QKeySequence(key).toString(), key


def test_names_and_words_are_used_once():
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert len({command.words for command in COMMANDS}) == len(COMMANDS)


def test_commands_of_a_group_stand_together():
    groups = [command.group for command in COMMANDS]
    changes = sum(before != after for before, after in pairwise(groups))
    assert changes == len(set(groups)) - 1


def test_the_table_of_keys_lists_every_command_that_has_keys():
    rows = key_table()
    assert [words for _, _, words in rows] == [command.words.rstrip("…") for command in COMMANDS if command.keys]
    assert all(keys for _, keys, _ in rows)


def test_every_command_is_an_action_of_the_window(actions):
    assert [each.objectName() for each in actions.window_for_test.actions()] == [command.name for command in COMMANDS]
    for command in COMMANDS:
        assert actions[command.name].text() == command.words
        assert actions[command.name].isCheckable() is command.checkable
        assert len(actions[command.name].shortcuts()) == len(command.keys)


def test_a_command_does_what_it_is_connected_to(actions):
    done = []
    actions.on("open", lambda: done.append("open"))
    actions.on_toggled("people", lambda shown: done.append(f"people {shown}"))
    actions["open"].trigger()
    actions["people"].trigger()
    actions["people"].trigger()
    assert done == ["open", "people True", "people False"]


def test_a_switch_that_the_program_sets_does_not_count_as_the_readers(actions):
    done = []
    actions.on_toggled("people", lambda shown: done.append(f"people {shown}"))
    actions["people"].setChecked(True)
    assert done == []


def test_commands_that_cannot_be_given_are_not(actions):
    done = []
    actions.on("copy", lambda: done.append(True))
    actions.enable(("copy", "find"), enabled=False)
    actions["copy"].trigger()
    assert done == []
    assert not actions["find"].isEnabled()
    assert actions["open"].isEnabled()
