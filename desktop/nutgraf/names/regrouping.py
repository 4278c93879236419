"""Entities as the reader corrected them: which names are of one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.correcting import place_of
from nutgraf.names.grouping import entity_of
from nutgraf.names.occurrences import tokens
from nutgraf.names.rules import COMPARING, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.rules import Rule
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Mention


def regrouped(
    article: Article, entities: tuple[Entity, ...], rules: Sequence[Rule], cancel: Cancel
) -> tuple[Entity, ...]:
    """Return the entities by first mention, put together and parted as the rules (`Rules.of` the article) say.

    Entities that are the same bear the name that the rule gives them, and are of the kind of the one it names.

    Raises:
        Cancelled: the token was set.

    """
    for rule in rules:
        cancel.check()
        if rule.verdict in COMPARING:
            entities = _apply(rule, article, entities)
    return entities


def _apply(rule: Rule, article: Article, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Move the mentions that the rule is about to the entity it names, or out of it."""
    about = _about(rule, article, entities)
    named = [number for number, each in enumerate(entities) if _goes_by(each, rule.other, article.text)]
    if rule.verdict is Verdict.DIFFERENT:
        moved = [(number, mentions) for number, mentions in about if number in named or rule.place]
        return _moved(moved, None, "", article, entities)
    if rule.place is None:  # all who go by that name are meant, with all that they are called
        about = [(number, entities[number].mentions) for number, _ in about]
    named.sort(key=lambda number: entities[number].name != rule.other)  # rather who is called so than who also is
    into = named[0] if named else None
    return _moved([each for each in about if each[0] != into], into, rule.other, article, entities)


def _about(rule: Rule, article: Article, entities: tuple[Entity, ...]) -> list[tuple[int, tuple[Mention, ...]]]:
    """Return the mentions that the rule is about, by the number of their entity."""
    place = place_of(rule, article) if rule.place else None
    key = tokens(rule.words)
    upper = tokens(rule.words.upper())
    found = []
    for number, entity in enumerate(entities):
        own = tuple(
            each
            for each in entity.mentions
            if (each.span == place if rule.place else tokens(each.span.of(article.text)) in {key, upper})
        )
        if own or (not rule.place and entity.name == rule.words):
            found.append((number, own or entity.mentions))
    return found


def _goes_by(entity: Entity, name: str, text: str) -> bool:
    keys = {tokens(name), tokens(name.upper())}
    return entity.name == name or any(tokens(each.span.of(text)) in keys for each in entity.mentions)


def _moved(
    moved: list[tuple[int, tuple[Mention, ...]]],
    into: int | None,
    name: str,
    article: Article,
    entities: tuple[Entity, ...],
) -> tuple[Entity, ...]:
    """Return the entities with those mentions in the entity number `into`, or in a new one, under that name."""
    if not moved:
        return entities
    leaving = dict(moved)
    stay = [
        _without(entity, leaving.get(number, ()), article.text)
        for number, entity in enumerate(entities)
        if number != into
    ]
    host = entities[moved[0][0] if into is None else into]
    whole = [*(() if into is None else host.mentions), *(mention for _, mentions in moved for mention in mentions)]
    made = entity_of(host.label, sorted(whole, key=lambda each: each.span), article.text, name)
    return tuple(sorted([*(each for each in stay if each), made], key=lambda entity: entity.mentions[0].span))


def _without(entity: Entity, gone: tuple[Mention, ...], text: str) -> Entity | None:
    """Return the entity without some of its mentions, None if no mention is left."""
    left = [each for each in entity.mentions if each not in gone]
    if len(left) == len(entity.mentions):
        return entity
    return entity_of(entity.label, left, text) if left else None
