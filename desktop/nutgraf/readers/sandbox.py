"""Reading in a process of its own: what a file does to it costs that file a message, and nothing else.

Processes are started ahead of need, serve one file after another, and are replaced once a file has broken them.
"""

from __future__ import annotations

import atexit
import json
import logging
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty as Nothing
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from nutgraf.errors import Damaged, ReadError, TooLarge, Unreadable
from nutgraf.readers import wire
from nutgraf.text.article import Article

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Reader, Source

log = logging.getLogger(__name__)

PATIENCE = 20.0  # seconds from asking to answer
_STARTING = 30.0  # seconds until a new process is ready, on a slow disk
_STEP = 0.02  # seconds between looks at the token
_SPARE = 2  # processes that are kept for later
_FILES = 200  # that one process reads
_ROOT = str(Path(__file__).parents[2])
PROGRAM = (
    f"import sys; {_ROOT!r} in sys.path or sys.path.insert(0, {_ROOT!r}); from nutgraf.readers.child import main; "
)


class _Gone(Exception):
    """The process ended, or what it says makes no sense."""


class _Process:
    """One process that reads. It belongs to one thread at a time."""

    def __init__(self, program: str) -> None:
        # -P: nothing is imported from the folder that Nutgraf happens to be started in. A group of its own: Ctrl+C is ours.
        own: dict[str, Any] = (
            {"creationflags": 0x08000200} if sys.platform == "win32" else {"process_group": 0}
        )  # CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **own,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._stdin = cast("BinaryIO", self._process.stdin)
        self._stdout = cast("BinaryIO", self._process.stdout)
        self._said: SimpleQueue[bytes | Exception] = SimpleQueue()
        self.held: tuple[str, ...] | None = None
        self.files = 0
        Thread(target=self._exchange, args=(None,), daemon=True).start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def ended_by(self) -> int:
        """The exit code, minus the signal's number on POSIX."""
        return self._process.wait()

    def ready(self, cancel: Cancel) -> None:
        """Wait until it is confined.

        Raises:
            _Gone: it did not start.

        """
        if self.held is None:
            try:
                self.held = tuple(json.loads(self._wait(cancel, _STARTING))["held"])
            except (ValueError, TypeError, TimeoutError) as error:
                raise _Gone from error

    def ask(self, reader: Reader, source: Source, cancel: Cancel) -> bytes:
        """Return the answer's bytes.

        Raises:
            _Gone: the process ended.
            TimeoutError: it was too slow.
            OverflowError: the answer is too long.
            Cancelled: the token was set.

        """
        header = json.dumps({"reader": reader.name, "name": source.name}).encode("ascii")
        self.files += 1
        Thread(target=self._exchange, args=((header, source.data),), daemon=True).start()
        return self._wait(cancel, PATIENCE)

    def _exchange(self, frames: tuple[bytes, bytes] | None) -> None:
        """Send a request and wait for its answer, in a thread of its own: pipes cannot be waited on with a token."""
        try:
            for frame in frames or ():
                wire.send(self._stdin, frame)
            self._said.put(wire.receive(self._stdout, wire.LARGEST))
        except (OSError, EOFError, ValueError, OverflowError) as error:
            self._said.put(error)

    def _wait(self, cancel: Cancel, patience: float) -> bytes:
        until = monotonic() + patience
        while True:
            cancel.check()
            try:
                said = self._said.get(timeout=_STEP)
            except Nothing:
                if monotonic() > until:
                    raise TimeoutError from None
                continue
            if isinstance(said, OverflowError):
                raise said
            if isinstance(said, Exception):
                raise _Gone from said
            return said

    def end(self) -> None:
        """End it at once, and clear up behind it when the system is done."""
        self._process.kill()
        Thread(target=self._clear, daemon=True).start()

    def _clear(self) -> None:
        self._process.wait()
        for pipe in (self._stdin, self._stdout):
            with suppress(OSError, ValueError):
                pipe.close()


class Sandbox:
    """Processes that read. Threads may share it. `program` is the Python that such a process runs."""

    def __init__(self, program: str = PROGRAM + "main()") -> None:
        self._program = program
        self._spare: list[_Process] = []
        self._lock = Lock()
        atexit.register(self.close)

    def prepare(self) -> None:
        """Have a process ready before it is needed; returns at once."""
        with self._lock, suppress(OSError):  # where none can be started, reading will say so
            self._spare = [each for each in self._spare if each.alive]
            if not self._spare:
                self._spare.append(_Process(self._program))

    def read(self, reader: Reader, source: Source, cancel: Cancel) -> Article:
        """Return the article that `reader` makes of `source`.

        Raises:
            ReadError: as the reader says, or the file broke the process or took too much.
            Cancelled: the token was set; the process is ended.

        """
        process = self._take(source.name, cancel)
        try:
            found = wire.unpack(process.ask(reader, source, cancel), cancel)
        except ReadError:
            self._keep(process)
            raise
        except TimeoutError as error:
            raise _too_slow(source.name) from self._lost(process, error)
        except OverflowError as error:
            raise _too_long(source.name) from self._lost(process, error)
        except (_Gone, wire.Garbled) as error:
            raise self._broken(process, source.name, reader) from error
        except BaseException:
            self._lost(process, None)
            raise
        self._keep(process)
        if isinstance(found, Article):
            return found
        log.warning("The %s reader failed on “%s”: %s", reader.name, source.name, found)
        raise _failed(source.name)

    def close(self) -> None:
        """End all processes that wait."""
        with self._lock:
            spare, self._spare = self._spare, []
        for process in spare:
            process.end()

    def _take(self, name: str, cancel: Cancel) -> _Process:
        """Return a process that is ready for this thread alone."""
        with self._lock:
            while self._spare and not self._spare[-1].alive:
                self._spare.pop().end()
            known = self._spare.pop() if self._spare else None
        process = known
        try:
            process = process or _Process(self._program)
            process.ready(cancel)
        except (OSError, _Gone) as error:
            if process:
                process.end()
            if known:
                return self._take(name, cancel)
            raise Unreadable(
                f"“{name}” was not opened: the process that reads files safely could not start. Try again."
            ) from error
        except BaseException:
            if process:
                process.end()
            raise
        return process

    def _keep(self, process: _Process) -> None:
        with self._lock:
            if len(self._spare) < _SPARE and process.files < _FILES:
                self._spare.append(process)
                return
        process.end()

    def _lost(self, process: _Process, error: Exception | None) -> Exception | None:
        """End a process and start another in its place."""
        process.end()
        self.prepare()
        return error

    def _broken(self, process: _Process, name: str, reader: Reader) -> ReadError:
        """Return why a process ended before its answer."""
        self._lost(process, None)
        if sys.platform != "win32" and process.ended_by == -signal.SIGXCPU:
            return _too_slow(name)
        log.warning("The %s reader's process ended with %d on “%s”", reader.name, process.ended_by, name)
        return _failed(name)


def _too_slow(name: str) -> TooLarge:
    return TooLarge(
        f"“{name}” took too long to read and was given up. It may be damaged, or too large; try a part of it."
    )


def _too_long(name: str) -> TooLarge:
    return TooLarge(f"“{name}” holds more text than Nutgraf takes. Please open a part of it.")


def _failed(name: str) -> Damaged:
    return Damaged(
        f"“{name}” could not be read: its content broke the reader. It is probably damaged; try to get it again."
    )


SANDBOX = Sandbox()
