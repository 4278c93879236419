"""What each paragraph of a PDF is: the title and the headings by their size and weight, items, captions, furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.comparing import plain
from nutgraf.readers.pdf_lines import mark_furniture
from nutgraf.readers.pdf_paragraphs import CAPTION, Paragraph, body_size, hyphened_words, paragraphs, runs_of
from nutgraf.text.article import MARKER, BlockKind
from nutgraf.text.builder import ArticleBuilder, Run, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.readers.pdf_lines import Line

_LARGER = 1.12  # times the size of the running text is a heading's
_HEADING_WORDS = 20
_TITLE_WORDS = 40
_STOP = re.compile(r"[.!?…。！？:;,][\"')\]”’»]*$")


def lay_pages(pages: Sequence[Sequence[Line]], known_title: str, cancel: Cancel) -> tuple[ArticleBuilder, str]:
    """Lay the lines of all pages as blocks; return them and the title, "" where there is none.

    `known_title` is what the file calls itself: where a paragraph of the first page says the same, that is the title.

    Raises:
        Cancelled: the token was set.

    """
    mark_furniture(pages)
    lines = [line for page in pages for line in page]
    found = paragraphs(lines)
    hyphened = hyphened_words(lines)
    kinds = _Kinds(found)
    title = _title(found, kinds.body, known_title)
    builder = ArticleBuilder()
    words = ""
    for index, each in enumerate(found):
        cancel.check()
        runs = runs_of(each.lines, hyphened)
        if index == title:
            words = words_in(runs)
            builder.add(BlockKind.TITLE, [Run(words)])
        elif runs:
            kind, level = kinds.of(each, runs)
            builder.add(kind, _unmarked(runs) if kind is BlockKind.HEADING else runs, level=level)
        for other in each.after:
            kind = BlockKind.PARAGRAPH if other.furniture else BlockKind.CAPTION
            builder.add(kind, runs_of(other.lines, hyphened), furniture=other.furniture)
    return builder, words


class _Kinds:
    """The sizes of a document's letters, and what they say."""

    def __init__(self, found: Sequence[Paragraph]) -> None:
        self.body = body_size(line for each in found for line in each.lines)
        sizes = {_size(each) for each in found if each.lines and _is_short(each) and _size(each) > _LARGER * self.body}
        self._levels: list[float] = []
        for size in sorted(sizes, reverse=True):
            if not self._levels or self._levels[-1] > 1.05 * size:
                self._levels.append(size)

    def of(self, paragraph: Paragraph, runs: list[Run]) -> tuple[BlockKind, int]:
        """Return the kind of a paragraph and its level."""
        words = "".join(run.text for run in runs).strip()
        size = _size(paragraph)
        if CAPTION.match(words):
            return BlockKind.CAPTION, 0
        if all(line.cells > 1 for line in paragraph.lines):
            return BlockKind.PARAGRAPH, 0
        if _is_short(paragraph) and any(character.isalpha() for character in words):
            if size > _LARGER * self.body:
                return BlockKind.HEADING, min(6, 1 + sum(1 for level in self._levels if level > 1.05 * size))
            if all(line.strong for line in paragraph.lines) and size > 0.9 * self.body and not _STOP.search(words):
                return BlockKind.HEADING, min(6, len(self._levels) + 1)
        if MARKER.match(words) and len(words.split()) > 1:
            return BlockKind.ITEM, 1
        return BlockKind.PARAGRAPH, 0


def _title(found: Sequence[Paragraph], body: float, known: str) -> int | None:
    """Return which paragraph is the title: the one the file names, else the first page's first in its largest type."""
    opening = next((each.lines[0].page for each in found if each.lines), 0)
    first = [index for index, each in enumerate(found) if each.lines and each.lines[0].page == opening]
    named = [index for index in first if known and plain(known) == plain(found[index].text)]
    if named:
        return named[0]
    large = [
        index
        for index in first
        if _size(found[index]) > _LARGER * body
        and len(found[index].text.split()) <= _TITLE_WORDS
        and _letters(found[index]) >= 4
    ]
    return max(large, key=lambda index: (round(_size(found[index])), -index), default=None)


def _is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.text.split()) <= _HEADING_WORDS and len(paragraph.lines) <= 4


def _size(paragraph: Paragraph) -> float:
    return max((line.size for line in paragraph.lines), default=0.0)


def _letters(paragraph: Paragraph) -> int:
    return sum(character.isalpha() for character in paragraph.text)


def _unmarked(runs: Sequence[Run]) -> list[Run]:
    """Return a heading's runs, whose weight is that of a heading and says nothing more."""
    return [Run(run.text, emphasis=run.emphasis, link=run.link) for run in runs]
