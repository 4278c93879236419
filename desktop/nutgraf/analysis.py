"""The one pipeline that the window and the terminal call: an article in, all that Nutgraf finds out about it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.text.ranking import Ranking
from nutgraf.text.result import Analysis

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article

DEFAULT = "news"


def analyse(article: Article, *, method: str = DEFAULT, cancel: Cancel) -> Analysis:
    """Split an article into sentences, rank them by the method of that name, and find who is in it.

    Raises:
        KeyError: no method has that name.
        Cancelled: the token was set.

    """
    try:
        from nutgraf.text.sentences import split_sentences

        sentences = split_sentences(article, cancel)
    except ImportError:
        sentences = ()
    try:
        from nutgraf.summary import method as find

        ranking = find(method).rank(article, sentences, cancel)
    except ImportError:
        ranking = Ranking(method, tuple(range(len(sentences))), (0.0,) * len(sentences), ("",) * len(sentences))
    try:
        from nutgraf.names import find_entities

        entities = find_entities(article, sentences, cancel)
    except ImportError:
        entities = ()
    return Analysis(article, sentences, ranking, entities)
