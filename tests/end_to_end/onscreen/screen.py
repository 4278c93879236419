"""A private X display in memory with a window manager and a session bus of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import struct
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable

NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "xclip")
PRIVATE = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "SESSION_MANAGER")
T = TypeVar("T")


def missing() -> list[str]:
    """Return the commands that a screen needs and the system lacks."""
    return [each for each in NEEDED if not shutil.which(each)]


def wait_for(condition: Callable[[], T | None], what: str = "what was waited for", seconds: float = 20) -> T:
    """Return the condition's value as soon as it is true.

    Raises:
        AssertionError: it was not within `seconds`.

    """
    end = time.monotonic() + seconds
    while True:
        if value := condition():
            return value
        assert time.monotonic() < end, f"{what} did not come within {seconds} s"
        time.sleep(0.04)


class Screen:
    """A display, its bus and its window manager, for as long as the `with` block lasts."""

    size = (1400, 920)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment: dict[str, str] = {}
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "DBUS_", "GTK_"))
        }
        self.environment = {name: value for name, value in kept.items() if name not in PRIVATE} | {
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        try:
            self.environment["DISPLAY"] = ":" + self._announced(
                "Xvfb",
                "-displayfd",
                "{}",
                "-screen",
                "0",
                f"{self.size[0]}x{self.size[1]}x24",
                "-fbdir",
                str(self.folder),
                "-noreset",
            )
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._announced(
                "dbus-daemon", "--session", "--nofork", "--print-address={}"
            )
            self.start("openbox", "--sm-disable")
            wait_for(lambda: self.run("xdotool", "get_num_desktops"), "the window manager")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what was started on this screen, the last first, each with its children."""
        for process in reversed(self._started):
            end(process)
        self._started.clear()

    def start(
        self, *command: str, environment: dict[str, str] | None = None, **options: object
    ) -> subprocess.Popen[bytes]:
        """Start a program that lives on the screen until it ends or the screen does."""
        env = self.environment | (environment or {})
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        process: subprocess.Popen[bytes] = subprocess.Popen(command, env=env, start_new_session=True, **options)  # type: ignore[call-overload]
        self._started.append(process)
        return process

    def run(self, *command: str, given: str | None = None) -> str:
        """Return what a short command prints."""
        done = subprocess.run(command, env=self.environment, input=given, capture_output=True, text=True, timeout=30)
        return done.stdout.strip()

    def picture(self) -> QImage:
        """Return what the screen shows, read from the server's memory (an X window dump, format version 7)."""
        dump = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", dump[:100])
        size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
        start = size + colours * 12
        pixels = dump[start : start + line * height]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    def still(self) -> QImage:
        """Return the picture once it has stopped changing: a caret that blinks is longer than this at rest."""
        last = self.picture()

        def stopped() -> bool:
            nonlocal last
            before, last = last, self.picture()
            return before == last

        for _ in range(6):
            wait_for(stopped, "a still picture")
        return last

    def windows(self, **by: str) -> list[str]:
        """Return the shown windows' ids, found by xdotool: `windows(name="Nutgraf")`, `windows(pid="123")`."""
        options = [word for name, value in by.items() for word in (f"--{name}", value)]
        return self.run("xdotool", "search", "--onlyvisible", "--all", *options).split()

    def clipboard(self) -> str:
        """Return the text of the clipboard."""
        return self.run("xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING")

    def put_on_clipboard(self, text: str) -> None:
        """Copy a text, as another program would; it is offered for as long as the screen lives, or until another is copied."""
        file = self.folder / "copied.txt"
        file.write_text(text, encoding="utf-8")
        self.start("xclip", "-selection", "clipboard", "-quiet", "-in", str(file))
        wait_for(lambda: self.clipboard() == text.strip(), "the copied text")

    def _announced(self, *command: str) -> str:
        """Start a server that writes its address to a file descriptor, named `{}` in the command, and return the address."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as stream:
            self.start(*(word.format(writing) for word in command), pass_fds=(writing,))
            os.close(writing)
            address = stream.readline().strip()
        assert address, f"{command[0]} did not start"
        return address


def end(process: subprocess.Popen[bytes], seconds: float = 5) -> None:
    """End a process that was started as a group's leader, its children with it."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
            return
