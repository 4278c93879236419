"""People and organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.grouping import group
from nutgraf.names.linear import Linear
from nutgraf.names.neural import Neural
from nutgraf.names.roles import with_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.base import Engine
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

ENGINES: tuple[Engine, ...] = (Neural(), Linear())  # best first
SURE = 300  # code points from which the language that was detected is believed


def engine() -> Engine:
    """Return the best engine that is ready."""
    return next(each for each in ENGINES if each.is_ready())


def understands(article: Article) -> bool:
    """Whether names are known in the article's language, or the article is too short to tell its language."""
    language = article.meta.language.partition("-")[0].lower()  # "en-GB" is English too
    return len(article.text) < SURE or language in engine().languages | {""}


def find_entities(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> tuple[Entity, ...]:
    """Return the people and organizations that the article names, by their first mention; none in a language not understood.

    Raises:
        Cancelled: the token was set.

    """
    if not understands(article):
        return ()
    mentions = engine().mentions(article, sentences, cancel)
    return with_roles(group(article.text, mentions, cancel), article, sentences, cancel)
