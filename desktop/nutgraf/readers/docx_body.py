"""The body of a Word document as blocks (ECMA-376 part 1, section 17): what a reader sees who accepts all tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from nutgraf.readers.docx_chunks import runs_by_block
from nutgraf.readers.docx_styles import is_on
from nutgraf.readers.math_text import math_text
from nutgraf.readers.signs import raised, symbol
from nutgraf.readers.style_names import Style
from nutgraf.readers.written import WrittenLaying, pictures
from nutgraf.readers.xml_tree import child, local, value, whole
from nutgraf.text.article import MARKER, BlockKind
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.docx_styles import Numbering, Styles
    from nutgraf.text.article import Article

_INTO = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir", "ruby", "rubyBase"})
_GONE = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "\u2011"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_LINK = re.compile(r'\s*HYPERLINK\s+"?((?<=")[^"]+|[^\s"\\]\S*)')


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as it is gathered: its runs, and what follows it."""

    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[str, _Element]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)  # [state, instruction] of each open field


class DocxLaying(WrittenLaying):
    """Lays a document's body.

    `notes` holds the notes by (part, id), `links` the addresses by relationship; `chunk` gives the piece of another format that
    stands in a relationship, if it can be read.
    """

    def __init__(
        self,
        cancel: Cancel,
        styles: Styles,
        numbering: Numbering,
        notes: Mapping[tuple[str, str], _Element],
        links: Mapping[str, str],
        chunk: Callable[[str], Article | None],
    ) -> None:
        super().__init__(cancel)
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._links = links
        self._chunk = chunk
        self.missed = 0  # pieces of other formats that could not be read
        self._noted = 0
        self._in_note = self._in_contents = False

    def lay(self, element: _Element) -> None:
        """Lay what stands in a body, a cell, a note or a box."""
        for each in element:
            match local(each):
                case "p":
                    self._paragraph(each)
                case "tbl":
                    self._table(each)
                case "AlternateContent":
                    self.lay(_chosen(each))
                case "sdt" if _is_contents(each):
                    outer, self._in_contents = self._in_contents, True
                    self.lay(each)
                    self._in_contents = outer
                case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" | "sect" | "sub-section":
                    self.lay(each)
                case "altChunk":
                    self._insert(self._chunk(value(each, "id")))
                case "oMath" | "oMathPara":
                    self.add(BlockKind.PARAGRAPH, [Run(math_text(each))])

    def _insert(self, piece: Article | None) -> None:
        """Lay a piece of another format."""
        self.missed += piece is None
        for block, runs in runs_by_block(piece) if piece is not None else ():
            self.add(block.kind, runs, level=block.level, furniture=block.furniture)

    def _table(self, table: _Element) -> None:
        """Lay a table's rows."""
        rows = [row for row in _rows(table) if child(child(row, "trPr"), "del") is None]
        cells = [list(row.iterfind("{*}tc")) + list(row.iterfind("{*}sdt/{*}sdtContent/{*}tc")) for row in rows]
        self.lay_rows(cells, self.lay)

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        paragraph = _Paragraph()
        self._gather(element, Run(""), paragraph)
        runs = self._carried + paragraph.runs
        self._carried = []
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried = runs
        else:
            self._lay_runs(properties, runs)
        for words in pictures(paragraph.pictures):
            self.add(BlockKind.CAPTION, words)
        for box in paragraph.boxes:
            self.lay(box)
        for label, note in paragraph.notes:
            self.follow(partial(self._note, label, note))

    def _lay_runs(self, properties: _Element | None, runs: list[Run]) -> None:
        style = self._styles[value(child(properties, "pStyle"), "val")]
        outline = child(properties, "outlineLvl")
        if outline is not None and whole(outline) < 6 and style.kind is BlockKind.PARAGRAPH:
            style = Style(BlockKind.HEADING, whole(outline) + 1)
        if not any(run.text.strip() for run in runs):
            return
        own = child(properties, "numPr")
        own = child(properties, "listPr") if own is None else own  # Word 2003's, which writes its marker out
        number = value(child(own, "numId"), "val") or value(child(own, "ilfo"), "val") or style.number
        depth = whole(child(own, "ilvl")) if own is not None else style.depth
        listed = number not in {"", "0"} and style.kind is BlockKind.PARAGRAPH
        if listed:
            written = value(child(own, "t"), "val")
            marker = f"{written} " if MARKER.match(f"{written} ") else self._numbering.marker(number, depth)
            runs = [Run(marker), *runs]
        if self._in_note:
            self.add(BlockKind.CAPTION, runs)
        elif listed:
            self.add(BlockKind.ITEM, runs, level=depth + 1 + (style.inner if own is None else 0))
        else:
            level = min(style.level, 6) if style.kind is BlockKind.HEADING else int(style.kind is BlockKind.QUOTE)
            self.add(style.kind, runs, level=level, furniture=style.contents or self._in_contents)

    def _note(self, label: str, note: _Element) -> None:
        if self._in_note:
            return
        self._in_note = True
        self._carried = [Run(f"[{label}] ")]
        self.lay(note)
        self._carried = []
        self._in_note = False

    def _gather(self, element: _Element, style: Run, into: _Paragraph) -> None:
        for each in element:
            name = local(each)
            if name == "r":
                if not self._has(each, "vanish"):
                    strong, emphasis = style.strong or self._has(each, "b"), style.emphasis or self._has(each, "i")
                    self._gather(each, replace(style, strong=strong, emphasis=emphasis), into)
            elif name in {"hyperlink", "hlink"}:  # the second is Word 2003's
                address = self._links.get(value(each, "id")) or value(each, "dest")
                self._gather(each, replace(style, link=address), into)
            elif name == "AlternateContent":
                self._gather(_chosen(each), style, into)
            elif name in {"oMath", "oMathPara"}:
                into.runs.append(replace(style, text=math_text(each)))
            elif name == "fldSimple":
                link = _LINK.match(value(each, "instr"))
                self._gather(each, replace(style, link=link[1]) if link else style, into)
            elif name in _INTO:
                self._gather(each, style, into)
            elif name not in _GONE:
                self._piece(each, name, style, into)

    def _has(self, run: _Element, look: str) -> bool:
        """Whether a run's words have a look, by themselves or by their style."""
        properties = child(run, "rPr")
        told = child(properties, look)
        return is_on(told) if told is not None else self._styles.has(value(child(properties, "rStyle"), "val"), look)

    def _piece(self, element: _Element, name: str, style: Run, into: _Paragraph) -> None:
        if name in {"fldChar", "instrText"}:
            _field(element, name, into)
        elif any(state == "code" for state, _ in into.fields):
            return
        elif name == "t":
            words = raised(element.text or "") if _is_raised(element) else element.text or ""
            into.runs.append(replace(style, text=words, link=style.link or _field_link(into)))
        elif name == "sym":
            into.runs.append(replace(style, text=_symbol(element)))
        elif name in _SIGNS:
            into.runs.append(replace(style, text=_SIGNS[name]))
        elif name in _NOTES:
            self._cite(self._notes.get((_NOTES[name], value(element, "id"))), into)
        elif name in {"footnote", "endnote"}:  # Word 2003 has notes where they are cited
            self._cite(element, into)
        elif name in {"drawing", "pict", "object"}:
            _drawing(element, into)

    def _cite(self, note: _Element | None, into: _Paragraph) -> None:
        if note is not None and not self._in_note:
            self._noted += 1
            into.runs.append(Run(f"[{self._noted}]"))
            into.notes.append((f"{self._noted}", note))


