"""Who is in an article: mentions, and the entities they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.span import Span


class Label(StrEnum):
    """The kinds of name that Nutgraf marks."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where someone is named, without title, article or possessive; `confidence` is 0 to 1."""

    span: Span
    label: Label
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an organization: the most complete name, other names used, and every mention in reading order.

    `role` is where the article itself says what they are ("Russia's defence minister"), or None.
    """

    name: str
    label: Label
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    role: Span | None = None
