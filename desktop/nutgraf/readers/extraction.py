"""What trafilatura finds in a saved page: its metadata, and the text that it takes for the article."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nutgraf.offline import load_urllib3
from nutgraf.readers.comparing import folded
from nutgraf.readers.page_head import page_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "head", "item", "quote", "row", "code", "ab")  # of trafilatura's tree


@dataclass(frozen=True, slots=True)
class Extraction:
    """What is known of a page; unknown strings are "". `text` is the article by trafilatura's rules, a line a block."""

    text: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    url: str = ""


def extract(page: HtmlElement) -> Extraction:
    """Return what is found in the page's tree, which stays as it is; of very short pages that is nothing but the title."""
    load_urllib3()
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of pages without an article
    found: Any = bare_extraction(
        deepcopy(page),
        fast=True,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    if found is None:
        return Extraction(title=page_title(page))
    return Extraction(
        text="\n".join(folded(" ".join(element.itertext())) for element in found.body.iter(*_BLOCKS)),
        title=folded(found.title),
        authors=tuple(name for each in folded(found.author).split(";") if (name := each.strip())),
        published=folded(found.date),
        site=folded(found.sitename or found.hostname),
        url=found.url or "",
    )
