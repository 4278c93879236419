import pytest
from lxml.html import fromstring, tostring

from nutgraf.readers.placing import take_tables_apart


def tables(html):
    page = fromstring(f"<html><body>{html}</body></html>")
    take_tables_apart(page)
    assert b"<td" in tostring(page) or not page.xpath("//tr"), "a table is taken apart whole or not at all"
    return len(page.xpath("//table"))


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>One cell</table>",
        "<table><tr><td>Menu<td><p>A story</table>",
        "<table><tbody><tr><td>Menu<td>One<br>two</table>",
    ],
)
def test_tables_that_place_things_are_taken_apart(html):
    assert tables(html) == 0


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>1824<td>Blythe</table>",
        "<table><tr><th>Year<th>Keepers<tr><td>1824<td>Blythe<br>and Orr</table>",
        "<table><caption>Keepers</caption><tr><td>1824<td><p>Blythe</table>",
    ],
)
def test_tables_of_data_stay(html):
    assert tables(html) == 1


def test_of_nested_tables_the_inner_one_may_hold_data():
    assert tables("<table><tr><td>Menu<td><table><tr><td>1824<td>Blythe</table></table>") == 1


def test_short_paragraphs_in_rows_of_several_cells_are_data():
    row = "<tr><td><p>{}</p></td><td><p>{}</p></td></tr>"
    assert tables(f"<table>{row.format('Year', 'Cost')}{row.format('1824', '310')}</table>") == 1
    assert tables(f"<table>{row.format('Menu', 'A story. ' * 40)}{row.format('1824', '310')}</table>") == 0
    assert tables(f"<table>{row.format('Menu', 'One</p><p>Two')}{row.format('1824', '310')}</table>") == 0
    linked = "<b>One</b></p><p><a href=b>Two</a>"
    assert tables(f"<table>{row.format('Menu', linked)}{row.format('1824', '310')}</table>") == 0
    assert tables(f"<table>{row.format('Menu', '<b>One</b>')}{row.format('1824', '310')}</table>") == 1
