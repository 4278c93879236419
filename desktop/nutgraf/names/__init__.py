"""People and organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import SettingError
from nutgraf.names.companions import companions
from nutgraf.names.correcting import corrected
from nutgraf.names.grouping import group
from nutgraf.names.linear import Linear
from nutgraf.names.neural import Neural
from nutgraf.names.quotations import find_quotations
from nutgraf.names.regrouping import regrouped
from nutgraf.names.roles import with_roles
from nutgraf.names.units import read_blocks
from nutgraf.names.watch import watched
from nutgraf.names.wishes import NO_WISHES, Wishes
from nutgraf.text.entity import Names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.base import Engine, Found
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

AUTOMATIC, NONE = "automatic", "none"
ENGINES: tuple[Engine, ...] = (Neural(), Linear())  # best first
SURE = 300  # code points from which the language that was detected is believed


def engine(name: str = AUTOMATIC) -> Engine:
    """Return the engine of that name; the best one that is ready for `AUTOMATIC`, or where that engine is not.

    Raises:
        SettingError: no engine has that name.

    """
    if name not in {AUTOMATIC, *(each.name for each in ENGINES)}:
        raise SettingError(f"There is no engine “{name}”.")
    ready = [each for each in ENGINES if each.is_ready()]
    return next((each for each in ready if each.name == name), ready[0])


def understands(article: Article) -> bool:
    """Whether names are known in the article's language, or the article is too short to tell its language."""
    language = article.meta.language.partition("-")[0].lower()  # "en-GB" is English too
    return len(article.text) < SURE or language in engine().languages | {""}


def find_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    cancel: Cancel,
    *,
    by: str = AUTOMATIC,
    found: Found | None = None,
    first: Span | None = None,
) -> tuple[Mention, ...]:
    """Return what the engine `by` that name finds, which is the slow half of `find_names`; nothing in a language not understood.

    `found` is told meanwhile what each stretch of the article holds, from the place `first` on (see `Engine.mentions`).

    Raises:
        SettingError: no engine has that name.
        Cancelled: the token was set.

    """
    at_work = engine(by)
    return at_work.mentions(article, sentences, cancel, found=found, first=first) if understands(article) else ()


def names_of(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    cancel: Cancel,
    *,
    by: str = AUTOMATIC,
    wishes: Wishes = NO_WISHES,
) -> Names:
    """Return all about the names whose mentions the engine `by` that name found: fast enough for every correction.

    Raises:
        Cancelled: the token was set.

    """
    rules = wishes.rules.of(article)
    own = corrected(article, mentions, rules, cancel)
    grouped = regrouped(article, group(article.text, own, cancel), rules, cancel)
    sure = tuple(each for each in grouped if each.confidence >= wishes.least)
    prose, lines = read_blocks(article, sentences, sure, cancel)
    entities = with_roles(article.text, sure, [*prose, *lines], cancel)
    return Names(
        entities,
        find_quotations(article.text, prose, sentences, entities, cancel),
        companions(entities, sentences, cancel),
        watched(article, wishes.watch, cancel),
        len(grouped) - len(sure),
        engine(by).name,
    )


def find_names(
    article: Article,
    sentences: Sequence[Sentence],
    cancel: Cancel,
    *,
    by: str = AUTOMATIC,
    wishes: Wishes = NO_WISHES,
) -> Names:
    """Return the people and organizations that the article names, what they say, with whom they appear, and who is watched.

    In a language that is not understood these are those that the reader's own rules name; with `NONE` there are none at all.

    Raises:
        SettingError: no engine has that name.
        Cancelled: the token was set.

    """
    if by == NONE:
        return Names()
    mentions = find_mentions(article, sentences, cancel, by=by)
    return names_of(article, sentences, mentions, cancel, by=by, wishes=wishes)
