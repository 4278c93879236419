from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from nutgraf.gui.article_view import MARGIN_ABOVE, READING_LINE
from nutgraf.gui.highlights import Spans
from nutgraf.gui.reader_view import ReaderView
from nutgraf.settings import TEXT_SIZE, THEME
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention
from nutgraf.text.span import Span


@pytest.fixture
def view(qtbot, appearance, article):
    shown = ReaderView(appearance)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_article(article, ("By Ana Berg", "2026-03-01"))
    shown.viewport().grab()
    return shown


def span_of(view, words):
    start = view.article.text.index(words)
    return Span(start, start + len(words))


def point_of(view, offset):
    """Return a point of the viewport inside the character at an offset."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().utf16.units(offset))
    return view.cursorRect(cursor).center() + QPoint(3, 0)


def click(qtbot, view, point):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def target(view, wanted):
    """Return the middle of what is drawn to be clicked and does what `wanted` accepts."""
    view.viewport().grab()
    return next(rect.center().toPoint() for rect, what in view._targets if wanted(rect, what))


def top_in_sight(view, offset):
    return view.top_of(offset) - view.verticalScrollBar().value()


@pytest.mark.parametrize("words", ["mill 🌾 at", "Maria Lind", "שלום", "مرحبا", "🌀", "grind()"])
def test_a_point_and_its_offset_agree_after_emoji_and_in_any_direction(view, words):
    for offset in range(span_of(view, words).start, span_of(view, words).end):
        view.reveal(Span(offset, offset + 1), flash=False)
        cursor = QTextCursor(view.document())
        cursor.setPosition(view.document().utf16.units(offset))
        assert (
            view.document().utf16.points(view.cursorForPosition(view.cursorRect(cursor).center()).position()) == offset
        )


def test_a_point_beside_the_words_has_no_offset(view):
    assert view.offset_at(QPoint(5, 200)) == -1
    assert view.offset_at(point_of(view, span_of(view, "at Holm").start)) == span_of(view, "at Holm").start


def test_selecting_a_span_selects_its_words(view):
    span = span_of(view, "mill 🌾 at Holm")
    view.select(span)
    assert view.selected_span() == span
    assert view.selected_text() == "mill 🌾 at Holm"


def test_reveal_brings_a_span_to_the_reading_line_and_flashes_it(view):
    span = span_of(view, "Paragraph 20")
    view.reveal(span)
    assert top_in_sight(view, span.start) == pytest.approx(READING_LINE * view.viewport().height(), abs=2)
    assert view.highlights.flashed == span
    assert view.highlights.flash_strength == 1


def test_reveal_without_a_flash_only_scrolls(view):
    view.reveal(span_of(view, "Paragraph 20"), flash=False)
    assert view.verticalScrollBar().value() > 0
    assert view.highlights.flashed is None


def test_reveal_opens_the_fold_that_holds_the_place_and_no_other(view):
    view.reveal(span_of(view, "another story"))
    assert view.folding.open == {view.folding.folds[1]}
    assert view.document().findBlockByNumber(5).isVisible()
    assert 0 < top_in_sight(view, span_of(view, "another story").start) < view.viewport().height()


def test_a_place_past_the_end_is_the_end(view):
    view.reveal(Span(10**9, 10**9 + 5))
    last = len(view.article.text)
    assert 0 < top_in_sight(view, last) < view.viewport().height()
    assert view.highlights.flashed == Span(last, last)


@pytest.fixture
def long():
    builder = ArticleBuilder()
    for number in range(1500):
        builder.add(BlockKind.PARAGRAPH, f"Paragraph {number} tells of the river, its fish and its banks. " * 4)
    return builder.build(Meta())


def test_a_place_near_the_end_of_a_long_article_is_reached_at_once(view, long):
    view.show_article(long)
    span = span_of(view, "Paragraph 1400 ")
    view.reveal(span)
    assert top_in_sight(view, span.start) == pytest.approx(READING_LINE * view.viewport().height(), abs=2)


def test_the_place_in_a_long_article_is_kept_when_it_is_shown_again(qtbot, view, long):
    view.show_article(long)
    offset = span_of(view, "Paragraph 1400 ").start
    view.go_to_place(offset)
    assert view.block_at(view.place()) == 1400
    with qtbot.waitSignal(view.appearance.changed):
        view.appearance.settings.set(THEME, "dark")
    assert view.block_at(view.place()) == 1400
    view.replace_article(long.refold({3: True}))
    assert view.block_at(view.place()) == 1400


def test_without_an_article_there_is_no_place(qtbot, appearance):
    empty = ReaderView(appearance)
    qtbot.addWidget(empty)
    empty.reveal(Span(3, 4))
    assert empty.place() == 0
    assert empty.offset_at(QPoint(10, 10)) == -1
    assert empty.selected_span() is None
    assert empty.selected_text() == ""


@pytest.mark.parametrize("change", ["type", "colours", "width", "folds"])
def test_the_reader_keeps_the_place_when_the_page_changes(qtbot, view, change):
    offset = span_of(view, "Paragraph 25").start
    view.go_to_place(offset)
    assert view.block_at(view.place()) == view.block_at(offset)
    settings = view.appearance.settings
    if change == "width":
        view.resize(500, 500)
    elif change == "folds":
        view.open_all_folds(is_open=True)
    else:
        with qtbot.waitSignal(view.appearance.changed):
            settings.set(TEXT_SIZE, 26) if change == "type" else settings.set(THEME, "dark")
    assert abs(view.block_at(view.place()) - view.block_at(offset)) <= 1
    assert -30 <= top_in_sight(view, offset) <= 60


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_home_and_end_go_to_the_ends_of_an_article_that_is_not_laid_out_yet(qtbot, view, long, modifier):
    view.show_article(long)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End, modifier)
    assert view.is_laid_out()
    assert 0 < bar.value() == bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home, modifier)
    assert bar.value() == 0


def test_a_place_just_below_the_very_top_is_kept_when_the_page_changes(view, long):
    view.show_article(long)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(9)
    assert view.place() == 0
    view.resize(700, 500)
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("count", [3, 60, 120, 900])
@pytest.mark.parametrize("width", [320, 580, 800])
def test_what_is_painted_begins_with_the_first_block_above_a_title_too(view, count, width):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Published on the International Journal of Mills 2002, 1(2): 159-169.")
    builder.add(BlockKind.TITLE, "Structural and electronic properties of mills: an ab initio study")
    for number in range(count):
        builder.add(BlockKind.PARAGRAPH, f"Paragraph {number} tells of the river, of its fish and of its banks. " * 5)
    view.resize(width, 600)
    view.show_article(builder.build(Meta()), ("By Ana Berg",))
    assert [placed.block.blockNumber() for placed in view.placed_blocks()][:2] == [0, 1]
    QApplication.processEvents()
    assert [placed.block.blockNumber() for placed in view.placed_blocks()][:2] == [0, 1]
    view.verticalScrollBar().setValue(30)
    assert next(view.placed_blocks()).block.blockNumber() == 0


def between_paragraphs(view):
    """The scroll values at which the top of the view stands between two blocks."""
    layout, found = view.document().documentLayout(), []
    for number in range(6, 30):
        above, below = (view.document().findBlockByNumber(each) for each in (number, number + 1))
        top, bottom = layout.blockBoundingRect(above).bottom() + 1, layout.blockBoundingRect(below).top() - 1
        if above.isVisible() and below.isVisible() and bottom > top:
            found.append((number, round((top + bottom) / 2)))
    return found


@pytest.fixture
def folded_at_its_end(view, article):
    """An article whose last blocks are folded away."""
    builder = ArticleBuilder()
    for block in article.blocks:
        builder.add(block.kind, block.span.of(article.text), level=block.level, furniture=block.furniture)
    for words in ("Share this", "Also read", "Contact"):
        builder.add(BlockKind.PARAGRAPH, words, furniture=True)
    view.resize(640, 420)
    view.show_article(builder.build(Meta(title="A mill turns again")))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QApplication.processEvents()
    return view


def test_what_is_in_sight_is_painted_where_the_view_begins_between_two_paragraphs(folded_at_its_end):
    view = folded_at_its_end
    places = between_paragraphs(view)
    assert len(places) > 9
    for number, y in places:
        view.verticalScrollBar().setValue(y)
        painted = [placed.block.blockNumber() for placed in view.placed_blocks()]
        assert {number + 1, number + 2} <= set(painted)


def test_the_place_is_that_of_the_next_paragraph_where_the_view_begins_between_two(folded_at_its_end):
    view = folded_at_its_end
    for number, y in between_paragraphs(view):
        view.verticalScrollBar().setValue(y - 4)
        assert view.block_at(view.place()) == number + 1


def test_the_paragraph_being_read_is_the_next_one_where_the_reading_line_is_between_two(folded_at_its_end):
    view = folded_at_its_end
    line = view._reading_line().y()
    for number, y in between_paragraphs(view):
        if y > line:
            view.verticalScrollBar().setValue(y - line)
            assert view.block_being_read() == number + 1


def test_dragging_over_the_room_between_paragraphs_selects_no_further_than_the_mouse(qtbot, folded_at_its_end):
    view = folded_at_its_end
    for number, y in between_paragraphs(view):
        if y < 200:
            continue
        view.verticalScrollBar().setValue(y - 200)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 240))
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
        drag(view, QPoint(300, 200))
        assert view.selected_span()
        assert view.block_at(view.selected_span().end) in {number, number + 1}
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))


def drag(view, to):
    """Move the mouse over the view with its button held."""
    left = Qt.MouseButton.LeftButton
    place = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.viewport().mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_below_the_last_paragraph_selects_nothing(qtbot, folded_at_its_end):
    view = folded_at_its_end
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, view.viewport().height() - 30))
    assert view.selected_span() is None
    assert view.textCursor().block().isVisible()


def test_the_place_at_the_reading_line_is_told_while_scrolling(qtbot, view):
    span = span_of(view, "Paragraph 20")
    with qtbot.waitSignal(view.reading_moved) as told:
        view.reveal(span)
    assert view.block_at(told.args[0]) == view.block_at(span.start)


@pytest.mark.parametrize("titled", [True, False])
def test_an_article_that_begins_with_its_first_words_has_room_above_them(view, titled):
    builder = ArticleBuilder()
    builder.add(BlockKind.TITLE if titled else BlockKind.PARAGRAPH, "The mill turns again.")
    builder.add(BlockKind.PARAGRAPH, "It is old.")
    view.show_article(builder.build(Meta()), ("mill.txt", "7 words"))
    first = view.document().findBlockByNumber(0)
    room = first.blockFormat().topMargin()
    top = view.document().documentLayout().blockBoundingRect(first).top()
    assert top == pytest.approx(MARGIN_ABOVE + room, abs=1)
    assert titled or room > view.document().header_room > 0, "the meta line stands above the first words"


def test_fractions_grow_down_the_article(view):
    offsets = [block.span.start for block in view.article.blocks if not block.furniture]
    fractions = [view.fraction_of(offset) for offset in offsets]
    assert fractions == sorted(fractions)
    assert 0 <= fractions[0] < 0.1
    assert 0.8 < fractions[-1] <= 1


def test_the_pill_opens_and_closes_all_folds(qtbot, view):
    pill = target(view, lambda rect, what: rect.height() == 31)
    with qtbot.waitSignal(view.folding_changed):
        click(qtbot, view, pill)
    assert view.folding.hidden == frozenset()
    pill = target(view, lambda rect, what: rect.height() == 31)
    click(qtbot, view, pill)
    assert view.folding.hidden == {0, 4, 5}


def test_the_dots_in_the_margin_open_their_fold_alone(qtbot, view):
    view.viewport().grab()
    dots = sorted((rect for rect, what in view._targets if rect.width() == 28), key=lambda rect: rect.top())
    assert len(dots) == 2
    click(qtbot, view, dots[1].center().toPoint())
    assert view.folding.open == {view.folding.folds[1]}


def test_an_open_fold_is_hidden_again_by_its_own_word(qtbot, view):
    view.open_fold(view.folding.folds[1], is_open=True)
    y = view.top_of(view.article.blocks[4].span.start) - view.verticalScrollBar().value()
    above = [rect for rect, what in (view.viewport().grab(), view._targets)[1] if y - 40 < rect.center().y() < y + 5]
    hide, keep = sorted(above, key=lambda rect: rect.left())
    click(qtbot, view, hide.center().toPoint())
    assert view.folding.hidden == {0, 4, 5}
    view.open_fold(view.folding.folds[1], is_open=True)
    view.viewport().grab()
    with qtbot.waitSignal(view.refold_asked) as asked:
        click(qtbot, view, keep.center().toPoint())
    assert asked.args == [{4: False, 5: False}]


def test_open_folds_stay_open_when_another_is_changed(view):
    view.open_fold(view.folding.folds[1], is_open=True)
    view.highlights.summary = Spans([(Span(0, 5), 1)])
    view.replace_article(view.article.refold({7: True}))
    assert view.folding.hidden == {0, 7}
    assert len(view.highlights.summary) == 0


def mark_person(view, words, label=Label.PERSON):
    mention = Mention(span_of(view, words), label)
    view.highlights.mentions = Spans([(mention.span, mention)])
    return mention


def test_a_click_on_a_name_tells_its_place(qtbot, view):
    mention = mark_person(view, "Maria Lind")
    with qtbot.waitSignal(view.name_clicked) as told:
        click(qtbot, view, point_of(view, mention.span.start + 2))
    assert told.args == [mention.span.start + 2]


def test_a_name_of_a_hidden_kind_cannot_be_clicked(qtbot, view):
    mention = mark_person(view, "Maria Lind")
    view.highlights.shown = frozenset({Label.ORGANIZATION})
    with qtbot.assertNotEmitted(view.name_clicked):
        click(qtbot, view, point_of(view, mention.span.start + 2))


def test_a_click_on_a_number_in_the_margin_tells_the_sentence(qtbot, view):
    view.highlights.summary = Spans([(span_of(view, "The mill 🌾"), 1), (span_of(view, "Then the stone"), 2)])
    badge = target(view, lambda rect, what: what == 2)
    with qtbot.waitSignal(view.sentence_clicked) as told:
        click(qtbot, view, badge)
    assert told.args == [2]


def test_badges_never_lie_over_each_other(view):
    pieces = [span_of(view, words) for words in ("The mill 🌾", "silent", "its owner", "Maria Lind", "She kept")]
    view.highlights.summary = Spans((span, number) for number, span in enumerate(pieces, start=1))
    view.viewport().grab()
    badges = sorted((rect for rect, what in view._targets if isinstance(what, int)), key=lambda rect: rect.top())
    assert len(badges) == 5
    assert all(above.bottom() < below.top() for above, below in pairwise(badges))


class Areas(QObject):
    """What of a widget is painted anew."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's way to name methods
        if event.type() is QEvent.Type.Paint:
            self.seen.append(event.rect())
        return False


