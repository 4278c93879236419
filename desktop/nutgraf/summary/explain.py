"""Why a sentence is in a summary: facts that can be measured, in a few plain words, whatever the method."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.summary.actors import main_actors
from nutgraf.summary.dangling import leaning
from nutgraf.summary.length import word_counts
from nutgraf.summary.terms import content, lower_words, sentence_terms, watched
from nutgraf.text.abbreviations import SPEECH
from nutgraf.text.article import BlockKind
from nutgraf.text.ranking import Group, Part
from nutgraf.text.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_PARTS = 2
_LOOKED_AT = 500  # a reader never has a longer summary, and reasons cost time
_LATE = f"Ranked after {_LOOKED_AT} others"
_OPENING, _NEAR_OPENING = 4, "near the opening"
_NEW = 0.7  # share of a sentence's words that no sentence ranked above it has
_NAME = r"(?:[A-Z][\w’'.-]*\s+){1,4}"
_VERB = rf"(?:also\s+|has\s+|have\s+|had\s+)?(?:{'|'.join(sorted(SPEECH))}|announced|announces|warned|warns|confirmed|explained)"
_SOURCE = re.compile(
    rf"\b[Aa]ccording to\s+(?:the\s+|an?\s+)?[A-Z]|{_NAME}{_VERB}\b|[”\"]\s+(?:said|says|adds|added|asked)\s+(?:{_NAME})?[A-Z]"
)
_PRONOUN = re.compile(r"^(?:He|She|It|They|We|I|You|The|This|That|And|But|In|On)\s")
_NUMBER = re.compile(
    r"\d[\d.,:]*|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?|per cent|percent)\b"
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is told of a sentence."""

    index: int
    count: int
    words: int
    source: bool
    quoted: bool
    numbers: int
    actors: int
    headline: bool
    new: bool
    near: int
    central: bool
    leaning: bool


def explain(
    article: Article,
    sentences: Sequence[Sentence],
    order: Sequence[int],
    cancel: Cancel,
    weights: Sequence[Mapping[Group, float]] = (),
) -> tuple[tuple[str, ...], tuple[tuple[Part, ...], ...]]:
    """Return by sentence index one muted line, "Opens the story · central to 8 other sentences", and the parts behind it.

    The 500 best are looked at; the line of the others says that they are ranked after these, and they have no parts.
    Every part is a fact: "central to N" and "close to N" count the sentences whose tf-idf cosine with this one passes 0.1,
    "central" where that is many for this article; "adds what is new" has at least 70 % content words that no sentence ranked
    above it has; the main actors are the five names that most sentences hold. `weights` hold by sentence what each group of
    features added to its score: then every group that weighs has a part, heaviest first, and the line names the heaviest.

    Raises:
        Cancelled: the token was set.

    """
    reasons = [_LATE] * len(sentences)
    parts: list[tuple[Part, ...]] = [()] * len(sentences)
    for each in watched(_facts(article, sentences, order, cancel), cancel):
        true = _true(each)
        parts[each.index] = _parts(each, true, weights[each.index] if weights else None)
        reasons[each.index] = _line(parts[each.index], each, true)
    return tuple(reasons), tuple(parts)


