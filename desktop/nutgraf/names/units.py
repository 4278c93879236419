"""A block as the search for speakers sees it: words, marks, whole mentions, and quotations as one piece each."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.quote_marks import Quoted, quoted
from nutgraf.names.tokens import token_spans
from nutgraf.text.article import BlockKind
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

_WORD = re.compile(r"\w|['’]\w")
# Where, when and by whom a story was written, with the agency and the mark behind: "NEW DELHI, July 3 (PTI) -", "HANOI:".
_AGENCIES = "Reuters|AP|AFP|PTI|ANI|IANS|UNI|UPI|Xinhua|Bloomberg|dpa|DPA|TASS|EFE|ANSA|Kyodo|Yonhap|CNN|CP|AAP"
_DATELINE = re.compile(
    rf"""
      [A-Z][^\n.“"()]{{2,60}}\((?:{_AGENCIES})\)\s*[—–:-]{{0,2}}\s+
    | [A-Z][A-Z.'’/ -]{{2,40}}(?:,[^\n“"()—–]{{2,30}}?)?\s*(?:\([^()]{{2,30}}\)\s*)?[—–-]{{1,2}}\s+
    | [A-Z][A-Z /]{{2,30}}:\s+
    """,
    re.VERBOSE,
)
_LINES = frozenset({BlockKind.STANDFIRST, BlockKind.CAPTION})
STOPS = frozenset({".", "!", "?", ";", "…", "..."})


class Kind(Enum):
    """What a unit is."""

    WORD = 1
    MARK = 2
    MENTION = 3
    QUOTED = 4


class Unit(NamedTuple):
    """A piece of a block. `low` is its text in lower case; `entity` the index of the one that a mention names, else -1."""

    kind: Kind
    start: int
    end: int
    low: str
    entity: int = -1
    quoted: Quoted | None = None

    def is_(self, *words: str) -> bool:
        """Whether it is one of these words or marks."""
        return self.low in words


def read_blocks(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity], cancel: Cancel
) -> tuple[list[list[Unit]], list[list[Unit]]]:
    """Return the units of the blocks that hold sentences, and those of captions and the standfirst, in reading order.

    Raises:
        Cancelled: the token was set.

    """
    text = article.text
    mentions = {
        each.span.start: (each.span.end, at)
        for at, entity in enumerate(cancel.watch(entities))
        for each in entity.mentions
    }
    prose: list[list[Unit]] = []
    for number in dict.fromkeys(sentence.block for sentence in cancel.watch(sentences)):
        cancel.check()
        body = article.blocks[number].body(text)
        prose.append(units_of(text, body if prose else _after_dateline(text, body), mentions))
    lines = [block.span for block in cancel.watch(article.blocks) if block.kind in _LINES and not block.furniture]
    return prose, [units_of(text, line, mentions) for line in lines]


def _after_dateline(text: str, body: Span) -> Span:
    dateline = _DATELINE.match(text, body.start, body.end)
    return Span(dateline.end(), body.end) if dateline else body


def units_of(text: str, block: Span, mentions: Mapping[int, tuple[int, int]]) -> list[Unit]:
    """Return the units of a block; `mentions` says by its start where a mention ends and which entity it names."""
    found: list[Unit] = []
    at = block.start
    for each in quoted(text, block):
        found += _outside(text, at, each.outer.start, mentions)
        found.append(Unit(Kind.QUOTED, each.outer.start, each.outer.end, "", quoted=each))
        at = each.outer.end
    return found + list(_outside(text, at, block.end, mentions))


def _outside(text: str, start: int, end: int, mentions: Mapping[int, tuple[int, int]]) -> Iterator[Unit]:
    """Yield the units between quotations."""
    taken = start
    for first, last in token_spans(text, start, end):
        if first < taken:
            continue
        if first in mentions and mentions[first][0] <= end:
            taken, entity = mentions[first]
            yield Unit(Kind.MENTION, first, taken, text[first:taken].lower(), entity)
        else:
            word = text[first:last].lower()
            yield Unit(Kind.WORD if _WORD.match(word) else Kind.MARK, first, last, word)
