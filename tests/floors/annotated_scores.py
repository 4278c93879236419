"""How well names are grouped, told what they are, and given what they said, measured on annotated articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.cancel import Cancel
from nutgraf.names import find_mentions, names_of
from nutgraf.text.span import Span
from nutgraf.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.text.entity import Entity, Names

    from .annotated import Annotated

_EDGES = " “”\"'‘’«»„,.;:?!…"
_ARTICLES = ("a ", "an ", "the ", "his ", "her ", "its ", "their ")
_QUOTATION, _ROLE = 0.8, 0.75  # of the words that either span has, how many both must have


@dataclass(slots=True)
class Score:
    """Counts over articles; `faults` say what was wrong, for the half that may be looked at."""

    right: float = 0
    found: int = 0
    recalled: float = 0
    wanted: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, per cent that is right."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """Of what there is, per cent that was found."""
        return 100 * self.recalled / self.wanted if self.wanted else 100.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def score(articles: Iterable[Annotated], *, given: bool) -> dict[str, Score]:
    """Return the scores of entities (B-cubed), roles and quotations, with the mentions `given` or found by the engine."""
    scores = {name: Score() for name in ("entities", "roles", "quotations", "certain quotations")}
    for each in articles:
        mentions = (
            tuple(mention for mention, _ in each.mentions)
            if given
            else find_mentions(each.article, each.sentences, Cancel())
        )
        names = names_of(each.article, each.sentences, mentions, Cancel())
        whose = [_whose(entity, each) for entity in names.entities]
        _entities(each, names, scores["entities"])
        _roles(each, names, whose, scores["roles"])
        _quotations(each, names, whose, scores["quotations"])
        _quotations(each, names, whose, scores["certain quotations"], certain=True)
    return scores


def _whose(entity: Entity, each: Annotated) -> str:
    """Return which of the annotated entities it is: the one that most of its mentions belong to."""
    known = {mention.span: name for mention, name in each.mentions}
    votes = Counter(known[mention.span] for mention in entity.mentions if mention.span in known)
    return votes.most_common(1)[0][0] if votes else "?"


def _entities(each: Annotated, names: Names, score: Score) -> None:
    """B-cubed: Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", LREC 1998; a mention of one side alone is 0."""
    gold = {mention.span: {m.span for m, name in each.mentions if name == own} for mention, own in each.mentions}
    ours = {m.span: {other.span for other in entity.mentions} for entity in names.entities for m in entity.mentions}
    both = gold.keys() & ours.keys()
    score.found += len(ours)
    score.wanted += len(gold)
    for span in both:
        common = len(gold[span] & ours[span])
        score.right += common / len(ours[span])
        score.recalled += common / len(gold[span])
        if gold[span] != ours[span]:
            text = each.article.text
            score.faults.append(f"{each.name}: {span.of(text)} in {sorted({s.of(text) for s in ours[span]})}")
    for span in gold.keys() ^ ours.keys():
        side = "missed" if span in gold else "not one"
        score.faults.append(f"{each.name}: {side}: {span.of(each.article.text)}")


def _roles(each: Annotated, names: Names, whose: list[str], score: Score) -> None:
    text = each.article.text
    right = set()
    for entity, own in zip(names.entities, whose, strict=True):
        if entity.role:
            score.found += 1
            if any(name == own and _alike(entity.role, span, text, _ROLE) for span, name in each.roles):
                score.right += 1
                right.add(own)
            else:
                score.faults.append(f"{each.name}: {entity.name} is: {entity.role.of(text)}")
    wanted = {name for _, name in each.roles}
    score.wanted += len(wanted)
    score.recalled += len(wanted & right)
    for own in sorted(wanted - right):
        score.faults.append(f"{each.name}: no role: {[span.of(text) for span, name in each.roles if name == own]}")


def _quotations(each: Annotated, names: Names, whose: list[str], score: Score, *, certain: bool = False) -> None:
    text = each.article.text
    gold = [(span, name) for span, name in each.quotations if name != "-"]
    met = set()
    for quotation in names.quotations:
        if quotation.speaker is None or (certain and not quotation.certain):
            continue
        own = whose[quotation.speaker]
        score.found += 1
        hit = next(
            (
                at
                for at, (span, name) in enumerate(gold)
                if name == own and _alike(quotation.span, span, text, _QUOTATION)
            ),
            None,
        )
        if hit is None:
            said = f"{names.entities[quotation.speaker].name}{'' if quotation.certain else ' (?)'}"
            score.faults.append(f"{each.name}: {said} did not say: {quotation.span.of(text)}")
        else:
            score.right += 1
            met.add(hit)
    score.wanted += len(gold)
    score.recalled += len(met)
    for at, (span, name) in enumerate(gold):
        if at not in met:
            score.faults.append(f"{each.name}: {name} said: {span.of(text)}")


def _alike(one: Span, other: Span, text: str, least: float) -> bool:
    """Whether two spans have enough words in common, whatever marks and articles stand at their edges."""
    sets = [_places(span, text) for span in (one, other)]
    union = sets[0] | sets[1]
    return bool(union) and len(sets[0] & sets[1]) / len(union) >= least


def _places(span: Span, text: str) -> set[tuple[int, str]]:
    """Return the words of a span with their places in it."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    low = text[start:end].lower()
    start += next((len(article) for article in _ARTICLES if low.startswith(article)), 0)
    found, at = set(), start
    for word in words(text[start:end]):
        at = text.index(word, at)
        found.add((at, word))
        at += len(word)
    return found
