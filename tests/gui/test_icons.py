from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from nutgraf import assets
from nutgraf.gui.icons import load_icon
from nutgraf.gui.theme import NAMES, load_theme

ICONS = sorted(file.stem for file in assets.path("icons", "lucide").glob("*.svg"))


def inks(icon, mode=QIcon.Mode.Normal, size=32):
    image = icon.pixmap(QSize(size, size), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.rgb() for pixel in pixels if pixel.alpha() == 255}


def near(one, other):
    """Whether two colours are the same but for the rounding of blended edges."""
    parts = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return all(abs(mine - its) <= 2 for mine, its in parts)


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_of_text(qapp, name, theme):
    found = inks(load_icon(name, load_theme(theme)))
    assert found
    assert all(near(ink, load_theme(theme).text) for ink in found)


def test_a_disabled_icon_is_fainter(qapp):
    theme = load_theme("light")
    faint = inks(load_icon("x", theme), QIcon.Mode.Disabled)
    assert faint
    assert not any(near(ink, theme.text) for ink in faint)


def test_a_screen_of_twice_the_dots_gets_a_drawing_of_twice_the_size(qapp):
    pixmap = load_icon("search", load_theme("light")).pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2


def test_an_icon_that_is_not_there_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        load_icon("no-such-icon", load_theme("light"))
