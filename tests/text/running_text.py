"""Corpora with sentence marks, put together into running text again, and how well a splitter finds the marks.

The corpora hold tokens, one a line, sentences parted by an empty line. Words are joined as they are printed; a sentence without a
stop ends its paragraph, as it ends its line in the page it came from. Only boundaries inside paragraphs are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_DOCUMENT = "-DOCSTART-"
_STOPPED = re.compile(r"[.!?…]['\"”’)\]]*$")
_BEFORE = re.compile(r" (?=(?:[.,;:!?%)\]}’”…]|\.\.+|[!?.]+|n['’]t|['’](?:s|S|re|ve|ll|d|m)|'')(?: |$))")
_AFTER = re.compile(r"(?<=[(\[{$#“‘]) ")
_PARAGRAPH = 5  # sentences, where a corpus does not say


@dataclass(frozen=True)
class Paragraph:
    """Running text, and where its sentences end but for the last."""

    text: str
    ends: frozenset[int]


@dataclass(frozen=True)
class Score:
    """Boundaries found and missed."""

    right: int
    found: int
    marked: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, of 100."""
        return 200 * self.right / max(1, self.found + self.marked)


def joined(tokens: Sequence[str]) -> str:
    """Return the words of one sentence as they are printed."""
    text = " ".join(tokens)
    text = re.sub(r'(^|(?<= ))" (.*?) "(?= |$)', r'"\2"', text)
    for left, right in (("``", "“"), ("''", "”"), ("-LRB-", "("), ("-RRB-", ")")):
        text = text.replace(left, right)
    return _AFTER.sub("", _BEFORE.sub("", text))


def documents(file: Path) -> Iterator[list[str]]:
    """Yield the sentences of each document, or of all where none is marked."""
    sentences: list[str] = []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        tokens = [line.partition("\t")[0] for line in block.splitlines()]
        if tokens[:1] == [_DOCUMENT]:
            if sentences:
                yield sentences
            sentences = []
        elif tokens:
            sentences.append(joined(tokens))
    if sentences:
        yield sentences


def paragraphs(file: Path) -> Iterator[Paragraph]:
    """Yield the corpus as paragraphs."""
    for sentences in documents(file):
        longest = _PARAGRAPH if len(sentences) > 1000 else len(sentences)
        open_: list[str] = []
        for sentence in sentences:
            open_.append(sentence)
            if len(open_) == longest or not _STOPPED.search(sentence):
                yield _paragraph(open_)
                open_ = []
        if open_:
            yield _paragraph(open_)


def _paragraph(sentences: Sequence[str]) -> Paragraph:
    ends, at = [], -1
    for sentence in sentences:
        at += len(sentence) + 1
        ends.append(at)
    return Paragraph(" ".join(sentences), frozenset(ends[:-1]))


def score(corpus: Sequence[Paragraph], split: Callable[[str], Sequence[int]]) -> Score:
    """Return how well `split`, which gives the ends of a text's sentences, finds them."""
    right = found = marked = 0
    for paragraph in corpus:
        ends = set(split(paragraph.text)) - {len(paragraph.text)}
        right += len(ends & paragraph.ends)
        found += len(ends)
        marked += len(paragraph.ends)
    return Score(right, found, marked)
