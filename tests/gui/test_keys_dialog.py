from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nutgraf.gui.keys_dialog import KeysDialog, _halves

KEYS = (("Text", "Ctrl+F", "Find"), ("Text", "F3", "Next result"), ("View", "F11", "Full screen"))


def test_every_key_is_shown_under_its_group(qtbot):
    dialog = KeysDialog(KEYS)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"TEXT", "VIEW", "Ctrl+F", "Find", "F3", "Next result", "F11", "Full screen"} == set(shown)
    rows = {label.text(): label.mapTo(dialog, label.rect().center()).y() for label in dialog.findChildren(QLabel)}
    assert rows["TEXT"] < rows["Ctrl+F"] < rows["F3"]
    assert abs(rows["F11"] - rows["Full screen"]) <= 2


def test_escape_closes_it(qtbot):
    dialog = KeysDialog(KEYS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_two_rows_with_the_same_keys_are_both_shown(qtbot):
    dialog = KeysDialog((("Text", "Enter", "Open the link"), ("Text", "Enter", "Next result")))
    qtbot.addWidget(dialog)
    assert [label.text() for label in dialog.findChildren(QLabel)].count("Enter") == 2


def test_the_columns_share_the_groups_without_losing_any():
    groups = [(name, [(name, "x", "y")] * count) for name, count in (("a", 1), ("b", 9), ("c", 2), ("d", 3))]
    left, right = _halves(groups)
    assert left + right == groups
    assert left
    assert right
    assert _halves([]) == ([], [])


def test_the_higher_column_is_as_low_as_can_be():
    groups = [(str(number), [("x", "y", "z")] * count) for number, count in enumerate((6, 2, 7, 8, 6, 1, 5, 8, 2))]
    left, _ = _halves(groups)
    assert [name for name, _ in left] == ["0", "1", "2", "3"]
