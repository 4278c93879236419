"""The menus that correct a name: what is marked in the text, a row of the list, or words that are selected."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from nutgraf.gui.bidi import isolated
from nutgraf.gui.corrections import VERDICTS, forms_of
from nutgraf.names.rules import Scope, Verdict
from nutgraf.text.entity import Label
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu

    from nutgraf.gui.corrections import Corrections
    from nutgraf.gui.subject import Subject
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Watched

SCOPES = {Scope.HERE: "Here", Scope.ARTICLE: "In this article", Scope.ALWAYS: "Always"}
KINDS = {Label.PERSON: "person", Label.ORGANIZATION: "organization"}
LONGEST = 40  # characters of a name in a menu


def shortened(words: str) -> str:
    """Return words of an article for a menu: in quotation marks, not too long, no key in them."""
    plain = isolated(words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…")
    return f"“{plain.replace('&', '&&')}”"


def add_corrections(
    menu: QMenu, corrections: Corrections, entity: Entity, place: Span | None, ask: Callable[[str], None]
) -> None:
    """Offer to correct someone who is listed, or a `place` where they are named.

    `ask` opens what needs more than a word: "same" (as whom) or "split" (where).
    """
    article = corrections.article
    if not article:
        return
    part = menu.addMenu("Correct " + shortened(place.of(article.text) if place else entity.name))
    spans = [place] if place else forms_of(article, entity)
    scopes = [scope for scope in Scope if place or scope is not Scope.HERE]
    _add_verdicts(part, corrections, entity, spans, scopes)
    part.addSeparator()
    part.addAction("The same as…").triggered.connect(lambda: ask("same"))
    if place and " ".join(place.of(article.text).split()) != entity.name:
        _add_scopes(
            part.addMenu(f"Not the same as {shortened(entity.name)}"),
            scopes,
            lambda scope: corrections.judge(spans, Verdict.DIFFERENT, scope, entity.name),
        )
    if place and len(place.of(article.text).split()) > 1:
        part.addAction("Split…").triggered.connect(lambda: ask("split"))


def add_watching(menu: QMenu, corrections: Corrections, subject: Subject, watched: Watched | None) -> None:
    """Offer to watch someone, or to end it where they are `watched`."""
    if watched:
        menu.addAction("Stop watching").triggered.connect(lambda: corrections.unwatch(watched))
    else:
        menu.addAction("Watch this name").triggered.connect(lambda: corrections.watch(subject))


def add_marking(menu: QMenu, corrections: Corrections, selected: Span, marked: Span | None) -> None:
    """Offer to mark the words that are selected as a name, instead of the name that is `marked` there."""
    article = corrections.article
    span = trimmed(article, selected) if article else None
    if not article or not span:
        return
    for label, kind in KINDS.items():
        instead = " instead" if marked else ""
        part = menu.addMenu(f"Mark {shortened(span.of(article.text))} as {_a(kind)}{instead}")
        _add_scopes(part, Scope, partial(corrections.respan, marked, [(span, label)]))


def trimmed(article: Article, selected: Span) -> Span | None:
    """Return a selection without white space and marks around it; None if nothing is left, or it spans paragraphs."""
    words = selected.of(article.text)
    found = re.search(r"\w(?:.*[\w.)])?", words, re.DOTALL)
    if not found or "\n" in found[0]:
        return None
    return Span(selected.start + found.start(), selected.start + found.end())


def _add_verdicts(
    part: QMenu, corrections: Corrections, entity: Entity, spans: list[Span], scopes: list[Scope]
) -> None:
    _add_scopes(part.addMenu("Not a name"), scopes, partial(corrections.judge, spans, Verdict.NO_NAME))
    for label, kind in KINDS.items():
        if label is not entity.label:
            other = part.addMenu(_a(kind).capitalize())
            _add_scopes(other, scopes, partial(corrections.judge, spans, VERDICTS[label]))


def _add_scopes(menu: QMenu, scopes: Iterable[Scope], do: Callable[[Scope], None]) -> None:
    for scope in scopes:
        menu.addAction(SCOPES[scope]).triggered.connect(lambda _checked=False, scope=scope: do(scope))


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
