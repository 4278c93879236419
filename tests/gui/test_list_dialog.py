"""The reader's own lists, edited as text."""

from __future__ import annotations

import pytest

from nutgraf.gui.list_dialog import ListDialog
from nutgraf.names.rules_file import rules_file
from nutgraf.names.watch_file import watch_file


@pytest.fixture(params=[rules_file, watch_file], ids=["names", "watch"])
def file(request, tmp_path):
    return request.param(tmp_path)


@pytest.fixture
def dialog(qtbot, file):
    made = ListDialog(file)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_file_begins_with_what_it_is_for(dialog, file):
    assert dialog.editor.toPlainText().startswith("# ")
    assert not dialog.complaints.isVisible()
    assert str(file.file) in dialog.place.text()
    assert not file.file.exists()


def test_what_is_not_understood_is_said_as_it_is_typed(dialog, file):
    dialog.editor.setPlainText("= = =\n" * 5)
    assert dialog.complaints.isVisible()
    assert dialog.complaints.text().splitlines()[0].startswith(f"Line 1 of “{file.file.name}” was not understood")
    assert dialog.complaints.text().splitlines()[-1] == "and 2 more"
    dialog.editor.setPlainText("# nothing\n")
    assert not dialog.complaints.isVisible()


def test_every_line_is_kept_as_it_was_written(dialog, file):
    text = "# mine\n\n“Lind” is a person   # a remark\nwhat is this\n"
    dialog.editor.setPlainText(text.rstrip("\n"))
    dialog._save()
    assert dialog.result() == ListDialog.DialogCode.Accepted
    assert file.file.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_said_and_the_text_stays(dialog, file):
    file.file.mkdir()
    dialog.editor.setPlainText("Lind\n")
    dialog._save()
    assert dialog.isVisible()
    assert "could not be changed" in dialog.complaints.text()
