"""Pieces of other formats inside a Word document (altChunk, ECMA-376 part 1, section 17.17.2): each read as a file of its own."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from nutgraf.errors import ReadError
from nutgraf.readers.base import Source
from nutgraf.readers.decode import decode
from nutgraf.readers.message import headers_of, parse, part_text
from nutgraf.readers.mhtml import archived_page
from nutgraf.readers.package import MAGIC
from nutgraf.readers.page import parse_page, visible_body
from nutgraf.readers.plain import lay_text
from nutgraf.readers.rtf import RtfReader
from nutgraf.readers.sniff import looks_like_html
from nutgraf.readers.tree import TreeLaying
from nutgraf.text.article import Article, MarkKind, Meta
from nutgraf.text.builder import Run
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Block, Mark


def read_chunk(data: bytes, name: str, cancel: Cancel) -> Article | None:
    """Return the piece as an article, all of its words kept; None for another document or a damaged one.

    Raises:
        Cancelled: the token was set.

    """
    source = Source(data, name)
    try:
        if data.startswith(MAGIC):
            return None  # an archive inside a document is not opened
        if RtfReader().recognises(source):
            return RtfReader().read(source, cancel)
        page = archived_page(parse(data)) if headers_of(source) else None
        if page is not None:
            return _page(part_text(page, name)[0], cancel)
        text, _ = decode(data, "", name)
        return _page(text, cancel) if looks_like_html(source) else lay_text(text, cancel)
    except ReadError:
        return None


def _page(text: str, cancel: Cancel) -> Article:
    laying = TreeLaying(cancel)
    laying.lay(visible_body(parse_page(text)))
    return laying.builder.build(Meta())


def runs_by_block(article: Article) -> Iterator[tuple[Block, list[Run]]]:
    """Yield each block with its words and their appearance, as they went into a builder."""
    marks = deque(article.marks)  # in the text's order; each lies in one block
    for block in article.blocks:
        own: list[Mark] = []
        while marks and marks[0].span.start < block.span.end:
            own.append(marks.popleft())
        yield block, list(_runs(article.text, block.span, own))


def _runs(text: str, span: Span, marks: list[Mark]) -> Iterator[Run]:
    edges = sorted({span.start, span.end, *(at for mark in marks for at in (mark.span.start, mark.span.end))})
    for piece in map(Span, edges, edges[1:]):
        here = [mark for mark in marks if piece in mark.span]
        kinds = {mark.kind for mark in here}
        link = next((mark.target for mark in here if mark.kind is MarkKind.LINK), "")
        yield Run(piece.of(text), MarkKind.STRONG in kinds, MarkKind.EMPHASIS in kinds, link)
