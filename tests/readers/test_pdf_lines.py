"""Segments of a page as lines, justified or in cells, from either side."""

from __future__ import annotations

import pytest

from nutgraf.readers.pdf_lines import mark_furniture, page_lines
from nutgraf.readers.pdf_text import Box, Segment
from nutgraf.text.builder import Run


def segment(text, left, right, row, *, rotated=False):
    return Segment(0, Box(left, 20.0 * row, right, 20.0 * row + 10), 10.0, [Run(text)], rotated=rotated)


def lines(*segments):
    return [(line.text, line.cells) for line in page_lines(segments)]


ABOVE = segment("The light at Skerry Point went dark", 50, 300, 0)
BELOW = segment("for the first time in two hundred years.", 50, 300, 2)
SPREAD = [segment("on", 50, 60, 1), segment("Monday", 150, 190, 1), segment("night", 270, 300, 1)]


def test_words_far_from_each_other_are_cells():
    assert lines(*SPREAD) == [("on · Monday · night", 3)]


def test_a_justified_line_between_two_lines_of_text_is_a_line():
    assert lines(ABOVE, *SPREAD, BELOW)[1] == ("on Monday night", 1)


@pytest.mark.parametrize(
    "row",
    [
        [segment("on", 50, 60, 1), segment("Monday", 150, 190, 1), segment("night", 240, 270, 1)],
        [segment("on", 60, 70, 1), segment("Monday", 150, 190, 1), segment("night", 270, 300, 1)],
        [segment("on the", 50, 80, 1), segment("Monday", 150, 190, 1), segment("night", 270, 300, 1)],
    ],
    ids=["ends early", "begins late", "holds words that stand together"],
)
def test_what_does_not_fill_the_column_word_by_word_stays_in_cells(row):
    assert [cells for _, cells in lines(ABOVE, *row, BELOW)] == [1, 3, 1]


def test_rows_of_a_table_stay_in_cells():
    below = [segment("at", 50, 60, 2), segment("noon", 150, 180, 2), segment("too", 280, 300, 2)]
    last = segment(BELOW.text, 50, 300, 3)
    assert [cells for _, cells in lines(ABOVE, *SPREAD, *below, last)] == [1, 3, 3, 1]


def test_what_runs_across_the_page_comes_last_as_furniture():
    across = segment("arXiv 2401", 10, 20, 0, rotated=True)
    found = page_lines([across, ABOVE])
    assert [(line.text, line.furniture) for line in found] == [(ABOVE.text, False), ("arXiv 2401", True)]


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("قال )هنا( ثم", "قال (هنا) ثم"),
        ("قال ]هنا[ ثم", "قال [هنا] ثم"),
        ("سنة .1998", "سنة 1998."),
        ("in (brackets) here", "in (brackets) here"),
        ("costs .5", "costs .5"),
    ],
)
def test_brackets_and_stops_from_right_to_left_stand_as_they_are_read(drawn, read):
    assert lines(segment(drawn, 50, 300, 0)) == [(read, 1)]


@pytest.mark.parametrize(
    ("pages", "heads", "again"), [(10, 3, True), (10, 2, False), (20, 6, True), (20, 5, False), (3, 2, True)]
)
def test_a_line_at_the_head_of_three_tenths_of_the_pages_is_a_running_head(pages, heads, again):
    laid = []
    for number in range(pages):
        rows = [f"Coast and Harbour {number}" if number < heads else f"Chapter {'abcdefghijklmnopqrst'[number]}"]
        rows += [f"The {'wxyz'[row]} of page {'abcdefghijklmnopqrst'[number]} says more" for row in range(4)]
        at = number * 1.5  # never at the same height: that tells running heads by itself
        laid.append(page_lines([segment(text, 50, 300, at + row) for row, text in enumerate(rows)]))
    mark_furniture(laid)
    assert [lines[0].furniture for lines in laid] == [again and number < heads for number in range(pages)]
    assert not any(line.furniture for lines in laid for line in lines[1:])


def test_a_row_of_figures_above_the_pages_numbers_is_no_running_foot():
    laid = []
    for number in range(6):
        rows = [
            segment(f"The {row} of page {'abcdef'[number]} says more", 50, 300, 4 * at) for at, row in enumerate("wxyz")
        ]
        figures = [segment("12", 50, 60, 16), segment("340", 150, 170, 16), segment("7", 240, 250, 16)]
        laid.append(page_lines([*rows, *(figures if number == 3 else []), segment(str(number + 1), 170, 176, 20)]))
    mark_furniture(laid)
    assert all(lines[-1].furniture for lines in laid)
    assert (laid[3][-2].text, laid[3][-2].furniture) == ("12 · 340 · 7", False)
