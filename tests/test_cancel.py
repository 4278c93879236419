from __future__ import annotations

from collections import deque
from threading import Event, Thread

import pytest

from nutgraf.cancel import Cancel, Cancelled


def test_a_fresh_token_never_cancels():
    cancel = Cancel()
    cancel.check()
    assert not cancel.is_set


def test_a_set_token_stops_the_work_at_every_check():
    cancel = Cancel()
    cancel.set()
    cancel.set()
    assert cancel.is_set
    for _ in range(2):
        with pytest.raises(Cancelled):
            cancel.check()


def test_work_in_another_thread_sees_that_it_is_cancelled():
    cancel, started, ended = Cancel(), Event(), Event()

    def work():
        started.set()
        try:
            while True:
                cancel.check()
        except Cancelled:
            ended.set()

    thread = Thread(target=work, daemon=True)
    thread.start()
    assert started.wait(5)
    assert not ended.is_set()
    cancel.set()
    assert ended.wait(5)
    thread.join(5)


def test_cancelled_is_not_an_error_to_be_shown():
    from nutgraf.errors import NutgrafError

    assert not issubclass(Cancelled, NutgrafError)


def test_items_are_handed_on_until_the_work_is_not_wanted_any_more():
    cancel = Cancel()
    assert list(cancel.watch(range(3))) == [0, 1, 2]
    cancel.set()
    with pytest.raises(Cancelled):
        next(cancel.watch(range(3)))


def test_items_are_looked_between_too():
    cancel = Cancel()
    items = cancel.watch(range(100_000))
    next(items)
    cancel.set()
    with pytest.raises(Cancelled):
        deque(items, maxlen=0)
