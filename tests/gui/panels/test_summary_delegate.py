"""A card of the summary is as high as what is painted in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from nutgraf.gui.card_notes import Note
from nutgraf.gui.summary_delegate import GAP, PADDING
from nutgraf.gui.summary_list import SummaryList

OFFER = Note("“Nobody” goes on from the sentence before", "Add it", 0, adds=True)


@pytest.fixture
def make_list(qtbot, light):
    """Make the list of an analysis's first two sentences, the second with what it offers and the heading above it."""

    def make(analysis, notes, headings):
        made = SummaryList(light)
        qtbot.addWidget(made)
        made.resize(337, 900)
        made.set_article(analysis.article, analysis.sentences, analysis.ranking)
        made.show_sentences((0, 1), (), notes, headings, 9)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


@pytest.mark.parametrize("heading", ["", "Walls"])
@pytest.mark.parametrize("reason", ["", "Names the source"])
def test_what_a_card_offers_stands_below_its_words_and_its_reason(make_list, make_analysis, reason, heading):
    shown = make_list(make_analysis(reasons=(reason,)), {1: OFFER}, {1: heading} if heading else {})
    delegate, cards = shown.painter_of_rows, shown.cards
    area = shown.visualRect(shown.rows.index(1, 0))
    above = area.top() + PADDING + delegate._heading_height(1)
    small = delegate.note_box(area, 1).height()
    words = above + cards.height(1) + (GAP + small if reason else 0)
    box = delegate.note_box(area, 1)
    assert area.height() == delegate.row_height(1)
    assert words < box.top() <= words + GAP + 1
    assert area.bottom() + 1 - box.bottom() == PADDING


def test_a_card_without_an_offer_ends_with_its_reason(make_list, make_analysis):
    with_reason = make_list(make_analysis(reasons=("Names the source",)), {}, {})
    delegate, area = with_reason.painter_of_rows, QRect(0, 0, 337, 99)
    assert delegate.note_box(area, 0).isEmpty()
    bare = make_list(make_analysis(reasons=("",)), {}, {}).painter_of_rows
    assert delegate.row_height(0) - bare.row_height(0) == GAP + delegate._small_metrics.height()
    assert bare.row_height(0) == round(with_reason.cards.height(0)) + 2 * PADDING
