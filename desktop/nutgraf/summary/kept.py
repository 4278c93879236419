"""What is worked out for an article is kept for a while: ranking, explaining and steering all need the same words."""

from __future__ import annotations

from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

P = ParamSpec("P")
T = TypeVar("T")

_KEPT = 4  # articles a function keeps its results for


def kept(
    work: Callable[Concatenate[Article, Sequence[Sentence], P], T],
) -> Callable[Concatenate[Article, Sequence[Sentence], P], T]:
    """Keep the results of `work(article, sentences, …)` for the very same objects: to hash a text would cost more than a look.

    Callers share a result and must not change it.
    """
    found: dict[tuple[int, int], tuple[Article, Sequence[Sentence], T]] = {}  # holding both, their numbers stay theirs
    lock = Lock()

    @wraps(work)
    def look(article: Article, sentences: Sequence[Sentence], /, *rest: P.args, **named: P.kwargs) -> T:
        key = id(article), id(sentences)
        with lock:
            known = found.get(key)
        if known is None:
            known = article, sentences, work(article, sentences, *rest, **named)
            with lock:
                found[key] = known
                while len(found) > _KEPT:
                    del found[next(iter(found))]
        return known[2]

    return look
