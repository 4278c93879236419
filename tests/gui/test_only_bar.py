"""Showing only the sentences with one name, and all again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from nutgraf.gui.menus import fill_article_menu
from nutgraf.settings import NAMES_ORDER, THEME


@pytest.fixture
def narrowed(opened):
    """The window with only the sentences that name the mayor."""
    opened.resize(800, 420)
    entity = next(each for each in opened.session.current.entities if each.name == "Maria Lind")
    opened.names_desk.choose_at(entity.mentions[0].span.start)
    opened.actions_["only_sentences"].trigger()
    return opened


def in_sight(window):
    article, hidden = window.page.view.article, window.page.view.folding.hidden
    return [block.span.of(article.text) for n, block in enumerate(article.blocks) if n not in hidden]


def dim_colours(window):
    selections = window.page.view.extraSelections()
    forms = [selection.format for selection in selections]
    return {form.foreground().color().name() for form in forms}


def said(window):
    bar = window.page.only
    return " ".join(label.text() for label in bar.findChildren(QLabel)) if bar.isVisible() else ""


def test_only_paragraphs_with_the_name_stay_and_the_bar_says_so(narrowed):
    shown = in_sight(narrowed)
    assert len(shown) == 3
    assert all("Lind" in words for words in shown[1:])
    assert shown[0] == narrowed.page.view.article.meta.title
    count = len(narrowed.session.current.sentences)
    assert said(narrowed) == f"Only sentences with Maria Lind · 2 of {count}"
    assert narrowed.actions_["only_sentences"].isChecked()


def test_the_other_sentences_of_a_paragraph_stand_back(narrowed):
    view = narrowed.page.view
    dimmed = [each.cursor.selectedText().strip() for each in view.extraSelections()]
    assert any(words.startswith("Stonecraft Ltd.") for words in dimmed)
    assert not any("Lind" in words for words in dimmed)
    assert dim_colours(narrowed) == {narrowed.appearance.theme.muted.name()}


@pytest.mark.parametrize("way", ["key", "button", "escape in the text", "escape in the list"])
def test_all_is_shown_again_where_the_reader_was(qtbot, opened, way):
    opened.resize(800, 420)
    view, bar = opened.page.view, opened.page.view.verticalScrollBar()
    before = in_sight(opened)
    entity = next(each for each in opened.session.current.entities if each.name == "Maria Lind")
    opened.names_desk.choose_at(entity.mentions[0].span.start)
    bar.setValue(bar.maximum() // 2)
    place = view.place()
    opened.actions_["only_sentences"].trigger()
    assert in_sight(opened) != before
    if way == "key":
        opened.actions_["only_sentences"].trigger()
    elif way == "button":
        qtbot.mouseClick(opened.page.only._all, Qt.MouseButton.LeftButton)
    elif way == "escape in the text":
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    else:
        qtbot.keyClick(opened.left.names.list, Qt.Key.Key_Escape)
    assert in_sight(opened) == before
    assert view.place() == place
    assert said(opened) == ""
    assert view.extraSelections() == []
    assert not opened.actions_["only_sentences"].isChecked()


def test_who_has_read_on_stays_there(narrowed):
    view = narrowed.page.view
    last = view.article.blocks[-1].span
    gap = view.folding.excerpt.gaps[-1]
    view.open_gap(gap)
    view.reveal(last, flash=False)
    place = view.place()
    assert place > 0
    narrowed.page.only.end()
    assert view.place() == place


def test_a_gap_opens_at_a_click(qtbot, narrowed):
    view = narrowed.page.view
    view.viewport().grab()
    rect = next(rect for rect, what in view._targets if callable(what) and view.rect().contains(rect.toRect()))
    hidden = len(view.folding.hidden)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert len(view.folding.hidden) < hidden
    assert said(narrowed)


def test_a_place_that_is_left_out_comes_in_sight_when_it_is_asked_for(narrowed):
    text = narrowed.page.view.article.text
    sentence = next(each for each in narrowed.session.current.sentences if "Peter Holt" in each.span.of(text))
    assert sentence.block in narrowed.page.view.folding.hidden
    narrowed.go_to_sentence(sentence.index)
    assert sentence.block not in narrowed.page.view.folding.hidden


def test_furniture_that_is_asked_for_ends_it(narrowed):
    article = narrowed.page.view.article
    index = next(n for n, block in enumerate(article.blocks) if block.furniture)
    narrowed.page.view.reveal(article.blocks[index].span)
    assert index not in narrowed.page.view.folding.hidden
    assert said(narrowed) == ""
    assert not narrowed.actions_["only_sentences"].isChecked()


def test_another_name_that_is_chosen_takes_its_place(narrowed):
    other = next(each for each in narrowed.session.current.entities if each.name == "Peter Holt")
    narrowed.left.names.step(1)
    narrowed.names_desk.choose_at(other.mentions[0].span.start)
    assert said(narrowed).startswith("Only sentences with Peter Holt · 1 of")
    assert any("Peter Holt" in words for words in in_sight(narrowed))


def test_another_article_is_shown_whole(narrowed, settle, other):
    narrowed.open_files([other])
    settle()
    assert said(narrowed) == ""
    assert narrowed.page.view.folding.hidden == frozenset()


def test_other_colours_leave_it_as_it_is(narrowed, settings, qtbot):
    shown = in_sight(narrowed)
    settings.set(THEME, "dark")
    qtbot.waitUntil(lambda: narrowed.appearance.theme.dark)
    qtbot.waitUntil(lambda: dim_colours(narrowed) == {narrowed.appearance.theme.muted.name()})
    assert in_sight(narrowed) == shown


def test_without_a_chosen_name_it_is_the_first(opened, settings):
    settings.set(NAMES_ORDER, "name")
    opened.actions_["only_sentences"].trigger()
    assert said(opened).startswith("Only sentences with Maria Lind")


def test_the_menus_of_a_name_offer_it(opened):
    entity = opened.session.current.entities[0]
    for fill in (
        lambda menu: fill_article_menu(menu, opened, entity.mentions[0].span.start),
        lambda menu: opened.left.names.menuOpening.emit(menu, entity),
    ):
        menu = QMenu(opened)
        fill(menu)
        next(each for each in menu.actions() if each.text() == f"Only sentences with {entity.name}").trigger()
        assert opened.page.only.subject is entity
        opened.page.only.end()


def test_a_selection_copies_only_what_is_in_sight(narrowed):
    narrowed.page.view.selectAll()
    assert "Peter Holt" not in narrowed.page.view.selected_text()


def test_marks_of_what_stands_back_are_not_painted(narrowed):
    marked = narrowed.page.view.highlights
    stonecraft = next(
        span for span, mention in marked.mentions if "Stonecraft" in span.of(narrowed.page.view.article.text)
    )
    mayor = next(span for span, mention in marked.mentions if "Lind" in span.of(narrowed.page.view.article.text))
    assert marked.stands_back(stonecraft)
    assert not marked.stands_back(mayor)
