"""The small capitals that stand above a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from nutgraf.gui.typography import TypeStyle

SMALL = 11 / 13  # of the interface's size


def heading_font(style: TypeStyle) -> QFont:
    """Return the face of a heading; its words are to be given in capitals."""
    font = style.interface_font(SMALL)
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
    return font
