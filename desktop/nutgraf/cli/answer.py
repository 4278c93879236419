"""One request of the stream, and its answer: a line of JSON in, a line of JSON out, whatever happens between."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel
from nutgraf.errors import NutgrafError, RequestError, TooLarge
from nutgraf.names import AUTOMATIC
from nutgraf.names.wishes import NO_WISHES, Wishes
from nutgraf.readers import open_article, read_text
from nutgraf.summary.length import cut
from nutgraf.summary.sections import sections

if TYPE_CHECKING:
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Companion, Entity
    from nutgraf.text.ranking import Length, Ranking
    from nutgraf.text.result import Analysis
    from nutgraf.text.span import Span
    from nutgraf.text.topic import Topic

LONGEST = 64 * 2**20  # bytes a line

_NOTHING: dict[str, Any] = {
    "text": "",
    "blocks": [],
    "furniture": [],
    "sentences": [],
    "sections": [],
    "method": "",
    "chosen": "",
    "ranking": [],
    "summary": [],
    "reasons": [],
    "topic": None,
    "keywords": [],
    "engine": "",
    "mentions": [],
    "entities": [],
    "quotations": [],
    "watched": [],
}


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with each request; it travels to worker processes.

    The method's name, the summary's length, the words that it is to be about where the request names none, whether keywords
    are looked for, the name of the engine that finds names, and what the reader wishes of names.
    """

    method: str
    length: Length
    topic: str = ""
    keywords: bool = False
    engine: str = AUTOMATIC
    wishes: Wishes = NO_WISHES


def answer(line: bytes, task: Task) -> bytes:
    """Answer one request with one line of ASCII JSON. Failures are answers too: no exception leaves."""
    try:
        request = _parse(line)
        return _line({"id": request["id"]} | describe(_analyse(request, task), task.length) | {"error": None})
    except Exception as error:  # noqa: BLE001 - one bad article must not end the stream
        return failure(line, error)


def failure(line: bytes, error: Exception) -> bytes:
    """Return the answer to a request that could not be met; its id is null where the line holds none."""
    known = isinstance(error, NutgrafError)
    said = {
        "type": type(error).__name__ if known else "Unexpected",
        "message": str(error) if known else f"Nutgraf failed on this request: {error!r:.500}",
    }
    try:
        given = json.loads(line).get("id")
    except (ValueError, RecursionError, AttributeError):
        given = None
    return _line({"id": given} | _NOTHING | {"error": said})


def _line(answer: dict[str, Any]) -> bytes:
    """Return one line. In ASCII: escapes carry an id's unpaired surrogates, and U+2028 ends no line."""
    return json.dumps(answer).encode("ascii") + b"\n"


def _parse(line: bytes) -> dict[str, Any]:
    """Return the request that the line holds, with its id."""
    if len(line) >= LONGEST:
        raise TooLarge(f"This line is longer than {LONGEST // 2**20} MiB. Send the article as a file, by its path.")
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"This line is not JSON in UTF-8: {error}.") from error
    if not isinstance(request, dict):
        raise RequestError('This line is not a JSON object. Send {"id": …, "text": …} or {"id": …, "path": …}.')
    if request.get("id") is None:
        raise RequestError('This request has no "id", by which its answer would be known.')
    return request


def _analyse(request: dict[str, Any], task: Task) -> Analysis:
    """Read and analyse the request's article."""
    topic = request.get("about", task.topic)
    if not isinstance(topic, str):
        raise RequestError('The "about" of this request is not a string.')
    return analyse(
        _read(request),
        method=task.method,
        topic=topic,
        with_keywords=task.keywords,
        engine=task.engine,
        wishes=task.wishes,
        cancel=Cancel(),
    )


def _read(request: dict[str, Any]) -> Article:
    """Return the article that the request holds or names."""
    text, path = request.get("text"), request.get("path")
    if isinstance(text, str) and path is None:
        return read_text(text, "", Cancel())
    if isinstance(path, str) and text is None:
        return open_article(Path(path), Cancel())
    raise RequestError('This request needs either a "text" or a "path", as a string.')


def describe(analysis: Analysis, length: Length) -> dict[str, Any]:
    """Return the answer's fields but for id and error. Offsets are code points into its own "text", half-open."""
    article, ranking = analysis.article, analysis.ranking
    names = analysis.names
    summary = cut(ranking, article, analysis.sentences, length).sentences
    mentions = sorted((m for e in names.entities for m in e.mentions), key=lambda m: m.span)
    return {
        "text": article.text,
        "blocks": [[*_pair(b.span), "furniture" if b.furniture else b.kind.value] for b in article.blocks],
        "furniture": [_pair(block.span) for block in article.blocks if block.furniture],
        "sentences": [_pair(sentence.span) for sentence in analysis.sentences],
        "sections": [
            {"heading": each.heading, "level": each.level, "sentences": [each.start, each.stop]}
            for each in sections(article, analysis.sentences)
        ],
        "method": ranking.method,
        "chosen": ranking.chosen,
        "ranking": list(ranking.order),
        "summary": list(summary),
        "reasons": [_reason(ranking, index) for index in summary],
        "topic": _topic(ranking.topic),
        "keywords": [keyword.words for keyword in analysis.keywords],
        "engine": names.engine,
        "mentions": [[*_pair(mention.span), mention.label.value] for mention in mentions],
        "entities": [_entity(article, *each) for each in zip(names.entities, names.companions, strict=True)],
        "quotations": [
            {
                "span": _pair(each.span),
                "source": _pair(each.source),
                "speaker": each.speaker,
                "certain": each.certain,
                "direct": each.direct,
            }
            for each in names.quotations
        ],
        "watched": [{"name": each.name, "spans": [_pair(span) for span in each.spans]} for each in names.watched],
    }


def _reason(ranking: Ranking, index: int) -> dict[str, Any]:
    """Return why a sentence is in the summary: its line, and what each group of features added to its score."""
    parts = ranking.parts[index] if ranking.parts else ()
    return {"line": ranking.reasons[index], "parts": [[each.group.value, each.words, each.weight] for each in parts]}


def _entity(article: Article, entity: Entity, together: tuple[Companion, ...]) -> dict[str, Any]:
    return {
        "name": entity.name,
        "label": entity.label.value,
        "confidence": entity.confidence,
        "aliases": list(entity.aliases),
        "role": entity.role.of(article.text) if entity.role else None,
        "mentions": [_pair(mention.span) for mention in entity.mentions],
        "companions": [[each.entity, len(each.sentences)] for each in together],
    }


def _topic(topic: Topic | None) -> dict[str, Any] | None:
    return {"words": topic.words, "found": topic.found, "missing": topic.missing} if topic else None


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
