from __future__ import annotations

import pytest

from nutgraf.gui.elided_label import ElidedLabel


@pytest.fixture
def label(qtbot):
    def make(text, room, separator=""):
        made = ElidedLabel(separator=separator)
        qtbot.addWidget(made)
        made.set_text(text, "why")
        made.resize(made.fontMetrics().horizontalAdvance(room), 20)
        made.show()
        return made

    return make


def test_what_fits_is_shown_whole_and_explained(label):
    whole = label("3 of 14 sentences · 1 min", "3 of 14 sentences · 1 min.", " · ")
    assert whole.shown() == "3 of 14 sentences · 1 min"
    assert whole.toolTip() == "<qt>why</qt>"


def test_where_there_is_no_room_whole_parts_are_left_out_and_the_tip_has_all(label):
    cut = label("3 of 14 sentences · 1 min", "3 of 14 sentences · 1", " · ")
    assert cut.shown() == "3 of 14 sentences"
    assert "1 min<br>why" in cut.toolTip()


def test_what_has_no_parts_ends_in_an_ellipsis(label):
    assert label("a · long name.txt", "a · long").shown().endswith("…")
    assert label("3 of 14 sentences · 1 min", "3 of 14", " · ").shown().endswith("…")
