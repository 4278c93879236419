"""Studies, which cite others, point to their exhibits and say what they found; and what can be seen of their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nutgraf.summary.columns import scaled
from nutgraf.summary.cue_words import AIMS, BACK_MATTER, CONCLUSIONS
from nutgraf.summary.features import found_in, lower, starts_of
from nutgraf.summary.graph import weighted_count
from nutgraf.text.ranking import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.summary.features import Features
    from nutgraf.summary.graph import Floats
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_SHARE = 0.01  # of the sentences, at least, cite or point to an exhibit, and as many say what was found
_FEWEST = 3
_CLOSING = 0.1  # of the body holds the conclusions


def is_study(features: Features) -> bool:
    """Tell whether an article is a study."""
    pointing = features.column("cites") + features.column("points to an exhibit") > 0
    finding = features.column("states a finding") > 0
    return all(each.sum() >= max(_FEWEST, _SHARE * len(each)) for each in (pointing, finding))


def add_columns(features: Features, article: Article, sentences: Sequence[Sentence]) -> None:
    """Add what a summary of a study is made of.

    Where it says what it is after and what it concludes (Teufel and Moens 2002, "Summarizing Scientific Articles", section 3);
    how near a sentence is to the end of the body (Dong, Mircea and Cheung 2021, "Discourse-Aware Unsupervised Summarization of
    Long Scientific Documents", section 3.2); and how much it shares with these (Otterbacher, Erkan and Radev 2005, "Using
    Random Walks for Question-focused Sentence Retrieval", section 3: here aims and conclusions are the question).
    """
    low, starts = lower(article.text), starts_of(sentences)
    aims, conclusions, back_matter = (
        np.minimum(found_in(each, low, starts), 1) for each in (AIMS, CONCLUSIONS, BACK_MATTER)
    )
    closing = _closing(back_matter)
    told = np.maximum(np.maximum(aims, conclusions), np.ceil(closing))
    features.add(
        {
            ("states the aim", Group.FORM): aims,
            ("concludes", Group.FORM): conclusions,
            ("closes the body", Group.PLACE): closing,
            ("cosine with aims and conclusions", Group.CENTRALITY): _near(features, told),
        }
    )


def _closing(back_matter: Floats) -> Floats:
    """Return 1 for the last sentence before the back matter, falling to 0 within a tenth of the body."""
    count = len(back_matter)
    late = np.flatnonzero(back_matter[count // 2 :])
    body = count // 2 + int(late[0]) if len(late) else count
    ahead = body - 1.0 - np.arange(count)
    return np.where(ahead >= 0, np.maximum(0, 1 - ahead / max(_CLOSING * body, 1)), 0)


def _near(features: Features, told: Floats) -> Floats:
    """Return the sum of a sentence's cosines with the others that are told, the greatest as 1."""
    matrix, weights = features.matrix, features.weights
    own = weighted_count(matrix.rows, weights**2, matrix.height) * told
    return scaled(matrix.times(weights, told) - own)
