"""The Markdown export: front matter, the summary as numbered quotes that lead back to their places, and the names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from nutgraf.export import wording
from nutgraf.export.base import Part
from nutgraf.export.markdown_text import escape, fence
from nutgraf.export.portraits import portraits, watched
from nutgraf.text import visible
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.export.base import Report
    from nutgraf.export.portraits import Portrait
    from nutgraf.text.article import Article, Block
    from nutgraf.text.span import Span


class MarkdownExporter:
    """CommonMark with YAML front matter, as Obsidian, Typora and GitHub show it."""

    name = "markdown"
    title = "Markdown"
    suffix = ".md"
    media_type = "text/markdown"

    def export(self, report: Report) -> str:
        """Return the Markdown file's text."""
        article = report.analysis.article
        pieces = [_front_matter(report), f"# {escape(wording.title(article))}"]
        if Part.SUMMARY in report.parts:
            pieces += ["## In brief", *_quotes(report)]
        if Part.NAMES in report.parts:
            pieces += _names(report)
        if Part.TEXT in report.parts:
            pieces += ["## Text", *_text(article)]
        return "\n\n".join(pieces) + "\n"


def _front_matter(report: Report) -> str:
    """Return YAML whose strings are all double-quoted, as JSON writes them: nothing in them has a meaning in YAML."""
    lines = ["---"]
    for name, value in wording.facts(report).items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"  - {_scalar(each)}" for each in value)]
        else:
            lines.append(f"{name}: {_scalar(value)}")
    return "\n".join([*lines, "---"])


def _scalar(value: str | int) -> str:
    """Return a value that stays inert for programs that show front matter as Markdown, or its `[[words]]` as links."""
    if isinstance(value, int):
        return str(value)
    quoted = json.dumps(value.replace("[[", "[ [").replace("[[", "[ ["), ensure_ascii=False)
    return re.sub(r"[<>&\[\]`]", lambda found: f"\\u{ord(found[0]):04x}", wording.escape_unseen(quoted))


def _quotes(report: Report) -> Iterator[str]:
    """Yield each sentence of the summary as a numbered quote, with its place and its reason."""
    article = report.analysis.article
    places = wording.Places(article)
    if not report.summary.sentences:
        yield wording.NO_SUMMARY
    if facts := [f"- **{what}**: {escape(words)}" for what, words in wording.summary_lines(report)]:
        yield "\n".join(facts)
    for number, index in enumerate(report.summary.sentences, 1):
        sentence = report.analysis.sentences[index]
        opening = f"{number}. "
        reason = escape(wording.reason(report, sentence))
        where = _linked(places.of(sentence), article, sentence.span)
        note = " · ".join(filter(None, [where, reason]))
        if heading := report.headings.get(index):
            yield f"### {escape(visible.line(heading))}"
        indent = " " * len(opening)
        yield f"{opening}> {escape(visible.line(sentence.span.of(article.text)))}\n\n{indent}{note}"
        if lines := [f"{indent}- {escape(words)}" for words in wording.reasons(report, index)]:
            yield "\n".join(lines)


def _linked(words: str, article: Article, span: Span) -> str:
    link = wording.link(article, span)
    return f"[{words}]({link})" if link else words


def _names(report: Report) -> Iterator[str]:
    """Yield a heading and a list for each kind of name."""
    article = report.analysis.article
    lists = [(heading, list(portraits(report, label))) for label, heading in wording.HEADINGS.items()]
    for heading, some in [*lists, (wording.WATCHED, list(watched(report)))]:
        if some:
            yield f"## {heading}"
            yield "\n".join(line for portrait in some for line in _name(article, portrait))
    if not report.analysis.names.entities:
        yield "## Names"
        yield wording.no_names(report)


def _name(article: Article, who: Portrait) -> Iterator[str]:
    """Yield an item with name, role, how often, where and with whom; and an item in it for each thing that they said."""
    facts = [escape(who.role), _places(article, who), *map(escape, (who.also, who.company, who.doubt))]
    yield f"- **{escape(who.name)}** · " + " · ".join(filter(None, facts))
    for quote in who.quotes:
        yield f"  - {escape(quote.words)} ({_linked(escape(quote.note), article, quote.span)})"


def _places(article: Article, who: Portrait) -> str:
    """Return "3 mentions in paragraphs 1, 4", each paragraph a link."""
    links = [_linked(place.words, article, place.span) for place in who.places]
    more = [f"{who.more} more"] if who.more else []
    return f"{who.count} in {', '.join([*links, *more])}"


def _text(article: Article) -> Iterator[str]:
    """Yield the article's blocks; the title has been said."""
    for block in article.blocks:
        if not block.furniture and block.kind is not BlockKind.TITLE:
            yield _block(article, block)


def _block(article: Article, block: Block) -> str:
    """Return one block as Markdown."""
    if block.kind is BlockKind.CODE:
        return fence(visible.lines(block.span.of(article.text)))
    words = escape(visible.line(block.body(article.text).of(article.text)))
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(6, 2 + max(1, block.level))} {words}"
        case BlockKind.ITEM:
            return f"- {words}"
        case BlockKind.QUOTE:
            return f"> {words}"
        case _:
            return words
