from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from nutgraf.gui.method_menu import MethodRow
from nutgraf.gui.summary_panel import SummaryPanel
from nutgraf.settings import METHOD, TEXT_SIZE
from nutgraf.text.entity import Label
from nutgraf.text.keyword import Keyword

METHODS = (("news", "News", "For most articles."), ("lead", "The lead", "For news that puts the main thing first."))


@pytest.fixture
def panel(qtbot, light, harbour, first_sentences):
    made = SummaryPanel(light, METHODS)
    qtbot.addWidget(made)
    made.resize(408, 700)
    made.show()
    made.show_article(harbour.article)
    made.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    made.show_summary(first_sentences(harbour, 3), harbour.names.entities)
    QApplication.processEvents()
    return made


def words_on(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def centre(view, row):
    return view.visualRect(view.model().index(row, 0)).center()


def click(qtbot, view, row):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, row))


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_says_how_many_sentences_and_how_long(panel):
    assert "3 of 9 sentences · 1 min" in words_on(panel)
    figures = next(label for label in panel.findChildren(QLabel) if "of 9" in label.text())
    assert "238 words a minute" in figures.toolTip()
    assert "40 words instead of" in figures.toolTip()


def test_says_how_much_time_is_saved(panel, make_analysis, first_sentences):
    long = make_analysis([("The board met again and did not decide on anything at all.",)] * 200, [])
    panel.show_analysis(long.article, long.sentences, long.ranking)
    panel.show_summary(first_sentences(long, 10), ())
    assert "10 of 200 sentences · 1 min instead of 10" in words_on(panel)


def test_the_slider_tells_each_length_once(qtbot, panel):
    told = []
    panel.lengthChanged.connect(told.append)
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    panel.slider.step(-1)
    assert told == [4, 5, 4]
    assert panel.slider.value() == 4


def test_a_method_chosen_automatically_is_said_with_why(panel, harbour):
    news = replace(harbour.ranking, method="lead", chosen="short enough to be news")
    panel.show_analysis(harbour.article, harbour.sentences, news)
    assert panel.method.name == "news"  # the first of the methods is the one that chooses
    assert panel.method.text() == "The lead"
    assert panel.method.toolTip().startswith("The lead, chosen automatically (short enough to be news).")
    assert panel.method.accessibleName() == "Method of summary: News, now The lead"
    row = next(each for each in panel.method.menu().findChildren(MethodRow) if each.text() == "News")
    assert row.accessibleDescription() == "For most articles. Now The lead (short enough to be news)."
    panel.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    assert row.accessibleDescription() == "For most articles."


def test_a_summary_moves_the_slider_without_asking_for_another(panel, harbour, first_sentences):
    told = []
    panel.lengthChanged.connect(told.append)
    panel.show_summary(first_sentences(harbour, 7), harbour.names.entities)
    assert panel.slider.value() == 7
    assert told == []


def test_every_sentence_is_shown_word_for_word_with_its_reason(panel, harbour):
    model = panel.list.model()
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        harbour.sentences[n].span.of(harbour.article.text) for n in range(3)
    ]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2. Nobody asked the fishermen. (Names the source)"


def test_a_click_goes_to_the_sentence(qtbot, panel):
    told = []
    panel.sentenceChosen.connect(told.append)
    click(qtbot, panel.list, 2)
    click(qtbot, panel.list, 0)
    assert told == [2, 0]
    assert panel.current_sentence() == 0


def test_the_keyboard_goes_through_the_sentences(qtbot, panel):
    told, copied = [], []
    panel.sentenceChosen.connect(told.append)
    panel.copyRequested.connect(lambda *which: copied.append(which))
    panel.list.setFocus()
    panel.choose(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told == [1]
    assert copied == [(1, False)]


def test_tab_goes_from_the_slider_to_the_method_to_the_sentences(qtbot, panel):
    panel.activateWindow()
    panel.slider.setFocus()
    qtbot.waitUntil(panel.slider.hasFocus)
    for follower in (panel.method, panel.list):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is follower


def test_the_menu_copies_with_and_without_the_source(qtbot, panel):
    copied = []
    panel.copyRequested.connect(lambda *which: copied.append(which))
    for _ in range(2):
        at = centre(panel.list, 1)
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.RightButton, pos=at)
        event = context_menu_event(panel.list.viewport(), at)
        QApplication.sendEvent(panel.list.viewport(), event)
        menu = next(each for each in panel.list.findChildren(QMenu) if each.isVisible())
        {each.text(): each for each in menu.actions()}["Copy with source" if copied else "Copy"].trigger()
        menu.close()
    assert copied == [(1, False), (1, True)]


def context_menu_event(widget, at):
    from PySide6.QtGui import QContextMenuEvent

    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))


