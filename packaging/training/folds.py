"""Mend labels by models that have not seen them: two halves, each judged by what the other half and the hand-made sets teach.

After Wang and others, "CrossWeigh: Training Named Entity Tagger from Imperfect Annotations", EMNLP 2019, but labels that a sure
model contradicts are replaced, not given less weight.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite

from nutgraf.names.features import Context, features

if TYPE_CHECKING:
    from collections.abc import Callable

    from conll import Document, Phrase, Sentence

    Train = Callable[[dict[str, list[Document]], Path], None]

SURE = 0.9  # marginal probability of each token
RUN = 25  # documents in a row that stay in one half: neighbours tell the same stories


def mend(sets: dict[str, list[Document]], noisy: str, train: Train) -> int:
    """Replace doubtful labels of the set `noisy`; return how many phrases changed."""
    halves = [[each for at, each in enumerate(sets[noisy]) if at // RUN % 2 == half] for half in (0, 1)]
    judged = []
    with tempfile.TemporaryDirectory() as folder:
        for half in (0, 1):
            model = Path(folder) / f"{half}.crfsuite"
            train(sets | {noisy: halves[1 - half]}, model)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(model))
            for document in halves[half]:
                context = Context(sentence.words for sentence in document)
                judged += [(sentence, _judge(sentence, context, tagger)) for sentence in document]
    changed = 0
    for sentence, phrases in judged:
        changed += len(set(sentence.phrases()) ^ set(phrases))
        sentence.retag(phrases)
    return changed


def _judge(sentence: Sentence, context: Context, tagger: pycrfsuite.Tagger) -> list[Phrase]:
    """Return the sentence's phrases, with those that a sure prediction contradicts replaced."""
    tags = tagger.tag(features(sentence.words, context))
    sure = [tagger.marginal(tag, at) >= SURE for at, tag in enumerate(tags)]
    found = [each for each in type(sentence)(sentence.words, tags).phrases() if all(sure[each[0] : each[1]])]
    kept = []
    for phrase in sentence.phrases():
        first, last, kind = phrase
        refused = all(tag == "O" and certain for tag, certain in zip(tags[first:last], sure[first:last], strict=True))
        replaced = any(first < other[1] and other[0] < last for other in found)
        if kind == "MISC" or not (refused or replaced):
            kept.append(phrase)
    kept += [each for each in found if not any(each[0] < other[1] and other[0] < each[1] for other in kept)]
    return sorted(kept)
