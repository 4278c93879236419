"""The words that every export says alike: title, facts, places, counts, links, and text made safe to show."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from nutgraf.errors import LinkError
from nutgraf.export.base import Part
from nutgraf.text.entity import Label
from nutgraf.text.explanation import explain
from nutgraf.text.link import link_to
from nutgraf.text.opener import leaning_note
from nutgraf.text.visible import BIDI_CONTROLS, line
from nutgraf.text.words import article_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.export.base import Report
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Length
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

NO_SUMMARY = "There are no sentences here to summarise."
NO_NAMES = "No names found."
WATCHED = "Watched names"
HEADINGS = {Label.PERSON: "People", Label.ORGANIZATION: "Organizations"}

_UNSEEN = re.compile(f"[\x7f-\x9f\u2028\u2029\ufeff{BIDI_CONTROLS}\ud800-\udfff\ufffe\uffff]")


def escape_unseen(json: str) -> str:
    """Return JSON whose characters that are not seen, or that some parsers refuse, are `\\u` escapes."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def title(article: Article) -> str:
    """Return what the article is called."""
    return line(article.meta.title) or line(article.meta.source_name) or "Untitled article"


def facts(report: Report) -> dict[str, str | int | list[str]]:
    """Return what is known of the article and of how the report was made, without what is unknown."""
    meta = report.analysis.article.meta
    known: dict[str, str | int | list[str]] = {
        "title": title(report.analysis.article),
        "authors": [name for author in meta.authors if (name := line(author))],
        "published": line(meta.published),
        "site": line(meta.site),
        "source": line(meta.source_name),
        "sha256": line(meta.sha256),
        "language": line(meta.language),
        "words": article_words(report.analysis.article),
    }
    if Part.SUMMARY in report.parts:
        known |= {"method": report.summary.ranking.method, "length": length(report.summary.length)}
        known["chosen"] = line(report.summary.ranking.chosen)
        known["topic"] = line(topic.words) if (topic := report.summary.ranking.topic) else ""
        known["keywords"] = [line(keyword.words) for keyword in report.analysis.keywords]
    known |= {"made_with": report.program, "date": report.made.isoformat(timespec="seconds")}
    return {name: value for name, value in known.items() if value not in ("", [])}


def length(asked: Length) -> str:
    """Return a length in words: "3 sentences", "20 percent"."""
    plural = asked.measure.value
    return f"{asked.value} {plural.removesuffix('s') if asked.value == 1 else plural}"


def summary_lines(report: Report) -> Iterator[tuple[str, str]]:
    """Yield what is said of the summary as a whole, as (what, words): topic, keywords, coverage."""
    if topic := report.summary.ranking.topic:
        yield "About", " · ".join(filter(None, [line(topic.words), line(topic.doubt())]))
    if report.analysis.keywords:
        yield "Keywords", ", ".join(line(keyword.words) for keyword in report.analysis.keywords)
    if report.coverage and (words := report.coverage.in_words()):
        yield "Coverage", words


def reasons(report: Report, sentence: int) -> tuple[str, ...]:
    """Return why a sentence is in the summary, a line for each thing, where that was asked for."""
    if Part.REASONS not in report.parts:
        return ()
    return tuple(map(line, explain(report.summary.ranking, sentence, *report.agreed.get(sentence, (0, 0))).lines()))


def reason(report: Report, sentence: Sentence) -> str:
    """Return why a sentence is in the summary, and what it leans on, in one line."""
    added = "added by the reader" if sentence.index in report.summary.added else ""
    leans = sentence.index in report.summary.dangling()
    note = leaning_note(line(sentence.span.of(report.analysis.article.text))) if leans else ""
    return " · ".join(filter(None, [added or line(report.summary.ranking.reasons[sentence.index]), note]))


def no_names(report: Report) -> str:
    """Return why there are no names."""
    doubtful = report.analysis.names.doubtful
    if not doubtful:
        return NO_NAMES
    one = doubtful == 1
    return f"No names found but {doubtful} that {'is' if one else 'are'} too doubtful to be shown."


class Places:
    """Says where an article's sentences stand."""

    def __init__(self, article: Article) -> None:
        self._prose = [index for index, block in enumerate(article.blocks) if block.is_prose]

    def paragraph(self, sentence: Sentence) -> str:
        """Return "paragraph 3", counted among the blocks of prose from 1."""
        return f"paragraph {bisect_right(self._prose, sentence.block)}"

    def of(self, sentence: Sentence) -> str:
        """Return "paragraph 3, characters 120–245"; the latter are the offsets that the link has too."""
        return f"{self.paragraph(sentence)}, characters {sentence.span.start}–{sentence.span.end}"


def link(article: Article, span: Span) -> str:
    """Return the link that reopens the article at that place, "" for an article that no link can reach."""
    try:
        return link_to(article.meta.path, span)
    except LinkError:
        return ""
