"""Articles annotated by hand, in `tests/names/fixtures`, whose README says their format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nutgraf.cancel import Cancel
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention
from nutgraf.text.sentences import Sentence, split_sentences
from nutgraf.text.span import Span

FOLDER = Path(__file__).parent.parent / "names" / "fixtures"
_MARK = re.compile(r"([\[{<⟨])(\w+|-)\||[\]}>⟩]")
_CLOSING = {"[": "]", "{": "}", "<": ">", "⟨": "⟩"}
_LABELS = {"[": Label.PERSON, "{": Label.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what a person found in it: who is mentioned where, in which roles, and who said what."""

    name: str
    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, str], ...]
    roles: tuple[tuple[Span, str], ...]
    quotations: tuple[tuple[Span, str], ...]  # "-" for a speaker without a name


def load(half: str) -> list[Annotated]:
    """Return the articles of the files whose names begin with `half`: "seen", "unseen", "natural-seen" or "natural-unseen"."""
    return [
        _parse(*part.split("\n", 1))
        for file in sorted(FOLDER.glob(f"{half}*.txt"))
        for part in file.read_text(encoding="utf-8").split("=== ")[1:]
    ]


def _parse(head: str, marked: str) -> Annotated:
    builder = ArticleBuilder()
    found: dict[str, list[tuple[Span, str]]] = {opening: [] for opening in _CLOSING}
    at = 0
    for line in marked.strip().split("\n"):
        is_title = line.startswith("# ")
        text, spans = _unmark(line.removeprefix("# "), head)
        builder.add(BlockKind.TITLE if is_title else BlockKind.PARAGRAPH, text)
        for opening, span, name in spans:
            found[opening].append((Span(span.start + at, span.end + at), name))
        at += len(text) + 1
    article = builder.build(Meta(language="en"))
    mentions = [(Mention(span, label), name) for mark, label in _LABELS.items() for span, name in found[mark]]
    return Annotated(
        head,
        article,
        split_sentences(article, Cancel()),
        tuple(sorted(mentions, key=lambda each: each[0].span)),
        tuple(found["<"]),
        tuple(sorted(found["⟨"])),
    )


def _unmark(line: str, head: str) -> tuple[str, list[tuple[str, Span, str]]]:
    """Return a line's text and its spans: opening mark, place in the text, and whose it is."""
    text, spans, open_, last = "", [], [], 0
    for mark in _MARK.finditer(line):
        if mark[1] is None and (not open_ or _CLOSING[open_[-1][0]] != mark[0]):
            continue  # a bracket of the text itself
        text += line[last : mark.start()]
        last = mark.end()
        if mark[1]:
            open_.append((mark[1], len(text), mark[2]))
        else:
            opening, start, name = open_.pop()
            spans.append((opening, Span(start, len(text)), name))
    assert not open_, f"{head}: {line}"
    return text + line[last:], spans
