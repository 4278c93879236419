"""Worker processes for the stream: one that crashes costs the request it had, and nothing else."""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import suppress
from multiprocessing import resource_tracker
from queue import Queue
from threading import Lock, Thread
from typing import TYPE_CHECKING, BinaryIO, Self

from nutgraf.cli.answer import answer, failure
from nutgraf.errors import Crashed

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from nutgraf.cli.answer import Task

_HAS_MASKS = hasattr(signal, "pthread_sigmask")  # not on Windows
_SPAWN = multiprocessing.get_context("spawn")  # alike on every system, and safe beside threads


class Crew:
    """Threads that each feed a process of their own from one short queue and write its answers.

    Leaving the `with` block before `finish` (an interrupt, a closed pipe) ends the processes at once.
    """

    def __init__(self, jobs: int, task: Task, sink: BinaryIO, answered: Callable[[], None]) -> None:
        self._task = task
        self._sink = sink
        self._answered = answered
        self._queue: Queue[bytes | None] = Queue(maxsize=jobs)
        self._writing = Lock()
        self._starting = Lock()
        self._processes: set[SpawnProcess] = set()
        self._failed: OSError | None = None
        self._left = False
        self._threads = [Thread(target=self._feed, daemon=True) for _ in range(jobs)]

    def __enter__(self) -> Self:
        if _HAS_MASKS:
            resource_tracker.ensure_running()  # else the first thread to start a process does so, and loses its mask
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._starting:
            self._left = True
            for process in self._processes:
                process.kill()

    def send(self, line: bytes) -> None:
        """Hand a request to the next free process; wait where all are busy.

        Raises:
            BrokenPipeError: an earlier answer could not be written.

        """
        if self._failed:
            raise self._failed
        self._queue.put(line)

    def finish(self) -> None:
        """Wait until all is answered.

        Raises:
            BrokenPipeError: an answer could not be written.

        """
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        if self._failed:
            raise self._failed

    def _feed(self) -> None:
        """Hand requests to one process, started at the first of them and anew after a crash, and write its answers."""
        _leave_interrupts_to_the_main_thread()
        worker: Connection | None = None
        while (line := self._queue.get()) is not None:
            try:
                worker = worker or self._start()
                worker.send_bytes(line)
                self._write(worker.recv_bytes())
            except (EOFError, OSError):
                worker = None
                if self._left:
                    return
                lost = Crashed("The process that worked on this request ended before it could answer.")
                self._write(failure(line, lost))
        if worker:
            worker.close()

    def _start(self) -> Connection:
        """Start a process and return this end of its pipe."""
        here, there = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_work, args=(there, self._task))
        with self._starting:
            if self._left:
                raise EOFError
            process.start()
            self._processes = {each for each in self._processes if each.is_alive()} | {process}
        there.close()  # so that the process's end is seen here
        return here

    def _write(self, line: bytes) -> None:
        """Write an answer whole. Once that failed, answers are dropped and `send` says so."""
        with self._writing:
            if self._failed:
                return
            try:
                self._sink.write(line)
                self._sink.flush()
                self._answered()
            except OSError as error:
                self._failed = error


def _leave_interrupts_to_the_main_thread() -> None:
    """Block Ctrl+C in this thread and so, from their very first moment, in the processes that it starts (POSIX)."""
    if _HAS_MASKS:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _work(requests: Connection, task: Task) -> None:
    """Answer requests until the other end is closed, by its choice or because its process is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides; Windows knows no mask
    with suppress(EOFError, OSError):
        while True:
            requests.send_bytes(answer(requests.recv_bytes(), task))
