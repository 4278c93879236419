from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter

from nutgraf.gui.left_panel import NARROWEST, SUMMARY_SHARE, LeftPanel
from nutgraf.text.keyword import Keyword

METHODS = (("news", "News", "For most articles."),)


@pytest.fixture
def panel(qtbot, light, harbour, first_sentences):
    made = LeftPanel(light, METHODS)
    qtbot.addWidget(made)
    made.resize(408, 800)
    made.show()
    made.summary.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    made.summary.show_summary(first_sentences(harbour, 2), harbour.names.entities)
    made.names.show_names(harbour.article, harbour.names)
    QApplication.processEvents()
    return made


def test_a_short_summary_takes_only_the_height_it_needs(panel):
    assert panel.summary.height() == panel.summary.natural_height(800)
    assert panel.summary.list.verticalScrollBar().maximum() == 0
    assert panel.names.list.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("lines", [1, 2])
def test_keywords_that_come_with_a_summary_leave_it_the_height_it_needs(panel, harbour, first_sentences, lines):
    words = ("wall", "harbour board", "fishermen", "engineers", "storm")[: 1 if lines == 1 else 5]
    panel.summary.show_article(harbour.article)
    QApplication.processEvents()
    panel.summary.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    panel.summary.show_keywords([Keyword(each * 2 if lines == 2 else each, 3) for each in words], "")
    panel.summary.show_summary(first_sentences(harbour, 2), harbour.names.entities)
    QApplication.processEvents()
    assert panel.summary.height() == panel.summary.natural_height(800)
    assert panel.summary.list.verticalScrollBar().maximum() == 0


def test_notes_follow_each_other_at_one_distance(panel, harbour):
    def gap():
        QApplication.processEvents()
        [summary] = [each for each in panel.summary.findChildren(QLabel) if each.text() == "Too short."]
        [names] = [each for each in panel.names.findChildren(QLabel) if each.text() == "No names found."]
        return names.mapTo(panel, names.rect().topLeft()).y() - summary.mapTo(panel, summary.rect().topLeft()).y()

    panel.summary.show_note("Too short.")
    panel.names.show_note("No names found.")
    after_a_summary = gap()
    panel.summary.show_article(harbour.article)
    panel.summary.show_note("Too short.")
    assert gap() == after_a_summary


def test_a_long_summary_leaves_the_names_their_part(panel, make_analysis, first_sentences):
    long = make_analysis(
        [(f"Pilot number {n} says that the wall is too low for ships of that kind.",) for n in range(90)]
    )
    panel.summary.show_analysis(long.article, long.sentences, long.ranking)
    panel.summary.show_summary(first_sentences(long, 80), ())
    QApplication.processEvents()
    handle = panel.findChild(QSplitter).handleWidth()
    free = 800 - handle
    assert panel.summary.height() == max(round(free * SUMMARY_SHARE), free - panel.names.natural_height(800))
    assert panel.names.list.verticalScrollBar().maximum() == 0


def test_a_share_that_was_chosen_stays_until_it_is_given_up(qtbot, panel, harbour, first_sentences):
    panel.set_share(0.5)
    panel.summary.show_summary(first_sentences(harbour, 9), ())
    QApplication.processEvents()
    assert panel.summary.height() == pytest.approx(400, abs=4)
    qtbot.mouseDClick(panel.findChild(QSplitter).handle(1), Qt.MouseButton.LeftButton)
    assert panel.share is None
    assert panel.summary.height() != pytest.approx(400, abs=4)


def test_the_narrowest_panel_holds_slider_and_method_whatever_its_name(qtbot, light, harbour):
    panel = LeftPanel(light, (("news", "Latent semantic analysis of everything", "For surveys."),))
    qtbot.addWidget(panel)
    panel.resize(500, 600)
    panel.show()
    panel.summary.show_analysis(harbour.article, harbour.sentences, harbour.ranking)
    panel.resize(NARROWEST, 600)
    QApplication.processEvents()
    assert panel.width() == NARROWEST
    assert panel.summary.slider.width() >= 48
    assert panel.summary.method.geometry().right() < NARROWEST - 19
    assert panel.summary.method.accessibleName().endswith("Latent semantic analysis of everything")


def test_neither_part_can_be_squeezed_away(panel):
    panel.set_share(0.0)
    assert panel.summary.height() >= 100
    panel.set_share(1.0)
    assert panel.names.height() >= 100


def test_nothing_above_the_sentences_is_squeezed_while_an_article_is_waited_for(panel):
    panel.summary.show_article(None)
    panel.names.clear()
    QApplication.processEvents()
    for part in (panel.summary.method, panel.summary.slider):
        assert part.height() >= part.sizeHint().height()


def test_rules_stand_where_rows_go_on_out_of_sight(panel, make_analysis, first_sentences):
    assert panel.summary.list.cut_edges() == panel.names.list.cut_edges() == (False, False)
    long = make_analysis(
        [(f"Pilot number {n} says that the wall is too low for ships of that kind.",) for n in range(90)]
    )
    panel.summary.show_analysis(long.article, long.sentences, long.ranking)
    panel.summary.show_summary(first_sentences(long, 80), ())
    QApplication.processEvents()
    bar = panel.summary.list.verticalScrollBar()
    for place, cut in ((0, (False, True)), (bar.maximum() // 2, (True, True)), (bar.maximum(), (True, False))):
        bar.setValue(place)
        assert panel.summary.list.cut_edges() == cut
