"""Themes: the colours of the window, each named once in `resources/themes/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtGui import QColor, QPalette

from nutgraf import assets

NAMES = ("light", "sepia", "dark", "contrast", "contrast-dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme. `text` stands at 7:1 or better on every fill, on `page` and on `panel`."""

    name: str
    dark: bool
    page: QColor
    """Behind the article."""
    panel: QColor
    """Behind the summary, the names, the tool bar and the status bar."""
    text: QColor
    muted: QColor
    """Words that serve: reasons, counts, roles."""
    rule: QColor
    """Hairlines and the grooves of sliders and scroll bars."""
    accent: QColor
    person_fill: QColor
    person_line: QColor
    organization_fill: QColor
    organization_line: QColor
    watched_fill: QColor
    watched_line: QColor
    """Names that the reader watches: a box with a second line below."""
    summary_fill: QColor
    summary_line: QColor
    find_fill: QColor
    find_current: QColor
    find_line: QColor
    """Where results are, in the margin; fills are for behind words."""
    selection: QColor
    selection_text: QColor
    error: QColor

    @property
    def high_contrast(self) -> bool:
        """Whether this is one of the themes for those who need strong outlines."""
        return self.name.startswith("contrast")

    def palette(self) -> QPalette:
        """Return the palette of widgets in this theme, every colour role in every group."""
        palette = QPalette()
        groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
        for role, colour in self._roles().items():
            for group in groups:
                palette.setColor(group, role, colour)
        words = QPalette.ColorRole
        for role in (words.WindowText, words.Text, words.ButtonText, words.BrightText, words.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, mixed(self.text, self.panel, 0.5))
        palette.setColor(QPalette.ColorGroup.Disabled, words.Highlight, self.rule)
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, QColor]:
        role = QPalette.ColorRole
        return {
            role.Window: self.panel,
            role.WindowText: self.text,
            role.Base: self.page,
            role.AlternateBase: self.summary_fill,
            role.Text: self.text,
            role.PlaceholderText: self.muted,
            role.Button: self.panel,
            role.ButtonText: self.text,
            role.BrightText: self.error,
            role.ToolTipBase: self.page,
            role.ToolTipText: self.text,
            role.Highlight: self.selection,
            role.HighlightedText: self.selection_text,
            role.Accent: self.accent,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Light: mixed(self.panel, QColor("white"), 0.1 if self.dark else 0.6),
            role.Midlight: mixed(self.panel, self.rule, 0.5),
            role.Mid: self.rule,
            role.Dark: mixed(self.rule, QColor("black"), 0.25),
            role.Shadow: QColor("black"),
        }

    def colours(self) -> dict[str, QColor]:
        """Return each colour by its name."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name not in ("name", "dark")}


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with `share` (0 to 1) of `other` in it, mixed in sRGB."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


@cache
def load_theme(name: str) -> Theme:
    """Return the theme of one of `NAMES`.

    Raises:
        KeyError: a colour is missing from the theme's file.
        FileNotFoundError: there is no such theme.

    """
    data = tomllib.loads(assets.path("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name, data["dark"], **{colour: QColor(value) for colour, value in data["colours"].items()})
