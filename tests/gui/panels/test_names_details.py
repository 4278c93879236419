"""What is told of the chosen name beneath its row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMenu

from nutgraf.gui.names_details import Caption, Mate, More, Part, Saying, details_of
from nutgraf.gui.names_model import Heading, Name
from nutgraf.gui.names_panel import NamesPanel
from nutgraf.gui.subject import places
from nutgraf.settings import MOTION, NAMES_ORDER
from nutgraf.text.entity import DOUBTFUL, Companion, Entity, Label, Mention, Names, Quotation, Watched
from nutgraf.text.span import Span


@pytest.fixture
def told(harbour):
    """The names of the harbour with quotations of Solheim, the last of them uncertain, and companions."""
    solheim, haddad, institute, authority = harbour.names.entities
    start = harbour.article.text.index("will spend")
    said = [
        Quotation(Span(start + 5 * n, start + 5 * n + 4), places(solheim)[0], 0, n < 4, direct=True) for n in range(5)
    ]
    companions = ((Companion(2, (2,)), Companion(1, (0, 3))), (), (), ())
    watched = (
        Watched("Fishermen", ("fishermen",), (Span(start, start + 4),)),
        Watched("Authority", (), places(authority)),
    )
    return Names((solheim, haddad, institute, authority), tuple(said), companions, watched)


@pytest.fixture
def panel(qtbot, light, harbour, told, settings):
    settings.set(NAMES_ORDER, "appearance")
    made = NamesPanel(light)
    qtbot.addWidget(made)
    made.resize(408, 500)
    made.show()
    made.show_names(harbour.article, told)
    QApplication.processEvents()
    return made


def rows(panel, kind):
    return [row for row in panel.list.rows.rows if isinstance(row, kind)]


def row_of(panel, name):
    return next(n for n, row in enumerate(panel.list.rows.rows) if isinstance(row, Name) and row.subject.name == name)


def click(qtbot, panel, row):
    panel.list.scrollTo(panel.list.rows.index(row))
    at = panel.list.visualRect(panel.list.rows.index(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def leave(panel):
    """Move the pointer out of the list."""
    QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
    QApplication.processEvents()


def click_detail(qtbot, panel, detail):
    click(qtbot, panel, next(n for n, row in enumerate(panel.list.rows.rows) if row is detail))


def current_detail(panel, detail):
    number = next(n for n, row in enumerate(panel.list.rows.rows) if row is detail)
    panel.list.setCurrentIndex(panel.list.rows.index(number))


def test_the_chosen_name_unfolds_what_they_said_and_with_whom_they_are_named(qtbot, panel):
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    below = panel.list.rows.rows[row_of(panel, "Ingrid Solheim") + 1 :][:8]
    assert [type(row) for row in below] == [Caption, Saying, Saying, Saying, More, Caption, Mate, Mate]
    spoken = [
        panel.list.rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(panel.list.rows.rowCount())
    ]
    assert "With Farid Haddad, 2 sentences" in spoken
    assert "and 2 more" in spoken


def test_it_folds_again_when_the_name_is_let_go_and_moves_to_another(qtbot, panel):
    before = list(panel.list.rows.rows)
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    click(qtbot, panel, row_of(panel, "Coastal Authority"))
    assert panel.list.rows.rows == before
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    panel.clear_chosen()
    assert panel.list.rows.rows == before


def test_quotations_lead_to_their_places(qtbot, panel, told):
    asked = []
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    panel.placeChosen.connect(asked.append)
    click_detail(qtbot, panel, rows(panel, Saying)[1])
    assert asked == [told.quotations[1].span]


def test_companions_lead_from_one_shared_sentence_to_the_next(qtbot, panel):
    asked = []
    panel.sentenceChosen.connect(asked.append)
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    current_detail(panel, rows(panel, Mate)[1])
    for _ in range(3):
        qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert asked == [0, 3, 0]
    qtbot.keyClick(panel.list, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert asked[-1] == 3


def test_a_companion_is_chosen_by_a_click_in_the_sentence_that_was_gone_to_last(qtbot, panel, told):
    asked = []
    panel.companionChosen.connect(lambda *which: asked.append(which))
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    mate = rows(panel, Mate)[1]
    click_detail(qtbot, panel, mate)
    current_detail(panel, mate)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked == [(told.entities[1], 0), (told.entities[1], 3)]


def test_the_menu_of_a_companion_goes_through_the_sentences_too(qtbot, panel):
    asked = []
    panel.sentenceChosen.connect(asked.append)
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    mate = rows(panel, Mate)[1]
    panel.list.menu_asked.emit(mate, panel.mapToGlobal(panel.rect().center()))
    menu = next(each for each in panel.list.findChildren(QMenu) if each.isVisible())
    follow = next(each for each in menu.actions() if each.text() == "Next sentence with both")
    follow.trigger()
    follow.trigger()
    menu.close()
    assert asked == list(mate.sentences) == [0, 3]


def test_the_keyboard_walks_into_what_is_told(qtbot, panel, told):
    asked = []
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.rows.index(row_of(panel, "Ingrid Solheim")))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    panel.placeChosen.connect(asked.append)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked == [told.quotations[0].span]


def test_the_rest_is_shown_when_asked_for(qtbot, panel):
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    click_detail(qtbot, panel, rows(panel, More)[0])
    assert len(rows(panel, Saying)) == 5
    assert rows(panel, More) == []


def test_an_uncertain_speaker_is_said_to_be_one(harbour, told):
    said = details_of(harbour.article, told, told.entities[0], frozenset({Part.SAID}))
    words = [row.words for row in said if isinstance(row, Saying)]
    assert [each.startswith("Probably: “") for each in words] == [False, False, False, False, True]
    assert words[0] == f"“{told.quotations[0].span.of(harbour.article.text).strip()}”"


def test_no_line_says_that_one_line_is_left_out(harbour, told):
    four = Names(told.entities, told.quotations[:4], told.companions)
    said = details_of(harbour.article, four, four.entities[0], frozenset())
    assert sum(isinstance(row, Saying) for row in said) == 4
    assert not any(isinstance(row, More) for row in said)


def test_of_a_watched_name_is_told_what_is_known_of_who_stands_there(harbour, told):
    assert details_of(harbour.article, told, told.watched[0], frozenset()) == []
    companions = (*told.companions[:3], (Companion(0, (1,)),))
    known = Names(told.entities, (), companions, told.watched)
    assert [type(row) for row in details_of(harbour.article, known, told.watched[1], frozenset())] == [Caption, Mate]


def test_unfolding_moves_neither_the_row_nor_the_panel(qtbot, panel):
    panel.resize(408, 120)
    QApplication.processEvents()
    wanted = panel.natural_height(10_000)
    number = row_of(panel, "Ingrid Solheim")
    panel.list.scrollTo(panel.list.rows.index(number))
    top = panel.list.visualRect(panel.list.rows.index(number)).top()
    click(qtbot, panel, number)
    assert panel.natural_height(10_000) == wanted
    assert 0 <= panel.list.visualRect(panel.list.rows.index(number)).top() <= top


def test_it_unfolds_smoothly_where_motion_is_wanted(qtbot, panel, settings):
    settings.set(MOTION, "full")
    heights = []
    panel.list._unfolding.valueChanged.connect(
        lambda _: heights.append(panel.list.painter_of_rows.row_height(row_of(panel, "Ingrid Solheim") + 1))
    )
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    qtbot.waitUntil(lambda: panel.list.painter_of_rows.unfolded == 1.0 and len(heights) > 1)
    assert heights == sorted(heights)
    assert heights[-1] > 0


def test_what_unfolds_comes_in_sight_where_there_is_room(qtbot, panel, settings, harbour, told):
    settings.set(MOTION, "full")
    last = Names(told.entities, told.quotations, (told.companions[0], (), (), (Companion(0, (1,)), Companion(1, (0,)))))
    panel.resize(408, 200)
    panel.show_names(harbour.article, last)
    QApplication.processEvents()
    click(qtbot, panel, row_of(panel, "Coastal Authority"))
    qtbot.waitUntil(lambda: panel.list.painter_of_rows.unfolded == 1.0)
    leave(panel)
    assert len(rows(panel, Mate)) == 2
    for number in (row_of(panel, "Coastal Authority"), panel.list.rows.rowCount() - 1):
        box = panel.list.visualRect(panel.list.rows.index(number))
        assert 0 <= box.top() < box.bottom() <= panel.list.viewport().height()


def test_a_name_that_was_clicked_can_be_clicked_again_where_it_was(qtbot, panel, told):
    asked = []
    panel.placeChosen.connect(asked.append)
    panel.resize(408, 150)
    QApplication.processEvents()
    number = row_of(panel, "Ingrid Solheim")
    panel.list.scrollToTop()
    at = panel.list.visualRect(panel.list.rows.index(number)).center()
    for _ in range(2):
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert panel.list.indexAt(at).row() == number
    assert tuple(asked) == places(told.entities[0])[:2]


def test_a_name_that_is_clicked_moves_nothing_above_it(qtbot, panel, told):
    panel.resize(408, 150)
    QApplication.processEvents()
    panel.list.scrollToTop()
    index = panel.list.rows.index(row_of(panel, "Ingrid Solheim"))
    before = panel.list.visualRect(index)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=before.center())
    assert panel.list.visualRect(index).topLeft() == before.topLeft()


def test_what_is_told_of_a_name_does_not_come_back_in_sight_once_it_was_scrolled_away(qtbot, panel):
    panel.resize(408, 150)
    QApplication.processEvents()
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    bar = panel.list.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    leave(panel)
    assert bar.value() == bar.maximum() > 0


@pytest.fixture
def crowd(make_analysis):
    """An article with 300 people, each of whom is named with the next."""
    count = 300
    people = [f"Ana{number} Lima" for number in range(count)]
    analysis = make_analysis(
        [(f"{name} spoke with Tom.",) for name in people], [(Label.PERSON, (f"{name}",), "") for name in people]
    )
    mates = tuple((Companion((number + 1) % count, (number,)),) for number in range(count))
    return analysis.article, Names(analysis.names.entities, (), mates)


@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_a_name_far_down_a_long_list_stays_in_sight_when_it_is_chosen(qtbot, panel, settings, crowd, motion):
    settings.set(MOTION, motion)
    panel.show_names(*crowd)
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.list.rows.index(300)).isValid())
    number = row_of(panel, "Ana250 Lima")
    panel.list.scrollTo(panel.list.rows.index(number))
    top = panel.list.visualRect(panel.list.rows.index(number)).top()
    assert panel.list.verticalScrollBar().value() > 1000
    click(qtbot, panel, number)
    qtbot.waitUntil(lambda: panel.list.painter_of_rows.unfolded == 1.0 and len(rows(panel, Mate)) == 1)
    QApplication.processEvents()
    assert 0 <= panel.list.visualRect(panel.list.rows.index(number)).top() <= top


# --- watched and doubtful names ---------------------------------------------------------------------------------------


def test_watched_names_come_first_with_their_count(panel):
    assert [row.title for row in rows(panel, Heading)] == ["Watched", "People", "Organizations"]
    index = panel.list.rows.index(row_of(panel, "Authority"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Authority, named 2 times"


def watching(told, *watched):
    return Names(told.entities, told.quotations, told.companions, watched)


def groups(panel):
    """The headings with the names below each."""
    found = {}
    for row in panel.list.rows.rows:
        if isinstance(row, Heading):
            names = found[row.title] = []
        elif isinstance(row, Name):
            names.append(row.subject.name)
    return found


def test_a_watched_name_that_is_found_too_is_listed_once_with_its_role(panel, harbour, told):
    solheim = told.entities[0]
    panel.show_names(harbour.article, watching(told, Watched("Solheim", (), places(solheim)[1:])))
    assert groups(panel) == {
        "Watched": ["Ingrid Solheim"],
        "People": ["Farid Haddad"],
        "Organizations": ["Nordic Institute of Marine and Coastal Engineering", "Coastal Authority"],
    }
    index = panel.list.rows.index(1)
    spoken = "Ingrid Solheim, The board’s director, named 2 times"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken


def test_the_one_with_more_places_is_listed(panel, harbour, told):
    authority = told.entities[3]
    more = Watched("Coastal Authority", (), (Span(0, 4), *places(authority)))
    panel.show_names(harbour.article, watching(told, more))
    assert groups(panel)["Watched"] == ["Coastal Authority"]
    assert "Coastal Authority" not in groups(panel)["Organizations"]
    assert len(rows(panel, Name)[0].shares) == 3


def test_a_watched_name_chosen_in_the_text_is_the_row_of_who_is_found_there(panel, harbour, told):
    solheim = told.entities[0]
    watched = Watched("Solheim", (), places(solheim)[1:])
    panel.show_names(harbour.article, watching(told, watched))
    panel.choose(watched, watched.spans[0])
    assert panel.chosen is solheim
    assert panel.list.painter_of_rows.at == 1


def test_a_name_chosen_in_the_text_ends_a_search_that_leaves_it_out(panel, told):
    panel.open_search("haddad")
    panel.choose(told.entities[0], places(told.entities[0])[0])
    assert panel.search.words == ""
    assert panel.list.currentIndex().row() == row_of(panel, "Ingrid Solheim")


def test_their_heading_hides_nothing(qtbot, panel):
    toggled = []
    panel.kindToggled.connect(lambda *which: toggled.append(which))
    click(qtbot, panel, 0)
    assert panel.list.rows.index(0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert toggled == []


def test_a_doubtful_name_is_said_to_be_one(panel, harbour):
    span = harbour.names.entities[0].mentions[0].span
    doubtful = Entity("Ingrid Solheim", Label.PERSON, (Mention(span, Label.PERSON, DOUBTFUL - 0.01),))
    panel.show_names(harbour.article, Names((doubtful,)))
    index = panel.list.rows.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ingrid Solheim, doubtful, named 1 time"
    assert "Doubtful" in index.data(Qt.ItemDataRole.ToolTipRole)


# --- names that come anew ----------------------------------------------------------------------------------------------


def test_who_is_chosen_stays_so_when_names_of_the_article_come_anew(qtbot, panel, harbour, told):
    click(qtbot, panel, row_of(panel, "Ingrid Solheim"))
    chosen = []
    panel.subjectChosen.connect(chosen.append)
    solheim = told.entities[0]
    again = Entity(solheim.name, solheim.label, solheim.mentions[:1])
    panel.show_names(harbour.article, Names((again, *told.entities[1:])))
    assert chosen == [again]
    assert panel.chosen is again


def test_what_is_in_sight_stays_there_when_names_come_anew(panel, harbour, told):
    panel.resize(408, 120)
    QApplication.processEvents()
    panel.list.verticalScrollBar().setValue(60)
    number = row_of(panel, "Farid Haddad")
    panel.list.setCurrentIndex(panel.list.rows.index(number))
    top = panel.list.visualRect(panel.list.rows.index(number)).top()
    panel.show_names(
        harbour.article, Names(told.entities, told.quotations, told.companions)
    )  # nobody watched: rows above go
    after = panel.list.rows.index(row_of(panel, "Farid Haddad"))
    assert abs(panel.list.visualRect(after).top() - top) <= 1 or panel.list.verticalScrollBar().value() == 0
    assert panel.list.currentIndex() == after


def test_a_search_goes_on_when_names_come_anew(panel, harbour, told):
    panel.open_search("solheim")
    panel.show_names(harbour.article, Names(told.entities))
    assert [row.subject.name for row in rows(panel, Name)] == ["Ingrid Solheim"]


@pytest.mark.parametrize("order", ["importance", "appearance", "name"])
def test_rows_that_stay_are_not_made_anew(panel, harbour, told, settings, order):
    settings.set(NAMES_ORDER, order)
    model = panel.list.rows
    kept = {
        row.subject.name: QPersistentModelIndex(model.index(n))
        for n, row in enumerate(model.rows)
        if isinstance(row, Name)
    }
    solheim, _, institute, authority = told.entities
    newcomer = Entity("Harbour Board", Label.ORGANIZATION, solheim.mentions[:1])
    panel.show_names(harbour.article, Names((newcomer, solheim, institute, authority)))
    expected = [row.subject.name for row in model.rows if isinstance(row, Name)]
    assert sorted(expected) == sorted(("Harbour Board", "Ingrid Solheim", institute.name, "Coastal Authority"))
    assert kept["Ingrid Solheim"].isValid()
    assert kept["Ingrid Solheim"].data() == "Ingrid Solheim"
    assert not kept["Farid Haddad"].isValid()
    panel.show_names(harbour.article, told)
    assert len(rows(panel, Name)) == 6
    assert len(rows(panel, Heading)) == 3
