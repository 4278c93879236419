from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from nutgraf.gui.document import ArticleDocument
from nutgraf.gui.folding import Folding
from nutgraf.gui.reader_view import ReaderView
from nutgraf.gui.surroundings import Surroundings, _wrap, lines_hidden

FACTS = ("By Ana Berg", "2026-03-01", "The Holm Post", "mill.txt", "340 words", "1 min read", "English")


@pytest.fixture
def metrics(appearance):
    return QFontMetricsF(appearance.interface_font())


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 line of page furniture"), (2, "2 lines of page furniture"), (40, "40 lines of page furniture")],
)
def test_how_much_is_folded_is_said(count, words):
    assert lines_hidden(count) == words


@pytest.mark.parametrize("width", [90, 200, 400, 2000])
def test_the_meta_line_is_broken_between_facts_and_fits(metrics, width):
    lines = _wrap(FACTS, metrics, width)
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    if width > 150:
        assert "    ".join(lines).split("    ") == list(FACTS)
    assert len(lines) == (1 if width == 2000 else len(lines))


def test_a_fact_longer_than_the_column_is_cut(metrics):
    (line,) = _wrap(("A name that is far too long for so narrow a column " * 3,), metrics, 150)
    assert line.endswith("…")


def test_without_facts_there_is_no_meta_line(metrics):
    assert _wrap((), metrics, 300) == []


def test_the_header_needs_room_for_its_lines_and_for_the_fold(article, appearance):
    surroundings = Surroundings(appearance)

    def room(shown, facts):
        folding = Folding(shown)
        surroundings.set_article(ArticleDocument(shown, folding, appearance), folding, facts)
        return surroundings.header_room(600)

    unfolded = article.refold(dict.fromkeys((0, 4, 5), False))
    assert room(unfolded, ()) == 0
    assert room(unfolded, FACTS) > 0
    assert room(article, FACTS) > room(unfolded, FACTS)
    assert room(article, ()) < room(article, FACTS)


def test_the_header_stands_between_the_standfirst_and_the_text(qtbot, appearance, article):
    view = ReaderView(appearance)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.show_article(article, FACTS)
    view.viewport().grab()
    pill = next(rect for rect, what in view._targets if rect.height() == 31)
    standfirst, text = article.blocks[2].span.start, article.blocks[3].span.start
    assert view.top_of(standfirst) + 10 < pill.top()
    assert pill.bottom() <= view.top_of(text)


def test_dots_for_furniture_at_the_very_end_open_it(qtbot, appearance, article):
    last = len(article.blocks) - 1
    changed = article.refold({0: False, 4: False, 5: False, last: True, last - 1: True})
    view = ReaderView(appearance)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.show_article(changed)
    view.go_to_place(changed.blocks[last - 2].span.start)
    view.viewport().grab()
    (dots,) = [what for rect, what in view._targets if rect.width() == 28]
    dots(view)
    assert view.folding.hidden == frozenset()
