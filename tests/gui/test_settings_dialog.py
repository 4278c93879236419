from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QScrollArea, QToolButton

from nutgraf import settings as declared
from nutgraf.gui.appearance import Appearance
from nutgraf.gui.setting_fields import ChoiceField, NumberField, StepField, SwitchField
from nutgraf.gui.settings_dialog import GROUPS, SettingsDialog
from nutgraf.gui.swatch import Swatch
from nutgraf.gui.type_popover import TypePopover
from nutgraf.gui.type_sample import TypeSample
from nutgraf.settings import Settings

METHODS = [("news", "News"), ("lead", "The opening")]
NOT_IN_THE_DIALOG = {declared.ZOOM, declared.RECENT, declared.BOOKMARKS, declared.EXPORT_FOLDER, declared.WINDOW}


class LowScreen:
    """A screen for which not all settings are low enough."""

    @staticmethod
    def availableGeometry():  # noqa: N802 - Qt's way to name methods
        return QRect(0, 0, 1024, 500)


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def appearance(qapp, settings):
    made = Appearance(settings)
    yield made
    made.deleteLater()


@pytest.fixture
def dialog(qtbot, appearance):
    made = SettingsDialog(appearance, METHODS)
    qtbot.addWidget(made)
    made.show()
    return made


def field_of(dialog, setting):
    """Return the field whose parts are called by the setting's words."""
    kinds = (ChoiceField, SwitchField, NumberField)
    return next(each for kind in kinds for each in dialog.findChildren(kind) if each._setting is setting)


def test_on_a_narrow_screen_the_sample_gives_way_to_the_settings(qtbot, appearance, monkeypatch):
    class NarrowScreen(LowScreen):
        @staticmethod
        def availableGeometry():  # noqa: N802
            return QRect(0, 0, 640, 500)

    for screen, shown in ((NarrowScreen(), False), (LowScreen(), True)):
        monkeypatch.setattr(SettingsDialog, "screen", lambda _, screen=screen: screen)
        made = SettingsDialog(appearance, METHODS)
        qtbot.addWidget(made)
        made.show()
        assert made.width() <= screen.availableGeometry().width()
        assert made.findChild(TypeSample).isVisible() is shown


def test_on_a_low_screen_its_settings_scroll_and_its_buttons_stay(qtbot, appearance, monkeypatch):
    monkeypatch.setattr(SettingsDialog, "screen", lambda _: LowScreen())
    low = SettingsDialog(appearance, METHODS)
    qtbot.addWidget(low)
    low.show()
    assert low.height() <= 440
    close = low.findChild(QDialogButtonBox)
    assert close.geometry().bottom() < low.height()
    assert low.findChild(QScrollArea).verticalScrollBar().maximum() > 0


def test_on_other_screens_nothing_has_to_be_scrolled(dialog):
    assert dialog.findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_every_setting_that_people_set_is_in_the_dialog():
    shown = {setting for _, group in GROUPS for setting in group}
    assert shown == set(declared.ALL) - NOT_IN_THE_DIALOG


def test_every_field_is_called_by_its_words(dialog):
    for _, group in GROUPS:
        for setting in group:
            field = field_of(dialog, setting)
            names = [field.slider.accessibleName()] if isinstance(field, NumberField) else [field.accessibleName(), ""]
            words = [field.text()] if isinstance(field, SwitchField) else names
            assert setting.words in words


def test_a_choice_holds_at_once(qtbot, dialog, settings):
    field = field_of(dialog, declared.THEME)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert settings.text(declared.THEME) == "light"


def test_the_methods_are_those_there_are(qtbot, dialog, settings):
    field = field_of(dialog, declared.METHOD)
    assert [field.itemText(at) for at in range(field.count())] == ["News", "The opening"]
    settings.set(declared.METHOD, "news")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert settings.text(declared.METHOD) == "lead"


def test_slider_and_box_show_one_number(qtbot, dialog, settings):
    field = field_of(dialog, declared.TEXT_SIZE)
    qtbot.keyClick(field.slider, Qt.Key.Key_Right)
    assert settings.number(declared.TEXT_SIZE) == field.box.value() == 19
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert settings.number(declared.TEXT_SIZE) == field.slider.value() == 18


def test_a_switch_holds_at_once(qtbot, dialog, settings):
    field = field_of(dialog, declared.PEOPLE)
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert settings.flag(declared.PEOPLE) is False


def test_the_fields_follow_changes_made_elsewhere(dialog, settings):
    settings.set(declared.THEME, "dark")
    settings.set(declared.MEASURE, 80)
    settings.set(declared.ORGANIZATIONS, value=False)
    assert field_of(dialog, declared.THEME).currentData() == "dark"
    assert field_of(dialog, declared.MEASURE).slider.value() == field_of(dialog, declared.MEASURE).box.value() == 80
    assert not field_of(dialog, declared.ORGANIZATIONS).isChecked()


