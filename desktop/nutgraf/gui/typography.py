"""Faces and measures of type: the reading face that is set, and how wide a line of it should be."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from nutgraf import assets
from nutgraf.settings import FACE, MEASURE, SPACING, TEXT_SIZE, Settings

if TYPE_CHECKING:
    from nutgraf.gui.theme import Theme

FACES = {"literata": "Literata", "atkinson": "Atkinson Hyperlegible"}
"""Faces that come with Nutgraf: the setting's value, the family's name."""

RAG = 3
"""Characters by which a line that is not justified falls short of the measure: half a word."""

WORD_SPACE = 4 / 3
"""Room between words for each unit of room between letters, as in WCAG 2.2, 1.4.12 (0.16 em for 0.12 em)."""

SAMPLE = (
    "A line of plain English, with its usual share of short words and long ones, of commas and capitals, "
    "shows how much room a character takes on average; the letter e comes often, the letter z hardly ever."
)


class TypeStyle(Protocol):
    """What an article is set in: on the screen an `Appearance`, on paper a `PaperStyle`."""

    @property
    def theme(self) -> Theme:
        """The colours."""

    @property
    def leading(self) -> float:
        """From baseline to baseline, in sizes of the text."""

    def reading_font(self, scale: float = 1.0) -> QFont:
        """Return the face of the article, `scale` times its size."""

    def interface_font(self, scale: float = 1.0) -> QFont:
        """Return the face of what is said of it, `scale` times its size."""


@cache
def load_fonts() -> None:
    """Make the faces that come with Nutgraf known to Qt; there must be a QGuiApplication."""
    for file in sorted(assets.path("fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def reading_font(settings: Settings, zoom: int, scale: float = 1.0) -> QFont:
    """Return the face, size and spacing that are set.

    Args:
        settings: where the face, the size and the spacing are set.
        zoom: percent of the size that is set.
        scale: of that, what this text takes: 1.0 for the article, more for its headline.

    """
    font = reading_face(settings.text(FACE))
    size = settings.number(TEXT_SIZE) * zoom / 100 * scale
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if room := settings.number(SPACING) / 100 * size:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, room)
        font.setWordSpacing(room * WORD_SPACE)
    return font


def reading_face(face: str) -> QFont:
    """Return one of the values of FACE as a font of no certain size."""
    load_fonts()
    if face in FACES:
        return QFont(FACES[face])
    if face == "sans":
        return QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family())
    font = QFont("serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def measure_width(settings: Settings, font: QFont) -> int:
    """Return how wide, in pixels, a column must be for its lines to hold MEASURE characters on average."""
    average = QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE)
    return round(average * (settings.number(MEASURE) + RAG))
