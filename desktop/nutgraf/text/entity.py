"""Who is in an article: mentions, the entities they belong to, what they say, and with whom they are named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.span import Span


DOUBTFUL = 0.6  # a confidence below which a name is shown as doubtful, in the window and in exports alike


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

    @property
    def confidence(self) -> float:
        """How sure it is that this is a name of its kind, 0 to 1: as sure as the surest of its mentions."""
        return max((each.confidence for each in self.mentions), default=0.0)

    @property
    def is_doubtful(self) -> bool:
        """Whether the name is to be shown as doubtful."""
        return self.confidence < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Quotation:
    """What someone is quoted as saying, word for word.

    `span` holds the words between the quotation marks where it is `direct`, else the clause that is reported. `source` is
    what names the speaker: a mention, a pronoun ("she") or another noun phrase ("the ministry"). `speaker` is an index into
    the entities, None for one who is not among them; it is not `certain` where a pronoun or a distant name had to be guessed.
    """

    span: Span
    source: Span
    speaker: int | None
    certain: bool
    direct: bool


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity, by its index, and the indices of the sentences that name both, at least one."""

    entity: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """A name that the reader watches, its other forms, and where any of them stands, in reading order."""

    name: str
    aliases: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All about the names in an article.

    `entities` by first mention; `quotations` in reading order, none overlapping; `companions` one to one with the entities, each
    the others most often named with it first; `watched` one for each name of the watch list that occurs, in the list's order;
    `doubtful`, how many entities were left out as too doubtful; `engine`, the name of what looked for them, "" where nothing did.
    """

    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    companions: tuple[tuple[Companion, ...], ...] = ()
    watched: tuple[Watched, ...] = ()
    doubtful: int = 0
    engine: str = ""

    def said_by(self, entity: int) -> tuple[Quotation, ...]:
        """Return what the entity of that index is quoted as saying, in reading order."""
        return tuple(each for each in self.quotations if each.speaker == entity)
