"""Tables that only place things on a page or in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_PARTED = ".//h1 | .//h2 | .//h3 | .//ul | .//ol | .//blockquote | .//br"
_PLACED = f".//p | .//div | {_PARTED}"
_LONGEST = 200  # characters of a cell that holds data


def take_tables_apart(page: HtmlElement) -> None:
    """Make plain boxes of the tables whose cells hold more than words, unless they look like data or are said to be.

    Word processors put the words of each cell into a paragraph.
    """
    for table in page.xpath("//table"):
        cells = table.xpath("./tr/td | ./*/tr/td | ./tr/th | ./*/tr/th")
        is_placing = len(cells) == 1 or table.find(".//table") is not None
        if is_placing or (
            not _is_headed(table) and any(cell.xpath(_PLACED) for cell in cells) and not _holds_data(table, cells)
        ):
            for part in (table, *table.xpath("./tbody | ./thead | ./tfoot | ./tr | ./*/tr"), *cells):
                part.tag = "div"


def _is_headed(table: HtmlElement) -> bool:
    return any(table.find(path) is not None for path in ("caption", "thead", ".//th"))


def _holds_data(table: HtmlElement, cells: Sequence[HtmlElement]) -> bool:
    """Whether a table has rows of several cells, each of no more than one short paragraph."""
    rows = table.xpath("./tr | ./*/tr")
    several = sum(len(row.xpath("./td | ./th")) > 1 for row in rows)
    return len(rows) > 1 and several == len(rows) and all(map(_is_plain, cells))


def _is_plain(cell: HtmlElement) -> bool:
    return (
        sum(map(_has_words, cell.iter("p", "div"))) <= 1
        and not cell.xpath(_PARTED)
        and len(cell.text_content()) <= _LONGEST
    )


def _has_words(box: HtmlElement) -> bool:
    """Whether words stand in a paragraph itself and not in one inside it."""
    inside = box.find("p") is not None or box.find("div") is not None
    return bool((box.text or "").strip()) or (not inside and bool(box.text_content().strip()))
