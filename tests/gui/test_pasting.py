from __future__ import annotations

import os
import time

import pytest
from PySide6.QtCore import QMimeData, QThread, QUrl
from PySide6.QtWidgets import QApplication

from nutgraf.gui import pasting
from nutgraf.gui.pasted_texts import DAY, keep
from nutgraf.settings import PASTED

WORDS = "The mill is old.\n\nIts wheel turns. The river runs high. The flour is fine. The miller sleeps."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tmp_path / "data" / "pasted"
    monkeypatch.setattr(pasting, "pasted_folder", lambda: made)
    return made


def copy(*, text="", files=()):
    copied = QMimeData()
    if text:
        copied.setText(text)
    if files:
        copied.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QApplication.clipboard().setMimeData(copied)


def test_copied_words_become_an_article(window, settle, folder):
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    settle()
    kept = f"What you pasted is kept as {folder / 'the-mill-is-old.txt'}, until nobody has opened it for 90 days."
    assert window.messages.words == kept
    assert "Its wheel turns." in window.page.view.article.text


def test_texts_that_are_pasted_at_once_are_all_kept_and_opened(window, settle, folder):
    for ending in ("One.", "Two."):
        copy(text=f"{WORDS} {ending}")
        window.actions_["paste"].trigger()
    settle()
    assert {reading.path for reading in window.session.readings} == set(folder.glob("*.txt"))
    assert sorted(path.read_text()[-4:] for path in folder.glob("*.txt")) == ["One.", "Two."]


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


def test_words_that_cannot_be_kept_are_said_not_to_be(window, settle, folder):
    folder.parent.write_text("in the way")
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    settle()
    assert "could not be kept" in window.messages.words
    assert window.session.current is None


def test_the_window_waits_for_no_disk_while_words_are_written(window, settle, folder, monkeypatch):
    threads = []

    def slow(text, where):
        threads.append(QThread.isMainThread())
        return keep(text, where)

    monkeypatch.setattr(pasting, "keep", slow)
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    settle()
    assert threads == [False]
    assert window.page.view.article


def aged(folder, name, days):
    file = keep(f"{name}\n\nIts wheel turns. The river runs high.", folder)
    os.utime(file, (time.time() - days * DAY,) * 2)
    return file


def test_what_nobody_has_opened_for_long_is_deleted_when_something_is_pasted(window, settle, folder):
    old, young = aged(folder, "Old", 91), aged(folder, "Young", 89)
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    settle()
    assert not old.exists()
    assert young.exists()
    assert (folder / "the-mill-is-old.txt").exists()


@pytest.mark.parametrize(("chosen", "left"), [("30", []), ("365", ["old.txt"]), ("always", ["old.txt"])])
def test_the_reader_says_how_long_pasted_texts_are_kept(window, settle, folder, chosen, left):
    window.settings.set(PASTED, chosen)
    aged(folder, "Old", 91)
    window.commands.pasting.clear_old()
    settle()
    assert [file.name for file in folder.iterdir()] == left


def test_opening_a_pasted_text_keeps_it_as_long_again(window, settle, folder):
    file = aged(folder, "Old", 89)
    window.open_files([file])
    settle()
    assert time.time() - file.stat().st_mtime < DAY


def test_an_old_text_that_is_open_is_not_deleted(window, settle, folder):
    file = aged(folder, "Old", 91)
    window.open_files([file])
    window.commands.pasting.clear_old()
    settle()
    assert file.exists()


def test_how_long_is_said_as_the_setting_has_it(window, settle, folder):
    window.settings.set(PASTED, "always")
    copy(text=WORDS)
    window.actions_["paste"].trigger()
    settle()
    assert window.messages.words == f"What you pasted is kept as {folder / 'the-mill-is-old.txt'}."


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", " http://example.org\n", "www.example.org/mill"])
def test_an_address_on_the_web_is_no_article_and_is_not_followed(window, settle, folder, address):
    copy(text=address)
    window.actions_["paste"].trigger()
    settle()
    assert window.messages.words.startswith("This is an address on the web, and Nutgraf loads nothing from there.")
    assert window.session.current is None
    assert not folder.exists()
