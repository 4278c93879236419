"""The one pipeline that the window and the terminal call: an article in, all that Nutgraf finds out about it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf import summary
from nutgraf.names import AUTOMATIC, find_names
from nutgraf.names.wishes import NO_WISHES
from nutgraf.summary.keywords import keywords
from nutgraf.summary.topic import about
from nutgraf.text.result import Analysis
from nutgraf.text.sentences import split_sentences

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.names.wishes import Wishes
    from nutgraf.text.article import Article


def analyse(
    article: Article,
    *,
    method: str = summary.DEFAULT,
    topic: str = "",
    with_keywords: bool = True,
    engine: str = AUTOMATIC,
    wishes: Wishes = NO_WISHES,
    cancel: Cancel,
) -> Analysis:
    """Split an article into sentences, rank them by the method of that name, and find who is in it as the reader wishes.

    Where `topic` holds words, sentences about them come first. `engine` finds the names; with `names.NONE` none are looked for.

    Raises:
        SettingError: no method, or no engine, has that name.
        Cancelled: the token was set.

    """
    chosen = summary.method(method)
    sentences = split_sentences(article, cancel)
    cancel.check()
    ranking = chosen.rank(article, sentences, cancel)
    if topic:
        ranking = about(ranking, article, sentences, topic, cancel)
    cancel.check()
    names = find_names(article, sentences, cancel, by=engine, wishes=wishes)
    return Analysis(article, sentences, ranking, names, keywords(article, sentences, cancel) if with_keywords else ())
