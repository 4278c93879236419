"""Tables that only place things on a page or in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PLACED = ".//p | .//div | .//h1 | .//h2 | .//h3 | .//ul | .//ol | .//blockquote | .//br"


def take_tables_apart(page: HtmlElement) -> None:
    """Make plain boxes of the tables whose cells hold more than words, unless a head or a caption says that they hold data."""
    for table in page.xpath("//table"):
        cells = table.xpath("./tr/td | ./*/tr/td | ./tr/th | ./*/tr/th")
        is_placing = len(cells) == 1 or table.find(".//table") is not None
        if is_placing or (not _is_headed(table) and any(cell.xpath(_PLACED) for cell in cells)):
            for part in (table, *table.xpath("./tbody | ./thead | ./tfoot | ./tr | ./*/tr"), *cells):
                part.tag = "div"


def _is_headed(table: HtmlElement) -> bool:
    return any(table.find(path) is not None for path in ("caption", "thead", ".//th"))
