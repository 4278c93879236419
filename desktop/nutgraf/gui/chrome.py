"""The style sheet of everything around the text: `resources/themes/chrome.qss` in a theme's colours."""

from __future__ import annotations

from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.gui.theme import Theme, mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class Chrome:
    """Makes style sheets. A style sheet takes images from files alone, so the drawings in theme colours lie in a folder."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="nutgraf-", ignore_cleanup_errors=True)

    def style_sheet(self, theme: Theme) -> str:
        """Return the style sheet of the program in `theme`."""
        sheet = Template(assets.path("themes", "chrome.qss").read_text(encoding="utf-8"))
        colours = _colours(theme)
        images = {
            "down": self._image("chevron-down", theme, theme.text),
            "down_faint": self._image("chevron-down", theme, colours["faint"]),
            "up": self._image("chevron-up", theme, theme.text),
            "check": self._image("check", theme, theme.page),
        }
        return sheet.substitute({name: colour.name() for name, colour in colours.items()}, **images)

    def _image(self, name: str, theme: Theme, ink: QColor) -> str:
        """Write an icon in a colour; return its path as style sheets write it."""
        file = Path(self._folder.name) / f"{theme.name}-{name}-{ink.name()[1:]}.svg"
        drawing = assets.path("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
        file.write_text(drawing.replace("currentColor", ink.name()), encoding="utf-8")
        return f'"{file.as_posix()}"'


def _colours(theme: Theme) -> dict[str, QColor]:
    """Return the theme's colours and those that follow from them: what a pointer, a press or a want of use does."""
    return theme.colours() | {
        "raised": theme.page,
        "hover": mixed(theme.panel, theme.text, 0.06),
        "pressed": mixed(theme.panel, theme.text, 0.12),
        "accent_hover": mixed(theme.accent, theme.text, 0.15),
        "groove": mixed(theme.panel, theme.text, 0.1),
        "faint": mixed(theme.text, theme.panel, 0.55),
        "frame": theme.text if theme.high_contrast else theme.rule,
        "edge": theme.text if theme.high_contrast else mixed(theme.rule, theme.text, 0.2),
        "thumb": theme.muted if theme.high_contrast else mixed(theme.panel, theme.text, 0.25),
        "knob": theme.panel,
    }
