"""What a process that reads files may not do: take much memory or time, use the network, write."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Any

MEMORY = 512 << 20  # bytes above what the process has when it is ready
_LIBRARIES = (
    256 << 20
)  # bytes that Python and the readers' libraries may take where nothing tells how many they do (Windows)
PROCESSOR = 15  # seconds a file


def confine() -> tuple[str, ...]:
    """Confine this process for good; return the names of what holds: "memory", "time", "files", "calls"."""
    held = [*_limit(MEMORY)]
    if sys.platform == "linux":
        from nutgraf.readers.landlock import refuse_files
        from nutgraf.readers.seccomp import refuse_system_calls

        held += ["files"] if refuse_files() else []
        held += ["calls"] if refuse_system_calls() else []
    sys.addaudithook(_refuse)
    return tuple(held)


def _limit(memory: int) -> list[str]:
    if sys.platform == "win32":
        from nutgraf.readers.job_object import join

        return ["memory"] if join(_LIBRARIES + memory) else []
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no file grows by this process; pipes are no files
    if not used_memory():
        return ["time"]
    resource.setrlimit(resource.RLIMIT_AS, (used_memory() + memory,) * 2)
    return ["memory", "time"]


def used_memory() -> int:
    """Return the bytes of address space that this process has, 0 where the system does not say."""
    meter = _meter()
    return int(os.pread(meter, 100, 0).split()[0]) * os.sysconf("SC_PAGE_SIZE") if meter else 0


@cache
def _meter() -> int | None:
    """Return the handle of what Linux tells of this process; it cannot be opened any more once that is confined."""
    return os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC) if sys.platform == "linux" else None


def limit_time(seconds: int = PROCESSOR) -> None:
    """Let the system end this process after so many more seconds of processor time (POSIX)."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime) + 1 + seconds, most))


_REFUSED = (
    "socket.",
    "subprocess.",
    "urllib.",
    "http.",
    "ftplib.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)
_CHANGES = ("os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod")


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """Refuse, on every system, what Python code asks for; native code is held by the system alone."""
    if event == "open":
        path, mode, _ = args
        if isinstance(mode, str) and set(mode) & set("wax+") and path not in {1, 2}:
            raise PermissionError(f"writing to {path!r}")
    elif event.startswith(_REFUSED + _CHANGES) and event != "socket.__new__":
        raise PermissionError(event)
