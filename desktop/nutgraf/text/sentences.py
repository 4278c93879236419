"""Sentence boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's prose: its number in reading order, its span, and the index of the block it stands in."""

    index: int
    span: Span
    block: int
