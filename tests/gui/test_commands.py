from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from nutgraf import names
from nutgraf.gui.actions import COMMANDS, key_table
from nutgraf.gui.commands import RECENT_KEPT
from nutgraf.gui.keys_dialog import KeysDialog
from nutgraf.gui.settings_dialog import SettingsDialog
from nutgraf.gui.type_popover import TypePopover
from nutgraf.names import ENGINES
from nutgraf.settings import ENGINE, RECENT, THEME, ZOOM
from nutgraf.text.link import parse_link
from nutgraf.text.span import Span


def give(window, name):
    assert window.actions_[name].isEnabled(), name
    window.actions_[name].trigger()


def clipboard():
    return QApplication.clipboard().text()


def test_every_command_does_something(window):
    unheard = [
        command.name
        for command in COMMANDS
        if not window.actions_[command.name].receivers("2triggered(bool)")
        and not window.actions_[command.name].receivers("2triggered()")
    ]
    assert unheard == []


# --- files -----------------------------------------------------------------------------------------------------------


def test_files_are_chosen_in_a_dialog_that_knows_what_can_be_read(window, settle, story, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text("Another article stands here.")
    asked = []

    def ask(parent, title, folder, kinds):
        asked.append((folder, kinds))
        return [str(story), str(other)], kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    give(window, "open")
    settle()
    assert [reading.path for reading in window.session.readings] == [story, other]
    give(window, "open")
    assert asked[1][0] == str(story.parent)
    for ending in ("*.txt", "*.md", "*.html"):
        assert ending in asked[0][1]


def test_a_dialog_that_is_closed_opens_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    give(window, "open")
    assert window.session.readings == []


def test_the_sample_can_be_read(window, settle):
    give(window, "sample")
    settle()
    assert window.pages.currentWidget() is window.page
    assert window.summary is not None


def test_recent_files_are_in_the_menu_and_can_be_forgotten(opened, settle, story, tmp_path):
    strange = tmp_path / "R&D <b>notes<b>.txt"
    strange.write_text("The mill turns. It is old.")
    opened.open_files([strange])
    settle()
    opened.top.recent.aboutToShow.emit()
    names = [action.text() for action in opened.top.recent.actions()]
    assert names[:2] == ["R&&D <b>notes<b>.txt", "mill.txt"]
    opened.top.recent.actions()[1].trigger()
    settle()
    assert opened.session.current.path == story
    opened.top.recent.actions()[-1].trigger()
    assert opened.settings.list(RECENT) == ()
    opened.top.recent.aboutToShow.emit()
    assert [action.isEnabled() for action in opened.top.recent.actions()] == [False]


def test_only_the_latest_files_are_kept(window, tmp_path):
    for number in range(RECENT_KEPT + 5):
        window.commands.note_recent(tmp_path / f"{number}.txt")
    kept = window.settings.list(RECENT)
    assert len(kept) == RECENT_KEPT
    assert kept[0].endswith(f"{RECENT_KEPT + 4}.txt")


def test_an_export_is_written_and_copied(opened, tmp_path, monkeypatch):
    target = tmp_path / "mill.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    give(opened, "export_markdown")
    text = target.read_text(encoding="utf-8")
    assert text.startswith("---\n")
    assert str(target) in opened.messages.words
    give(opened, "copy_markdown")
    assert clipboard().startswith("---\n")


# --- copying ---------------------------------------------------------------------------------------------------------


def test_what_is_selected_is_copied(opened):
    start = opened.page.view.article.text.index("Maria Lind")
    opened.page.view.select(Span(start, start + 10))
    give(opened, "copy")
    assert clipboard() == "Maria Lind"
    give(opened, "copy_source")
    words, source, link = clipboard().split("\n")
    assert words == "“Maria Lind”"
    assert "mill.txt" in source
    assert parse_link(link) == (opened.session.current.path, Span(start, start + 10))


def test_without_a_selection_the_chosen_sentence_is_copied(opened):
    give(opened, "next_sentence")
    span = opened.session.current.sentences[opened.summary.sentences[0]].span
    give(opened, "copy")
    assert clipboard() == span.of(opened.page.view.article.text)
    give(opened, "copy_source")
    assert parse_link(clipboard().split("\n")[-1])[1] == span


def test_everything_is_selected_without_what_is_folded(opened):
    give(opened, "select_all")
    give(opened, "copy")
    assert "Also read" not in clipboard()
    assert clipboard().startswith("The old mill at Holm will open again\n\n")


# --- folds -----------------------------------------------------------------------------------------------------------


def folded(opened):
    return [index for index, block in enumerate(opened.session.current.article.blocks) if block.furniture]


@pytest.mark.parametrize("last_letters", [0, 1])
def test_every_block_in_which_something_is_selected_is_folded(opened, settle, last_letters):
    blocks, before = opened.session.current.article.blocks, folded(opened)
    first = next(index for index in range(len(blocks)) if not {index, index + 1} & set(before))
    opened.page.view.select(Span(blocks[first].span.start + 1, blocks[first + 1].span.start + last_letters))
    give(opened, "fold")
    settle()
    assert set(folded(opened)) - set(before) == ({first, first + 1} if last_letters else {first})


def test_without_a_selection_the_block_that_is_read_is_folded_and_kept(opened, settle):
    before, read = folded(opened), opened.page.view.block_being_read()
    assert read not in before
    give(opened, "fold")
    settle()
    assert sorted({*before, read}) == folded(opened)
    assert opened.page.view.block_being_read() != read
    opened.page.view.select(opened.session.current.article.blocks[read].span)
    give(opened, "keep")
    settle()
    assert folded(opened) == before


# --- the look --------------------------------------------------------------------------------------------------------


def test_colours_go_round(window, settings):
    settings.set(THEME, "light")
    seen = []
    for _ in range(3):
        QApplication.processEvents()
        give(window, "next_theme")
        seen.append(settings.text(THEME))
    assert seen == ["sepia", "dark", "light"]


def test_zoom_has_its_bounds_and_comes_back(window, settings):
    for _ in range(40):
        give(window, "zoom_in")
    assert settings.number(ZOOM) == 300
    for _ in range(40):
        give(window, "zoom_out")
    assert settings.number(ZOOM) == 50
    give(window, "zoom_reset")
    assert settings.number(ZOOM) == 100


def test_the_left_column_is_hidden_and_shown(opened):
    give(opened, "panel")
    assert not opened.left.isVisible()
    give(opened, "panel")
    assert opened.left.isVisible()


def test_panes_take_the_focus_in_turn(qtbot, opened):
    opened.activateWindow()
    panes = [opened.left.summary.list, opened.left.names.list, opened.page.view]
    opened.page.view.setFocus()
    reached = []
    for _ in range(3):
        give(opened, "next_pane")
        reached.append(next(pane for pane in panes if pane.hasFocus()))
    assert reached == panes


def test_text_can_be_read_with_a_text_cursor(opened):
    give(opened, "caret")
    assert opened.page.view.caret_browsing
    give(opened, "caret")
    assert not opened.page.view.caret_browsing


# --- finding ---------------------------------------------------------------------------------------------------------


def test_words_are_found_and_gone_through_by_keys(qtbot, opened):
    give(opened, "find")
    assert opened.page.find_bar.isVisible()
    qtbot.keyClicks(opened.page.find_bar.field, "mill")
    count = opened.page.view.article.text.lower().count("mill")
    assert count > 2
    assert len(opened.page.view.highlights.found) == count
    give(opened, "find_next")
    give(opened, "find_next")
    assert opened.page.view.highlights.current_found == 2
    give(opened, "find_previous")
    assert opened.page.view.highlights.current_found == 1


# --- dialogs ---------------------------------------------------------------------------------------------------------


def test_f1_shows_every_command_that_has_keys(window, monkeypatch):
    shown = []

    def show(dialog):
        from PySide6.QtWidgets import QLabel

        shown.append({label.text() for label in dialog.findChildren(QLabel)})

    monkeypatch.setattr(KeysDialog, "exec", show)
    give(window, "keys")
    for _, keys, words in key_table():
        assert {keys, words} <= shown[0]


def test_about_says_version_and_that_nothing_is_sent(window, monkeypatch):
    from nutgraf import __version__

    shown = []
    monkeypatch.setattr(QMessageBox, "about", lambda parent, title, words: shown.append(words))
    give(window, "about")
    assert __version__ in shown[0]
    assert "nothing is ever sent" in shown[0]


def test_about_says_which_engine_finds_the_names(window, monkeypatch):
    shown = []
    monkeypatch.setattr(QMessageBox, "about", lambda parent, title, words: shown.append(words))
    for engine in ENGINES:
        window.settings.set(ENGINE, engine.name)
        give(window, "about")
        assert names.engine(engine.name).title in shown[-1]


@pytest.mark.parametrize(("name", "kind"), [("keys", KeysDialog), ("settings", SettingsDialog)])
def test_a_dialog_that_is_closed_is_let_go(qtbot, window, monkeypatch, name, kind):
    monkeypatch.setattr(QDialog, "exec", lambda dialog: 0)
    for _ in range(3):
        give(window, name)
    qtbot.waitUntil(lambda: window.findChildren(kind) == [])


def test_the_panel_of_type_opens_at_its_button_and_is_let_go(qtbot, window):
    for _ in range(2):
        window.top.type.click()
        (popover,) = window.findChildren(TypePopover)
        assert popover.isVisible()
        popover.close()
        qtbot.waitUntil(lambda: window.findChildren(TypePopover) == [])


def test_the_main_menu_holds_every_command(window):
    listed = [action for part in window.top.menu.menu().actions() for action in part.menu().actions()]
    assert [action.objectName() for action in listed] == [command.name for command in COMMANDS]


def test_a_key_gives_its_command(qtbot, opened):
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.find_bar.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert len(opened.summary.sentences) == 4


@pytest.mark.parametrize(("there", "back"), [("Ctrl+Tab", "Ctrl+Shift+Tab"), ("Ctrl+PgDown", "Ctrl+PgUp")])
def test_keys_that_browsers_have_go_from_article_to_article_too(opened, settle, there, back):
    shortcuts = {name: [each.toString() for each in opened.actions_[name].shortcuts()] for name in ("forward", "back")}
    assert there in shortcuts["forward"]
    assert back in shortcuts["back"]


def test_words_with_white_space_around_are_copied_with_source_without_it(opened, settle):
    text = opened.session.current.article.text
    at = text.index(" the mayor, ")
    opened.page.view.select(Span(at, at + len(" the mayor, ")))
    give(opened, "copy_source")
    assert clipboard().startswith("“the mayor,”\n— ")


def test_a_long_name_does_not_make_the_menu_of_recent_articles_wide(window, tmp_path):
    window.commands.note_recent(tmp_path / f"{'a' * 240}.txt")
    window.top.recent.aboutToShow.emit()
    [entry] = window.top.recent.actions()[:1]
    assert entry.text().endswith("a.txt")
    assert window.top.recent.sizeHint().width() < 500
    assert entry.toolTip() == str(tmp_path / f"{'a' * 240}.txt")
