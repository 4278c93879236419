"""A token by which a long computation is told that nobody waits for it any more."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
_CHECKED = 500  # items between two looks


class Cancelled(Exception):
    """Raised inside cancelled work; whoever cancelled it discards it."""


class Cancel:
    """Set from one thread, looked at from another. A fresh token never cancels."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = Event()

    def set(self) -> None:
        """Ask the work that holds this token to stop."""
        self._event.set()

    @property
    def is_set(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if the work was asked to stop; call it at least every 50 ms of work."""
        if self._event.is_set():
            raise Cancelled

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, looking now and then whether the work is still wanted."""
        for count, item in enumerate(items):
            if count % _CHECKED == 0:
                self.check()
            yield item
