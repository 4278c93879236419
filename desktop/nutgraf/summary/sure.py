"""Sentences that are surely the article's: what may be another story's or the page's takes no part in how they are ranked."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from nutgraf.summary.kept import kept
from nutgraf.text.ranking import Group, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

M = TypeVar("M")
DOUBT = "May belong to the page, not to the article"


def is_doubtful(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence stands in a block that may not be the article's."""
    return article.blocks[sentence.block].doubtful


@kept
def sure_sentences(article: Article, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences without the doubtful ones, numbered anew; all of them where none or every one is doubtful."""
    sure = [each for each in sentences if not is_doubtful(article, each)]
    if len(sure) in {0, len(sentences)}:
        return sentences
    return tuple(replace(each, index=index) for index, each in enumerate(sure))


def among_sure(
    rank: Callable[[M, Article, Sequence[Sentence], Cancel], Ranking],
) -> Callable[[M, Article, Sequence[Sentence], Cancel], Ranking]:
    """Let a method rank the sure sentences as if there were no others; the doubtful ones come last, in reading order."""

    @wraps(rank)
    def ranked(method: M, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        sure = sure_sentences(article, sentences)
        found = rank(method, article, sure, cancel)
        return found if sure is sentences else _with_doubtful(found, article, sentences, cancel)

    return ranked


def _with_doubtful(ranking: Ranking, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
    """Return the ranking of the sure sentences as one of all."""
    sure = [each.index for each in sentences if not is_doubtful(article, each)]
    doubtful = [each.index for each in sentences if is_doubtful(article, each)]
    scores, reasons = [min(ranking.scores)] * len(sentences), [DOUBT] * len(sentences)
    parts: list[tuple[Part, ...]] = [(Part(Group.FORM, DOUBT[:1].lower() + DOUBT[1:]),)] * len(sentences)
    for own, index in enumerate(sure):
        scores[index], reasons[index], parts[index] = ranking.scores[own], ranking.reasons[own], ranking.parts[own]
    from nutgraf.summary.dangling import leaning

    return replace(
        ranking,
        order=(*(sure[own] for own in ranking.order), *doubtful),
        scores=tuple(scores),
        reasons=tuple(reasons),
        parts=tuple(parts),
        leaning=leaning(article, sentences, cancel),
    )
