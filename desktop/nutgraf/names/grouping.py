"""Which mentions are of one and the same person or organization."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.names.name_forms import normal
from nutgraf.names.organizations import Organizations
from nutgraf.names.people import People
from nutgraf.text.entity import Entity, Label, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.groups import Group


def group(text: str, mentions: Sequence[Mention], cancel: Cancel) -> tuple[Entity, ...]:
    """Return entities, without roles, by their first mention.

    Full names come first, so that a surname may stand before the full name; a surname that two people share goes to the one
    named last before it.

    Raises:
        Cancelled: the token was set.

    """
    groups: list[Group] = []
    for label in Label:
        own = sorted((mention for mention in mentions if mention.label == label), key=_place)
        groups += People(text, own).groups(cancel) if label is Label.PERSON else Organizations(text, own).groups(cancel)
    entities = (entity_of(each.label, sorted(each.mentions, key=_place), text) for each in groups)
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].span))


def entity_of(label: Label, mentions: Sequence[Mention], text: str, name: str = "") -> Entity:
    """Return the entity of these mentions, which are in reading order, without a role.

    Unless a name is given, it is the most complete form: the longest, rather in mixed case, rather the one used most.
    """
    written = Counter(" ".join(mention.span.of(text).split()) for mention in mentions)
    first = {form: at for at, form in enumerate(written)}
    forms = sorted(
        written,
        key=lambda form: (
            -sum(len(word) > 1 for word in normal(form)),
            form.isupper() and " " in form,
            -len(form),
            -written[form],
            first[form],
        ),
    )
    name = name or forms[0]
    return Entity(name, label, tuple(mentions), tuple(form for form in forms if form != name))


def _place(mention: Mention) -> int:
    return mention.span.start
