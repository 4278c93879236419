"""Work that cannot look at a token, done in a thread of its own, so that it can be given up."""

from __future__ import annotations

from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.cancel import Cancel

T = TypeVar("T")
_STEP = 0.02  # seconds between looks at the token


def apart(work: Callable[[], T], cancel: Cancel) -> T:
    """Return what `work` gives, or raise what it raises; what is given up ends by itself, unheard.

    Raises:
        Cancelled: the token was set.

    """
    cancel.check()
    answer: Future[T] = Future()
    Thread(target=_do, args=(work, answer), daemon=True).start()
    while not answer.done():
        wait([answer], _STEP)
        cancel.check()
    return answer.result()


def _do(work: Callable[[], T], answer: Future[T]) -> None:
    try:
        answer.set_result(work())
    except Exception as error:  # noqa: BLE001 - it is raised where the work was asked for
        answer.set_exception(error)
