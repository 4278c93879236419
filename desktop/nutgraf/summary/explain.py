"""Why a sentence is in a summary: facts that can be measured, in a few plain words, whatever the method."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.summary.terms import content, lower_words, sentence_terms, watched
from nutgraf.text.abbreviations import SPEECH
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_PARTS = 2
_LOOKED_AT = 500  # a reader never has a longer summary, and a reason for each costs time
_ALONE = ("unlike any other sentence", f"ranked after {_LOOKED_AT} others")
_NEW = 0.7  # share of a sentence's words that no sentence ranked above it has
_NAME = r"(?:[A-Z][\w’'.-]*\s+){1,4}"
_VERB = rf"(?:also\s+|has\s+|have\s+|had\s+)?(?:{'|'.join(sorted(SPEECH))}|announced|announces|warned|warns|confirmed|explained)"
_SOURCE = re.compile(
    rf"\b[Aa]ccording to\s+(?:the\s+|an?\s+)?[A-Z]|{_NAME}{_VERB}\b|[”\"]\s+(?:said|says|adds|added|asked)\s+(?:{_NAME})?[A-Z]"
)
_PRONOUN = re.compile(r"^(?:He|She|It|They|We|I|You|The|This|That|And|But|In|On)\s")
_NUMBER = re.compile(
    r"\d[\d.,:]*|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|per cent|percent)\b"
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What reasons are made of; `near` is None where it was not counted."""

    first: bool
    last: bool
    source: bool
    quoted: bool
    numbers: int
    headline: bool
    new: bool
    near: int | None
    central: bool


def reasons(article: Article, sentences: Sequence[Sentence], order: Sequence[int], cancel: Cancel) -> tuple[str, ...]:
    """Return by sentence index one muted line, "Opens the story · central to 8 other sentences".

    Every part is a fact: "central to N" and "close to N" count the sentences whose tf-idf cosine with this one passes 0.1,
    "central" where that is many for this article; "new information"
    has at least 70 % content words that no sentence ranked above it has.

    Raises:
        Cancelled: the token was set.

    """
    terms = sentence_terms(article, sentences, cancel)
    near = _near(terms, order, cancel)
    busy = sorted(near.values())[-max(1, len(near) // 4) :][0] if near else 0
    new = _new(terms, watched(order, cancel))
    title = _title_terms(article)
    quoted = _quoted(article, watched(sentences, cancel))
    lines = []
    for sentence in watched(sentences, cancel):
        words = sentence.span.of(article.text)
        facts = _Facts(
            first=sentence.index == 0,
            last=sentence.index == len(sentences) - 1 > 0,
            source=bool((found := _SOURCE.search(words)) and not _PRONOUN.match(found[0])),
            quoted=quoted[sentence.index],
            numbers=len(_NUMBER.findall(words)),
            headline=len(title) > 1 and 2 * len(title & set(terms[sentence.index])) >= len(title),
            new=new[sentence.index],
            near=near.get(sentence.index),
            central=near.get(sentence.index, 0) >= max(busy, 2),
        )
        lines.append(_words(facts))
    return tuple(lines)


def _words(facts: _Facts) -> str:
    """Put the strongest facts into words."""
    near = facts.near or 0
    parts = [
        (facts.first, "opens the story"),
        (facts.source, "names the source"),
        (facts.quoted, "quoted"),
        (facts.central, f"central to {near} other sentences"),
        (facts.headline, "echoes the headline"),
        (facts.numbers > 1, "carries the numbers"),
        (facts.new, "new information"),
        (facts.last, "closes the story"),
        (near > 1 and not facts.central, f"close to {near} other sentences"),
    ]
    true = [words for holds, words in parts if holds][:_PARTS]
    line = " · ".join(true) or ("close to one other sentence" if near else _ALONE[facts.near is None])
    return line[:1].upper() + line[1:]


def _near(terms: Sequence[Sequence[str]], order: Sequence[int], cancel: Cancel) -> dict[int, int]:
    import numpy as np

    from nutgraf.summary.graph import TermMatrix, neighbours

    matrix = TermMatrix(terms, cancel)
    rows = np.array(sorted(order[:_LOOKED_AT]), np.int64)
    return neighbours(matrix, matrix.tf_idf(), rows, cancel)


def _new(terms: Sequence[Sequence[str]], order: Iterable[int]) -> list[bool]:
    """Whether most of a sentence's words are in no sentence ranked above it; the best one has nothing to be new against."""
    seen: set[str] = set()
    new = [False] * len(terms)
    for index in order:
        own = set(terms[index])
        new[index] = bool(seen) and len(own) > 2 and len(own - seen) >= _NEW * len(own)
        seen |= own
    return new


def _title_terms(article: Article) -> set[str]:
    """Return the content stems of the title block, else of the title that the file states."""
    blocks = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TITLE]
    return set(content(lower_words(blocks[0] if blocks else article.meta.title), article.meta.language))


def _quoted(article: Article, sentences: Iterable[Sentence]) -> list[bool]:
    """Whether a sentence holds at least three quoted words; a quotation may run over several sentences of its block."""
    result: list[bool] = []
    inside, block = False, -1
    for sentence in sentences:
        inside = inside and sentence.block == block
        block = sentence.block
        quoted = 0
        for piece in re.split(r"([“”\"«»]|``|'')", sentence.span.of(article.text)):
            if piece in {"“", "«", "``"}:
                inside = True
            elif piece in {"”", "»", "''"}:
                inside = False
            elif piece == '"':
                inside = not inside
            elif inside:
                quoted = max(quoted, len(piece.split()))
        result.append(quoted > 2)
    return result
