from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.gui.pagination import Row, paginate


def rows_of(paragraphs):
    """Rows 10 high of paragraphs given as (lines, joined to the next), 5 apart."""
    rows, y = [], 0.0
    for lines, joined in paragraphs:
        for line in range(lines):
            rows.append(Row(y, y + 10, line, lines - 1 - line, joined))
            y += 10
        y += 5
    return rows


def heads(paragraphs, height):
    """The rows that begin pages, by number."""
    rows = rows_of(paragraphs)
    tops = [row.top for row in rows]
    return [tops.index(top) for top, _ in paginate(rows, height)]


def test_nothing_has_no_pages():
    assert paginate([], 100) == []


def test_what_fits_is_one_page():
    assert paginate(rows_of([(3, False), (2, False)]), 100) == [(0, 55)]


def test_a_page_ends_between_lines_and_the_next_begins_without_the_room_above():
    assert paginate(rows_of([(3, False), (4, False)]), 34) == [(0, 30), (35, 75 - 20), (55, 75)]


def test_a_heading_goes_with_what_follows():
    assert heads([(4, False), (1, True), (6, False)], 72)[1] == 4
    assert heads([(4, False), (1, False), (6, False)], 72)[1] == 5


@pytest.mark.parametrize(("room", "begins"), [(75, 4), (85, 6), (95, 7), (105, 7), (125, None)])
def test_no_single_line_of_a_paragraph_stands_alone(room, begins):
    # four lines, then five: of the five no less than two stay or go
    found = heads([(4, False), (5, False)], room - 20)
    assert found == ([0, begins] if begins else [0])


def test_a_row_higher_than_the_page_has_one_to_itself():
    assert paginate([Row(0, 500, 0, 0), Row(505, 515, 0, 0)], 100) == [(0, 500), (505, 515)]


def test_headings_alone_end_in_pages_all_the_same():
    assert len(paginate(rows_of([(1, True)] * 30), 95)) > 3


@given(st.lists(st.tuples(st.integers(1, 9), st.booleans())), st.integers(10, 200))
def test_every_line_is_whole_on_one_page_in_order(paragraphs, height):
    rows = rows_of(paragraphs)
    pages = paginate(rows, height)
    held = [[row for row in rows if top <= row.top and row.bottom <= bottom] for top, bottom in pages]
    assert [row for page in held for row in page] == rows
    assert all(bottom - top <= height for top, bottom in pages)
