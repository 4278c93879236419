"""Stories, which are told in the past; and their sentences in the present, for that is what people sum up in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.terms import sentence_words
from nutgraf.text.ranking import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.features import Features
    from nutgraf.summary.graph import Floats
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_PRESENT = frozenset({"is", "are", "has", "have"})
_PAST = frozenset({"was", "were", "had"})


def told_in_the_past(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> bool:
    """Tell whether at least half as many sentences are in the past as in the present, as far as English auxiliary verbs tell.

    People in stories speak in the present: of those that were learned from, none had fewer.

    Raises:
        Cancelled: the token was set.

    """
    past, present = (_with(known, article, sentences, cancel).sum() for known in (_PAST, _PRESENT))
    return bool(past and 2 * past >= present)


def add_columns(features: Features, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> None:
    """Add whether a sentence is told in the present.

    Raises:
        Cancelled: the token was set.

    """
    features.add({("in the present", Group.FORM): _with(_PRESENT, article, sentences, cancel)})


def _with(known: frozenset[str], article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Floats:
    """Return 1 for each sentence that has one of the words."""
    words = sentence_words(article, sentences, cancel)
    return np.array([not known.isdisjoint(each) for each in words], np.float64)
