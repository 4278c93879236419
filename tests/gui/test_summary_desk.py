from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QToolButton, QToolTip

from nutgraf.gui.exporting import report_on
from nutgraf.gui.keyword_row import KeywordButton
from nutgraf.gui.method_menu import MethodRow
from nutgraf.settings import METHOD


@pytest.fixture
def panel(opened):
    return opened.left.summary


@pytest.fixture
def cards(opened):
    """The words of the cards shown."""

    def shown():
        rows = opened.left.summary.list.rows
        return [rows.index(row, 0).data() for row in range(rows.rowCount())]

    return shown


def about(panel, settle, words):
    panel.topic.setText(words)
    panel.topic.left.emit()
    panel.topic._tell()
    settle()


def test_words_steer_the_summary_at_once_and_are_kept_with_the_article(opened, panel, settle, cards, other):
    before = cards()
    about(panel, settle, "school roof")
    assert any("school" in words for words in cards())
    assert any("roof is in" in words for words in cards())
    opened.open_files([other])
    settle()
    assert panel.topic.text() == ""
    opened.actions_["back"].trigger()
    settle()
    assert panel.topic.text() == "school roof"
    assert any("school" in words for words in cards())
    panel.topic.clear()
    settle()
    assert cards() == before


def test_words_that_do_not_occur_are_said(opened, panel, settle, cards):
    before = cards()
    about(panel, settle, "submarines")
    assert panel._doubt.isVisible()
    assert panel._doubt.text() == "“submarines” does not occur in this article: the summary is of the whole."
    assert cards() == before
    panel.topic.clear()
    settle()
    assert not panel._doubt.isVisible()


def test_another_method_is_steered_too(opened, panel, settle, cards):
    about(panel, settle, "museum")
    opened.settings.set(METHOD, "lead")
    settle()
    assert opened.summary.ranking.method == "lead"
    assert any("museum" in words for words in cards())


def test_a_keyword_steers_and_a_second_click_ends_it(qtbot, opened, panel, settle, cards):
    before = cards()
    button = next(each for each in panel.keywords.findChildren(KeywordButton) if each.text() == "Stonecraft")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert panel.topic.text() == "Stonecraft"
    assert sum("Stonecraft" in words for words in cards()) == 2
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert panel.topic.text() == ""
    assert cards() == before


def test_a_key_leads_to_the_field(opened, panel, qtbot):
    opened.activateWindow()
    opened.actions_["topic"].trigger()
    qtbot.waitUntil(panel.topic.hasFocus)


