"""A line on the terminal that says how far the work is."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

_BAR = 24  # columns
_PAUSE = 0.1  # seconds between two looks of the line


class Progress:
    """Counts steps on standard error where it is a terminal and `shown` is asked for; elsewhere it says nothing."""

    def __init__(self, total: int | None, *, shown: bool = True, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._total = total
        self._shown = shown and self._stream.isatty()
        self._began = time.monotonic()
        self._last = 0.0
        self.done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self) -> None:
        """Count one more as done."""
        self.done += 1
        now = time.monotonic()
        if self._shown and now - self._last >= _PAUSE:
            self._last = now
            self._stream.write(f"\r\x1b[2K{self._line(now - self._began)}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away, for something else to be said there."""
        if self._shown and self._last:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._last = 0.0

    def _line(self, seconds: float) -> str:
        """Return the line: a bar where the total is known, else the count, and how fast it goes."""
        pace = f"{self.done / seconds:,.1f} a second" if seconds > 0 else ""
        if self._total is None:
            return f"{self.done:,} answered · {pace}"
        full = _BAR * self.done // max(1, self._total)
        return f"{'█' * full}{'░' * (_BAR - full)} {self.done:,} of {self._total:,} · {pace}"
