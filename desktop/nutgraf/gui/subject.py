"""Whose places are gone through: an entity that was found, or a name that the reader watches."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, overload

from nutgraf.text.entity import Entity, Label, Watched

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from nutgraf.gui.theme import Theme
    from nutgraf.text.entity import Names
    from nutgraf.text.span import Span

Subject: TypeAlias = Entity | Watched


def places(subject: Subject) -> tuple[Span, ...]:
    """Return where someone is named, in reading order."""
    return subject.spans if isinstance(subject, Watched) else tuple(mention.span for mention in subject.mentions)


def label_of(subject: Subject) -> Label | None:
    """Return what kind of name it is, None for a watched one."""
    return None if isinstance(subject, Watched) else subject.label


@overload
def twin(names: Names, subject: Watched) -> Entity | None: ...
@overload
def twin(names: Names, subject: Entity) -> Watched | None: ...
def twin(names: Names, subject: Subject) -> Subject | None:
    """Return the watched name under which an entity is looked for as well, or the entity that a watched name is."""
    if isinstance(subject, Watched):
        return next((entity for entity in names.entities if _is_watched_as(entity, subject)), None)
    return next((watched for watched in names.watched if _is_watched_as(subject, watched)), None)


def _is_watched_as(entity: Entity, watched: Watched) -> bool:
    """Whether both are one: called alike, and the one with fewer places stands nowhere else."""
    if watched.name not in {entity.name, *entity.aliases}:
        return False
    found, seen = set(places(entity)), set(watched.spans)
    return found <= seen or seen <= found


def line_colour(theme: Theme, label: Label | None) -> QColor:
    """Return the colour of a kind's underlines, ticks and signs."""
    if label is None:
        return theme.watched_line
    return theme.person_line if label is Label.PERSON else theme.organization_line


def is_doubtful(subject: Subject) -> bool:
    """Whether someone may be no name of their kind."""
    return isinstance(subject, Entity) and subject.is_doubtful