def test_the_wheel_does_not_choose(dialog, settings):
    field = field_of(dialog, declared.FACE)
    none, down = Qt.KeyboardModifier.NoModifier, QPoint(0, -120)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        field, QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), down, buttons, none, phase, False)
    )
    assert settings.text(declared.FACE) == "literata"


def test_defaults_come_back(qtbot, dialog, settings):
    settings.set(declared.THEME, "sepia")
    settings.set(declared.SENTENCES, 9)
    settings.set(declared.RECENT, ("/a.txt",))
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert settings.text(declared.THEME) == "system"
    assert settings.number(declared.SENTENCES) == 3
    assert settings.list(declared.RECENT) == ("/a.txt",)


def test_escape_closes_and_keeps_what_was_set(qtbot, dialog, settings):
    settings.set(declared.THEME, "sepia")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert settings.text(declared.THEME) == "sepia"


def test_the_sample_shows_type_as_it_is_set(qtbot, appearance, dialog, settings):
    with qtbot.waitSignal(appearance.changed):
        settings.set(declared.TEXT_SIZE, 24)
        settings.set(declared.FACE, "atkinson")
        settings.set(declared.THEME, "dark")
    sample = dialog.findChild(TypeSample)
    assert (sample.font().pixelSize(), sample.font().family()) == (24, "Atkinson Hyperlegible")
    assert appearance.theme.person_fill.name() in sample.text()
    assert "line-height: 39px" in sample.text()


def test_the_largest_type_does_not_move_the_dialog(qtbot, appearance, dialog, settings):
    size = dialog.size()
    with qtbot.waitSignal(appearance.changed):
        settings.set(declared.TEXT_SIZE, 48)
        appearance.set_zoom(300)
    qtbot.wait(20)
    assert dialog.size() == size
    assert dialog.minimumSizeHint().height() <= size.height()


@pytest.fixture
def button(qtbot):
    made = QToolButton()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def popover(qtbot, appearance, button):
    made = TypePopover(appearance, button)
    qtbot.addWidget(made)
    made.show_below(button)
    return made


def test_a_swatch_sets_the_theme_and_shows_the_one_in_use(qtbot, popover, settings):
    swatches = {each.value: each for each in popover.findChildren(Swatch)}
    assert set(swatches) == {value for value, _ in declared.THEME.choices}
    assert swatches["system"].isChecked()
    qtbot.mouseClick(swatches["sepia"], Qt.MouseButton.LeftButton)
    assert settings.text(declared.THEME) == "sepia"
    settings.set(declared.THEME, "dark")
    assert [value for value, each in swatches.items() if each.isChecked()] == ["dark"]


def test_enter_chooses_the_swatch_that_has_the_keyboard(qtbot, popover, settings):
    sepia = next(each for each in popover.findChildren(Swatch) if each.accessibleName() == "Sepia")
    sepia.setFocus()
    qtbot.keyClick(sepia, Qt.Key.Key_Return)
    assert settings.text(declared.THEME) == "sepia"


def test_arrow_keys_go_through_the_swatches(qtbot, popover, settings):
    swatches = {each.value: each for each in popover.findChildren(Swatch)}
    swatches["system"].setFocus()
    qtbot.keyClick(swatches["system"], Qt.Key.Key_Right)
    assert settings.text(declared.THEME) == "light"


def test_less_and_more_step_to_the_bounds_and_stop(qtbot, popover, settings):
    steps = next(each for each in popover.findChildren(StepField) if each._setting is declared.MEASURE)
    qtbot.mouseClick(steps.more, Qt.MouseButton.LeftButton)
    assert settings.number(declared.MEASURE) == 69
    assert "69 characters" in [label.text() for label in steps.findChildren(QLabel)]
    settings.set(declared.MEASURE, 99)
    qtbot.mouseClick(steps.more, Qt.MouseButton.LeftButton)
    assert settings.number(declared.MEASURE) == 100
    assert not steps.more.isEnabled()
    assert steps.less.isEnabled()


def test_all_settings_are_one_click_away(qtbot, popover):
    button = next(each for each in popover.findChildren(object) if getattr(each, "text", str)() == "All settings…")
    with qtbot.waitSignal(popover.settings_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not popover.isVisible()


def test_the_panel_stays_on_the_screen(qtbot, popover):
    assert popover.screen().availableGeometry().contains(popover.frameGeometry())


def test_escape_closes_the_panel(qtbot, popover):
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
