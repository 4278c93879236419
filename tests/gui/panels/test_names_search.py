"""Searching, ordering and copying the list of names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nutgraf.gui.names_copying import markdown_list, plain_list
from nutgraf.gui.names_model import Name, listed, rows_of
from nutgraf.gui.names_order import matching, ordered
from nutgraf.gui.names_panel import NamesPanel
from nutgraf.settings import NAMES_ORDER
from nutgraf.text.entity import Label

TOWN = (
    ("José Álvarez met Anna Berg.", "Berg spoke first.", "Berg spoke again."),
    ("The Éclair Works listened.", "Zoë Quist wrote it down.", "Berg left."),
)
TOWN_NAMES = (
    (Label.PERSON, ("José Álvarez",), ""),
    (Label.PERSON, ("Anna Berg", "Berg"), ""),
    (Label.ORGANIZATION, ("Éclair Works",), ""),
    (Label.PERSON, ("Zoë Quist",), ""),
)


@pytest.fixture
def town(make_analysis):
    return make_analysis(TOWN, TOWN_NAMES)


@pytest.fixture
def names(town):
    return listed(town.article, town.names)


@pytest.fixture
def panel(qtbot, light, town):
    made = NamesPanel(light)
    qtbot.addWidget(made)
    made.resize(408, 400)
    made.show()
    made.show_names(town.article, town.names)
    QApplication.processEvents()
    return made


def called(names):
    return [name.subject.name for name in names]


def shown(panel):
    return called(row for row in panel.list.rows.rows if isinstance(row, Name))


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("importance", ["Anna Berg", "José Álvarez", "Éclair Works", "Zoë Quist"]),
        ("appearance", ["José Álvarez", "Anna Berg", "Éclair Works", "Zoë Quist"]),
        ("name", ["Anna Berg", "Éclair Works", "José Álvarez", "Zoë Quist"]),
    ],
)
def test_names_are_ordered_as_is_set(names, order, wanted):
    assert called(ordered(names[::-1], order)) == wanted


def test_of_names_as_frequent_the_earlier_matters_more(names):
    once = [name for name in names if len(name.shares) == 1]
    assert called(ordered(once, "importance")) == ["José Álvarez", "Éclair Works", "Zoë Quist"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("alvarez", ["José Álvarez"]),
        ("JOSE", ["José Álvarez"]),
        ("works écl", ["Éclair Works"]),
        ("ber", ["Anna Berg"]),
        ("anna quist", []),
        ("", ["José Álvarez", "Anna Berg", "Éclair Works", "Zoë Quist"]),
    ],
)
def test_a_search_finds_names_by_any_of_their_words_accents_or_not(names, words, found):
    assert called(matching(names, words)) == found


def test_a_search_finds_names_by_their_aliases(make_analysis):
    works = make_analysis(
        [("The Coastal Authority (CA) and CA again.",)], [(Label.ORGANIZATION, ("Coastal Authority", "CA"), "")]
    )
    assert called(matching(listed(works.article, works.names), "ca")) == ["Coastal Authority"]


def test_the_magnifier_opens_a_search_that_filters_as_it_is_typed_and_escape_ends_it(qtbot, panel):
    everyone = shown(panel)
    qtbot.mouseClick(panel.tools.search, Qt.MouseButton.LeftButton)
    assert panel.search.isVisible()
    qtbot.keyClicks(panel.search.field, "berg")
    assert shown(panel) == ["Anna Berg"]
    qtbot.keyClick(panel.search.field, Qt.Key.Key_Escape)
    assert not panel.search.isVisible()
    assert shown(panel) == everyone


def test_enter_in_the_search_walks_the_mentions_of_what_is_found(qtbot, panel, town):
    told = []
    panel.placeChosen.connect(told.append)
    panel.open_search("berg")
    for modifiers in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ):
        qtbot.keyClick(panel.search.field, Qt.Key.Key_Return, modifiers)
    first, second = (mention.span for mention in town.names.entities[1].mentions[:2])
    assert told == [first, second, first]


def test_letters_typed_on_the_list_begin_a_search_and_down_leads_back_to_it(qtbot, panel):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Z)
    assert panel.search.field.text() == "z"
    assert set(shown(panel)) == {"Zoë Quist", "José Álvarez"}
    qtbot.keyClick(panel.search.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().isValid()
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.search.isVisible()


def test_what_nobody_is_called_is_said(panel):
    panel.open_search("xyz")
    assert panel._note._words.text() == "No name here matches “xyz”."
    panel.search.close_search()
    assert len(shown(panel)) == 4


def test_another_article_ends_the_search_and_leaves_the_focus_where_it_is(panel, harbour):
    panel.open_search("berg")
    panel.search.field.clearFocus()
    panel.show_names(harbour.article, harbour.names)
    assert not panel.search.isVisible()
    assert len(shown(panel)) == 4
    assert not panel.list.hasFocus()


def test_the_menu_orders_the_list_and_the_order_lasts(panel, settings):
    panel.tools.menu.aboutToShow.emit()
    orders = {action.text(): action for action in panel.tools.menu.actions() if action.isCheckable()}
    assert [words for words, action in orders.items() if action.isChecked()] == ["Most important first"]
    orders["By name"].trigger()
    assert settings.text(NAMES_ORDER) == "name"
    assert shown(panel) == ["Anna Berg", "José Álvarez", "Zoë Quist", "Éclair Works"]


def test_others_add_to_the_menus(panel):
    asked = []
    panel.menuOpening.connect(lambda menu, entity: asked.append((type(menu), entity)))
    panel.tools.menu.aboutToShow.emit()
    panel.list.menu_asked.emit(panel.list.rows.rows[1], panel.mapToGlobal(panel.rect().center()))
    next(menu for menu in panel.list.findChildren(QMenu) if menu.isVisible()).close()
    assert asked == [(QMenu, None), (QMenu, panel.list.rows.rows[1].subject)]


def test_the_tools_stand_in_the_first_heading_and_scroll_away_with_it(panel, make_analysis):
    panel.resize(408, 90)
    QApplication.processEvents()
    heading = panel.list.visualRect(panel.list.rows.index(0))
    assert panel.tools.isVisible()
    assert abs(panel.tools.geometry().center().y() - panel.list.mapTo(panel, heading.center()).y()) <= 1
    panel.list.verticalScrollBar().setValue(60)
    assert not panel.tools.isVisible()


def test_a_copied_list_is_safe_and_complete(make_analysis):
    sly = make_analysis([("He signs as *Bob* \u202egnp here.",)], [(Label.PERSON, ("*Bob* \u202egnp",), "")])
    rows = rows_of(listed(sly.article, sly.names))
    assert plain_list(rows) == "People\n*Bob* gnp (1)"
    assert markdown_list(rows) == "## People\n\n- **\\*Bob\\* gnp** (1)\n"
