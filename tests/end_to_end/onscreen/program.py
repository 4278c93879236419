"""Nutgraf as a person has it before them: started, clicked, typed at, looked at."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onscreen.screen import end, wait_for
from onscreen.tree import Bus, Gone, Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from onscreen.screen import Screen

T = TypeVar("T")
Target = str | re.Pattern[str] | Node | tuple[int, int]
COMMAND = Path(sys.executable).with_name("nutgraf")


class Program:
    """The program with one home folder; starting it again hands files to the running window, as it does for people."""

    def __init__(self, screen: Screen, home: Path, command: tuple[str, ...] = (str(COMMAND),)) -> None:
        self.screen = screen
        self.home = home
        self.command = command
        self.environment = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_STATE_HOME": str(home / ".local" / "state"),
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.pid = 0
        self._log = home / "nutgraf.log"
        self._bus: Bus | None = None
        self.refused = 0
        """How many of our questions about its widgets came when they had gone."""

    def start(self, *files: str | Path, environment: dict[str, str] | None = None) -> None:
        """Open the window on these files or links, and return once it is shown."""
        with self._log.open("ab") as log:
            self.process = self.screen.start(
                *self.command,
                *map(str, files),
                environment=self.environment | (environment or {}),
                cwd=self.home,
                stdout=log,
                stderr=log,
            )
        self.pid = self.process.pid
        self.wait_for(self.windows, "the window")

    def adopt(self) -> None:
        """Take for ours the window that another program, such as a file manager, has started."""
        found = self.wait_for(lambda: self.screen.windows(**{"class": "nutgraf"}), "the window")
        self.pid = int(self.screen.run("xdotool", "getwindowpid", found[0]))

    def hand_over(self, *files: str | Path) -> int:
        """Start the command once more, as a second double-click does, and return its exit code."""
        process = self.screen.start(*self.command, *map(str, files), environment=self.environment, cwd=self.home)
        return process.wait(20)

    def stop(self) -> None:
        """End the program, whatever state it is in."""
        if self._bus:
            self.refused += self._bus.refused
            self._bus.close()
            self._bus = None
        if self.process:
            end(self.process)
        elif self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.process, self.pid = None, 0

    def close(self) -> int:
        """Close the window as a person does, and return the exit code."""
        assert self.process
        self.key("ctrl+q")
        return self.process.wait(10)

    def log(self) -> str:
        """Return what the program wrote to its standard output and error."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    # Eyes

    def windows(self) -> list[str]:
        """Return the ids of the program's shown windows."""
        if self.process:
            assert self.process.poll() is None, f"the program ended with {self.process.returncode}:\n{self.log()}"
        return self.screen.windows(pid=str(self.pid))

    def window_title(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self.screen.run("xdotool", "getactivewindow", "getwindowname")

    def tree(self) -> Node:
        """Return the accessibility tree of the program."""
        self._bus = self._bus or Bus(self.screen.environment["DBUS_SESSION_BUS_ADDRESS"])
        bus, pid = self._bus, self.pid
        return wait_for(lambda: bus.application(pid), "the program on the accessibility bus")

    def find(self, name: str | re.Pattern[str], role: str = "", *, seconds: float = 15) -> Node:
        """Return the shown widget of this name, and of this role if one is given; wait for it to appear."""
        return self.wait_for(
            lambda: self.tree().find(name, role), f"{role or 'a widget'} named {name!r}", seconds=seconds
        )

    def find_all(self, name: str | re.Pattern[str], role: str = "") -> list[Node]:
        """Return all shown widgets of this name and role, none if there is none."""
        return self.tree().find_all(name, role)

    def shows(self, name: str | re.Pattern[str], role: str = "") -> bool:
        """Whether such a widget is shown now."""
        return self.tree().find(name, role) is not None

    def text_of(self, name: str | re.Pattern[str], role: str = "") -> str:
        """Return the words of a widget: a text field's content, else its name."""
        return self.find(name, role).text

    def clipboard(self) -> str:
        """Return the text of the clipboard."""
        return self.screen.clipboard()

    def picture(self) -> QImage:
        """Return what the screen shows."""
        return self.screen.picture()

    def still(self) -> QImage:
        """Return the window's picture, without its frame, once it has stopped changing."""
        return self.screen.still().copy(*self.find(self.window_title(), "frame").box)

    def screenshot(self, path: Path) -> Path:
        """Save what the screen shows as PNG."""
        assert self.picture().save(str(path)), f"{path} could not be written"
        return path

    def wait_for(
        self, condition: Callable[[], T | None], what: str = "what was waited for", *, seconds: float = 20
    ) -> T:
        """Return the condition's value as soon as it is true; a widget that vanishes meanwhile counts as false."""

        def now() -> T | None:
            try:
                return condition()
            except Gone:
                return None

        try:
            return wait_for(now, what, seconds)
        except AssertionError as error:
            raise AssertionError(
                f"{error}; screen: {self.screenshot(self.home / 'failed.png')}\n{self.log()}"
            ) from None

    # Hands

    def point_of(self, target: Target) -> tuple[int, int]:
        """Return where a target is: the middle of a widget, or the point itself."""
        if isinstance(target, tuple):
            return target
        node = target if isinstance(target, Node) else self.find(target)
        return node.centre

    def move(self, target: Target) -> None:
        """Move the mouse onto a target."""
        x, y = self.point_of(target)
        self.screen.run("xdotool", "mousemove", "--sync", str(x), str(y))

    def click(self, target: Target, *, button: int = 1, times: int = 1, keys: str = "") -> None:
        """Click a target; `keys` are held meanwhile ("shift")."""
        self.move(target)
        held = (["keydown", keys], ["keyup", keys]) if keys else ([], [])
        clicks = ["click", "--repeat", str(times), "--delay", "60", str(button)]
        self.screen.run("xdotool", *held[0], *clicks, *held[1])

    def double_click(self, target: Target) -> None:
        """Click a target twice."""
        self.click(target, times=2)

    def drag(self, start: Target, to: Target, *, steps: int = 12) -> None:
        """Press the mouse on a target, move it in steps and let it go."""
        (x, y), (right, bottom) = self.point_of(start), self.point_of(to)
        self.move((x, y))
        self.screen.run("xdotool", "mousedown", "1")
        for step in range(1, steps + 1):
            self.move((x + (right - x) * step // steps, y + (bottom - y) * step // steps))
        self.screen.run("xdotool", "mouseup", "1")

    def scroll(self, target: Target, clicks: int) -> None:
        """Turn the wheel over a target, down if positive."""
        self.move(target)
        self.screen.run("xdotool", "click", "--repeat", str(abs(clicks)), "--delay", "20", "5" if clicks > 0 else "4")

    def type(self, text: str) -> None:
        """Type into the widget that has the keyboard."""
        self.screen.run("xdotool", "type", "--delay", "12", "--", text)

    def key(self, *keys: str) -> None:
        """Press keys, such as "ctrl+f", "Return", "Down"."""
        self.screen.run("xdotool", "key", "--delay", "30", *keys)
