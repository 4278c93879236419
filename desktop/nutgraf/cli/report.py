"""The text form of a report, for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.cli.terminal import columns, safe
from nutgraf.export import wording
from nutgraf.export.base import Part
from nutgraf.export.portraits import portraits, watched
from nutgraf.summary.worth import verdict
from nutgraf.text import visible
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import LINE_BREAK
from nutgraf.text.words import article_words, counted, duration, reading_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.cli.terminal import Style
    from nutgraf.export.base import Report
    from nutgraf.export.portraits import Portrait
    from nutgraf.text.article import Article, Block

_WIDEST_NAME = 32  # columns; a longer name pushes its own role aside only


def text_report(report: Report, style: Style) -> str:
    """Return the report's parts as lines of text, safe for a terminal."""
    lines = [*_head(report, style)]
    if Part.SUMMARY in report.parts:
        lines += _summary(report, style)
    if Part.NAMES in report.parts:
        lines += _names(report, style)
    if Part.TEXT in report.parts:
        lines += _text(report.analysis.article, style)
    return "\n".join(lines) + "\n"


def _head(report: Report, style: Style) -> Iterator[str]:
    """Yield the title and what is known of the article."""
    article = report.analysis.article
    words = article_words(article)
    known = [", ".join(article.meta.authors), article.meta.published, article.meta.site]
    known.append(f"{counted(words, 'word')}, {duration(reading_minutes(words))}")
    yield from map(style.bold, style.fold(safe(wording.title(article))))
    yield from map(style.muted, style.fold(safe(" · ".join(filter(None, known)))))
    for notice in article.notices:
        yield from map(style.muted, style.fold(safe(notice)))


def _summary(report: Report, style: Style) -> Iterator[str]:
    """Yield the sentences of the summary, numbered, each with its reason and place."""
    article, sentences = report.analysis.article, report.analysis.sentences
    chosen, places = report.summary.sentences, wording.Places(article)
    yield ""
    yield style.bold("In brief") + style.muted(f"  {len(chosen)} of {counted(len(sentences), 'sentence')}")
    if doubt := verdict(article, sentences):
        yield from map(style.muted, style.fold(safe(doubt)))
    for what, words in wording.summary_lines(report):
        yield from map(style.muted, style.fold(safe(f"{what}: {words}")))
    gap = len(str(len(chosen))) + 2
    for number, index in enumerate(chosen, 1):
        sentence = sentences[index]
        reason = wording.reason(report, sentence)
        where = places.paragraph(sentence)
        if heading := report.headings.get(index):
            yield ""
            yield from map(style.bold, style.fold(safe(visible.line(heading))))
        yield ""
        yield from style.fold(safe(sentence.span.of(article.text)), " " * gap, f"{number}.".ljust(gap))
        yield from map(style.muted, style.fold(safe(" · ".join(filter(None, [reason, where]))), " " * gap))
        for words in wording.reasons(report, index):
            yield from map(style.muted, style.fold(safe(words), " " * (gap + 2), f"{' ' * gap}- "))


def _names(report: Report, style: Style) -> Iterator[str]:
    """Yield the people, then the organizations, then the watched names, each with all that is known of them."""
    if not report.analysis.names.entities:
        yield ""
        yield style.muted(wording.no_names(report))
    lists = [(heading, list(portraits(report, label))) for label, heading in wording.HEADINGS.items()]
    for heading, some in [*lists, (wording.WATCHED, list(watched(report)))]:
        if some:
            yield ""
            yield style.bold(heading) + style.muted(f"  {len(some)}")
            room = min(_WIDEST_NAME, max(columns(safe(who.name)) for who in some))
            for who in some:
                yield from _name(who, room, style)


def _name(who: Portrait, room: int, style: Style) -> Iterator[str]:
    """Yield how often, the name, who it is; then where, with whom, and what they said."""
    name = safe(who.name)
    indent = " " * (8 + room)
    opening = f"{who.count.partition(' ')[0]:>4}  {name}{' ' * (room - columns(name))}"
    facts = " · ".join(filter(None, [who.role, who.also, who.doubt]))
    if facts:
        yield from style.fold(safe(facts), indent, opening + "  ")
    else:
        yield opening.rstrip()
    where = ", ".join([*(place.words for place in who.places), *([f"{who.more} more"] if who.more else [])])
    aside = " · ".join(filter(None, [where and f"in {where}", who.company]))
    yield from map(style.muted, style.fold(safe(aside), indent))
    for quote in who.quotes:
        yield from style.fold(safe(f"{quote.words} ({quote.note})"), indent + "  ", indent + "- ")


def _text(article: Article, style: Style) -> Iterator[str]:
    """Yield the article's blocks, a blank line before each that is not an item after an item."""
    before = None
    for block in article.blocks:
        if block.furniture or block.kind is BlockKind.TITLE:
            continue
        if not (before is block.kind is BlockKind.ITEM):
            yield ""
        before = block.kind
        yield from _block(article, block, style)


def _block(article: Article, block: Block, style: Style) -> Iterator[str]:
    """Yield the lines of one block."""
    words = block.span.of(article.text)
    match block.kind:
        case BlockKind.CODE:
            yield from (f"    {safe(line)}" for line in words.split(LINE_BREAK))
        case BlockKind.HEADING:
            yield from map(style.bold, style.fold(safe(words)))
        case BlockKind.ITEM:
            indent = "  " * max(1, block.level)
            body = safe(block.body(article.text).of(article.text))
            marker = words.removesuffix(block.body(article.text).of(article.text)).strip() or "•"
            yield from style.fold(body, indent + " " * (len(marker) + 1), f"{indent}{safe(marker)} ")
        case BlockKind.QUOTE:
            yield from style.fold(safe(words), "  │ ")
        case _:
            yield from style.fold(safe(words))
