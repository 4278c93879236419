"""Saved web pages: every block of the page, those that are not its article's folded. Nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.readers.block_features import Known
from nutgraf.readers.comparing import plain
from nutgraf.readers.extraction import extract
from nutgraf.readers.leftovers import fold_leftovers
from nutgraf.readers.office_html import as_styled
from nutgraf.readers.page import parse_page, whole_body
from nutgraf.readers.page_article import find_article, is_marked
from nutgraf.readers.page_blocks import page_blocks
from nutgraf.readers.page_head import descriptions, headline, names, page_title, standfirst
from nutgraf.readers.page_notes import PageNotes
from nutgraf.readers.page_pictures import untold
from nutgraf.readers.placing import take_tables_apart
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.readers.extraction import Extraction
    from nutgraf.readers.page_blocks import PageBlock

_OPENING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def lay_page(text: str, encoding: str, cancel: Cancel) -> Article:
    """Return the article of a page, which was written in `encoding`.

    Raises:
        Cancelled: the token was set.
        RecursionError: the page is nested too deeply.

    """
    return fold_leftovers(_article(parse_page(text), encoding, cancel), cancel)


def page_content(page: HtmlElement, cancel: Cancel) -> tuple[list[PageBlock], Known, Extraction]:
    """Return the page's blocks, the texts by which they are judged, and what is known of the page, whose tree is changed.

    Raises:
        Cancelled: the token was set.
        RecursionError: the page is nested too deeply.

    """
    found = extract(page)
    cancel.check()
    described = descriptions(page)
    titles = (headline(page, found.title), found.title, page_title(page))
    body = whole_body(page)
    take_tables_apart(body)
    cancel.check()
    return page_blocks(body, found.url, cancel), Known(found.text, described, titles), found


def _article(page: HtmlElement, encoding: str, cancel: Cancel) -> Article:
    as_styled(page)
    opening = standfirst(page)
    language = language_tag(page.get("lang") or "")
    cancel.check()
    notes = PageNotes(page)
    blocks, known, found = page_content(page, cancel)
    title = known.titles[0]
    kept = find_article(blocks, known, cancel)
    opening = opening or _described(blocks, kept, known.described)
    blocks, kept = notes.placed(blocks, kept)
    builder = ArticleBuilder()
    builder.add(BlockKind.TITLE, title)
    if plain(opening) != plain(title):
        builder.add(BlockKind.STANDFIRST, opening)
    _lay(builder, blocks, kept, {plain(each) for each in (title, opening)} - {""})
    return builder.build(
        Meta(
            title=title,
            authors=names(found.authors, found.published, found.site),
            published=found.published,
            site=found.site,
            language=language,
            encoding=encoding,
        )
    )


def _described(blocks: Sequence[PageBlock], kept: Sequence[bool], described: Iterable[str]) -> str:
    """Return the line above the article, or at its head in another element, that says what the page's metadata do, or ""."""
    known = {plain(each) for each in described}
    own = [index for index, keep in enumerate(kept) if keep][:2]
    around = [blocks[index].element.getparent() for index in own]
    above = blocks[: own[0] + (around[0] is not around[-1])] if own else ()
    return next((block.text for block in above if block.kind in _OPENING and plain(block.text) in known), "")


def _lay(builder: ArticleBuilder, blocks: Sequence[PageBlock], kept: Sequence[bool], said: Iterable[str]) -> None:
    """Lay the blocks, each of what is `said` above them (as `plain` writes it) once less."""
    plains = [plain(block.text) for block in blocks]
    repeated = {
        min(found, key=lambda index: (not kept[index], index))
        for each in said
        if (found := [index for index, own in enumerate(plains) if own == each])
    }
    pictures = untold(blocks, kept, said)
    for index, (block, keep) in enumerate(zip(blocks, kept, strict=True)):
        for words in pictures.get(index, ()):
            builder.add(BlockKind.CAPTION, words)
        if index not in repeated and (keep or not is_marked(block)):
            builder.add(block.kind, block.runs, level=block.level, furniture=not keep)
