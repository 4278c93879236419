"""Paragraphs rebuilt from a PDF's lines, over columns and pages, with words joined that were broken at a line's end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING

from nutgraf.readers.pdf_text import HYPHEN
from nutgraf.text.builder import Run

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from nutgraf.readers.pdf_lines import Line

_BULLET = re.compile(r"[•‣◦▪▫●○■□∙]\s+\S")
_MAYBE_BULLET = re.compile(
    r"(?:[·*–—-]|\d{1,3}[.)]|\(?[a-z][.)]|\[\d{1,3}\])\s+\S"
)  # these also stand inside sentences
_STOP = re.compile(r"[.!?…。！？:;][\"')\]”’»]*$")
_OTHER_SIZE = 1.12
_APART = 1.35  # of the usual distance between the lines of this size
_INDENT = 0.8  # of a line's height
CAPTION = re.compile(r"(?i)(?:fig(?:ure|\.)?|table|tab\.|plate|abb(?:ildung|\.)|tabelle|chart)\s*[A-Z]?\d+[.:)\s]")
_BROKEN = 25  # letters of a line, at least, that goes on in the next column
_ALIKE = 3  # lines that show how long those of a passage are,
_RAGGED = 5  # times the size of their type by which these may differ
_LISTED = 4  # lines of a column, at least, that can be told to be a list
_WIDE = "\u2e80"
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_HYPHENS = (HYPHEN, "\u00ad", "\u2010")  # that part a word; browsers break words with the last one
_RAISED = re.compile("[\u2070\xb9\xb2\xb3\u2074-\u2079]+")
_MARK = re.compile("[\u2070\xb9\xb2\xb3\u2074-\u2079]{1,3}(?=\\s*[^\\W\\d])")
_SMALLER = 0.93  # times the size of the running text, at a column's end: footnotes


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `after` is what stands between them and the next: furniture, footnotes."""

    lines: list[Line]
    furniture: bool = False
    after: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words of its lines, as they stand."""
        return " ".join(line.text for line in self.lines)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines in reading order; furniture, footnotes and captions at a column's head never part one."""
    layout = _Layout(lines)
    notes = _footnotes(lines)
    found = [Paragraph([])]
    for line in lines:
        last = found[-1]
        if line.furniture:
            last.after.append(Paragraph([line], furniture=True))
        elif _is_open(last, note=id(line) in notes, notes=notes) and layout.goes_on(last.after[-1].lines, line):
            last.after[-1].lines.append(line)
        elif id(line) in notes or layout.floats(last.lines, line):
            last.after.append(Paragraph([line]))
        elif last.lines and layout.goes_on(last.lines, line):
            last.lines.append(line)
        else:
            found.append(Paragraph([line]))
    _place_notes(found, layout.body)
    return found


def _place_notes(found: Sequence[Paragraph], body: float) -> None:
    """Move each footnote in small type, with what goes on with it, to the paragraph of its page that cites its figure."""
    pages: dict[int, list[Paragraph]] = {}
    for each in found:
        for page in {line.page for line in each.lines}:
            pages.setdefault(page, []).append(each)
    for paragraph in found:
        there = paragraph
        for note in list(paragraph.after):
            if note.furniture or note.lines[0].size >= _SMALLER * body:
                continue
            if mark := _MARK.match(note.text.strip()):
                page = note.lines[0].page
                there = next((each for each in pages.get(page, ()) if _cites(each, mark[0], page)), paragraph)
            if there is not paragraph:
                paragraph.after.remove(note)
                there.after.append(note)


def _cites(paragraph: Paragraph, mark: str, page: int) -> bool:
    return any(line.page == page and mark in _RAISED.findall(line.text[1:]) for line in paragraph.lines)


def _is_open(paragraph: Paragraph, *, note: bool, notes: Container[int]) -> bool:
    """Whether a line may go on with what came last after a paragraph: a note with a note, a caption with what is none."""
    after = paragraph.after[-1:]
    return bool(after) and not after[0].furniture and (id(after[0].lines[0]) in notes) is note


