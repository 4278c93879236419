from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextCursor

from nutgraf.gui.highlights import Spans, paint_badge, paint_block, paint_name, paint_watched, person_or_organization
from nutgraf.gui.reader_view import ReaderView
from nutgraf.gui.theme import load_theme
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention, Watched
from nutgraf.text.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=12).map(
    lambda pairs: [Span(start, start + length) for start, length in pairs]
)


@given(SPANS, st.integers(0, 60), st.integers(1, 15))
def test_within_gives_exactly_the_spans_that_overlap(spans, start, length):
    place = Span(start, start + length)
    pairs = [(span, number) for number, span in enumerate(spans)]
    expected = sorted((pair for pair in pairs if pair[0].overlaps(place)), key=lambda pair: pair[0])
    assert sorted(Spans(pairs).within(place)) == sorted(expected)


def test_at_gives_what_covers_a_code_point():
    spans = Spans([(Span(4, 8), "mill"), (Span(10, 12), "at")])
    assert spans.at(4) == (Span(4, 8), "mill")
    assert spans.at(7) == (Span(4, 8), "mill")
    assert spans.at(8) is None
    assert len(spans) == 2


@pytest.fixture
def view(qtbot, appearance):
    def show(*texts):
        builder = ArticleBuilder()
        for text in texts:
            builder.add(BlockKind.PARAGRAPH, text)
        shown = ReaderView(appearance)
        qtbot.addWidget(shown)
        shown.resize(700, 600)
        shown.show_article(builder.build(Meta()))
        return shown

    return show


def centres(view, span):
    """Return the middle of each letter of a span, where Qt would put it on the screen."""
    units, found = view.document().utf16.units, []
    for offset in range(span.start, span.end):
        cursor = QTextCursor(view.document())
        cursor.setPosition(units(offset))
        before = view.cursorRect(cursor)
        cursor.setPosition(units(offset + 1))
        after = view.cursorRect(cursor)
        over = after.center() - before.center()
        if (
            abs(over.y()) < 3 and abs(over.x()) < 1.5 * view.document().em
        ):  # not over the end of a line or of a direction
            found.append(QPointF((before.center().x() + after.center().x()) / 2, before.center().y()))
    return found


LONG = "The mill at Holm stood empty for thirty years before the council voted to repair its wheel and its roof. " * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill at Holm turns again.", "mill at Holm"),
        ("🌾🌾 The mill 🏚️ at Holm turns.", "mill 🏚️ at"),
        (LONG, "Holm stood empty for thirty years before the council voted to repair its wheel and its roof. The mill"),
        (LONG, LONG.strip()),
        ("אמרה ראש העיר ביום שני", "ראש העיר"),
        ("אמרה ראש העיר ביום שני", "אמרה ראש העיר ביום שני"),
        ("שלום said the miller, and שלום said his wife.", "שלום said"),
        ("The miller said שלום and left.", "said שלום"),
        ("הטוחן אמר Hello ויצא", "אמר Hello"),
        (
            "אמרה ראש העיר ביום שני שהטחנה תיפתח שוב באביב. " * 4,
            "העיר ביום שני שהטחנה תיפתח שוב באביב. אמרה ראש העיר ביום שני שהטחנה",
        ),
    ],
    ids=["words", "emoji", "lines", "whole", "hebrew", "hebrew-whole", "begins", "ends", "inside", "hebrew-lines"],
)
def test_rectangles_cover_the_words_and_no_more_than_their_lines(view, text, words):
    shown = view(text)
    start = shown.article.text.index(words)
    span = Span(start, start + len(words))
    placed = next(each for each in shown.placed_blocks() if each.span.overlaps(span))
    rects = placed.rects(span)
    letters = centres(shown, span)
    assert letters
    for letter in letters:
        assert any(rect.adjusted(-1.5, 0, 1.5, 0).contains(letter) for rect in rects), letter
    outside = [Span(0, span.start), Span(span.end, len(shown.article.text))]
    for letter in (letter for each in outside for letter in centres(shown, each)):
        assert not any(rect.adjusted(1.5, 0, -1.5, 0).contains(letter) for rect in rects), letter


def test_a_span_of_two_blocks_has_rectangles_in_both(view):
    shown = view("The mill turns.", "The river runs.")
    span = Span(4, 25)
    assert [len(placed.rects(span)) for placed in shown.placed_blocks()] == [1, 1]


def test_a_span_elsewhere_has_no_rectangle(view):
    shown = view("The mill turns.", "The river runs.")
    second = list(shown.placed_blocks())[1]
    assert second.rects(Span(0, 8)) == []