def _facts(article: Article, sentences: Sequence[Sentence], order: Sequence[int], cancel: Cancel) -> list[_Facts]:
    """Return what is told of the best sentences, best first."""
    best = order[:_LOOKED_AT]
    terms = sentence_terms(article, sentences, cancel)
    near = _near(article, sentences, best, cancel)
    busy = sorted(near.values())[-max(1, len(near) // 4) :][0] if near else 0
    new = _new(terms, watched(best, cancel))
    title = _title_terms(article)
    quoted = _quoted(article, sentences, best, cancel)
    actors = main_actors(article, sentences, cancel)
    lengths = word_counts(article, sentences)
    leans = set(leaning(article, sentences, cancel))
    found = []
    for index in watched(best, cancel):
        words = sentences[index].span.of(article.text)
        source = _SOURCE.search(words)
        found.append(
            _Facts(
                index=index,
                count=len(sentences),
                words=lengths[index],
                source=bool(source and not _PRONOUN.match(source[0])),
                quoted=index in quoted,
                numbers=len(_NUMBER.findall(words)),
                actors=actors[index],
                headline=len(title) > 1 and 2 * len(title & set(terms[index])) >= len(title),
                new=index in new,
                near=near[index],
                central=near[index] >= max(busy, 2),
                leaning=index in leans,
            )
        )
    return found


def _true(facts: _Facts) -> list[tuple[Group, str]]:
    """Put what speaks for a sentence into words, strongest first."""
    parts = [
        (facts.index == 0, Group.PLACE, "opens the story"),
        (facts.source, Group.SOURCE, "names the source"),
        (facts.quoted, Group.SOURCE, "quotes the source"),
        (facts.central, Group.CENTRALITY, f"central to {facts.near} other sentences"),
        (facts.headline, Group.CENTRALITY, "echoes the headline"),
        (facts.actors > 1, Group.ACTORS, "names the main actors"),
        (facts.numbers > 1, Group.NUMBERS, "carries the numbers"),
        (facts.new, Group.NOVELTY, "adds what is new"),
        (facts.index == facts.count - 1 > 0, Group.PLACE, "closes the story"),
        (facts.near > 1 and not facts.central, Group.CENTRALITY, f"close to {facts.near} other sentences"),
    ]
    return [(group, words) for holds, group, words in parts if holds]


def _plainly(facts: _Facts) -> dict[Group, str]:
    """Return what can be told of each group where nothing in it speaks for the sentence."""
    return {
        Group.PLACE: _NEAR_OPENING if facts.index < _OPENING else f"sentence {facts.index + 1} of {facts.count}",
        Group.CENTRALITY: "close to one other sentence" if facts.near else "few others say the like",
        Group.ACTORS: "names one main actor" if facts.actors else "names no main actor",
        Group.NUMBERS: "carries one number" if facts.numbers else "carries no number",
        Group.SOURCE: "names no source",
        Group.NOVELTY: "others say it too",
        Group.FORM: "leans on the sentence before" if facts.leaning else f"{counted(facts.words, 'word')} long",
    }


def _parts(facts: _Facts, true: Sequence[tuple[Group, str]], weights: Mapping[Group, float] | None) -> tuple[Part, ...]:
    """Return what is true of a sentence; with weights one part for each group that weighs, heaviest first."""
    if weights is None:
        return tuple(Part(group, words) for group, words in true)
    told = _plainly(facts) | dict(reversed(true))
    heaviest = sorted(weights.items(), key=lambda item: -item[1])
    return tuple(Part(group, told[group], weight) for group, weight in heaviest if weight)


def _line(parts: Sequence[Part], facts: _Facts, true: Sequence[tuple[Group, str]]) -> str:
    """Return the reason: the first parts that speak for the sentence, or how it stands among the others."""
    if parts and parts[0].weight is not None:
        known = {words for _, words in true} | {_NEAR_OPENING}
        true = [(each.group, each.words) for each in parts if each.weight and each.weight > 0 and each.words in known]
    line = " · ".join(words for _, words in true[:_PARTS])
    if not line and facts.near:
        line = "close to one other sentence" if facts.near == 1 else f"close to {facts.near} other sentences"
    line = line or "unlike any other sentence"
    return line[:1].upper() + line[1:]


def _near(article: Article, sentences: Sequence[Sentence], best: Sequence[int], cancel: Cancel) -> dict[int, int]:
    import numpy as np

    from nutgraf.summary.graph import neighbours, term_matrix

    matrix = term_matrix(article, sentences, cancel)
    return neighbours(matrix, matrix.tf_idf(), np.array(sorted(best), np.int64), cancel)


def _new(terms: Sequence[Sequence[str]], best: Iterable[int]) -> set[int]:
    """Return the sentences most of whose words are in none ranked above; the best one has nothing to be new against."""
    seen: set[str] = set()
    new = set()
    for index in best:
        own = set(terms[index])
        if seen and len(own) > 2 and len(own - seen) >= _NEW * len(own):
            new.add(index)
        seen |= own
    return new


def _title_terms(article: Article) -> set[str]:
    """Return the content stems of the title block, else of the title that the file states."""
    blocks = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TITLE]
    return set(content(lower_words(blocks[0] if blocks else article.meta.title), article.meta.language))


def _quoted(article: Article, sentences: Sequence[Sentence], best: Sequence[int], cancel: Cancel) -> set[int]:
    """Return the sentences with at least three quoted words, in the blocks of the best; a quotation may run on in its block."""
    blocks = {sentences[index].block for index in best}
    result = set()
    inside, block = False, -1
    for sentence in watched(sentences, cancel):
        if sentence.block not in blocks:
            continue
        inside = inside and sentence.block == block
        block = sentence.block
        quoted = 0
        for piece in re.split(r"([“”\"«»]|``|'')", sentence.span.of(article.text)):
            if piece in {"“", "«", "``"}:
                inside = True
            elif piece in {"”", "»", "''"}:
                inside = False
            elif piece == '"':
                inside = not inside
            elif inside:
                quoted = max(quoted, len(piece.split()))
        if quoted > 2:
            result.add(sentence.index)
    return result
