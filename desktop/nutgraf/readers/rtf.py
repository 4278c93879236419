"""Rich Text Format: paragraphs, headings by style, outline or size, lists, tables, notes, links and emphasis."""

from __future__ import annotations

import codecs
from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.readers.style_names import Style
from nutgraf.readers.written import WrittenLaying
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source
    from nutgraf.readers.rtf_parse import Paragraph
    from nutgraf.readers.rtf_tables import Tables

_LARGER = 1.15  # times the size of most words, and a short paragraph is a heading
_HEADING_WORDS = 25


class RtfReader:
    """Reads RTF as Word, LibreOffice, WordPad and TextEdit write it."""

    name = "rtf"
    title = "Rich text (RTF)"
    suffixes: tuple[str, ...] = (".rtf",)
    media_types: tuple[str, ...] = ("application/rtf", "text/rtf")

    def recognises(self, source: Source) -> bool:
        """Whether the bytes open an RTF group."""
        return source.data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf")

    def read(self, source: Source, cancel: Cancel) -> Article:
        """Return the article; what is written in a cut-off file up to where it ends is kept."""
        from nutgraf.readers.rtf_parse import Parser

        cancel.check()
        parser = Parser(source.name)
        parser.parse(source.data.removeprefix(codecs.BOM_UTF8), cancel)
        laying = _Laying(parser.tables, parser.paragraphs, cancel)
        for paragraph in parser.paragraphs:
            laying.take(paragraph)
        laying.finish()
        tables = parser.tables
        return laying.written.build(
            Meta(title=tables.title, authors=tables.authors, published=tables.published, encoding=tables.encoding)
        )


class _Laying:
    """Lays paragraphs with what the tables and their sizes make of them."""

    def __init__(self, tables: Tables, paragraphs: list[Paragraph], cancel: Cancel) -> None:
        self.written = WrittenLaying(cancel)
        self._tables = tables
        self._levels = _levels(paragraphs)
        if any(self._style(each).level for each in paragraphs):
            # Sizes say nothing more, but of what opens the document.
            self._levels = _of_first([each for each in paragraphs if not self._style(each).level], self._levels)

    def take(self, paragraph: Paragraph) -> None:
        """Lay one paragraph, cell or end of a row."""
        written = self.written
        runs = _whole(paragraph.runs)
        if paragraph.kind == "row":
            self._close_row()
        elif paragraph.kind == "cell" or paragraph.in_table:
            if not written.in_row:
                written.open_row()
                written.cell()
            self._cell(paragraph, runs)
        else:
            self._close_row()
            self._paragraph(paragraph, runs)
        for note in paragraph.notes:
            self.take(note)

    def finish(self) -> None:
        """Close what is open."""
        self._close_row()

    def _cell(self, paragraph: Paragraph, runs: list[Run]) -> None:
        self.written.add(BlockKind.PARAGRAPH, runs)
        if paragraph.kind == "cell":
            self.written.cell()

    def _close_row(self) -> None:
        if self.written.in_row:
            self.written.close_row()

    def _style(self, paragraph: Paragraph) -> Style:
        if 0 <= paragraph.outline <= 8:
            return Style(BlockKind.HEADING, paragraph.outline + 1)
        return self._tables.styles.get(paragraph.style, Style())

    def _paragraph(self, paragraph: Paragraph, runs: list[Run]) -> None:
        style = self._style(paragraph)
        kind, level = style.kind, min(style.level, 6)
        if kind is BlockKind.PARAGRAPH and not paragraph.marker and (level := self._levels.get(_looks(paragraph), 0)):
            kind = BlockKind.HEADING
        if kind is BlockKind.PARAGRAPH and paragraph.marker:
            kind, level = BlockKind.ITEM, paragraph.depth + 1
        if kind in {BlockKind.HEADING, BlockKind.TITLE}:
            runs = [Run(run.text, emphasis=run.emphasis, link=run.link) for run in runs]
        marked = paragraph.marker and (kind is BlockKind.ITEM or paragraph.marker[0].isalnum())
        if marked and any(run.text.strip() for run in runs):
            runs = [Run(f"{_marker(paragraph.marker)} "), *runs]
        if paragraph.kind == "note":
            kind, level = BlockKind.CAPTION, 0
        self.written.add(kind, runs, level=1 if kind is BlockKind.QUOTE else level, furniture=style.contents)


def _whole(runs: list[Run]) -> list[Run]:
    """Join surrogates that stand in runs of their own into characters."""
    text = "".join(run.text for run in runs)
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return runs
    done: list[Run] = []
    for run in runs:
        last = done[-1] if done else None
        if last and last.text[-1:] and "\ud800" <= last.text[-1] <= "\udbff" and "\udc00" <= run.text[:1] <= "\udfff":
            done[-1] = Run(last.text + run.text, last.strong, last.emphasis, last.link)
        else:
            done.append(run)
    return [Run(_joined(run.text), run.strong, run.emphasis, run.link) for run in done]


def _joined(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _marker(words: str) -> str:
    """Return an item's number as it is; every picture of a bullet is one."""
    return words if words[0].isalnum() and words[0].isascii() and words != "o" else "•"


def _of_first(paragraphs: list[Paragraph], levels: dict[int, int]) -> dict[int, int]:
    """Return the level of the paragraph with which a document opens, if it is in the largest type and no other is.

    Those are left out that are headings by their style.
    """
    written = [each for each in paragraphs if any(run.text.strip() for run in each.runs)]
    size = _looks(written[0]) if written else 0
    alone = all(each.size < size for each in written[1:])
    return {size: 1} if alone and levels.get(size) == 1 else {}


def _looks(paragraph: Paragraph) -> int:
    """Return the size of a paragraph that could be a heading, else 0."""
    words = sum(len(run.text.split()) for run in paragraph.runs)
    return paragraph.size if words <= _HEADING_WORDS and paragraph.kind == "paragraph" else 0


def _levels(paragraphs: list[Paragraph]) -> dict[int, int]:
    """Return the heading's level of each size of type that is larger than most words'."""
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        sizes[paragraph.size] += sum(len(run.text) for run in paragraph.runs)
    del sizes[0]
    if not sizes:
        return {}
    usual = sizes.most_common(1)[0][0]
    larger = sorted({size for each in paragraphs if (size := _looks(each)) >= _LARGER * usual}, reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, 1)}
