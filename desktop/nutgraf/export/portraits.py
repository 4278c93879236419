"""Who is in an article, in the words that every export and the terminal say alike."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text import visible
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.export.base import Report
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Label, Quotation, Watched
    from nutgraf.text.span import Span

_MOST_PLACES = 20  # paragraphs that are listed; JSON has every mention
_MOST_COMPANIONS = 8
_ELSEWHERE = {BlockKind.TITLE: "title", BlockKind.STANDFIRST: "standfirst", BlockKind.CAPTION: "caption"}


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, in words ("title", "paragraph 4"; of several "paragraphs 4", "7"), and where in it someone is named first."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """What someone is quoted as saying: direct speech in quotation marks; `note` says what else is to be known of it."""

    words: str
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Portrait:
    """One who is named: strings are single lines and may be empty; `more` is how many paragraphs are not listed."""

    name: str
    role: str
    count: str
    also: str
    doubt: str
    company: str
    places: tuple[Place, ...]
    more: int
    quotes: tuple[Quote, ...]


def portraits(report: Report, label: Label) -> Iterator[Portrait]:
    """Yield the people, or the organizations, of an article by their first mention."""
    names, places = report.analysis.names, _Paragraphs(report.analysis.article)
    said: dict[int | None, list[Quotation]] = defaultdict(list)
    for quotation in names.quotations:
        said[quotation.speaker].append(quotation)
    for number, entity in enumerate(names.entities):
        if entity.label is label:
            yield _portrait(report, number, said[number], places)


def watched(report: Report) -> Iterator[Portrait]:
    """Yield the watched names that occur."""
    places = _Paragraphs(report.analysis.article)
    for each in report.analysis.names.watched:
        listed = places.of(each.spans)
        shown, more = listed[:_MOST_PLACES], max(0, len(listed) - _MOST_PLACES)
        yield Portrait(visible.line(each.name), "", _times(len(each.spans)), _also(each), "", "", shown, more, ())


def _portrait(report: Report, number: int, said: Iterable[Quotation], places: _Paragraphs) -> Portrait:
    article, entity = report.analysis.article, report.analysis.names.entities[number]
    listed = places.of(mention.span for mention in entity.mentions)
    return Portrait(
        name=visible.line(entity.name),
        role=visible.line(entity.role.of(article.text)) if entity.role else "",
        count=_times(len(entity.mentions)),
        also=_also(entity),
        doubt=f"doubtful ({entity.confidence:.0%} sure)" if entity.is_doubtful else "",
        company=_company(report, number),
        places=listed[:_MOST_PLACES],
        more=max(0, len(listed) - _MOST_PLACES),
        quotes=tuple(_quote(article, each, places) for each in said),
    )


def _times(count: int) -> str:
    return f"{count} mention{'' if count == 1 else 's'}"


def _also(named: Entity | Watched) -> str:
    names = ", ".join(f"“{visible.line(alias)}”" for alias in named.aliases)
    return f"also {names}" if names else ""


def _company(report: Report, number: int) -> str:
    """Return who is named in the same sentences, with how many sentences where there are several."""
    names = report.analysis.names
    own = names.companions[number] if names.companions else ()
    shown = [
        visible.line(names.entities[each.entity].name)
        + (f" ({len(each.sentences)})" if len(each.sentences) > 1 else "")
        for each in own[:_MOST_COMPANIONS]
    ]
    others = f" and {len(own) - len(shown)} more" if len(own) > len(shown) else ""
    return f"with {', '.join(shown)}{others}" if shown else ""


def _quote(article: Article, quotation: Quotation, places: _Paragraphs) -> Quote:
    words = visible.line(quotation.span.of(article.text))
    notes = ["" if quotation.direct else "reported", "" if quotation.certain else "speaker uncertain"]
    where = places.of([quotation.span])
    notes += [place.words for place in where]
    return Quote(f"“{words}”" if quotation.direct else words, ", ".join(filter(None, notes)), quotation.span)


class _Paragraphs:
    """Says in which paragraphs of an article spans stand, counted among the blocks of prose from 1."""

    def __init__(self, article: Article) -> None:
        self._starts = [block.span.start for block in article.blocks]
        self._words: list[str] = []
        prose = 0
        for block in article.blocks:
            prose += block.is_prose
            self._words.append(str(prose) if block.is_prose else _ELSEWHERE.get(block.kind, "heading"))

    def of(self, spans: Iterable[Span]) -> tuple[Place, ...]:
        """Return the places of spans in reading order, each once."""
        found: dict[str, Place] = {}
        for span in spans:
            words = self._words[bisect_right(self._starts, span.start) - 1]
            found.setdefault(words, Place(words, span))
        numbers = [words for words in found if words.isdecimal()]
        for first in numbers[:1]:
            found[first] = Place(f"paragraph{'s' if len(numbers) > 1 else ''} {first}", found[first].span)
        return tuple(found.values())
