"""What the article says that someone is: "Russia's defence minister", "a baker from Leeds", each as a span of its words.

Only patterns that rarely mislead are taken: a noun phrase that ends in a title or a role right before the name, an apposition
between marks right before or after it, and "who heads …".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.names.roles_after import RolesAfter
from nutgraf.names.roles_before import RolesBefore
from nutgraf.names.units import Kind
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.units import Unit
    from nutgraf.text.entity import Entity
    from nutgraf.text.span import Span

_SHORT = len("president")  # a role of one word is taken only where no fuller one is found


def with_roles(
    text: str, entities: Sequence[Entity], blocks: Iterable[Sequence[Unit]], cancel: Cancel
) -> tuple[Entity, ...]:
    """Return the entities with the first role that the article gives them, a fuller one rather than a single short word.

    `blocks` are the units of the article's blocks. Takes time linear in the text.

    Raises:
        Cancelled: the token was set.

    """
    found: dict[int, Span] = {}
    for units in blocks:
        cancel.check()
        for at, unit in enumerate(units):
            if unit.kind is Kind.MENTION and len(found.get(unit.entity, ())) <= _SHORT:
                told = list(_roles(text, units, at, entities))
                role = next((each for each in told if len(each) > _SHORT), told[0] if told else None)
                if role and len(role) > len(found.get(unit.entity, ())):
                    found[unit.entity] = role
    return tuple(replace(entity, role=found.get(number)) for number, entity in enumerate(entities))


def _roles(text: str, units: Sequence[Unit], at: int, entities: Sequence[Entity]) -> Iterator[Span]:
    """Yield the roles that stand around the mention that is unit number `at`, the most trustworthy first."""
    before, after = RolesBefore(text, units, at, entities), RolesAfter(text, units, at, entities)
    is_person = entities[units[at].entity].label is Label.PERSON
    found = [before.worn(), after.relative()] if is_person else []
    yield from filter(None, [*found, before.apposed(), after.apposed()])
