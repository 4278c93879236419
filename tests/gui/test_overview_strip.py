from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from nutgraf.gui.overview_strip import OverviewStrip, Tick
from nutgraf.gui.reader_view import ReaderView
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

RED = QColor("#ff0000")


@pytest.fixture
def strip(qtbot, appearance, article):
    view = ReaderView(appearance)
    made = OverviewStrip(view, appearance)
    for widget, width in ((view, 700), (made, 20)):
        qtbot.addWidget(widget)
        widget.resize(width, 400)
        widget.show()
        qtbot.waitExposed(widget)
    view.show_article(article)
    made.view_for_test = view
    return made


def red_rows(strip):
    image = strip.grab().toImage()
    return [y for y in range(image.height()) if image.pixelColor(image.width() // 2, y) == RED]


def test_a_tick_stands_where_its_place_is_in_the_whole_text(strip, article):
    view = strip.view_for_test
    offset = article.text.index("Paragraph 20")
    strip.set_ticks([Tick(offset, RED)])
    rows = red_rows(strip)
    assert rows
    assert sum(rows) / len(rows) == pytest.approx(10 + view.fraction_of(offset) * 380, abs=2)


def test_a_long_text_is_not_laid_out_for_its_ticks_which_stand_about_where_they_will(qtbot, strip):
    builder = ArticleBuilder()
    for number in range(900):
        builder.add(BlockKind.PARAGRAPH, f"Paragraph {number} tells of the river, of its fish and of its banks. " * 3)
    article = builder.build(Meta())
    view = strip.view_for_test
    view.show_article(article)
    strip.set_ticks([Tick(article.blocks[600].span.start, RED)])
    estimated = red_rows(strip)
    assert estimated
    assert not view.is_laid_out()
    qtbot.waitUntil(view.is_laid_out)  # Qt goes on by itself
    exact = red_rows(strip)
    assert sum(exact) / len(exact) == pytest.approx(10 + view.fraction_of(article.blocks[600].span.start) * 380, abs=2)
    assert sum(estimated) / len(estimated) == pytest.approx(sum(exact) / len(exact), abs=4)


def test_of_ticks_in_one_row_the_last_is_seen(strip, article):
    offset = article.text.index("Paragraph 20")
    strip.set_ticks([Tick(offset, QColor("#0000ff")), Tick(offset, RED)])
    assert red_rows(strip)
    strip.set_ticks([Tick(offset, RED), Tick(offset, QColor("#0000ff"))])
    assert not red_rows(strip)


def test_ticks_move_when_the_text_is_laid_out_anew(strip, article):
    offset = article.text.index("Paragraph 3 ")
    strip.set_ticks([Tick(offset, RED)])
    before = red_rows(strip)
    strip.view_for_test.resize(260, 400)
    strip.view_for_test.open_all_folds(is_open=True)
    assert red_rows(strip) != before


def test_without_an_article_there_are_no_ticks(qtbot, appearance):
    view = ReaderView(appearance)
    made = OverviewStrip(view, appearance)
    for widget in (view, made):
        qtbot.addWidget(widget)
    made.resize(20, 300)
    made.set_ticks([Tick(5, RED)])
    assert red_rows(made) == []


def test_a_click_scrolls_there(qtbot, strip):
    bar = strip.view_for_test.verticalScrollBar()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 395))
    assert bar.value() == bar.maximum()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 2))
    assert bar.value() == 0
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    middle = bar.value() + bar.pageStep() / 2
    assert middle == pytest.approx((bar.maximum() + bar.pageStep()) / 2, rel=0.02)


def drag(strip, y, buttons):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    none, where = Qt.KeyboardModifier.NoModifier, QPointF(10, y)
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, buttons, none)
    QApplication.sendEvent(strip, event)


def test_a_drag_scrolls_along_and_a_mere_movement_does_not(strip):
    bar = strip.view_for_test.verticalScrollBar()
    drag(strip, 300, Qt.MouseButton.NoButton)
    assert bar.value() == 0
    values = []
    for y in (100, 200, 300):
        drag(strip, y, Qt.MouseButton.LeftButton)
        values.append(bar.value())
    assert 0 < values[0] < values[1] < values[2]


def test_the_wheel_over_the_strip_scrolls_the_text(strip):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    bar, at = strip.view_for_test.verticalScrollBar(), QPointF(10, 100)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    down = QWheelEvent(at, at, QPoint(), QPoint(0, -240), none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(strip, down)
    assert bar.value() > 0


def test_who_does_not_see_the_strip_is_told_what_it_is(strip):
    assert strip.accessibleName() == "Overview of marked places"
    assert "summary sentences" in strip.toolTip()
