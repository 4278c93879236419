"""Settings: each declared once with its type, its default and its words, kept in one JSON file."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from platformdirs import user_config_path

from nutgraf.errors import SettingError
from nutgraf.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: `words` says to people what it does; `choices` (value, words) or `bounds` (lowest, highest) limit it.

    A number is shown with its `unit` and changed by one `step` at a time.
    """

    name: str
    default: Value
    words: str
    choices: tuple[tuple[str, str], ...] = ()
    bounds: tuple[int, int] | None = None
    unit: str = ""
    step: int = 1

    def accepts(self, value: object) -> TypeGuard[Value]:
        """Whether `value` may be this setting's."""
        if type(value) is not type(self.default):
            return False
        if self.choices:
            return value in dict(self.choices)
        if self.bounds and isinstance(value, int):
            return self.bounds[0] <= value <= self.bounds[1]
        return not isinstance(value, tuple) or all(isinstance(each, str) for each in value)


THEME = Setting(
    "theme",
    "system",
    "Colours",
    choices=(
        ("system", "As the system"),
        ("light", "Light"),
        ("sepia", "Sepia"),
        ("dark", "Dark"),
        ("contrast", "High contrast, light"),
        ("contrast-dark", "High contrast, dark"),
    ),
)
FACE = Setting(
    "face",
    "literata",
    "Reading face",
    choices=(
        ("literata", "Literata"),
        ("serif", "The system’s serif"),
        ("sans", "The system’s sans"),
        ("atkinson", "Atkinson Hyperlegible"),
    ),
)
TEXT_SIZE = Setting("text_size", 18, "Text size", bounds=(10, 48), unit=" px")
ZOOM = Setting("zoom", 100, "Zoom", bounds=(50, 300), unit=" %", step=10)
LEADING = Setting("leading", 162, "Line height", bounds=(110, 250), unit=" %", step=8)
MEASURE = Setting("measure", 66, "Line length", bounds=(45, 100), unit=" characters", step=3)
SPACING = Setting("spacing", 0, "Letter and word spacing", bounds=(0, 30), unit=" %", step=2)
MOTION = Setting(
    "motion",
    "system",
    "Motion",
    choices=(("system", "As the system"), ("full", "Smooth"), ("reduced", "Reduced")),
)
METHOD = Setting("method", "automatic", "Method")
SENTENCES = Setting("sentences", 3, "Sentences in a new summary", bounds=(1, 50))
PASTED = Setting(
    "pasted",
    "90",
    "Keep pasted texts unopened for",
    choices=(("30", "30 days"), ("90", "90 days"), ("365", "a year"), ("always", "ever")),
)
EXPORT_REASONS = Setting("export_reasons", default=False, words="In exports, say in full why each sentence is there")
PEOPLE = Setting("people", default=True, words="Mark people")
ORGANIZATIONS = Setting("organizations", default=True, words="Mark organizations")
NAMES_ORDER = Setting(
    "names_order",
    "importance",
    "Order of names",
    choices=(("importance", "Most important first"), ("appearance", "In order of appearance"), ("name", "By name")),
)
ENGINE = Setting(
    "engine",
    "automatic",
    "What finds names",
    choices=(
        ("automatic", "The best there is"),
        ("neural", "A small neural network"),
        ("linear", "A linear model, fast and light"),
    ),
)
DOUBT = Setting("doubt", 0, "Leave out names less sure than", bounds=(0, 95), unit=" %", step=5)
RECENT = Setting("recent", (), "Recently opened articles")
BOOKMARKS = Setting("bookmarks", "", "Where you were in recently opened articles")
EXPORT_FOLDER = Setting("export_folder", "", "Folder of the last export")
WINDOW = Setting("window", "", "The window’s place and panels")

ALL = (
    THEME,
    FACE,
    TEXT_SIZE,
    ZOOM,
    LEADING,
    MEASURE,
    SPACING,
    MOTION,
    METHOD,
    SENTENCES,
    PASTED,
    EXPORT_REASONS,
    PEOPLE,
    ORGANIZATIONS,
    NAMES_ORDER,
    ENGINE,
    DOUBT,
    RECENT,
    BOOKMARKS,
    EXPORT_FOLDER,
    WINDOW,
)


def config_folder() -> Path:
    """Return the folder of the user's that holds the settings, the corrections of names and the watch list."""
    return user_config_path("nutgraf", appauthor=False)


class Settings:
    """The values of all settings, read once and written at every change."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or config_folder() / "settings.json"
        self._values: dict[str, Value] = {}
        self._watchers: list[Callable[[Setting], None]] = []
        self._load()

    def _load(self) -> None:
        """Take what the file holds that is still valid: a damaged file or a value of old costs its own setting only."""
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return
        if not isinstance(found, dict):
            return
        for setting in ALL:
            value = found.get(setting.name)
            value = tuple(value) if isinstance(value, list) else value
            if setting.accepts(value):
                self._values[setting.name] = value

    def get(self, setting: Setting) -> Value:
        """Return the setting's value, of its default's type."""
        return self._values.get(setting.name, setting.default)

    def text(self, setting: Setting) -> str:
        """Return the value of a setting of words."""
        return str(self.get(setting))

    def number(self, setting: Setting) -> int:
        """Return the value of a setting of a number."""
        value = self.get(setting)
        assert isinstance(value, int)
        return value

    def flag(self, setting: Setting) -> bool:
        """Return the value of a setting that is on or off."""
        return bool(self.get(setting))

    def list(self, setting: Setting) -> tuple[str, ...]:
        """Return the value of a setting of several words."""
        value = self.get(setting)
        assert isinstance(value, tuple)
        return value

    def set(self, setting: Setting, value: Value) -> None:
        """Change a setting and write the file.

        Raises:
            SettingError: the value is not one of the setting's.

        """
        if not setting.accepts(value):
            raise SettingError(f"“{setting.words}” cannot be {value!r}.")
        if self.get(setting) != value:
            self._values[setting.name] = value
            self._save()
            for watcher in tuple(self._watchers):
                watcher(setting)

    def watch(self, watcher: Callable[[Setting], None]) -> Callable[[], None]:
        """Call `watcher` with each setting that changes from now on; return what ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def _save(self) -> None:
        """Write the file in one step. Where it cannot be written, the settings last as long as the program."""
        with contextlib.suppress(OSError):
            write_whole(self.file, json.dumps(self._values, indent=1))  # in ASCII: file names need not be Unicode
