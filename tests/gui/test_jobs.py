from __future__ import annotations

import gc
from threading import Event, current_thread, main_thread

import pytest

from nutgraf.gui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


def never(_outcome):
    raise AssertionError("nothing was to be heard of this")


def test_work_is_done_in_the_background_and_delivered_in_the_windows_thread(qtbot, jobs):
    heard = []
    jobs.start("read", lambda cancel: current_thread(), lambda worker: heard.append((worker, current_thread())), never)
    qtbot.waitUntil(lambda: bool(heard))
    worker, receiver = heard[0]
    assert worker is not main_thread()
    assert receiver is main_thread()


def test_jobs_beside_each_other_are_all_heard_of(qtbot, jobs):
    heard, go = [], Event()
    for number in range(3):
        jobs.start_beside("paste", lambda _, number=number: (go.wait(), number)[1], heard.append, never)
    go.set()
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert sorted(heard) == [0, 1, 2]


def test_an_error_is_delivered_as_a_value(qtbot, jobs):
    heard = []
    jobs.start("read", lambda cancel: 1 // 0, never, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)


def test_an_exception_that_is_a_result_is_an_error_all_the_same(qtbot, jobs):
    heard = []
    jobs.start("read", lambda cancel: ValueError("x"), never, heard.append)
    qtbot.waitUntil(lambda: bool(heard))


def test_the_newer_job_of_a_kind_wins(qtbot, jobs):
    started, go, heard, seen = Event(), Event(), [], []

    def slow(cancel):
        started.set()
        go.wait(10)
        seen.append(cancel.is_set)
        return "old"

    jobs.start("read", slow, never, never)
    assert started.wait(10)
    jobs.start("read", lambda cancel: "new", heard.append, never)
    qtbot.waitUntil(lambda: heard == ["new"])
    go.set()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(20)
    assert seen == [True]
    assert heard == ["new"]


def test_a_result_that_was_under_way_when_its_job_was_cancelled_is_not_delivered(qtbot, jobs):
    posted = Event()
    jobs.start("read", lambda cancel: posted.set() or "late", never, never)
    assert posted.wait(10)
    jobs._pool.waitForDone(5000)  # the result now waits in the queue of events
    jobs.cancel("read")
    qtbot.wait(20)
    assert not jobs.busy


def test_jobs_of_different_kinds_do_not_disturb_each_other(qtbot, jobs):
    heard = []
    jobs.start("rank", lambda cancel: "rank", heard.append, never)
    jobs.start("names", lambda cancel: "names", heard.append, never)
    qtbot.waitUntil(lambda: sorted(heard) == ["names", "rank"])


def test_cancelled_work_ends_at_its_next_check_and_is_silent(qtbot, jobs):
    started, ended = Event(), Event()

    def work(cancel):
        started.set()
        try:
            while True:
                cancel.check()
        finally:
            ended.set()

    jobs.start("names", work, never, never)
    assert started.wait(10)
    assert jobs.busy == {"names"}
    jobs.cancel("names", "no such kind")
    assert ended.wait(10)
    assert jobs.busy == frozenset()


def test_stop_waits_until_no_worker_runs(jobs):
    started, over = Event(), []

    def work(cancel):
        started.set()
        while not cancel.is_set:
            pass
        over.append(True)

    jobs.start("rank", work, never, never)
    assert started.wait(10)
    jobs.stop()
    assert over == [True]


def test_idle_is_told_when_the_last_job_is_done(qtbot, jobs):
    order = []
    jobs.idle.connect(lambda: order.append("idle"))

    def and_then(_):
        order.append("first")
        jobs.start("rank", lambda cancel: None, lambda _: order.append("second"), never)

    with qtbot.waitSignal(jobs.idle):
        jobs.start("read", lambda cancel: None, and_then, never)
    assert order == ["first", "second", "idle"]


def test_a_job_started_again_and_again_is_heard_of_once(qtbot, jobs):
    heard = []
    for number in range(200):
        jobs.start("cut", lambda cancel, number=number: number, heard.append, never)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(20)
    assert heard == [199]


def test_jobs_may_be_deleted_while_one_runs(qtbot):
    started, go, over = Event(), Event(), Event()

    def work(cancel):
        started.set()
        go.wait(10)
        over.set()

    jobs = Jobs()
    jobs.start("read", work, never, never)
    assert started.wait(10)
    jobs.deleteLater()
    go.set()
    qtbot.wait(20)
    assert over.wait(10)


class Held:
    """What a job works on."""

    def work(self, _cancel):
        """End before whoever started it goes on."""


def test_what_a_job_held_is_let_go_of_when_it_ends(qtbot, jobs):
    for _ in range(50):
        jobs.start("read", Held().work, lambda _: None, never)
        qtbot.waitUntil(lambda: not jobs.busy)
    gc.collect()
    assert not any(isinstance(each, Held) for each in gc.get_objects())
