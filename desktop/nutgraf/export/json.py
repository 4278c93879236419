"""The JSON export, by the schema in `resources/schema/export.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from nutgraf.export import wording
from nutgraf.export.base import Part
from nutgraf.text.builder import clean
from nutgraf.text.explanation import explain
from nutgraf.text.words import article_words

if TYPE_CHECKING:
    from nutgraf.export.base import Report
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Companion, Entity, Names, Quotation
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span
    from nutgraf.text.topic import Topic

VERSION = 1  # rises where a reader of the former version would be wrong


class JsonExporter:
    """All that was found, for other programs. Offsets are code points into its own article's text, half-open."""

    name = "json"
    title = "JSON"
    suffix = ".json"
    media_type = "application/json"

    def export(self, report: Report) -> str:
        """Return the JSON document. The article's text is always in it, for the offsets count in it."""
        analysis = report.analysis
        found: dict[str, Any] = {
            "version": VERSION,
            "program": report.program,
            "made": report.made.isoformat(timespec="seconds"),
            "article": _article(analysis.article),
        }
        if report.parts & {Part.SUMMARY, Part.NAMES}:
            found["sentences"] = [[*_pair(each.span), each.block] for each in analysis.sentences]
        if Part.SUMMARY in report.parts:
            found["summary"] = _summary(report)
        if Part.NAMES in report.parts:
            found |= _names(analysis.article, analysis.names)
        return wording.escape_unseen(json.dumps(found, ensure_ascii=False, indent=1)) + "\n"


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _article(article: Article) -> dict[str, Any]:
    """Return the article with what is known of it; unknown strings are ""."""
    meta = article.meta
    return {
        "title": clean(meta.title),
        "authors": [clean(author) for author in meta.authors],
        "published": clean(meta.published),
        "site": clean(meta.site),
        "language": clean(meta.language),
        "source": clean(meta.source_name),
        "format": clean(meta.format),
        "encoding": clean(meta.encoding),
        "sha256": meta.sha256,
        "words": article_words(article),
        "text": clean(article.text),
        "blocks": [
            {"kind": block.kind.value, "span": _pair(block.span), "level": block.level, "furniture": block.furniture}
            for block in article.blocks
        ],
        "notices": [clean(notice) for notice in article.notices],
    }


def _summary(report: Report) -> dict[str, Any]:
    """Return the summary, and the ranking that it was cut from."""
    summary, analysis = report.summary, report.analysis
    places = wording.Places(analysis.article)
    return {
        "method": summary.ranking.method,
        "chosen": clean(summary.ranking.chosen),
        "length": {"measure": summary.length.measure.value, "value": summary.length.value},
        "topic": _topic(summary.ranking.topic),
        "keywords": [{"words": clean(each.words), "sentences": each.sentences} for each in analysis.keywords],
        "coverage": clean(report.coverage.in_words()) if report.coverage else "",
        "ranking": list(summary.ranking.order),
        "sentences": [_sentence(report, analysis.sentences[index], places) for index in summary.sentences],
    }


def _topic(topic: Topic | None) -> dict[str, Any] | None:
    """Return what the reader asked for, null where nothing was."""
    if not topic:
        return None
    return {
        "words": clean(topic.words),
        "found": [clean(word) for word in topic.found],
        "missing": [clean(word) for word in topic.missing],
    }


def _sentence(report: Report, sentence: Sentence, places: wording.Places) -> dict[str, Any]:
    """Return one sentence of the summary, word for word, and all that speaks for it."""
    article, ranking = report.analysis.article, report.summary.ranking
    agree, methods = report.agreed.get(sentence.index, (0, 0))
    explained = explain(ranking, sentence.index, agree, methods)
    parts = ranking.parts[sentence.index] if ranking.parts else ()
    return {
        "index": sentence.index,
        "span": _pair(sentence.span),
        "text": clean(sentence.span.of(article.text)),
        "place": places.of(sentence),
        "link": wording.link(article, sentence.span),
        "reason": clean(ranking.reasons[sentence.index]),
        "reasons": [{"group": p.group.value, "words": clean(p.words), "weight": p.weight} for p in parts],
        "enters": explained.enters,
        "agreement": {"agree": agree, "methods": methods} if methods else None,
        "added": sentence.index in report.summary.added,
        "leans": sentence.index in report.summary.dangling(),
        "section": clean(report.headings.get(sentence.index, "")),
    }


def _names(article: Article, names: Names) -> dict[str, Any]:
    """Return who is named, who said what, and which of the watched names occur."""
    together = names.companions or ((),) * len(names.entities)
    return {
        "engine": names.engine,
        "entities": [_entity(article, *each) for each in zip(names.entities, together, strict=True)],
        "quotations": [_quotation(article, each) for each in names.quotations],
        "watched": [
            {
                "name": clean(each.name),
                "aliases": [clean(alias) for alias in each.aliases],
                "spans": [_pair(span) for span in each.spans],
            }
            for each in names.watched
        ],
        "doubtful": names.doubtful,
    }


def _quotation(article: Article, quotation: Quotation) -> dict[str, Any]:
    return {
        "text": clean(quotation.span.of(article.text)),
        "span": _pair(quotation.span),
        "source": _pair(quotation.source),
        "speaker": quotation.speaker,
        "certain": quotation.certain,
        "direct": quotation.direct,
    }


def _entity(article: Article, entity: Entity, together: tuple[Companion, ...]) -> dict[str, Any]:
    """Return someone who is named in the article."""
    return {
        "name": clean(entity.name),
        "label": entity.label.value,
        "confidence": round(entity.confidence, 4),
        "aliases": [clean(alias) for alias in entity.aliases],
        "role": {"text": clean(entity.role.of(article.text)), "span": _pair(entity.role)} if entity.role else None,
        "mentions": [{"span": _pair(each.span), "confidence": round(each.confidence, 4)} for each in entity.mentions],
        "companions": [{"entity": each.entity, "sentences": list(each.sentences)} for each in together],
    }
