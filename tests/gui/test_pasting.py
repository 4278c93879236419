from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from nutgraf.errors import ExportError
from nutgraf.gui import commands
from nutgraf.gui.pasting import keep

WORDS = "The mill is old.\n\nIts wheel turns. The river runs high. The flour is fine. The miller sleeps."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tmp_path / "data" / "pasted"
    monkeypatch.setattr(commands, "pasted_folder", lambda: made)
    return made


def copy(*, text="", files=()):
    copied = QMimeData()
    if text:
        copied.setText(text)
    if files:
        copied.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QApplication.clipboard().setMimeData(copied)


def test_words_are_kept_once_and_called_by_their_first_line(folder):
    first = keep(WORDS, folder)
    assert first == folder / "the-mill-is-old.txt"
    assert first.read_bytes().decode() == WORDS
    assert keep(WORDS, folder) == first
    other = keep(WORDS + " He snores.", folder)
    assert other == folder / "the-mill-is-old-2.txt"
    assert len(list(folder.iterdir())) == 2


def test_what_cannot_be_kept_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="could not be kept"):
        keep(WORDS, tmp_path / "file")


def test_copied_words_become_an_article(window, settle, folder):
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    assert str(folder / "the-mill-is-old.txt") in window.messages.words
    settle()
    assert "Its wheel turns." in window.page.view.article.text


def test_copied_files_are_opened_where_they_are(window, settle, folder, story):
    copy(text=str(story), files=[story])
    window.actions_["paste"].trigger()
    settle()
    assert window.session.current.path == story
    assert not folder.exists()


def test_an_empty_clipboard_opens_nothing_and_says_so(window, folder):
    copy()
    window.actions_["paste"].trigger()
    assert window.session.current is None
    assert "first" in window.messages.words


def test_words_that_cannot_be_kept_are_said_not_to_be(window, folder):
    folder.parent.write_text("in the way")
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    assert "could not be kept" in window.messages.words
    assert window.session.current is None
