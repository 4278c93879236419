from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont, QTextLayout

from nutgraf.gui.typography import measure_width, reading_font
from nutgraf.settings import FACE, MEASURE, SPACING, TEXT_SIZE, Settings

PROSE = (
    "The harbour was quiet when the last boat came in. Two men tied it up, looked at the sky and went home without a "
    "word, because there was nothing to say that the wind had not said already. In the morning the council would meet "
    "again, and again it would put off the question of the bridge, for which nobody wanted to pay and which everybody "
    "agreed was needed. Meanwhile the ferry went on crossing the strait fourteen times a day, as it had since 1931."
)


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.mark.parametrize(("face", "family"), [("literata", "Literata"), ("atkinson", "Atkinson Hyperlegible")])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
@pytest.mark.parametrize("italic", [False, True])
def test_the_faces_of_ours_are_there_in_every_style(settings, face, family, weight, italic):
    settings.set(FACE, face)
    font = reading_font(settings, 100)
    font.setWeight(weight)
    font.setItalic(italic)
    found = QFontInfo(font)
    assert (found.family(), QFont.Weight(found.weight()), found.italic()) == (family, weight, italic)


@pytest.mark.parametrize("text", ["fire “quotes” café", "Łódź Ħ ğ ș", "Эта статья ђ", "Ελληνικά ἀ", "Việt ơ"])
def test_literata_holds_the_letters_of_europe_in_one_face(settings, text):
    face = QRawFont.fromFont(reading_font(settings, 100))
    assert face.familyName() == "Literata"
    assert 0 not in face.glyphIndexesForString(text)


def test_the_size_follows_the_setting_the_zoom_and_the_scale(settings):
    settings.set(TEXT_SIZE, 20)
    assert reading_font(settings, 150).pixelSize() == 30
    assert reading_font(settings, 150, 0.5).pixelSize() == 15


def test_letters_and_words_move_apart_together(settings):
    def widths():
        metrics = QFontMetricsF(reading_font(settings, 100))
        return metrics.horizontalAdvance("nnnnnnnnnn"), metrics.horizontalAdvance("n n") - metrics.horizontalAdvance(
            "nn"
        )

    letters, space = widths()
    settings.set(SPACING, 12)
    wide_letters, wide_space = widths()
    assert wide_letters - letters == pytest.approx(10 * 18 * 0.12, abs=1)
    assert wide_space - space > 18 * 0.12 + 18 * 0.15


@pytest.mark.parametrize("face", [value for value, _ in FACE.choices])
@pytest.mark.parametrize("measure", [45, 66, 100])
def test_lines_hold_the_measure_on_average(settings, face, measure):
    settings.set(FACE, face)
    settings.set(MEASURE, measure)
    font = reading_font(settings, 100)
    layout = QTextLayout(" ".join([PROSE] * 5), font)
    width, lengths = measure_width(settings, font), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lengths.append(len(layout.text()[line.textStart() : line.textStart() + line.textLength()].rstrip()))
    layout.endLayout()
    average = sum(lengths[:-1]) / len(lengths[:-1])
    assert average == pytest.approx(measure, rel=0.06)
