"""What each paragraph of a text file is, by its shape and place: title, standfirst, heading, item, caption, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from nutgraf.readers.byline import authors_in, date_in
from nutgraf.text.article import MARKER, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.furniture import Line, Place

T = TypeVar("T")
_STOP = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•‣◦▪▫●○■□∙*+·]\s+\S")
_NUMBER = re.compile(r"(\d{1,3}[.)]|[A-Za-z][.)]|[–—-])\s+\S")
_PICTURE = r"(?:photo(?:graph)?|image|picture|foto|illustration|credit)s?"
_AGENCY = r"(?:AP|AFP|Getty|Reuters|EPA|PA|Alamy|Bloomberg|Shutterstock|iStock)"
_NAMED = r"(?-i:(?=[A-Z©]))"  # a capital follows: “the bigger picture: what comes next” is a heading
_CREDIT = re.compile(  # a credit before, in brackets or at the end, where no full stop follows
    rf"{_PICTURE}(?: credit| by| courtesy)?\s?[:/©]|"
    rf".{{10,}}\((?:[^()]*\b(?:{_AGENCY}|Photo)\b[^()]*)\)$|"
    rf".{{10,}}(?:[^\w\s]\s?|(?<!\bthe)(?<!\ba)\s(?=photo|image)){_NAMED}{_PICTURE}(?: by| credit| courtesy)?\s?[:/©]"
    rf"\s?{_NAMED}[^.!?]{{2,61}}$|"
    rf".{{10,}}(?:[/|–—.]|\bsource:)\s*{_NAMED}{_AGENCY}(?: Photo| Images| News)?$",
    re.IGNORECASE,
)
_CHECKED = 500
_TITLE_WORDS = 30
_HEADING_WORDS = 12
_STANDFIRST_WORDS = 50
_SERIES = 3  # headings, at least, of which the first may open a text
_PROSE_WORDS = 15
_ABOVE = 25  # paragraphs above the article's first one among which its title is sought
_ECHO = 0.5  # share of a title's words that the article uses
_NEAR = 6  # paragraphs around the title in which a byline or a date may stand


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph becomes as a block."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    furniture: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Every paragraph's shape, and what the text says of itself."""

    shapes: tuple[Shape, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""


def shapes(paragraphs: Sequence[Line], places: Sequence[Place], cancel: Cancel) -> Outline:
    """Return the outline of a text whose paragraphs stand to the article as `places` says.

    Raises:
        Cancelled: the token was set.

    """
    texts = [each.text for each in paragraphs]
    found = [_shape(paragraph, place) for paragraph, place in cancel.watch(zip(paragraphs, places, strict=True))]
    _mark_items(texts, found, cancel)
    kept = [index for index, shape in enumerate(found) if not shape.furniture]
    if not kept:
        return Outline(tuple(found))
    title = _title(paragraphs, places, kept)
    authors, published = _mark_bylines(texts, found, title if title is not None else kept[0])
    if title is not None:
        _fold_above(texts, found, title)
        found[title] = Shape(BlockKind.TITLE)
    kept = [index for index, shape in enumerate(found) if not shape.furniture]
    if title is not None:
        _mark_standfirst(texts, found, kept, title)
    _mark_headings(paragraphs, found, kept, cancel)
    return Outline(tuple(found), texts[title] if title is not None else "", authors, published)


def _shape(paragraph: Line, place: Place) -> Shape:
    if len(paragraph.text) < 400 and _CREDIT.match(paragraph.text):
        return Shape(BlockKind.CAPTION, 0, place.furniture, place.doubtful)
    return _paragraph(place.furniture, place.doubtful)


@cache
def _paragraph(furniture: bool, doubtful: bool) -> Shape:
    """Return the one shape that paragraphs share, of which a text may have a million."""
    return Shape(BlockKind.PARAGRAPH, 0, furniture, doubtful)


def _mark_items(texts: Sequence[str], found: list[Shape], cancel: Cancel) -> None:
    """Mark items: a bullet says so by itself; a number, a letter or a dash only beside another ("A. Smith" is no item)."""
    numbered = [bool(_NUMBER.match(text)) for text in cancel.watch(texts)]
    for index, text in cancel.watch(enumerate(texts)):
        beside = numbered[index] and any(numbered[max(0, index - 1) : index] + numbered[index + 1 : index + 2])
        if MARKER.match(text) and (beside or _BULLET.match(text)) and any(map(str.isalnum, text)):
            found[index] = replace(found[index], kind=BlockKind.ITEM, level=1)


def _title(paragraphs: Sequence[Line], places: Sequence[Place], kept: Sequence[int]) -> int | None:
    """Return which paragraph is the title: on a page the line that the text below it echoes, else a first line of its shape."""
    texts = [each.text for each in paragraphs]
    start = next((index for index in kept if places[index].article >= 0.5 and _is_prose(texts[index])), None)
    if start is None:
        return None
    if any(places[index].furniture for index in range(len(texts))):
        return _echoed(texts, places, start)
    first, *rest = kept[:40]
    ended = [bool(_STOP.search(texts[index])) for index in rest if _size(texts[index]) >= _HEADING_WORDS]
    if not ended or not _may_be_title(texts[first]) or (len(rest) > 1 and not paragraphs[rest[0]].apart):
        return None
    return first if sum(ended) >= 0.7 * len(ended) and sum(ended) >= 0.5 * len(rest) else None


def _echoed(texts: Sequence[str], places: Sequence[Place], start: int) -> int | None:
    """Return the line above the article's first paragraph whose words the article takes up again.

    A standfirst may echo the article more than the headline above it: of two such lines that follow each other, it is the upper.
    """
    own = [text for text, place in zip(texts[start:], places[start:], strict=True) if not place.furniture]
    article = set().union(*map(_telling, own))
    scores: dict[int, float] = {}
    for index in range(max(0, start - _ABOVE), start):
        words = _telling(texts[index])
        if len(words) >= 2 and _size(texts[index]) >= 4 and _may_be_title(texts[index]):
            scores[index] = len(words & article) / len(words) + places[index].title
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is None or scores[best] < _ECHO:
        return None
    above = best - 1
    if scores.get(above, 0.0) >= _ECHO and not _telling(texts[best]) <= _telling(texts[above]):
        return above
    return best


def _telling(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))