def test_another_length_keeps_the_current_sentence_and_the_place(panel, make_analysis, first_sentences):
    long = make_analysis([(f"Sentence {n} is about the wall and the water behind it.",) for n in range(100)], [])
    panel.show_analysis(long.article, long.sentences, long.ranking)
    panel.show_summary(first_sentences(long, 60), ())
    panel.choose(40)
    QApplication.processEvents()
    before = panel.list.verticalScrollBar().value()
    assert before > 0
    panel.show_summary(first_sentences(long, 61), ())
    QApplication.processEvents()
    assert panel.current_sentence() == 40
    assert panel.list.verticalScrollBar().value() == before


def test_the_card_being_read_has_its_number_in_the_accent(panel, light):
    badge = panel.list.visualRect(panel.list.model().index(1)).topLeft() + QPoint(24, 19)
    before = panel.list.viewport().grab().toImage().pixelColor(badge)
    panel.set_reading(1)
    after = panel.list.viewport().grab().toImage().pixelColor(badge)
    assert (before.name(), after.name()) == (light.theme.summary_fill.name(), light.theme.accent.name())
    panel.set_reading(None)
    assert panel.list.viewport().grab().toImage().pixelColor(badge) == before


def test_names_are_marked_by_kind_and_can_be_left_unmarked(panel, light):
    theme = light.theme
    both = {theme.person_fill.name(), theme.organization_fill.name()}
    assert both <= colours(panel.list.viewport())
    panel.show_kinds(frozenset({Label.ORGANIZATION}))
    assert both & colours(panel.list.viewport()) == {theme.organization_fill.name()}


def test_a_note_stands_in_place_of_the_summary(panel):
    panel.show_note("This text is too short to summarise.")
    assert "This text is too short to summarise." in words_on(panel)
    assert not panel.list.isVisible()
    assert not panel.slider.isEnabled()
    assert not any("of 9" in words for words in words_on(panel))


def test_a_note_names_the_method_that_is_set_and_not_what_served_the_article_before(panel, settings):
    settings.set(METHOD, "lead")
    panel.method.show_use("news", "long: 5,035 words")
    panel.show_note("This text is too short to summarise.")
    assert panel.method.name == "lead"
    assert panel.method.accessibleName() == "Method of summary: The lead"


def test_work_is_announced_only_when_it_takes_long(qtbot, panel, harbour, first_sentences):
    panel.show_working()
    assert panel.list.isVisible()
    panel.show_summary(first_sentences(harbour, 2), ())
    qtbot.wait(300)
    assert panel.list.isVisible()
    panel.show_working()
    qtbot.waitUntil(lambda: "Choosing the sentences…" in words_on(panel))
    panel.show_summary(first_sentences(harbour, 2), ())
    assert panel.list.isVisible()


def test_without_an_article_nothing_is_left_of_the_one_before(panel):
    panel.show_article(None)
    assert panel.list.model().rowCount() == 0
    assert panel.current_sentence() is None
    assert not any("sentences" in words for words in words_on(panel))


def test_choosing_a_method_tells_its_name_once(panel):
    told = []
    panel.methodChosen.connect(told.append)
    rows = [action.defaultWidget() for action in panel.method.menu().actions()]
    assert [row.accessibleDescription() for row in rows] == [serves for *_, serves in METHODS]
    assert [row.isChecked() for row in rows] == [True, False]
    rows[1].click()
    rows[1].click()
    assert told == ["lead"]
    assert panel.method.text().startswith("The lead")
    assert panel.method.accessibleName() == "Method of summary: The lead"


def test_the_menu_of_methods_opens_at_the_one_in_use_and_goes_by_keys(qtbot, panel):
    told = []
    panel.methodChosen.connect(told.append)
    menu = panel.method.menu()
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    qtbot.waitUntil(lambda: menu.activeAction() is menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[1]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert told == ["lead"]
    assert not menu.isVisible()


def test_reasons_cannot_inject_markup_into_tool_tips(panel, make_analysis, first_sentences):
    sly = make_analysis(reasons=("<img src='file:///etc/passwd'>",))
    panel.show_analysis(sly.article, sly.sentences, sly.ranking)
    panel.show_summary(first_sentences(sly, 1), ())
    assert "<img" not in panel.list.model().index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_words_wrap_with_the_panel_and_never_scroll_sideways(qtbot, panel):
    wide = panel.list.sizeHintForRow(0)
    panel.resize(300, 700)
    QApplication.processEvents()
    assert panel.list.sizeHintForRow(0) > wide
    assert panel.list.horizontalScrollBar().maximum() == 0


def test_larger_text_makes_larger_cards(qtbot, panel, light):
    before = panel.list.sizeHintForRow(0)
    with qtbot.waitSignal(light.changed):
        light.settings.set(TEXT_SIZE, 30)
    QApplication.processEvents()
    assert panel.list.visualRect(panel.list.model().index(0)).height() > before


def test_the_row_of_keywords_is_kept_while_they_are_waited_for_and_goes_where_there_are_none(panel, harbour):
    panel.show_article(harbour.article)
    assert panel.keywords.isVisible()
    panel.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    panel.show_keywords((), "")
    assert not panel.keywords.isVisible()
    panel.show_keywords([Keyword("wall", 2)], "")
    assert panel.keywords.isVisible()
