"""Work in the background: one job of each kind, the one before cancelled and silenced, or several beside each other."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from nutgraf.cancel import Cancel, Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
Piece = TypeVar("Piece")


@dataclass(slots=True)
class _Job:
    number: int
    cancel: Cancel
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    told: Callable[[Any], None]


class Jobs(QObject):
    """Starts jobs and calls back in the GUI thread."""

    finished = Signal(str, int, object)  # kind, number, result or exception
    came = Signal(str, int, object)  # kind, number, what is known so far
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(4, QThreadPool.globalInstance().maxThreadCount()))
        self._running: dict[str, _Job] = {}
        self._started = 0
        self.finished.connect(self._deliver)
        self.came.connect(self._pass_on)

    def start(
        self,
        kind: str,
        work: Callable[[Cancel], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work(cancel)` in place of the running job of this kind; then `done(result)` or `failed(error)`."""
        self._start(kind, work, _Job(self._next(), Cancel(), done, failed, lambda _: None))

    def start_beside(
        self,
        kind: str,
        work: Callable[[Cancel], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the same beside the running jobs of this kind: none of them is given up for the next."""
        self.start(f"{kind} {self._started + 1}", work, done, failed)

    def start_telling(
        self,
        kind: str,
        work: Callable[[Cancel, Callable[[Piece], None]], Result],
        told: Callable[[Piece], None],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the same with `work(cancel, tell)`: what it tells while it runs comes as `told(…)`."""
        job = _Job(self._next(), Cancel(), done, failed, told)

        def tell(so_far: Piece) -> None:
            with contextlib.suppress(RuntimeError):  # the window is gone
                self.came.emit(kind, job.number, so_far)

        self._start(kind, lambda cancel: work(cancel, tell), job)

    def _next(self) -> int:
        self._started += 1
        return self._started

    def _start(self, kind: str, work: Callable[[Cancel], object], job: _Job) -> None:
        self.cancel(kind)
        self._running[kind] = job
        # A callable, for a QRunnable that ends before `start` does is never let go of.
        self._pool.start(partial(self._run, kind, job, work))

    def _run(self, kind: str, job: _Job, work: Callable[[Cancel], object]) -> None:
        """Do the work in a worker thread, unless nobody waits for it any more, and post what comes of it."""
        try:
            job.cancel.check()
            outcome = work(job.cancel)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - delivered as a value and shown by the GUI thread
            outcome = error
        with contextlib.suppress(RuntimeError):  # the window is gone
            self.finished.emit(kind, job.number, outcome)

    def cancel(self, *kinds: str) -> None:
        """Stop the jobs of these kinds; nothing will be heard of them."""
        for kind in kinds:
            if job := self._running.pop(kind, None):
                job.cancel.set()

    @property
    def busy(self) -> frozenset[str]:
        """The kinds of job that are under way."""
        return frozenset(self._running)

    def stop(self) -> None:
        """Cancel everything and wait until no worker runs."""
        self.cancel(*list(self._running))
        self._pool.waitForDone(5000)

    def _pass_on(self, kind: str, number: int, so_far: object) -> None:
        job = self._running.get(kind)
        if job and job.number == number:
            job.told(so_far)

    def _deliver(self, kind: str, number: int, outcome: object) -> None:
        job = self._running.get(kind)
        if not job or job.number != number:
            return
        del self._running[kind]
        if isinstance(outcome, Exception):
            job.failed(outcome)
        else:
            job.done(outcome)
        if not self._running:
            self.idle.emit()