def test_a_person_and_an_organization_differ_in_colour_and_in_line():
    theme = load_theme("light")
    person, organization = (person_or_organization(theme, label) for label in Label)
    assert person[2] is Qt.PenStyle.SolidLine
    assert organization[2] is Qt.PenStyle.DotLine
    assert person[0] != organization[0]
    assert person[1] != organization[1]


def drawn(paint):
    """Return what a painting leaves on white."""
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.mark.parametrize("label", Label)
def test_a_name_is_filled_and_underlined(qapp, label):
    theme = load_theme("light")
    image = drawn(lambda painter: paint_name(painter, theme, label, [QRectF(10, 10, 60, 30)]))
    fill, line, _ = person_or_organization(theme, label)
    assert image.pixelColor(40, 20) == fill
    below = {image.pixelColor(x, 39).name() for x in range(14, 66)}
    assert line.name() in below
    if label is Label.PERSON:
        assert below == {line.name()}
    else:
        assert len(below) > 1
    assert image.pixelColor(90, 20) == Qt.GlobalColor.white


@pytest.mark.parametrize("label", Label)
def test_a_doubtful_name_is_lighter_with_a_line_of_the_same_shape(qapp, label):
    theme = load_theme("light")
    fill, line, _ = person_or_organization(theme, label)
    sure, doubtful = (
        drawn(lambda painter, doubt=doubt: paint_name(painter, theme, label, [QRectF(10, 10, 60, 30)], doubtful=doubt))
        for doubt in (False, True)
    )
    assert fill.lightnessF() < doubtful.pixelColor(40, 20).lightnessF() < 1
    thick, thin = (sum(image.pixelColor(15, y).name() == line.name() for y in range(60)) for image in (sure, doubtful))
    below = {doubtful.pixelColor(x, 39).name() for x in range(14, 66)}
    if label is Label.PERSON:
        assert (thick, thin) == (2, 1)
        assert below == {line.name()}
    else:
        assert len(below) > 1


def test_a_watched_name_has_a_box_and_a_second_line_below(qapp):
    theme = load_theme("light")
    rect = QRectF(10, 10, 60, 30)
    image = drawn(lambda painter: paint_watched(painter, theme, [rect], filled=True))
    assert image.pixelColor(40, 25) == theme.watched_fill
    column = [image.pixelColor(40, y).name() for y in range(60)]
    lines = [y for y in range(60) if column[y] not in {"#ffffff", theme.watched_fill.name()}]
    assert lines[0] <= 11
    assert lines[-1] > rect.bottom()
    empty = drawn(lambda painter: paint_watched(painter, theme, [rect], filled=False))
    assert empty.pixelColor(40, 25) == Qt.GlobalColor.white


def test_a_watched_name_lets_the_kind_of_name_below_be_seen(view, qapp):
    shown = view("Maria Lind came.")
    theme = load_theme("light")
    span = Span(0, 10)
    shown.highlights.mentions = Spans([(span, Mention(span, Label.PERSON))])
    shown.highlights.watched = Spans([(span, Watched("Lind", (), (span,)))])
    placed = next(iter(shown.placed_blocks()))
    rect = placed.rects(span)[0]

    def fill():
        painted = QImage(700, 200, QImage.Format.Format_RGB32)
        painted.fill(Qt.GlobalColor.white)
        painter = QPainter(painted)
        paint_block(painter, theme, placed, shown.highlights)
        painter.end()
        return painted.pixelColor(rect.center().toPoint())

    assert fill() == theme.person_fill
    shown.highlights.shown = frozenset()
    assert fill() == theme.watched_fill
    assert shown.highlights.names_at(3)
    assert not shown.highlights.names_at(-1)


def test_a_kind_that_is_hidden_is_not_painted(view, qapp):
    shown = view("Maria Lind came.")
    theme = load_theme("light")
    shown.highlights.mentions = Spans([(Span(0, 10), Mention(Span(0, 10), Label.PERSON))])
    placed = next(iter(shown.placed_blocks()))

    def image():
        painted = QImage(700, 200, QImage.Format.Format_RGB32)
        painted.fill(Qt.GlobalColor.white)
        painter = QPainter(painted)
        paint_block(painter, theme, placed, shown.highlights)
        painter.end()
        return painted

    blank = QImage(700, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert image() != blank
    shown.highlights.shown = frozenset({Label.ORGANIZATION})
    assert image() == blank


@pytest.mark.parametrize("number", [1, 12, 123])
def test_a_badge_shows_its_number(qapp, number):
    theme = load_theme("dark")
    image = drawn(lambda painter: paint_badge(painter, theme, QRectF(10, 10, 20, 20), number))
    assert image.pixelColor(12, 20) == theme.summary_fill
    assert any(image.pixelColor(x, y) == theme.summary_line for x in range(10, 30) for y in range(10, 30))
