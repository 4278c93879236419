"""What is told of the chosen name beneath its row: what they said, word for word, and with whom they are named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from nutgraf.gui.subject import places
from nutgraf.text.entity import Watched
from nutgraf.text.visible import line
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from nutgraf.gui.subject import Subject
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Names
    from nutgraf.text.span import Span

MARKS = '“”"'
FEW = 3  # of a part that are listed at once


class Part(StrEnum):
    """The parts of what is told."""

    SAID = "Said"
    WITH = "With"


@dataclass(frozen=True, slots=True)
class Caption:
    """The heading of a part."""

    part: Part

    @property
    def words(self) -> str:
        """What is shown and spoken."""
        return self.part.value


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation and its place."""

    span: Span
    quoted: str
    direct: bool
    certain: bool

    @property
    def words(self) -> str:
        """The words as they stand, in quotation marks where they are quoted; an uncertain speaker is said to be one."""
        words = f"“{self.quoted.strip(MARKS)}”" if self.direct else self.quoted
        return words if self.certain else f"Probably: {words}"


@dataclass(frozen=True, slots=True)
class Mate:
    """Someone who is named in the same sentences."""

    entity: Entity
    sentences: tuple[int, ...]

    @property
    def words(self) -> str:
        """The name, and how often."""
        return f"With {self.entity.name}, {counted(len(self.sentences), 'sentence')}"


@dataclass(frozen=True, slots=True)
class More:
    """What a part holds beyond the first few."""

    part: Part
    count: int

    @property
    def words(self) -> str:
        """How many there are."""
        return f"and {self.count:,} more"


Detail: TypeAlias = Caption | Saying | Mate | More


def details_of(article: Article, names: Names, subject: Subject, whole: frozenset[Part]) -> list[Detail]:
    """Return what is told of someone; of the parts in `whole` all that there is."""
    index = _index(names, subject)
    if index is None:
        return []
    said = [
        Saying(each.span, line(each.span.of(article.text)), each.direct, each.certain) for each in names.said_by(index)
    ]
    mates = names.companions[index] if index < len(names.companions) else ()
    with_ = [Mate(names.entities[each.entity], each.sentences) for each in mates]
    return [*_part(Part.SAID, said, whole), *_part(Part.WITH, with_, whole)]


def _index(names: Names, subject: Subject) -> int | None:
    """Return the number of the entity; for a watched name that of the entity named at the same places."""
    if isinstance(subject, Watched):
        mentioned = [set(places(entity)) for entity in names.entities]
        watched = set(subject.spans)
        return next((number for number, spans in enumerate(mentioned) if spans & watched), None)
    return next((number for number, entity in enumerate(names.entities) if entity is subject), None)


def _part(part: Part, found: list[Saying] | list[Mate], whole: frozenset[Part]) -> list[Detail]:
    if not found:
        return []
    shown = found if part in whole or len(found) == FEW + 1 else found[:FEW]  # no line to say that one line is left out
    rest = len(found) - len(shown)
    return [Caption(part), *shown, *([More(part, rest)] if rest else [])]
