"""Saved web pages: trafilatura takes the article out of the page, and its tree becomes blocks. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from nutgraf.errors import Damaged
from nutgraf.offline import load_urllib3
from nutgraf.readers.decode import decode
from nutgraf.readers.leftovers import fold_leftovers
from nutgraf.readers.page import PageFacts, headline, keep_captions, parse_page, standfirst
from nutgraf.readers.sniff import looks_like_html
from nutgraf.readers.tree import TreeLaying, plain
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ENOUGH = 0.1  # of the words in a page's paragraphs


class HtmlReader:
    """Reads a saved page, keeping headings, lists, quotes, tables, code, links and emphasis."""

    name = "html"
    title = "Web page (HTML)"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes begin as a web page does."""
        return looks_like_html(source)

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article of the page: its title and standfirst once, then the text."""
        declared = _CHARSET.search(source.data[:4096])
        text, encoding = decode(source.data, declared[1].decode("ascii") if declared else "", source.name, sure=True)
        cancel.check()
        try:
            page = parse_page(text)
            opening = standfirst(page)
            language = page.get("lang") or ""
            heading = headline(page)
            cancel.check()
            keep_captions(page)
            facts = _extract(page, cancel)
            cancel.check()
            article = _lay(facts, heading, opening, Meta(language=language_tag(language), encoding=encoding), cancel)
            return fold_leftovers(article, cancel)
        except RecursionError as error:
            raise Damaged(
                f"“{source.name}” is nested too deeply to be a web page. Try saving the page again."
            ) from error


def _extract(page: Any, cancel: Cancel) -> PageFacts:  # noqa: ANN401 - lxml's tree
    """Return what trafilatura finds; where it finds no article (very short pages), all the page's visible words.

    Its own rules are asked first. Where they find little of what stands in paragraphs, it compares with other extractors too.
    """
    load_urllib3()
    # it warns of pages without an article, which are read below
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = _found(page, fast=True)
    cancel.check()
    if found is None or len(_words(found.body)) < _ENOUGH * sum(map(len, map(_words, page.iter("p")))):
        found = _found(page, fast=False)
    return PageFacts.of_everything(page) if found is None else PageFacts.of_document(found)


def _found(page: Any, *, fast: bool) -> Any:  # noqa: ANN401 - trafilatura's Document, or None
    from copy import deepcopy

    from trafilatura import bare_extraction

    return bare_extraction(
        deepcopy(page),
        fast=fast,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )


def _words(element: Any) -> list[str]:  # noqa: ANN401
    return " ".join(element.itertext()).split()


def _lay(facts: PageFacts, heading: str, opening: str, meta: Meta, cancel: Cancel) -> Article:
    title = heading if heading and plain(heading) in plain(facts.title) else facts.title or heading
    laying = TreeLaying(cancel, facts.url, leave_out=title)
    laying.leave_out |= {plain(heading), plain(facts.title)} - {""}
    if title:
        laying.builder.add(BlockKind.TITLE, title)
    if opening and plain(opening) != plain(title):
        laying.builder.add(BlockKind.STANDFIRST, opening)
        laying.leave_out.add(plain(opening))
    laying.lay(facts.body)
    return laying.builder.build(
        Meta(
            title=title,
            authors=facts.authors,
            published=facts.published,
            site=facts.site,
            language=meta.language,
            encoding=meta.encoding,
        )
    )
