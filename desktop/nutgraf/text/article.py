"""The article, as every reader makes it and everything else uses it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nutgraf.text.span import Span

# "• ", "- ", "12. ", "b) ": what opens an item and is not part of its sentences.
MARKER = re.compile(r"(?:[•‣◦▪▫●○■□·∙*+–—-]|\d{1,3}[.)]|[A-Za-z][.)])\s+")


class BlockKind(StrEnum):
    """What a block is, as the reader of the file understood it."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


class MarkKind(StrEnum):
    """What is special about a stretch of words inside a block."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or item: `span` into the text, no "\\n" inside.

    `level` is a heading's 1 to 6, an item's or a quote's depth from 1, else 0. A block with `furniture` set is part of the
    page and not of the article (menus, share buttons, "Also read" lines): it is kept, folded, and takes no part in sentences,
    summary or names. One that is `doubtful` may be either: it is shown and read as the article's, but its sentences are ranked
    after all others, which do not know of them.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    furniture: bool = False
    doubtful: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether its sentences may stand in a summary."""
        return self.kind in PROSE and not self.furniture

    def body(self, text: str) -> Span:
        """Return the block's span without the bullet or number that opens an item."""
        if self.kind is BlockKind.ITEM and (marker := MARKER.match(text, self.span.start, self.span.end)):
            return Span(marker.end(), self.span.end)
        return self.span


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis or a link inside a block; `target` is the link's address as the file gives it, else ""."""

    kind: MarkKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about the article. Unknown strings are "".

    `published` is as exact as the source: "2024-05-31" where it can be read, else the words. `language` is BCP 47. `format` is a
    reader's name. `path` is absolute, "" for text that came from no file; `sha256` is that of the file's bytes, in hexadecimal.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    language: str = ""
    source_name: str = ""
    format: str = ""
    encoding: str = ""
    path: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article. `text` is the blocks' texts joined by one "\\n"; `notices` are sentences for the reader."""

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    meta: Meta = field(default_factory=Meta)
    notices: tuple[str, ...] = ()

    def refold(self, furniture: dict[int, bool]) -> Article:
        """Return the same article with blocks (by index) made furniture or made part of the article."""
        blocks = tuple(
            replace(block, furniture=furniture[index], doubtful=False) if index in furniture else block
            for index, block in enumerate(self.blocks)
        )
        return replace(self, blocks=blocks)
