from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from nutgraf.gui import appearance as module
from nutgraf.gui.appearance import Appearance, nearest_theme
from nutgraf.settings import FACE, LEADING, METHOD, MOTION, THEME, ZOOM, Settings


@pytest.fixture
def appearance(qapp, tmp_path):
    look, palette, sheet = QApplication.style().name(), qapp.palette(), qapp.styleSheet()
    made = Appearance(Settings(tmp_path / "settings.json"))
    yield made
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(look)
    qapp.setPalette(palette)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def test_several_changes_at_once_are_told_once(qtbot, appearance):
    told = []
    appearance.changed.connect(lambda: told.append(appearance.theme.name))
    with qtbot.waitSignal(appearance.changed):
        appearance.settings.set(THEME, "sepia")
        appearance.settings.set(FACE, "atkinson")
        appearance.settings.set(LEADING, 200)
    qtbot.wait(20)
    assert told == ["sepia"]
    assert appearance.leading == 2
    assert appearance.reading_font().family() == "Atkinson Hyperlegible"


def test_a_change_and_its_reversal_are_not_told(qtbot, appearance):
    with qtbot.assertNotEmitted(appearance.changed, wait=50):
        appearance.settings.set(THEME, "dark")
        appearance.settings.set(THEME, "system")


def test_every_setting_that_changes_is_told_by_name(qtbot, appearance):
    told = []
    appearance.setting_changed.connect(told.append)
    appearance.settings.set(METHOD, "lexrank")
    appearance.settings.set(METHOD, "lexrank")
    appearance.settings.set(ZOOM, 120)
    assert told == [METHOD, ZOOM]


def test_settings_that_are_not_of_appearance_change_no_appearance(qtbot, appearance):
    with qtbot.assertNotEmitted(appearance.changed, wait=50):
        appearance.settings.set(METHOD, "lexrank")


def test_the_program_wears_the_theme_and_changes_it(qtbot, qapp, appearance):
    appearance.settings.set(THEME, "light")
    qtbot.waitUntil(lambda: appearance.theme.name == "light")
    appearance.apply(qapp)
    assert qapp.palette().color(QPalette.ColorRole.Base) == appearance.theme.page
    with qtbot.waitSignal(appearance.changed):
        appearance.settings.set(THEME, "dark")
    assert appearance.theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == appearance.theme.page
    assert appearance.theme.accent.name() in qapp.styleSheet()


@pytest.mark.parametrize(
    ("dark", "contrast", "name"),
    [(False, False, "light"), (True, False, "dark"), (False, True, "contrast"), (True, True, "contrast-dark")],
)
def test_the_theme_nearest_to_the_systems_colours_is_taken(dark, contrast, name):
    assert nearest_theme(dark=dark, contrast=contrast) == name


def test_the_systems_wish_for_contrast_is_followed_as_it_changes(qtbot, monkeypatch, appearance):
    monkeypatch.setattr(module, "_high_contrast", lambda: True)
    with qtbot.waitSignal(appearance.changed):
        QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme.name in {"contrast", "contrast-dark"}


def test_colours_that_were_chosen_do_not_follow_the_system(qtbot, monkeypatch, appearance):
    with qtbot.waitSignal(appearance.changed):
        appearance.settings.set(THEME, "sepia")
    monkeypatch.setattr(module, "_high_contrast", lambda: True)
    with qtbot.assertNotEmitted(appearance.changed, wait=50):
        QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


@pytest.mark.parametrize(("asked", "given"), [(110, 110), (1, 50), (999, 300)])
def test_zoom_stays_within_its_bounds_and_is_kept(appearance, asked, given):
    appearance.set_zoom(asked)
    assert appearance.zoom == given
    assert Settings(appearance.settings.file).number(ZOOM) == given


def test_zoom_scales_the_text_and_its_column(appearance):
    size, width = appearance.reading_font().pixelSize(), appearance.measure_width()
    appearance.set_zoom(200)
    assert appearance.reading_font().pixelSize() == 2 * size
    assert appearance.measure_width() == pytest.approx(2 * width, rel=0.02)


def test_the_interface_keeps_the_systems_face(appearance):
    assert appearance.interface_font().family() == QApplication.font().family()
    assert appearance.interface_font(2).pointSizeF() == pytest.approx(2 * appearance.interface_font().pointSizeF())


def test_motion_is_the_readers_choice_before_the_desktops(monkeypatch, appearance):
    monkeypatch.setattr(module, "desktop_reduces_motion", lambda: True)
    assert appearance.reduced_motion
    appearance.settings.set(MOTION, "full")
    assert not appearance.reduced_motion
    appearance.settings.set(MOTION, "reduced")
    monkeypatch.setattr(module, "desktop_reduces_motion", lambda: False)
    assert appearance.reduced_motion


def test_icons_are_drawn_anew_in_a_new_theme(qtbot, appearance):
    before = appearance.icon("search").cacheKey()
    assert appearance.icon("search").cacheKey() == before
    with qtbot.waitSignal(appearance.changed):
        appearance.settings.set(THEME, "contrast-dark")
    assert appearance.icon("search").cacheKey() != before


def test_settings_outlive_an_appearance(qtbot, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    appearance = Appearance(settings)
    appearance.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(appearance))
    settings.set(THEME, "dark")
