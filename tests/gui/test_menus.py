from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from nutgraf.gui.actions import COMMANDS
from nutgraf.gui.main_window import MainWindow
from nutgraf.gui.menus import fill_article_menu
from nutgraf.gui.reading import Reading
from nutgraf.text.span import Span


@pytest.fixture
def opened(qtbot, settings, appearance, story):
    window = MainWindow(settings, appearance)
    qtbot.addWidget(window)
    window.show()
    window.open_files([story])
    qtbot.waitUntil(lambda: window.summary is not None and not window.session.jobs.busy)
    return window


@pytest.fixture
def entries(opened):
    """What the menu of a place holds, by its words."""
    menu = QMenu(opened)

    def fill(offset):
        menu.clear()
        fill_article_menu(menu, opened, offset)
        return {action.text(): action for action in menu.actions() if action.text()}

    return fill


def offset_of(window, words):
    return window.page.view.article.text.index(words)


def test_a_name_can_be_copied_and_followed(opened, entries):
    entity = opened.session.current.entities[0]
    found = entries(entity.mentions[0].span.start)
    assert {"Copy name", "Next mention of the chosen name"} <= set(found)
    found["Copy name"].trigger()
    assert QApplication.clipboard().text() == entity.name
    assert opened.left.names.list.painter_of_rows.chosen is entity


def test_a_selection_can_be_copied_with_its_source(opened, entries):
    start = offset_of(opened, "the work would begin")
    assert "Copy" not in entries(start)
    opened.page.view.select(Span(start, start + 8))
    assert {"Copy", "Copy with source", "Find…"} <= set(entries(start))


def test_a_paragraph_can_be_folded_as_furniture(qtbot, opened, entries):
    index = opened.page.view.block_at(offset_of(opened, "Critics say"))
    entries(offset_of(opened, "Critics say"))["Fold this as page furniture"].trigger()
    assert opened.session.current.article.blocks[index].furniture
    qtbot.waitUntil(lambda: not opened.session.jobs.busy)


def test_a_wrong_fold_can_be_given_back_to_the_article(qtbot, opened, entries):
    offset = offset_of(opened, "Also read")
    opened.page.view.open_all_folds(is_open=True)
    entries(offset)["This belongs to the article"].trigger()
    assert not any(block.furniture for block in opened.session.current.article.blocks)
    qtbot.waitUntil(lambda: not opened.session.jobs.busy)


def test_beside_the_words_there_is_what_fits_any_place(opened, entries):
    assert set(entries(-1)) == {"Select all", "Show page furniture"}


def articles_in_main_menu(window):
    """What the main menu's part of articles lists below its commands."""
    part = next(each.menu() for each in window.top.menu.menu().actions() if each.text() == "Articles")
    part.aboutToShow.emit()
    commands = set(window.findChildren(QAction))
    names = {command.words for command in COMMANDS}
    return [each for each in part.actions() if each.text() and each.text() not in names and each in commands]


def test_several_open_articles_are_listed_and_can_be_gone_to(qtbot, opened, story, other):
    assert articles_in_main_menu(opened) == []
    opened.open_files([other])
    qtbot.waitUntil(lambda: not opened.session.jobs.busy)
    listed = articles_in_main_menu(opened)
    assert [each.text() for each in listed] == ["The old mill at Holm will open again", "About the river"]
    assert [each.isChecked() for each in listed] == [False, True]
    listed[0].trigger()
    assert opened.session.current.path == story
    assert [each.isChecked() for each in articles_in_main_menu(opened)] == [True, False]
    opened.session.close_current()
    assert articles_in_main_menu(opened) == []


def test_a_closed_article_is_let_go_of(qtbot, opened, story, other):
    def settle():
        qtbot.waitUntil(lambda: not opened.session.jobs.busy)

    index = next(n for n, block in enumerate(opened.session.current.article.blocks) if block.furniture)
    opened.session.refold({index: False})
    settle()
    opened.open_files([other])
    settle()
    articles_in_main_menu(opened)
    opened.actions_["back"].trigger()
    settle()
    opened.session.close_current()
    settle()
    articles_in_main_menu(opened)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    alive = {each.path for each in gc.get_objects() if isinstance(each, Reading)}
    assert other in alive
    assert story not in alive