def _may_be_title(text: str) -> bool:
    return 1 < _size(text) <= _TITLE_WORDS and not re.search(r"[.,;:][\"'”’»)\]]*$", text) and not MARKER.match(text)


def _mark_bylines(texts: Sequence[str], found: list[Shape], title: int) -> tuple[tuple[str, ...], str]:
    """Fold the lines that only name the author or the day, near the title, and return what they say."""
    authors: tuple[str, ...] = ()
    published = ""
    for index in range(max(0, title - _NEAR), min(len(texts), title + _NEAR + 1)):
        names, date = authors_in(texts[index]), date_in(texts[index])
        if index != title and (names or date):
            authors, published = authors or names, published or date
            found[index] = replace(found[index], furniture=True)
    return authors, published


def _fold_above(texts: Sequence[str], found: list[Shape], title: int) -> None:
    """Fold what a page has above its title, unless it is a paragraph."""
    if any(shape.furniture for shape in found):
        for index in range(title):
            if not _is_prose(texts[index]):
                found[index] = replace(found[index], furniture=True)


def _mark_standfirst(texts: Sequence[str], found: list[Shape], kept: Sequence[int], title: int) -> None:
    """Mark the line under the title if it is no full sentence, or if the byline stands between it and the text."""
    line = title + 1
    after = next((index for index in kept if index > line), None)
    if after is None or found[line].kind is not BlockKind.PARAGRAPH or not 4 <= _size(texts[line]) <= _STANDFIRST_WORDS:
        return
    if authors_in(texts[line]) or date_in(texts[line]) or not _is_prose(texts[after]):
        return
    parted = any(authors_in(text) or date_in(text) for text in texts[line + 1 : after])
    if parted or not (_STOP.search(texts[line]) or found[line].furniture):
        found[line] = Shape(BlockKind.STANDFIRST)


def _mark_headings(paragraphs: Sequence[Line], found: list[Shape], kept: Sequence[int], cancel: Cancel) -> None:
    """Mark short lines that stand apart between paragraphs of full sentences, and one that opens the text above others."""
    plain = [index for index in kept if found[index].kind is BlockKind.PARAGRAPH]
    candidates = [
        index
        for before, index, after in cancel.watch(zip([None, *kept], kept, kept[1:], strict=False))
        if found[index].kind is BlockKind.PARAGRAPH
        and paragraphs[index].apart
        and _has_heading_shape(paragraphs[index].text)
        and (before is None or _is_prose(paragraphs[before].text) or found[before].kind is not BlockKind.PARAGRAPH)
        and _is_prose(paragraphs[after].text)
    ]
    if len(candidates) < _SERIES and candidates[:1] == list(kept[:1]):
        del candidates[:1]
    ended = sum(1 for index in cancel.watch(plain) if _STOP.search(paragraphs[index].text))
    if 2 * len(candidates) <= len(plain) and ended + len(candidates) >= 0.9 * len(plain):
        for index in candidates:
            found[index] = Shape(BlockKind.HEADING, 2)


def _has_heading_shape(text: str) -> bool:
    first = text.lstrip("\"'“‘«(")[:1]
    return _size(text) <= _HEADING_WORDS and not _STOP.search(text) and (first.isupper() or first.isdigit())


def _is_prose(text: str) -> bool:
    return _size(text) >= _PROSE_WORDS and bool(_STOP.search(text))


def _size(text: str) -> int:
    return len(text.split()) + sum(1 for character in text if character >= "\u2e80") // 2