@pytest.fixture
def painted(view):
    """Change the summary of the view and return the part of it that is painted anew, None where nothing is."""
    areas = Areas(view.viewport())

    def change(*words):
        QApplication.processEvents()
        areas.seen.clear()
        view.show_summary(Spans((span_of(view, each), number) for number, each in enumerate(words, start=1)))
        QApplication.processEvents()
        return areas.seen[0] if areas.seen else None

    return change


def test_a_summary_that_changes_out_of_sight_paints_nothing_anew(view, painted):
    assert painted("The mill 🌾 at Holm") is not None
    assert painted("The mill 🌾 at Holm", "Paragraph 38 🐟 tells") is None
    assert [number for _, number in view.highlights.summary] == [1, 2]


def test_a_summary_that_changes_in_sight_is_painted_from_there_on(view, painted):
    view.resize(800, 800)
    painted("The mill 🌾 at Holm", "Paragraph 0 🐟 tells")
    area = painted("The mill 🌾 at Holm", "First the grain", "Paragraph 0 🐟 tells")
    middle = point_of(view, span_of(view, "First the grain").start).y()
    assert area.top() > point_of(view, span_of(view, "The mill 🌾 at Holm").start).y()
    assert area.top() < middle < area.bottom()
    assert area.bottom() >= point_of(view, span_of(view, "Paragraph 0 🐟 tells").start).y()  # its number is another


