"""The Markdown export: front matter, the summary as numbered quotes that lead back to their places, and the names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from nutgraf.export import wording
from nutgraf.export.base import Part
from nutgraf.export.markdown_text import escape, fence
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.export.base import Report
    from nutgraf.text.article import Article, Block
    from nutgraf.text.entity import Entity
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
            yield f"### {escape(wording.line(heading))}"
        indent = " " * len(opening)
        yield f"{opening}> {escape(wording.line(sentence.span.of(article.text)))}\n\n{indent}{note}"
        if lines := [f"{indent}- {escape(words)}" for words in wording.reasons(report, index)]:
            yield "\n".join(lines)


def _linked(words: str, article: Article, span: Span) -> str:
    link = wording.link(article, span)
    return f"[{words}]({link})" if link else words


def _names(report: Report) -> Iterator[str]:
    """Yield a heading and a list for each kind of name."""
    entities = report.analysis.names.entities
    for label, heading in wording.HEADINGS.items():
        if some := [entity for entity in entities if entity.label is label]:
            yield f"## {heading}"
            yield "\n".join(_name(report.analysis.article, entity) for entity in some)
    if not entities:
        yield "## Names"
        yield wording.NO_NAMES


def _name(article: Article, entity: Entity) -> str:
    """Return one item: name, role, how often (a link to the first mention) and other names."""
    count = wording.mentions(entity)
    facts = [
        escape(wording.role(article, entity)),
        _linked(count, article, entity.mentions[0].span) if entity.mentions else count,
        escape(wording.also(entity)),
    ]
    return f"- **{escape(wording.line(entity.name))}** · " + " · ".join(filter(None, facts))


def _text(article: Article) -> Iterator[str]:
    """Yield the article's blocks; the title has been said."""
    for block in article.blocks:
        if not block.furniture and block.kind is not BlockKind.TITLE:
            yield _block(article, block)


def _block(article: Article, block: Block) -> str:
    """Return one block as Markdown."""
    if block.kind is BlockKind.CODE:
        return fence(wording.lines(block.span.of(article.text)))
    words = escape(wording.line(block.body(article.text).of(article.text)))
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(6, 2 + max(1, block.level))} {words}"
        case BlockKind.ITEM:
            return f"- {words}"
        case BlockKind.QUOTE:
            return f"> {words}"
        case _:
            return words
