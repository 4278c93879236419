"""The HTML export: one page that needs nothing else, runs nothing and asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.export import wording
from nutgraf.export.base import Part
from nutgraf.export.portraits import portraits, watched
from nutgraf.text import visible
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.export.base import Report
    from nutgraf.export.portraits import Portrait, Quote
    from nutgraf.text.article import Article, Block
    from nutgraf.text.span import Span

_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_FACTS = {"site": "Site", "authors": "By", "published": "Published", "source": "File", "words": "Words"}
_TAGS = {
    BlockKind.STANDFIRST: "p",
    BlockKind.PARAGRAPH: "p",
    BlockKind.QUOTE: "blockquote",
    BlockKind.CODE: "pre",
    BlockKind.CAPTION: "p",
}


class HtmlExporter:
    """A page for a browser or for paper."""

    name = "html"
    title = "Web page"
    suffix = ".html"
    media_type = "text/html"

    def export(self, report: Report) -> str:
        """Return the page. Its policy allows its own style sheet, by its hash, and nothing else."""
        article = report.analysis.article
        style = assets.path("export", "report.css").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
        pieces = [
            "<!DOCTYPE html>",
            f'<html lang="{_text(article.meta.language)}">',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(digest)}">',
            '<meta name="viewport" content="width=device-width">',
            '<meta name="referrer" content="no-referrer">',
            f'<meta name="generator" content="{_text(report.program)}">',
            f"<title>{_text(wording.title(article))}</title>",
            f"<style>{style}</style>",
            *_header(report),
            *_parts(report),
            *_footer(report),
        ]
        return "\n".join(pieces) + "\n"


def _text(words: str) -> str:
    """Return one line of words, escaped for an element or a quoted attribute."""
    return escape(visible.line(words))


def _header(report: Report) -> Iterator[str]:
    """Yield the title and what is known of the article."""
    facts = wording.facts(report)
    yield f'<header>\n<h1 dir="auto">{_text(wording.title(report.analysis.article))}</h1>'
    yield "<dl>"
    for name, words in _FACTS.items():
        if value := facts.get(name):
            shown = ", ".join(value) if isinstance(value, list) else str(value)
            yield f'<div><dt>{words}</dt> <dd dir="auto">{_text(shown)}</dd></div>'
    yield "</dl>\n</header>\n<main>"


def _parts(report: Report) -> Iterator[str]:
    """Yield the parts that were asked for."""
    if Part.SUMMARY in report.parts:
        yield from _summary(report)
    if Part.NAMES in report.parts:
        yield from _names(report)
    if Part.TEXT in report.parts:
        yield from _article(report.analysis.article)


def _summary(report: Report) -> Iterator[str]:
    """Yield the summary as a numbered list of quotes."""
    article = report.analysis.article
    places = wording.Places(article)
    yield "<section>\n<h2>In brief</h2>"
    if not report.summary.sentences:
        yield f"<p>{wording.NO_SUMMARY}</p>"
    if facts := list(wording.summary_lines(report)):
        shown = (f'<div><dt>{what}</dt> <dd dir="auto">{_text(words)}</dd></div>' for what, words in facts)
        yield f"<dl>{''.join(shown)}</dl>"
    yield '<ol class="summary">'
    for number, index in enumerate(report.summary.sentences, start=1):
        sentence = report.analysis.sentences[index]
        if heading := report.headings.get(index):
            yield f'</ol>\n<h3 dir="auto">{_text(heading)}</h3>\n<ol class="summary" start="{number}">'
        where = _linked(places.of(sentence), article, sentence.span)
        note = " · ".join(filter(None, [where, _text(wording.reason(report, sentence))]))
        quote = _text(sentence.span.of(article.text))
        lines = "".join(f"<li>{_text(words)}</li>" for words in wording.reasons(report, index))
        full = f'<ul class="note">{lines}</ul>' if lines else ""
        yield f'<li><blockquote dir="auto">{quote}</blockquote><p class="note">{note}</p>{full}</li>'
    yield "</ol>\n</section>"


def _linked(words: str, article: Article, span: Span) -> str:
    link = wording.link(article, span)
    return f'<a href="{escape(link)}">{_text(words)}</a>' if link else _text(words)


def _names(report: Report) -> Iterator[str]:
    """Yield a section for each kind of name, and one for watched names."""
    article = report.analysis.article
    lists = [(heading, label.lower(), list(portraits(report, label))) for label, heading in wording.HEADINGS.items()]
    for heading, kind, some in [*lists, (wording.WATCHED, "watched", list(watched(report)))]:
        if some:
            yield f'<section>\n<h2>{heading}</h2>\n<ul class="names {kind}">'
            yield from (_name(article, portrait) for portrait in some)
            yield "</ul>\n</section>"
    if not report.analysis.names.entities:
        yield f"<section>\n<h2>Names</h2>\n<p>{wording.no_names(report)}</p>\n</section>"


def _name(article: Article, who: Portrait) -> str:
    """Return one item: name, role, how often and where, other names, with whom, and what they said."""
    links = [_linked(place.words, article, place.span) for place in who.places]
    places = f"{who.count} in {', '.join([*links, *([f'{who.more} more'] if who.more else [])])}"
    note = " · ".join(filter(None, [_text(who.role), places, *map(_text, (who.also, who.company, who.doubt))]))
    said = "".join(_quote(article, quote) for quote in who.quotes)
    name = f'<bdi class="name{" doubtful" if who.doubt else ""}">{_text(who.name)}</bdi>'
    return f'<li>{name} <span class="note">{note}</span>{f"<ul>{said}</ul>" if said else ""}</li>'


def _quote(article: Article, quote: Quote) -> str:
    note = _linked(quote.note, article, quote.span)
    return f'<li dir="auto">{_text(quote.words)} <span class="note">{note}</span></li>'


def _article(article: Article) -> Iterator[str]:
    """Yield the article's blocks; the title has been said."""
    yield "<article>\n<h2>Text</h2>"
    for block in article.blocks:
        if not block.furniture and block.kind is not BlockKind.TITLE:
            yield _block(article, block)
    yield "</article>"


def _block(article: Article, block: Block) -> str:
    """Return one block as an element."""
    if block.kind is BlockKind.CODE:
        return f"<pre>{escape(visible.lines(block.span.of(article.text)))}</pre>"
    words = _text(block.body(article.text).of(article.text))
    if block.kind is BlockKind.ITEM:
        return f'<ul><li dir="auto">{words}</li></ul>'
    tag = f"h{min(6, 2 + max(1, block.level))}" if block.kind is BlockKind.HEADING else _TAGS[block.kind]
    return f'<{tag} class="{block.kind}" dir="auto">{words}</{tag}>'


def _footer(report: Report) -> Iterator[str]:
    """Yield how the page was made."""
    facts = wording.facts(report)
    made = [f"Made with {facts['made_with']} on {facts['date']}"]
    if Part.SUMMARY in report.parts:
        why = f" ({facts['chosen']})" if facts.get("chosen") else ""
        made.append(f"method {facts['method']}{why}, {facts['length']}")
    yield f"</main>\n<footer>\n<p>{_text(' · '.join(made))}</p>"
    if digest := facts.get("sha256"):
        yield f"<p>SHA-256 of the file: <code>{_text(str(digest))}</code></p>"
    yield "</footer>\n</html>"