def test_a_click_on_a_link_asks_and_goes_nowhere(qtbot, view, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with qtbot.waitSignal(view.link_clicked) as told:
        click(qtbot, view, point_of(view, span_of(view, "its owner").start + 2))
    assert told.args == ["https://example.org/owner"]
    assert opened == []
    assert view.article.text.startswith("Home News")


def test_dragging_over_a_name_selects_it_and_is_no_click(qtbot, view):
    mention = mark_person(view, "Maria Lind")
    start, end = point_of(view, mention.span.start), point_of(view, mention.span.end)
    with qtbot.assertNotEmitted(view.name_clicked):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view.viewport(), end)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_the_keyboard_follows_what_is_under_the_text_cursor(qtbot, view):
    view.set_caret_browsing(True)
    assert view.caret_browsing
    link = span_of(view, "its owner")
    cursor = view.textCursor()
    cursor.setPosition(view.document().utf16.units(link.start + 3))
    view.setTextCursor(cursor)
    with qtbot.waitSignal(view.link_clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    view.set_caret_browsing(False)
    with qtbot.assertNotEmitted(view.link_clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_the_menu_is_asked_for_with_the_place(qtbot, view):
    from PySide6.QtGui import QContextMenuEvent

    offset = span_of(view, "at Holm").start
    point = point_of(view, offset)
    with qtbot.waitSignal(view.menu_asked) as asked:
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, QPoint(7, 8)))
    assert asked.args == [offset, QPoint(7, 8)]


