"""How readers put an article together: block by block, each of runs of words, with offsets kept exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.article import Article, Block, BlockKind, Mark, MarkKind, Meta
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_BREAK = "\u2028"  # a line break inside a block of code or verse

# Qt's document keeps U+FDD0, U+FDD1 and U+FFFC for itself; lone surrogates cannot be encoded; the rest are controls.
# U+0080 to U+009F stay: old texts hold them where Windows-1252 has quotes and dashes, and text comes back as it was sent.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]")
# Signs of typesetting: where a word may be parted and where none may, and the places of fonts of symbols at which word
# processors have bullets.
TYPESET = str.maketrans(
    {
        "\xad": None,
        "\u2060": None,
        "\ufeff": None,
        "\uf020": " ",
        "\uf0a7": "▪",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0fc": "✓",
    }
)
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one appearance inside a block."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""

    @property
    def kinds(self) -> tuple[MarkKind, ...]:
        """The marks that this run's words get."""
        pairs = (
            (self.strong, MarkKind.STRONG),
            (self.emphasis, MarkKind.EMPHASIS),
            (bool(self.link), MarkKind.LINK),
        )
        return tuple(kind for present, kind in pairs if present)


def words_in(runs: Iterable[Run]) -> str:
    """Return the words of runs as one line, white space folded."""
    return " ".join("".join(run.text for run in runs).split())


def clean(text: str) -> str:
    """Replace what cannot stand in a document (controls, lone surrogates, non-characters) by U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


class ArticleBuilder:
    """Collects blocks and makes an `Article` whose text is the blocks' texts joined by one line feed."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._length = 0

    def add(
        self,
        kind: BlockKind,
        content: str | Iterable[Run],
        *,
        level: int = 0,
        furniture: bool = False,
        doubtful: bool = False,
    ) -> None:
        """Add a block. White space is folded, except in code, whose lines are kept; a block without words is left out.

        Of runs the signs of typesetting are taken (`TYPESET`): soft hyphens part words for everyone but the eye. A string keeps
        all of its characters.
        """
        start = self._length + 1 if self._blocks else 0
        marks: list[Mark] = []
        if isinstance(content, str):
            text = self._tidy(content, kind, open_space=True).rstrip()
        else:
            text = self._said(content, kind, start, marks)
        if not text:
            return
        end = start + len(text)
        if marks:
            self._marks += _joined(
                Mark(m.kind, Span(m.span.start, min(m.span.end, end)), m.target) for m in marks if m.span.start < end
            )
        self._blocks.append(Block(kind, Span(start, end), level, furniture, doubtful))
        self._texts.append(text)
        self._length = end

    def _said(self, runs: Iterable[Run], kind: BlockKind, at: int, marks: list[Mark]) -> str:
        """Return the words of runs that begin at this offset, and add their marks to `marks`."""
        pieces: list[str] = []
        for run in runs:
            words = run.text if kind is BlockKind.CODE else run.text.translate(TYPESET)
            piece = self._tidy(words, kind, open_space=not pieces or pieces[-1].endswith((" ", LINE_BREAK)))
            if piece:
                marks += [Mark(each, Span(at, at + len(piece)), run.link) for each in run.kinds]
                pieces.append(piece)
                at += len(piece)
        return "".join(pieces).rstrip()

    @staticmethod
    def _tidy(text: str, kind: BlockKind, *, open_space: bool) -> str:
        if kind is BlockKind.CODE:
            return clean(_LINE_END.sub("\n", text).expandtabs(4).replace("\n", LINE_BREAK)).lstrip(
                LINE_BREAK if open_space else ""
            )
        folded = clean(_SPACE.sub(" ", text))
        return folded.removeprefix(" ") if open_space else folded

    def build(self, meta: Meta, notices: Iterable[str] = ()) -> Article:
        """Return the article."""
        return Article("\n".join(self._texts), tuple(self._blocks), tuple(self._marks), meta, tuple(notices))


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Join marks of one kind and target that touch."""
    done: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.span.start)):
        last = done[-1] if done else None
        if last and (last.kind, last.target, last.span.end) == (mark.kind, mark.target, mark.span.start):
            done[-1] = Mark(mark.kind, Span(last.span.start, mark.span.end), mark.target)
        else:
            done.append(mark)
    return sorted(done, key=lambda m: m.span)