def body_size(lines: Iterable[Line]) -> float:
    """Return the size of most letters, 0.0 where there are none."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _footnotes(lines: Sequence[Line]) -> set[int]:
    """Return the identities of the small lines with which a page's column ends that has others above them."""
    body = body_size(line for line in lines if not line.furniture)
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if not line.furniture:
            columns.setdefault((line.page, line.column), []).append(line)
    found: set[int] = set()
    for column in columns.values():
        small = [id(line) for line in takewhile(lambda line: line.size < _SMALLER * body, reversed(column))]
        small = small or [id(line) for line in _marked_notes(column)]
        found.update(small if len(small) < len(column) else ())
    return found


def _marked_notes(column: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with which a column ends from the first on that opens with a raised figure which is cited above it.

    Word processors set notes as large as the text; they take the lower half of a page at most.
    """
    texts = [line.text.strip() for line in column]
    cited: dict[str, int] = {}  # where each mark is first cited
    for at in range(len(column) - len(column) // 2, len(column)):
        if mark := _MARK.match(texts[at]):
            if mark[0] not in cited:
                cited[mark[0]] = next((place for place, text in enumerate(texts) if mark[0] in text[1:]), at)
            if cited[mark[0]] < at:
                return column[at:]
    return ()


def runs_of(lines: Sequence[Line], hyphened: Container[str]) -> list[Run]:
    """Return a paragraph's words. A hyphen at a line's end goes, unless the word stands with it elsewhere (`hyphened`)."""
    runs: list[Run] = []
    for before, line in pairwise([None, *lines]):
        assert line is not None
        if before is not None and runs:
            last = runs[-1]
            ended = last.text.rstrip()
            if ended.endswith((*_HYPHENS, "-")) and len(ended) > 1 and ended[-2].isalpha():
                kept = _keeps_hyphen(ended, line.text, hyphened)
                runs[-1] = Run(ended[:-1] + ("-" if kept else ""), last.strong, last.emphasis, last.link)
            elif not (
                ended[-1:] >= _WIDE and line.text[:1] >= _WIDE
            ):  # Chinese and Japanese lines join without a space
                runs.append(Run(" "))
        runs += line.runs
    return [Run(run.text.replace(HYPHEN, "-"), run.strong, run.emphasis, run.link) for run in runs]


def hyphened_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that are written with a hyphen inside a line."""
    return frozenset(word.casefold() for line in lines for word in _WORDS.findall(line.text.replace(HYPHEN, " ")))


def _keeps_hyphen(ended: str, after: str, hyphened: Container[str]) -> bool:
    first = re.match(r"[^\W\d_]+", after.strip())
    if first is None or not first[0][0].islower():
        return True
    whole = re.split(r"[^\w-]", ended[:-1])[-1] + "-" + first[0]
    return whole.casefold() in hyphened


class _Layout:
    """How a document's lines usually stand: the distance between them by size, and the edges of each column."""

    def __init__(self, lines: Sequence[Line]) -> None:
        steps: dict[float, list[float]] = {}
        columns: dict[tuple[int, int], list[Line]] = {}
        for before, line in pairwise(lines):
            step = line.box.bottom - before.box.bottom
            if _beside(before, line) and before.size == line.size and step > 0:
                steps.setdefault(line.size, []).append(step)
        for line in lines:
            columns.setdefault((line.page, line.column), []).append(line)
        self._steps = {size: sorted(found)[len(found) // 3] for size, found in steps.items()}
        self._left = {key: _usual([line.box.left for line in each]) for key, each in columns.items()}
        self._right = {
            key: _far([line.box.right for line in each if line.cells == 1] or [line.box.right for line in each])
            for key, each in columns.items()
        }
        self._near = {id(line): edge for each in columns.values() for line, edge in _near_edges(each)}
        self.body = body_size(lines)
        self._listed = {key for key, each in columns.items() if self._is_list(each)}

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line goes on with a paragraph."""
        before = paragraph[-1]
        if line.cells > 1 or before.cells > 1 or self._looks_other(before, line) or self._is_item(paragraph, line):
            return False
        if before.text.rstrip().endswith(_HYPHENS):
            return True
        if not _beside(before, line):
            stopped = _STOP.search(before.text.strip()) or len(before.text) < _BROKEN
            return not stopped and self._is_full(before, line) and not self._begins(paragraph, line)
        if line.box.bottom - before.box.bottom > _APART * self._steps.get(line.size, 1.2 * line.size):
            return False
        if _STOP.search(before.text.strip()) and self._is_indented(paragraph, line):
            return False
        if _STOP.search(before.text.strip()):
            return self._is_full(before, line)
        return not self._begins(paragraph, line)

    def floats(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line opens the caption of a picture at the head of a column, in the midst of a paragraph."""
        if not paragraph or not CAPTION.match(line.text.strip()):
            return False
        return not _beside(paragraph[-1], line) and not _STOP.search(paragraph[-1].text.strip())

    def _is_list(self, column: Sequence[Line]) -> bool:
        """Whether most lines of a column end before they are full and the next one begins anew: names, verse, addresses."""
        pairs = list(pairwise(column))
        broken = sum(
            _is_new(line) and not self._is_full(before, line) and not _STOP.search(before.text.strip())
            for before, line in pairs
        )
        return len(pairs) >= _LISTED and broken >= 0.6 * len(pairs)

    def _begins(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line with a capital stands for itself: in a list, or since the one before it has room for its first word.

        Headings run over lines that are not full. Beside a picture lines are as full as those above them.
        """
        before = paragraph[-1]
        if not _is_new(line) or (before.strong and line.strong) or line.size > _OTHER_SIZE * self.body:
            return False
        if (line.page, line.column) in self._listed:
            return True
        return not self._is_full(before, line) and not self._is_full(before, line, self._near.get(id(before)))

    def _looks_other(self, before: Line, line: Line) -> bool:
        """Whether the line is of another size, or one of the two is bold and the other not, as a heading is."""
        if max(line.size, before.size) > _OTHER_SIZE * min(line.size, before.size):
            return True
        if not ((line.strong and before.light) or (before.strong and line.light)):
            return False
        within = (
            line.text.strip()[:1].islower() and not _STOP.search(before.text.strip()) and self._is_full(before, line)
        )
        return not within

    def _is_item(self, paragraph: Sequence[Line], line: Line) -> bool:
        words, before = line.text.strip(), paragraph[-1]
        if _BULLET.match(words):
            return True
        first = paragraph[0].text.strip()
        listed = bool(_MAYBE_BULLET.match(first) or _BULLET.match(first))
        return bool(_MAYBE_BULLET.match(words)) and (
            listed or bool(_STOP.search(before.text.strip())) or not self._is_full(before, line)
        )

    def _is_indented(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether the line begins to the right of the column's edge and of the paragraph's own lines."""
        edge = max(self._left[line.page, line.column], min(each.box.left for each in paragraph))
        return line.box.left - edge > _INDENT * line.size

    def _is_full(self, before: Line, line: Line, edge: float | None = None) -> bool:
        """Whether the line's first word would not have fitted at the end of the line before it, up to the column's edge."""
        words = line.text.split(maxsplit=1)
        width = (line.box.right - line.box.left) * (len(words[0]) + 1) / max(1, len(line.text)) if words else 0.0
        edge = self._right[before.page, before.column] if edge is None else edge
        return before.box.right + width >= edge - 0.3 * before.size


def _near_edges(column: Sequence[Line]) -> Iterator[tuple[Line, float]]:
    """Yield the lines that are about as long as those above and below them, as beside a picture, and the edge they reach."""
    for at in range(len(column) - _ALIKE + 1):
        near = column[at : at + _ALIKE]
        edges = [each.box.right for each in near]
        alike = max(edges) - min(edges) <= _RAGGED * near[0].size
        if alike and min(len(each.text) for each in near) >= _BROKEN:
            yield from ((line, max(edges)) for line in near)


def _is_new(line: Line) -> bool:
    """Whether a line begins with a capital."""
    return line.text.lstrip(" \"'“‘«(")[:1].isupper()


def _beside(before: Line, line: Line) -> bool:
    """Whether both stand in the same column of the same page, the second below the first."""
    return (before.page, before.column) == (line.page, line.column) and line.box.bottom > before.box.bottom


def _usual(edges: Sequence[float]) -> float:
    """Return the left edge at which most lines begin: the leftmost that a quarter of them share."""
    rounded = [round(edge) for edge in edges]
    return float(min((edge for edge in set(rounded) if 4 * rounded.count(edge) >= len(rounded)), default=median(edges)))


def _far(edges: Sequence[float]) -> float:
    """Return the right edge that the longest tenth of the lines reach."""
    return sorted(edges)[int(0.9 * (len(edges) - 1))]
