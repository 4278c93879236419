from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from nutgraf.gui.fitting import fit
from nutgraf.gui.names_panel import NamesPanel
from nutgraf.gui.subject import places
from nutgraf.settings import NAMES_ORDER
from nutgraf.text.entity import Label, Names
from nutgraf.text.places import Places

SOLHEIM, HADDAD, INSTITUTE, AUTHORITY = 1, 2, 4, 5  # rows; 0 and 3 are headings


@pytest.fixture
def panel(qtbot, light, harbour, settings):
    settings.set(NAMES_ORDER, "appearance")
    made = NamesPanel(light)
    qtbot.addWidget(made)
    made.resize(408, 400)
    made.show()
    made.show_names(harbour.article, harbour.names)
    QApplication.processEvents()
    return made


@pytest.fixture
def told(panel):
    """The mentions asked for, as the words at their place."""
    mentions = []
    panel.placeChosen.connect(mentions.append)
    return mentions


def words_on(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def click(qtbot, panel, row, modifiers=Qt.KeyboardModifier.NoModifier, *, twice=False):
    view = panel.list
    act = qtbot.mouseDClick if twice else qtbot.mouseClick
    at = view.visualRect(view.model().index(row)).center()
    act(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def copied_from_menu(panel, row, words):
    view = panel.list
    at = view.visualRect(view.model().index(row)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    return QApplication.clipboard().text()


def test_people_come_first_then_organizations_each_counted(panel):
    model = panel.list.model()
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken == [
        "People, 2",
        "Ingrid Solheim, The board’s director, named 2 times",
        "Farid Haddad, named 2 times",
        "Organizations, 2",
        "Nordic Institute of Marine and Coastal Engineering, named 1 time",
        "Coastal Authority, named 2 times",
    ]


def test_clicks_go_from_mention_to_mention_and_round(qtbot, panel, told, harbour):
    for _ in range(3):
        click(qtbot, panel, SOLHEIM)
    one, two = places(harbour.names.entities[0])
    assert told == [one, two, one]


def test_shift_and_click_goes_back(qtbot, panel, told, harbour):
    shift = Qt.KeyboardModifier.ShiftModifier
    one, two = places(harbour.names.entities[0])
    qtbot.keyPress(panel.list, Qt.Key.Key_Shift)
    for modifiers in (Qt.KeyboardModifier.NoModifier, shift, shift):
        click(qtbot, panel, SOLHEIM, modifiers)
    assert told == [one, two, one]


def test_two_quick_clicks_go_two_mentions_on(qtbot, panel, told, harbour):
    click(qtbot, panel, AUTHORITY)
    click(qtbot, panel, AUTHORITY, twice=True)
    assert told == list(places(harbour.names.entities[3]))


def test_another_name_begins_at_its_first_mention(qtbot, panel, told, harbour):
    click(qtbot, panel, SOLHEIM)
    click(qtbot, panel, HADDAD)
    assert told[-1] == places(harbour.names.entities[1])[0]


def test_the_chosen_name_is_told_once_and_let_go_by_escape(qtbot, panel, harbour):
    chosen = []
    panel.subjectChosen.connect(chosen.append)
    click(qtbot, panel, SOLHEIM)
    click(qtbot, panel, SOLHEIM)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert chosen == [harbour.names.entities[0], None]


def test_the_keyboard_does_what_the_mouse_does(qtbot, panel, told, harbour):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(HADDAD))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    one, two = places(harbour.names.entities[1])
    assert told == [one, two, one]


def test_steps_go_through_the_chosen_name_or_the_first(panel, told, harbour):
    panel.step(1)
    panel.step(1)
    assert told == list(places(harbour.names.entities[0]))


def test_a_mention_chosen_in_the_text_marks_its_name_without_moving_the_text(panel, told, harbour):
    chosen = []
    panel.subjectChosen.connect(chosen.append)
    authority = harbour.names.entities[3]
    panel.choose(authority, authority.mentions[0].span)
    assert chosen == [authority]
    assert told == []
    panel.step(1)
    assert told == [authority.mentions[1].span]


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_heading_hides_and_shows_its_kind(qtbot, panel, by):
    toggled = []
    panel.kindToggled.connect(lambda *which: toggled.append(which))
    heading = panel.list.model().index(3)
    for _ in range(2):
        if by == "mouse":
            click(qtbot, panel, 3)
        else:
            panel.list.setCurrentIndex(heading)
            qtbot.keyClick(panel.list, Qt.Key.Key_Space)
        toggled.append(Qt.CheckState(heading.data(Qt.ItemDataRole.CheckStateRole)))
    assert toggled == [
        (Label.ORGANIZATION, False),
        Qt.CheckState.Unchecked,
        (Label.ORGANIZATION, True),
        Qt.CheckState.Checked,
    ]


def test_kinds_hidden_elsewhere_are_shown_as_hidden_without_a_word(panel):
    toggled = []
    panel.kindToggled.connect(lambda *which: toggled.append(which))
    panel.show_kinds(frozenset({Label.ORGANIZATION}))
    assert panel.list.model().index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert toggled == []


def test_no_names_are_said_plainly(panel, harbour):
    panel.show_names(harbour.article, Names())
    assert words_on(panel) == ["No names found."]


@pytest.mark.parametrize(("count", "words"), [(1, "One name is left out"), (3, "3 names are left out")])
def test_names_that_are_all_too_doubtful_are_said_to_be(panel, harbour, count, words):
    panel.show_names(harbour.article, Names(doubtful=count))
    assert words_on(panel)[0].startswith(words)


def test_a_kind_without_names_has_no_heading(panel, harbour):
    panel.show_names(harbour.article, Names(harbour.names.entities[2:]))
    assert panel.list.model().index(0).data() == "Organizations"


def test_names_of_before_cannot_be_chosen_while_others_are_looked_for(qtbot, panel, told, harbour):
    panel.show_working()
    click(qtbot, panel, SOLHEIM)
    assert told == []
    qtbot.waitUntil(lambda: words_on(panel) == ["Looking for names…"])
    panel.show_names(harbour.article, harbour.names)
    QApplication.processEvents()
    click(qtbot, panel, SOLHEIM)
    assert len(told) == 1


def test_the_menu_copies_a_name_or_the_list_with_roles_and_counts(panel):
    assert copied_from_menu(panel, INSTITUTE, "Copy name") == "Nordic Institute of Marine and Coastal Engineering"
    assert copied_from_menu(panel, HADDAD, "Copy list") == (
        "People\nIngrid Solheim, The board’s director (2)\nFarid Haddad (2)\n\n"
        "Organizations\nNordic Institute of Marine and Coastal Engineering (1)\nCoastal Authority (2)"
    )
    markdown = copied_from_menu(panel, HADDAD, "Copy list as Markdown")
    assert markdown.startswith("## People\n\n- **Ingrid Solheim**, The board’s director (2)\n")


def test_names_cannot_inject_markup_into_tool_tips(panel, make_analysis):
    sly = make_analysis([("He signs as <b onclick=x>Bob</b> here.",)], [(Label.PERSON, ("<b onclick=x>Bob</b>",), "")])
    panel.show_names(sly.article, sly.names)
    assert "<b " not in panel.list.model().index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_ticks_have_the_colour_of_their_kind_and_stand_where_the_name_does(panel, light, harbour):
    view = panel.list
    strip, width = view.painter_of_rows._strip()
    row = view.visualRect(view.model().index(SOLHEIM))
    image = view.viewport().grab().toImage()
    y = row.center().y()
    line = light.theme.person_line.name()
    ticks = [x - strip for x in range(strip, strip + width) if image.pixelColor(x, y).name() == line]
    places = Places(harbour.article)
    wanted = [round(places.share(each.span.start) * (width - 2)) for each in harbour.names.entities[0].mentions]
    assert ticks == sorted(x + side for x in wanted for side in (0, 1))


def test_furniture_takes_no_room_on_the_scale(harbour):
    places = Places(harbour.article)
    prose = [block.span for block in harbour.article.blocks if not block.furniture]
    assert places.share(prose[0].start) == 0
    assert places.share(prose[-1].end) == 1
    assert places.share(0) == 0
    assert places.share(len(harbour.article.text)) == 1
    shares = [places.share(at) for at in range(len(harbour.article.text))]
    assert shares == sorted(shares)


def test_long_words_and_empty_ones_fit(light):
    font = light.interface_font()
    assert fit("", font, 100, 2) == []
    assert fit("Short", font, 100, 2) == ["Short"]
    lines = fit("The Honourable Company of Master Mariners and of the Harbour " * 3, font, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert "".join(fit("🙂" * 12, font, 60, 9)) == "🙂" * 12


def test_a_narrow_panel_keeps_every_part_in_sight(panel):
    panel.resize(300, 400)
    QApplication.processEvents()
    strip, width = panel.list.painter_of_rows._strip()
    assert strip > 150
    assert strip + width < 300
    assert panel.list.horizontalScrollBar().maximum() == 0
    assert panel.list.indexAt(QPoint(100, 40)).isValid()