def test_everything_is_copied_as_plain_words_without_what_is_folded_away(view):
    view.selectAll()
    copied = view.createMimeDataFromSelection()
    assert copied.formats() == ["text/plain"]
    parts = copied.text().split("\n\n")
    shown = [block for block in view.article.blocks if not block.furniture]
    assert parts == [block.span.of(view.article.text).replace("\u2028", "\n") for block in shown]


def test_what_is_unfolded_is_copied(view):
    view.open_all_folds(is_open=True)
    view.selectAll()
    assert view.selected_text().startswith("Home News Sport\n\nA mill 🏚️ turns again\n\n")


def test_a_selection_of_parts_of_blocks_is_copied_from_its_first_to_its_last_word(view):
    span = Span(span_of(view, "She kept").start, span_of(view, "How it").end)
    view.select(span)
    assert view.selected_text() == "She kept the name.\n\nHow it"
    view.copy()
    assert QApplication.clipboard().text() == "She kept the name.\n\nHow it"


def test_nothing_is_ever_loaded(view, tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"x")
    for kind in (2, 3, 4):  # an image, a style sheet, a page
        assert view.loadResource(kind, f"file://{picture}") is None


def test_markup_in_a_tool_tip_is_not_followed(view, monkeypatch):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QToolTip

    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, words, widget: shown.append(words))
    for words in ("<img src='file:///x'>", ""):
        view.tool_tip_at = lambda point, words=words: words
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), QPoint(9, 9)))
    assert shown == ["<qt>&lt;img src=&#x27;file:///x&#x27;&gt;</qt>", ""]


