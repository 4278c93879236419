"""A summary about the reader's words: any method's ranking, with the sentences that have the words first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.summary.sure import is_doubtful
from nutgraf.summary.terms import content, lower_words, sentence_terms
from nutgraf.text.ranking import Group, Part
from nutgraf.text.stopwords import stop_words
from nutgraf.text.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.graph import Floats, TermMatrix
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence

# What a sentence's score is made of: that it has one of the words at all, how many of them, how much else it shares with the
# sentences that have them, and its place in the ranking by the method.
HAS, WORDS, NEAR, METHOD = 1.0, 0.5, 0.3, 0.2
FOLLOWS = 0.3  # of the nearness to a sentence with the words that the next one of its paragraph inherits
CLOSE = 0.4  # nearness, 0 to 1, from which it is told as a reason
_BEGINNING = 3  # letters from which a word of the reader's stands for longer ones
_PLURALS = ("s", "es", "n", "en")  # with which it does so too, but “police” is not the beginning of “policy”


@dataclass(frozen=True, slots=True)
class _Query:
    """The reader's words: for each that occurs the article's terms it stands for, and the words that do not occur."""

    terms: dict[str, frozenset[str]]
    missing: tuple[str, ...]


def about(ranking: Ranking, article: Article, sentences: Sequence[Sentence], words: str, cancel: Cancel) -> Ranking:
    """Return the ranking with the sentences about `words` first; as it was where the words are blank or do not occur.

    A sentence with the words comes before all others. Among these, and among those without, the reader's words count by their
    inverse frequency, and the terms that stand beside them by Rocchio's feedback (1971) over the sentences that have them; the
    method's own order decides what is left. Doubtful sentences come last, unless they alone have the words. `topic` says which
    words were gone by.

    Raises:
        Cancelled: the token was set.

    """
    words = " ".join(words.split())
    if not words:
        return replace(ranking, topic=None)
    cancel.check()
    terms = sentence_terms(article, sentences, cancel)
    query = _query(words, article.meta.language, {term for each in terms for term in each})
    topic = Topic(words, tuple(query.terms), query.missing)
    if not query.terms:
        return replace(ranking, topic=topic)
    from nutgraf.summary.graph import term_matrix

    matrix = term_matrix(article, sentences, cancel)
    share = _share(matrix, query)
    near = _near(matrix, share, sentences)
    last = _last(article, sentences, share)
    scores = _scores(ranking.order, share, near, last)
    order = tuple(sorted(range(len(scores)), key=lambda index: (last[index], -round(scores[index], 9), index)))
    told = [
        _told([word for word, stood in query.terms.items() if stood & set(own)], each)
        for own, each in zip(terms, near, strict=True)
    ]
    average = sum(scores) / len(scores)
    return replace(
        ranking,
        order=order,
        scores=tuple(scores),
        reasons=tuple(map(_reason, told, ranking.reasons)),
        parts=tuple(map(_parts, told, (score - average for score in scores), ranking.parts)),
        topic=topic,
    )


def _query(words: str, language: str, known: set[str]) -> _Query:
    """Look each word up by its stem; one that does not occur stands for those that begin with it (“Afghan”: “Afghanistan”)."""
    terms: dict[str, frozenset[str]] = {}
    missing = []
    for word in dict.fromkeys(lower_words(words)):
        stems = content([word], language)
        if not stems:
            continue
        stood = known & set(stems)
        if not stood:
            stood = {term for term in known if term.startswith(_beginnings(word, stems[0]))}
        if stood:
            terms[_as_typed(word, words)] = frozenset(stood)
        elif word not in stop_words(language):
            missing.append(_as_typed(word, words))
    return _Query(terms, tuple(missing))


def _beginnings(word: str, stem: str) -> tuple[str, ...]:
    """Return the beginnings of longer words that the word stands for: itself, and its stem where it is the plural of that."""
    plural = any(stem + ending == word for ending in _PLURALS)
    return tuple(each for each in (word, stem if plural else "") if len(each) >= _BEGINNING)


def _as_typed(word: str, words: str) -> str:
    """Return the word with the capitals it was typed with."""
    at = words.lower().replace("’", "'").find(word)
    return words[at : at + len(word)] if at >= 0 else word


def _share(matrix: TermMatrix, query: _Query) -> Floats:
    """Return for each sentence how much of the query it has, 0 to 1, rare words counting more."""
    import numpy as np

    total, share = 0.0, np.zeros(matrix.height)
    for stood in query.terms.values():
        numbers = np.array(sorted(matrix.numbers[term] for term in stood))
        rows = np.unique(matrix.rows[np.isin(matrix.terms, numbers)])
        weight = float(np.log((1 + matrix.height) / (1 + len(rows))) + 1)
        total += weight
        share[rows] += weight
    return share / total


def _near(matrix: TermMatrix, share: Floats, sentences: Sequence[Sentence]) -> Floats:
    """Return for each sentence, 0 to 1, how much it speaks in the terms that stand beside the reader's words."""
    import numpy as np

    from nutgraf.summary.graph import weighted_count

    weights = matrix.tf_idf()
    aim = share / share.sum() - 1 / matrix.height  # towards the sentences with the words, away from the average one
    terms = np.maximum(weighted_count(matrix.terms, weights * aim[matrix.rows], matrix.width), 0)
    near = weighted_count(matrix.rows, weights * terms[matrix.terms], matrix.height)
    near = near / (near.max() or 1)
    for index in range(1, len(sentences)):
        if share[index - 1] and sentences[index].block == sentences[index - 1].block:
            near[index] = max(near[index], FOLLOWS * near[index - 1])
    return near


def _last(article: Article, sentences: Sequence[Sentence], share: Floats) -> list[bool]:
    """Return which sentences come last: the doubtful ones, unless they alone have the words."""
    doubtful = [is_doubtful(article, each) for each in sentences]
    sure = any(own and not doubt for own, doubt in zip(share, doubtful, strict=True))
    return doubtful if sure else [False] * len(sentences)


def _scores(order: Sequence[int], share: Floats, near: Floats, last: Sequence[bool]) -> list[float]:
    """Return what each sentence is worth; what comes last has the least score there is."""
    scores = [0.0] * len(order)
    for place, index in enumerate(order):
        own = HAS * (share[index] > 0) + WORDS * share[index] + NEAR * near[index]
        scores[index] = float(own + METHOD * (1 - place / len(order)))
    least = min(scores)
    return [least if each else score for score, each in zip(scores, last, strict=True)]


def _told(words: Sequence[str], near: float) -> str:
    """Return what a sentence has to do with the words, or ""."""
    if words:
        return f"about your words: {', '.join(words)}"
    return "close to what is said about your words" if near >= CLOSE else ""


def _reason(told: str, own: str) -> str:
    """Return a sentence's muted line: what it has to do with the words, then the first of the method's own reasons."""
    own = own.split(" · ", maxsplit=1)[0] if told else own
    line = f"{told} · {own[:1].lower()}{own[1:]}" if told and own else told or own
    return line[:1].upper() + line[1:]


def _parts(told: str, weight: float, own: Sequence[Part]) -> tuple[Part, ...]:
    """Return a sentence's parts: the method's own are facts now, what weighs is the words."""
    facts = [Part(part.group, part.words) for part in own if part.weight is None or part.weight > 0]
    return (Part(Group.TOPIC, told, weight), *facts) if told else tuple(facts)