def _is_contents(control: _Element) -> bool:
    """Whether a control holds the table of contents that Word makes."""
    gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return value(gallery, "val") == "Table of Contents"


def _rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table, those inside controls among them."""
    for each in table:
        if local(each) == "tr":
            yield each
        elif local(each) in _INTO:
            yield from _rows(each)


def _is_raised(text: _Element) -> bool:
    run = text.getparent()
    properties = child(run, "rPr") if run is not None else None
    return value(child(properties, "vertAlign"), "val") == "superscript" or whole(child(properties, "position")) > 0


def _symbol(element: _Element) -> str:
    code = value(element, "char")
    return symbol(int(code, 16), value(element, "font")) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""


def _chosen(element: _Element) -> _Element:
    """Return the one of alternative contents that is shown: the first choice, else the fallback."""
    return next((each for each in element if local(each) == "Choice"), element[0] if len(element) else element)


def _field(element: _Element, name: str, into: _Paragraph) -> None:
    """Follow a field: what stands between its beginning and its separator is an instruction, not text."""
    kind = value(element, "fldCharType")
    if name == "instrText":
        if into.fields:
            into.fields[-1][1] += element.text or ""
    elif kind == "begin":
        into.fields.append(["code", ""])
    elif kind == "separate" and into.fields:
        into.fields[-1][0] = "result"
    elif kind == "end" and into.fields:
        into.fields.pop()


def _field_link(into: _Paragraph) -> str:
    return next((found[1] for _, words in reversed(into.fields) if (found := _LINK.match(words))), "")


def _drawing(element: _Element, into: _Paragraph) -> None:
    boxes = list(_boxes(element))
    into.boxes += boxes
    if not boxes:
        described = [value(each, "descr") or value(each, "alt") for each in element.iter("{*}docPr", "{*}shape")]
        into.pictures += described


def _boxes(element: _Element) -> Iterator[_Element]:
    """Find the outermost boxes of text; one inside another is laid with it."""
    for each in element:
        if local(each) == "txbxContent":
            yield each
        else:
            yield from _boxes(each)