def test_the_text_cannot_be_changed(qtbot, view):
    text = view.toPlainText()
    qtbot.keyClicks(view, "abc")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    view.paste()
    view.cut()
    assert view.toPlainText() == text
    assert view.isReadOnly()


@pytest.mark.parametrize("width", [150, 320, 800, 2400])
def test_the_column_is_the_measure_at_most_and_leaves_room_for_marks(qtbot, view, width):
    view.resize(width, 500)
    form = view.document().rootFrame().frameFormat()
    column = view.viewport().width() - form.leftMargin() - form.rightMargin()
    assert column <= view.appearance.measure_width() + 1
    assert form.leftMargin() >= 64
    if width >= 320:
        assert form.leftMargin() + column <= view.viewport().width()


def test_documents_that_were_shown_before_are_let_go(qtbot, view):
    for theme in ("dark", "sepia", "light", "contrast"):
        with qtbot.waitSignal(view.appearance.changed):
            view.appearance.settings.set(THEME, theme)
    view.replace_article(view.article.refold({7: True}))
    view.show_article(view.article)
    qtbot.wait(1)
    assert len(view.findChildren(QTextDocument)) == 1


def test_the_cursor_is_a_hand_where_a_click_does_something(qtbot, view):
    mention = mark_person(view, "Maria Lind")

    def shape_at(offset):
        qtbot.mouseMove(view.viewport(), point_of(view, offset))
        qtbot.wait(1)
        from PySide6.QtGui import QMouseEvent

        where = QPointF(point_of(view, offset))
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)
        return view.viewport().cursor().shape()

    assert shape_at(mention.span.start + 1) is Qt.CursorShape.PointingHandCursor
    assert shape_at(span_of(view, "at Holm").start) is Qt.CursorShape.IBeamCursor
    assert shape_at(span_of(view, "its owner").start + 1) is Qt.CursorShape.PointingHandCursor
