"""The accessibility tree of a program, read over D-Bus as a screen reader reads it (AT-SPI 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Iterator

ATSPI = "org.a11y.atspi"
ROOT = "/org/a11y/atspi/accessible/root"
SCREEN = 0  # coordinates are the screen's
STATES = {
    "checked": 4,
    "enabled": 8,
    "expanded": 10,
    "focused": 12,
    "selected": 23,
    "sensitive": 24,
    "showing": 25,
    "visible": 30,
}


class Gone(Exception):
    """The widget was removed while it was read, or has no such property."""


class Bus:
    """The bus of assistive programs, which the session's bus names."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as connection:
            where = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
            address = connection.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=20).body[0]
        self._connection: DBusConnection = open_dbus_connection(address)
        self.refused = 0
        """How many questions were about what had gone meanwhile; Qt writes a warning about each."""

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def call(
        self, place: tuple[str, str], interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> Any:
        """Return the answer's values: one as it is, several as a tuple.

        Raises:
            Gone: the program or the widget does not answer.

        """
        where = DBusAddress(place[1], bus_name=place[0], interface=interface)
        try:
            message = new_method_call(where, method, signature or None, body)
            reply = self._connection.send_and_get_reply(message, timeout=10)
        except (TimeoutError, OSError) as error:
            raise Gone(str(place)) from error
        if reply.header.message_type is MessageType.error:
            self.refused += 1
            raise Gone(f"{place} {method}: {reply.body}")
        return reply.body[0] if len(reply.body) == 1 else reply.body

    def get(self, place: tuple[str, str], interface: str, name: str) -> Any:
        """Return one property."""
        return self.call(place, "org.freedesktop.DBus.Properties", "Get", "ss", (f"{ATSPI}.{interface}", name))[1]

    def application(self, process: int) -> Node | None:
        """Return the tree of the program with this process id, once it has joined the bus."""
        registry = Node(self, (f"{ATSPI}.Registry", ROOT))
        for each in registry.children:
            daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
            try:
                found = self.call(daemon, "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", (each.place[0],))
            except Gone:
                continue
            if found == process:
                return each
        return None


@dataclass(frozen=True, slots=True)
class Node:
    """A widget, or a part of one such as a list's row. Each property is asked for anew."""

    bus: Bus
    place: tuple[str, str]

    @property
    def name(self) -> str:
        """The accessible name: a button's words, a window's title."""
        return str(self.bus.get(self.place, "Accessible", "Name"))

    @property
    def description(self) -> str:
        """The accessible description, which is the tool tip where nothing else was set."""
        return str(self.bus.get(self.place, "Accessible", "Description"))

    @property
    def role(self) -> str:
        """The role's name, such as "button", "list item", "slider", "text"."""
        return str(self.bus.call(self.place, f"{ATSPI}.Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        """Those of STATES that hold."""
        low, high = self.bus.call(self.place, f"{ATSPI}.Accessible", "GetState")
        return frozenset(name for name, bit in STATES.items() if (low | high << 32) >> bit & 1)

    @property
    def children(self) -> list[Node]:
        """The parts, in the program's order."""
        found = self.bus.call(self.place, f"{ATSPI}.Accessible", "GetChildren")
        return [Node(self.bus, tuple(each)) for each in found]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width, height in pixels of the screen."""
        left, top, width, height = self.bus.call(self.place, f"{ATSPI}.Component", "GetExtents", "u", (SCREEN,))
        return left, top, width, height

    @property
    def centre(self) -> tuple[int, int]:
        """The middle of the box."""
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    @property
    def text(self) -> str:
        """The words shown: of a text field its content, else the name."""
        try:
            return str(self.bus.call(self.place, f"{ATSPI}.Text", "GetText", "ii", (0, -1)))
        except Gone:
            return self.name

    @property
    def value(self) -> float:
        """The number that a slider or a spin box stands at."""
        return float(self.bus.get(self.place, "Value", "CurrentValue"))

    def character_box(self, offset: int) -> tuple[int, int, int, int]:
        """Left, top, width, height of the character at `offset` of a text, in pixels of the screen."""
        found = self.bus.call(self.place, f"{ATSPI}.Text", "GetCharacterExtents", "iu", (offset, SCREEN))
        return tuple(found)

    def press(self) -> None:
        """Do the widget's first action, as an assistive program would."""
        self.bus.call(self.place, f"{ATSPI}.Action", "DoAction", "i", (0,))

    def walk(self) -> Iterator[Node]:
        """Yield this and all below it, each before its parts."""
        yield self
        try:
            parts = self.children
        except Gone:
            return
        for each in parts:
            yield from each.walk()

    def find_all(self, name: str | re.Pattern[str], role: str = "") -> list[Node]:
        """Return what is shown with this name (or a match of the pattern in it) and, if given, this role."""
        return [each for each in self.walk() if each._is(name, role)]

    def find(self, name: str | re.Pattern[str], role: str = "") -> Node | None:
        """Return the first of `find_all`, or None."""
        return next((each for each in self.walk() if each._is(name, role)), None)

    def dump(self, depth: int = 0) -> str:
        """Return the tree in words, for a person to read."""
        try:
            line = f"{'  ' * depth}{self.role} “{self.name}” {self.box} {' '.join(sorted(self.states))}"
            return "\n".join([line, *(each.dump(depth + 1) for each in self.children)])
        except Gone:
            return f"{'  ' * depth}(gone)"

    def _is(self, name: str | re.Pattern[str], role: str) -> bool:
        try:
            own = self.name
            fits = own == name if isinstance(name, str) else name.search(own) is not None
            return fits and (not role or self.role == role) and "showing" in self.states  # noqa: TRY300
        except Gone:
            return False
