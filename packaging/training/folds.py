"""Mend labels by models that have not learned them by heart: what a sure model contradicts is replaced.

After Wang and others, "CrossWeigh: Training Named Entity Tagger from Imperfect Annotations", EMNLP 2019, but labels that a sure
model contradicts are replaced, not given less weight. First two linear models judge, each trained on the hand-made sets and the
other half; then the encoder that learned from what they mended, which has seen each text hardly once.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pycrfsuite

from nutgraf.cancel import Cancel
from nutgraf.names.features import Context, features
from nutgraf.names.neural import Read
from nutgraf.names.tags import TAGS, best

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from conll import Document, Phrase, Sentence

    Train = Callable[[dict[str, list[Document]], Path], None]

SURE, SURE_AGAIN = 0.9, 0.7  # probability of each token, of the linear models and of the encoder
RUN = 25  # documents in a row that stay in one half: neighbours tell the same stories


class Judged(NamedTuple):
    """A sentence, a model's tag for each of its tokens, and whether the model is sure of it."""

    sentence: Sentence
    tags: Sequence[str]
    sure: Sequence[bool]


def mend(sets: dict[str, list[Document]], noisy: str, train: Train) -> int:
    """Replace doubtful labels of the set `noisy` by two linear models; return how many phrases changed."""
    halves = [[each for at, each in enumerate(sets[noisy]) if at // RUN % 2 == half] for half in (0, 1)]
    judged: list[Judged] = []
    with tempfile.TemporaryDirectory() as folder:
        for half in (0, 1):
            model = Path(folder) / f"{half}.crfsuite"
            train(sets | {noisy: halves[1 - half]}, model)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(model))
            judged += [each for document in halves[half] for each in _linear(document, tagger)]
    return _replace(judged)


def mend_again(documents: Iterable[Document]) -> int:
    """Replace labels that the program's encoder is sure are wrong; return how many phrases changed."""
    return _replace([each for document in documents for each in _neural(document)])


def _linear(document: Document, tagger: pycrfsuite.Tagger) -> Iterator[Judged]:
    context = Context(sentence.words for sentence in document)
    for sentence in document:
        tags = tagger.tag(features(sentence.words, context))
        yield Judged(sentence, tags, [tagger.marginal(tag, at) >= SURE for at, tag in enumerate(tags)])


def _neural(document: Document) -> Iterator[Judged]:
    texts = [sentence.words for sentence in document]
    read = Read(texts, Context(texts), Cancel())
    read.on(range(len(read.windows)), Cancel())
    for sentence, scores in zip(document, read.scores, strict=True):
        path = best(scores)
        chances = np.exp(scores)[range(len(path)), path]
        yield Judged(sentence, [TAGS[tag] for tag in path], [chance >= SURE_AGAIN for chance in chances])


def _replace(judged: Sequence[Judged]) -> int:
    changed = 0
    for each in judged:
        phrases = _mended(*each)
        changed += len(set(each.sentence.phrases()) ^ set(phrases))
        each.sentence.retag(phrases)
    return changed


def _mended(sentence: Sentence, tags: Sequence[str], sure: Sequence[bool]) -> list[Phrase]:
    """Return the sentence's phrases, with those that a sure prediction contradicts replaced."""
    found = [each for each in type(sentence)(sentence.words, list(tags)).phrases() if all(sure[each[0] : each[1]])]
    kept = []
    for phrase in sentence.phrases():
        first, last, kind = phrase
        refused = all(tag == "O" and certain for tag, certain in zip(tags[first:last], sure[first:last], strict=True))
        replaced = any(first < other[1] and other[0] < last for other in found)
        if kind == "MISC" or not (refused or replaced):
            kept.append(phrase)
    kept += [each for each in found if not any(each[0] < other[1] and other[0] < each[1] for other in kept)]
    return sorted(kept)