def test_the_field_leaves_the_window_its_keys(opened, panel, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append("where") or ("", ""))
    opened.activateWindow()
    panel.topic.setText("school")
    panel.topic.setFocus()
    qtbot.waitUntil(panel.topic.hasFocus)
    qtbot.keyClick(panel.topic, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["where"]
    qtbot.keyClick(panel.topic, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert panel.topic.selectedText() == "school"


def leaning_card(opened, panel, settle):
    """Show a summary with a sentence that leans on the one before, which is not in it; return its row."""
    about(panel, settle, "county")
    opened.left.summary.slider.setValue(1)
    assert opened.summary.dangling()
    return 0


def test_the_sentence_before_can_be_added_and_taken_back(qtbot, opened, panel, settle, cards, other):
    row = leaning_card(opened, panel, settle)
    (leaning,) = cards()
    assert leaning.startswith("It will cost four million")
    index = panel.list.rows.index(row, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Begins with “It”: the sentence before says what · Add it" in spoken
    box = panel.list.painter_of_rows.note_box(panel.list.visualRect(index), opened.summary.sentences[row])
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    first, second = cards()
    assert first.startswith("Stonecraft Ltd.")
    assert second == leaning
    assert not opened.summary.dangling()
    report = report_on(opened.session.current, opened.summary)
    assert report.summary.added == {opened.summary.sentences[0]}

    opened.open_files([other])
    settle()
    opened.actions_["back"].trigger()
    settle()
    assert cards() == [first, second]
    index = panel.list.rows.index(0, 0)
    assert "Added by you · Remove" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    panel.list.setCurrentIndex(index)
    qtbot.keyClicks(panel.list, "-")
    assert cards() == [leaning]
    panel.choose(opened.summary.sentences[0])
    opened.actions_["before"].trigger()
    assert cards() == [first, second]


def test_a_click_on_the_words_still_goes_to_the_sentence(qtbot, opened, panel, settle):
    row = leaning_card(opened, panel, settle)
    told = []
    panel.sentenceChosen.connect(told.append)
    box = panel.list.visualRect(panel.list.rows.index(row, 0))
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(80, 20))
    assert told == list(opened.summary.sentences)


def test_the_bar_shows_where_the_sentences_stand_and_goes_there(opened, panel, qtbot):
    stretches = panel.coverage._coverage.stretches
    assert [each.sentence for each in stretches] == list(opened.summary.sentences)
    gone = []
    opened.go_to_sentence = gone.append
    panel.coverage.placeChosen.emit(stretches[-1].start)
    assert gone == [opened.summary.sentences[-1]]


def test_why_is_told_in_full(opened, panel, qtbot):
    panel.list.setCurrentIndex(panel.list.rows.index(0, 0))
    description = panel.list.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "%)" in description
    assert "enters at" in description.lower()
    opened.actions_["why"].trigger()
    qtbot.waitUntil(QToolTip.isVisible)
    assert "Enters at" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_how_many_methods_agree_is_told_once_it_is_known(opened, panel, settle):
    opened.summary_desk._ask_others()
    settle()
    description = panel.list.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "methods agree" in description
    report = report_on(opened.session.current, opened.summary)
    best = opened.summary.sentences[0]
    agree, methods = report.agreed[best]
    assert 1 <= agree <= methods
    assert f"{agree} of {methods} methods agree" in description


def test_an_article_too_short_has_no_field_and_no_bar(opened, panel, settle, tmp_path):
    file = tmp_path / "short.txt"
    file.write_text("One sentence stands here and no other.\n", encoding="utf-8")
    opened.open_files([file])
    settle()
    QApplication.processEvents()
    assert not panel.topic.isVisible()
    assert not panel.coverage.isVisible()
    assert not panel.keywords.isVisible()


def test_exports_hold_keywords_and_coverage(opened):
    report = report_on(opened.session.current, opened.summary)
    assert report.analysis.keywords
    assert report.coverage.in_words().startswith("Draws from")


REPORT = """# Harbours

The report tells of harbours and their walls. It was written for the Coastal Office.

## Walls

The walls were built in 1920. They crack in winter, when ice presses against them. Divers found holes in three of them.

## Boats

Boats leave at six in the morning. They come back at noon with herring. The harbour master counts them every day.
"""


@pytest.fixture
def report(opened, settle, tmp_path):
    """The window with an article that has headings."""
    file = tmp_path / "report.md"
    file.write_text(REPORT, encoding="utf-8")
    opened.open_files([file])
    settle()
    return opened


def test_each_section_is_summed_up_under_its_heading(report, panel, cards):
    report.actions_["sections"].trigger()
    spoken = [panel.list.rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(cards()))]
    assert [words.partition(":")[0] for words in spoken[1:]] == ["Walls", "Boats"]
    panel.slider.setValue(1)
    assert len(cards()) == 3
    assert report_on(report.session.current, report.summary).headings == {
        report.summary.sentences[1]: "Walls",
        report.summary.sentences[2]: "Boats",
    }
    panel.slider.setValue(8)
    assert len(cards()) == 8
    report.actions_["sections"].trigger()
    panel.slider.setValue(1)
    assert len(cards()) == 1


def test_sections_are_kept_with_the_article_and_offered_where_there_are_some(report, settle, other, qtbot):
    action = report.actions_["sections"]
    assert action.isEnabled()
    action.trigger()
    report.open_files([other])
    settle()
    assert not action.isEnabled()
    assert not action.isChecked()
    report.actions_["back"].trigger()
    settle()
    assert action.isChecked()


def test_the_menu_of_methods_offers_sections_too(report, panel):
    row = next(each for each in panel.method.menu().findChildren(MethodRow) if each.text() == "Summary by section")
    row.click()
    assert report.actions_["sections"].isChecked()
    assert row.isChecked()
    row.click()
    assert not report.session.current.brief.by_section


def test_tab_goes_through_the_tools_once_and_on_to_the_sentences(opened, panel, qtbot):
    opened.activateWindow()
    panel.topic.setFocus()
    qtbot.waitUntil(panel.topic.hasFocus)
    first = panel.keywords.way_in()[0]
    for follower in (panel.slider, panel.method, panel.coverage, first, panel.list):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is follower


LIST = "\n".join(f"- Take {number} eggs from the basket." for number in range(2, 30))


def test_an_article_that_is_no_prose_is_summarised_all_the_same_for_who_insists(qtbot, window, settle, tmp_path):
    file = tmp_path / "list.txt"
    file.write_text(LIST)
    window.open_files([file])
    settle()
    panel = window.left.summary
    [button] = [each for each in panel.findChildren(QToolButton) if each.text() == "Summarise it all the same"]
    assert button.isVisible()
    assert window.summary is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window.summary.sentences) == 3
    assert panel.list.isVisible()
    doubt = [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and "not prose" in label.text()]
    assert doubt == [window.session.current.verdict]
    assert window.actions_["export_markdown"].isEnabled()


def test_no_summary_is_offered_of_what_is_too_short_for_one(window, settle, tmp_path):
    file = tmp_path / "short.txt"
    file.write_text("The mill turns. It is old.")
    window.open_files([file])
    settle()
    shown = [each.text() for each in window.left.summary.findChildren(QToolButton) if each.isVisible()]
    assert "Summarise it all the same" not in shown


def test_of_a_long_article_one_sentence_is_not_said_to_be_nothing(window, settle, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("Yes.\n\n" + "The mill turns, and the river that drives it runs high this spring. " * 60)
    window.open_files([file])
    settle()
    window.left.summary.slider.setValue(1)
    window.use_summary(replace(window.summary, sentences=(0,)))
    assert "Summary 1 word · under 1 %" in window.statusBar().findChildren(QLabel)[1].text()
