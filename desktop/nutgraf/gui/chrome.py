"""The style sheet of everything around the text: `resources/themes/chrome.qss` in a theme's colours."""

from __future__ import annotations

from string import Template

from nutgraf import assets
from nutgraf.gui.theme import Theme, mixed


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the program in `theme`."""
    colours = {name: colour.name() for name, colour in theme.colours().items()}
    colours["hover"] = mixed(theme.panel, theme.text, 0.06).name()
    colours["pressed"] = mixed(theme.panel, theme.text, 0.12).name()
    colours["faint"] = mixed(theme.text, theme.panel, 0.55).name()
    colours["knob"] = (theme.panel if theme.dark else theme.page).name()
    return Template(assets.path("themes", "chrome.qss").read_text(encoding="utf-8")).substitute(colours)
