"""Mentions as the reader corrected them: what an engine found, with the rules about what is a name and of which kind."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from nutgraf.names.occurrences import occurrences, tokens
from nutgraf.names.rules import COMPARING, Scope, Verdict
from nutgraf.text.entity import Label, Mention
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.rules import Rule
    from nutgraf.text.article import Article

_LABELS = {Verdict.PERSON: Label.PERSON, Verdict.ORGANIZATION: Label.ORGANIZATION}


def corrected(
    article: Article, mentions: Sequence[Mention], rules: Sequence[Rule], cancel: Cancel
) -> tuple[Mention, ...]:
    """Return the mentions in reading order, none overlapping, as the rules (`Rules.of` the article) have them.

    Words that a rule calls a name are one wherever they stand, unless inside a longer name; a rule about one place always holds.

    Raises:
        Cancelled: the token was set.

    """
    said = [rule for rule in rules if rule.verdict not in COMPARING]
    wide = {rule.words: rule.verdict for rule in said if rule.scope is not Scope.HERE}
    kept = _judged(article, mentions, wide)
    kept = _with_missed(kept, article, wide, cancel)
    for rule in said:
        if rule.scope is Scope.HERE and (place := place_of(rule, article)):
            kept = _with_place(kept, place, rule.verdict)
    return tuple(kept)


def place_of(rule: Rule, article: Article) -> Span | None:
    """Return where the rule's words stand: at its place, else, in a text that is read otherwise by now, nearest to it."""
    assert rule.place
    words = rule.place.of(article.text)
    if " ".join(words.split()) == rule.words:
        return rule.place
    starts = []
    at = article.text.find(rule.words)
    while at >= 0:
        starts.append(at)
        at = article.text.find(rule.words, at + 1)
    nearest = min(starts, key=lambda start: abs(start - rule.place.start), default=None)  # type: ignore[union-attr]
    return None if nearest is None else Span(nearest, nearest + len(rule.words))


def _judged(article: Article, mentions: Sequence[Mention], wide: dict[str, Verdict]) -> list[Mention]:
    """Return the mentions with their kinds as the rules have them, without those that are no names."""
    known = {tokens(form): verdict for words, verdict in wide.items() for form in (words.upper(), words)}
    kept = []
    for mention in mentions:
        verdict = known.get(tokens(mention.span.of(article.text)))
        if verdict is None:
            kept.append(mention)
        elif verdict in _LABELS:
            kept.append(Mention(mention.span, _LABELS[verdict]))
    return kept


def _with_missed(kept: list[Mention], article: Article, wide: dict[str, Verdict], cancel: Cancel) -> list[Mention]:
    """Return the mentions with all places of the words that are names; a longer mention around such a place stays."""
    names = [words for words, verdict in wide.items() if verdict in _LABELS]
    found = []
    for span, words in occurrences(names, article, cancel):
        over = _overlapping(kept, span)
        if not any(span in mention.span for mention in kept[over]):
            found.append(Mention(span, _LABELS[wide[words]]))
    return _merged(kept, found)


def _with_place(kept: list[Mention], place: Span, verdict: Verdict) -> list[Mention]:
    """Return the mentions with one place settled."""
    over = _overlapping(kept, place)
    if verdict in _LABELS:
        return [*kept[: over.start], Mention(place, _LABELS[verdict]), *kept[over.stop :]]
    return [*kept[: over.start], *(each for each in kept[over] if each.span not in place), *kept[over.stop :]]


def _overlapping(mentions: list[Mention], span: Span) -> slice:
    """Return which of the mentions, in reading order, overlap the span."""
    first = bisect_left(mentions, span.start + 1, key=lambda mention: mention.span.end)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return slice(first, max(first, last))


def _merged(kept: list[Mention], found: list[Mention]) -> list[Mention]:
    """Return both in reading order, without those of `kept` that one of `found` overlaps."""
    free = [mention for mention in kept if not (over := _overlapping(found, mention.span)).stop > over.start]
    return sorted([*free, *found], key=lambda mention: mention.span)
