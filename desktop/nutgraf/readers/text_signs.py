"""What plain text says of its parts in signs: underlined headings, chapters, the frame of Project Gutenberg's books."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.readers.comparing import plain
from nutgraf.readers.shape import Outline, Shape
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.furniture import Line

_RULES = frozenset("=-~^*#+`\"'")
_SHORTEST_RULE, _LONGEST_HEADING = 3, 100  # letters
_CHAPTER = re.compile(
    r"(?i)(?:chapter|part|book|act|canto|kapitel|chapitre|capítulo|capitolo|hoofdstuk|глава)\s+(?:[ivxlc]{1,8}|\d{1,3})\.?"
)
_FRAME = re.compile(r"\*\*\*\s*(START|END) OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b.*", re.DOTALL)
_FOOT = re.compile(r"[^\n]{0,200}\[Page \d{1,4}\]")
_FIGURES = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:\. ?){6,}\s*(?:\d{1,4}|[ivxl]{1,7})$")  # between a heading and its page
_LEADING = 60  # characters at the end of a line that are looked at for them
_TITLE_PAGE = 8  # paragraphs of a book among which its title and author stand again
_SAID = re.compile(r"(Title|Author):\s*(\S.{0,300})")


def with_signs(paragraphs: Sequence[Line], outline: Outline, cancel: Cancel) -> Outline:
    """Return the outline of a text with what such signs add to it.

    Raises:
        Cancelled: the token was set.

    """
    found = list(outline.shapes)
    chapters = [
        index for index, each in cancel.watch(enumerate(paragraphs)) if each.apart and _CHAPTER.fullmatch(each.text)
    ]
    for index in chapters if len(chapters) > 1 else ():
        found[index] = replace(found[index], kind=BlockKind.HEADING, level=1)
        _mark_chapter_name(paragraphs, found, index + 1)
    title = _mark_underlined(paragraphs, found, outline.title, cancel)
    _fold_print(paragraphs, found, cancel)
    return _unframed(paragraphs, replace(outline, shapes=tuple(found), title=title), cancel)


def _mark_chapter_name(paragraphs: Sequence[Line], found: list[Shape], index: int) -> None:
    """Mark the line below a chapter's number as a heading if it is the chapter's name."""
    if index + 1 >= len(paragraphs) or found[index].kind is not BlockKind.PARAGRAPH:
        return
    text, apart = paragraphs[index].text, paragraphs[index].apart and paragraphs[index + 1].apart
    if apart and len(text) <= _LONGEST_HEADING and text[0].isupper() and text[-1] not in ".,;:!?":
        found[index] = replace(found[index], kind=BlockKind.HEADING, level=2)


def _fold_print(paragraphs: Sequence[Line], found: list[Shape], cancel: Cancel) -> None:
    """Fold what only a printed copy needs: its pages' feet and heads ("[Page 1]", as in RFCs), and tables of contents."""
    feet = [
        index
        for index, each in cancel.watch(enumerate(paragraphs))
        if each.text[-1] == "]" and _FOOT.fullmatch(each.text)
    ]
    heads = Counter(_FIGURES.sub("#", paragraphs[index + 1].text) for index in feet if index + 1 < len(paragraphs))
    for index in feet if len(feet) > 1 else ():
        found[index] = replace(found[index], furniture=True)
        if index + 1 < len(paragraphs) and heads[_FIGURES.sub("#", paragraphs[index + 1].text)] > 1:
            found[index + 1] = replace(found[index + 1], furniture=True)
    contents = [index for index, each in cancel.watch(enumerate(paragraphs)) if _LEADERS.search(each.text[-_LEADING:])]
    for index in contents if len(contents) > 1 else ():
        found[index] = replace(found[index], furniture=True)


def _mark_underlined(paragraphs: Sequence[Line], found: list[Shape], title: str, cancel: Cancel) -> str:
    """Mark lines that are underlined as headings, each sign a level as it comes; return the title, which the first one may be."""
    levels: dict[str, int] = {}
    for index, line in cancel.watch(enumerate(paragraphs)):
        above = paragraphs[index - 1].text if index else ""
        if (
            _is_rule(line)
            and any(map(str.isalnum, above))
            and len(above) <= _LONGEST_HEADING
            and above[-1] not in ".,;"
        ):
            level = levels.setdefault(line.text[0], len(levels) + 1)
            opening = level == 1 and index == 1 and not title
            title = above if opening else title
            kind = BlockKind.TITLE if opening else BlockKind.HEADING
            found[index - 1] = Shape(kind, 0 if opening else min(level, 6))
            found[index] = Shape(furniture=True)
    return title


def _is_rule(line: Line) -> bool:
    text = line.text
    return not line.apart and text[0] in _RULES and len(text) >= _SHORTEST_RULE and text == text[0] * len(text)


def _unframed(paragraphs: Sequence[Line], outline: Outline, cancel: Cancel) -> Outline:
    """Fold what Project Gutenberg says before and behind a book, and take title and author from it."""
    marks = {
        frame[1]: index
        for index, each in cancel.watch(enumerate(paragraphs))
        if each.text.startswith("***") and (frame := _FRAME.fullmatch(each.text))
    }
    if "START" not in marks:
        return outline
    first, end = marks["START"] + 1, marks.get("END", len(paragraphs))
    said = {match[1]: match[2] for each in paragraphs[:first] if (match := _SAID.fullmatch(each.text))}
    shapes = tuple(
        shape if first <= index < end else replace(shape, furniture=True) for index, shape in enumerate(outline.shapes)
    )
    authors = (said["Author"],) if "Author" in said else outline.authors
    title = said.get("Title", outline.title)
    opened = _title_page([each.text for each in paragraphs[first : min(first + _TITLE_PAGE, end)]], title, authors)
    shapes = tuple(opened.get(index - first, shape) for index, shape in enumerate(shapes))
    return replace(outline, shapes=shapes, title=title, authors=authors)


def _title_page(texts: Sequence[str], title: str, authors: Sequence[str]) -> dict[int, Shape]:
    """Return the shapes, by their places, of the lines with which a book opens that are its title or name its author."""
    plains = [plain(text) for text in texts]
    named = {form for name in authors for form in (plain(name), f"by{plain(name)}")}
    found = {at: Shape(furniture=True) for at, words in enumerate(plains) if words in named}
    if title and plain(title) in plains:
        found[plains.index(plain(title))] = Shape(BlockKind.TITLE)
    return found
