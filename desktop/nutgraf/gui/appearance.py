"""How the window looks: the theme and the type that are set, or the system's, in one object all widgets ask."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from nutgraf import settings as declared
from nutgraf.gui.chrome import Chrome
from nutgraf.gui.icons import load_icon
from nutgraf.gui.motion import desktop_reduces_motion
from nutgraf.gui.theme import Theme, load_theme
from nutgraf.gui.typography import measure_width, reading_font

if TYPE_CHECKING:
    from nutgraf.settings import Setting, Settings

_OF_APPEARANCE = (
    declared.THEME,
    declared.FACE,
    declared.TEXT_SIZE,
    declared.ZOOM,
    declared.LEADING,
    declared.MEASURE,
    declared.SPACING,
    declared.MOTION,
)


class Appearance(QObject):
    """Theme, type and motion as they are set; `changed` is emitted when any of them is another.

    Settings changed by anyone are followed, and so is the system's choice of colours where the setting is "system".
    Several changes in one turn of the event loop make one `changed`.
    """

    changed = Signal()
    setting_changed = Signal(object)
    """Emitted with each `Setting`, of appearance or not, as it changes."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._app: QApplication | None = None
        self._chrome = Chrome()
        self._in_use = self._set()
        self._theme = load_theme(self._theme_name())
        self._icons: dict[tuple[str, bool], QIcon] = {}
        self._refresh = QTimer(self, interval=0, singleShot=True)
        self._refresh.timeout.connect(self._renew)
        self._follow_system()
        Thread(target=desktop_reduces_motion, daemon=True).start()  # asks another program: not while someone scrolls
        unwatch = settings.watch(self._on_setting)
        self.destroyed.connect(unwatch)

    def _follow_system(self) -> None:
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh.start)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._refresh.start)

    def _on_setting(self, setting: Setting) -> None:
        if setting in _OF_APPEARANCE:
            self._refresh.start()
        self.setting_changed.emit(setting)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    def reading_font(self, scale: float = 1.0) -> QFont:
        """Return the face articles are read in, `scale` times the size that is set and zoomed to."""
        return reading_font(self.settings, self.zoom, scale)

    def interface_font(self, scale: float = 1.0) -> QFont:
        """Return the system's face for windows, `scale` times its size."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * scale)
        else:
            font.setPixelSize(max(1, round(font.pixelSize() * scale)))
        return font

    @property
    def leading(self) -> float:
        """From baseline to baseline, in sizes of the text."""
        return self.settings.number(declared.LEADING) / 100

    def measure_width(self) -> int:
        """Return the width of the column of text, in pixels."""
        return measure_width(self.settings, self.reading_font())

    @property
    def zoom(self) -> int:
        """Percent of the text size that is set."""
        return self.settings.number(declared.ZOOM)

    def set_zoom(self, percent: int) -> None:
        """Zoom the text to `percent`, or as near as the setting's bounds allow."""
        lowest, highest = declared.ZOOM.bounds or (percent, percent)
        self.settings.set(declared.ZOOM, min(max(percent, lowest), highest))

    def icon(self, name: str, *, muted: bool = False) -> QIcon:
        """Return `resources/icons/lucide/<name>.svg` in a colour of the theme; ask again at `changed`."""
        if (name, muted) not in self._icons:
            self._icons[name, muted] = load_icon(name, self._theme, self._theme.muted if muted else None)
        return self._icons[name, muted]

    @property
    def reduced_motion(self) -> bool:
        """Whether to move in one step what would otherwise glide."""
        motion = self.settings.text(declared.MOTION)
        return desktop_reduces_motion() if motion == "system" else motion == "reduced"

    def apply(self, app: QApplication) -> None:
        """Dress the program in the theme, now and at every change."""
        self._app = app
        app.setStyle("Fusion")
        self._request_scheme()
        self._dress()

    def _renew(self) -> None:
        """Take what is set now, and say so if it is not what was in use."""
        self._request_scheme()
        before, self._in_use = self._in_use, self._set()
        if self._in_use == before:
            return
        self._theme = load_theme(self._theme_name())
        self._icons.clear()
        self._dress()
        self.changed.emit()

    def _set(self) -> tuple[object, ...]:
        return (self._theme_name(), *map(self.settings.get, _OF_APPEARANCE))

    def _request_scheme(self) -> None:
        """Ask the system for title bars and native dialogs to match; where it takes no wishes, nothing happens."""
        if self._app is not None:
            chosen, scheme = self.settings.text(declared.THEME), Qt.ColorScheme.Unknown
            if chosen != "system":
                scheme = Qt.ColorScheme.Dark if load_theme(chosen).dark else Qt.ColorScheme.Light
            self._app.styleHints().setColorScheme(scheme)

    def _dress(self) -> None:
        if self._app is None:
            return
        self._app.setPalette(self._theme.palette())
        sheet = self._chrome.style_sheet(self._theme)
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)

    def _theme_name(self) -> str:
        """Return the theme that is set or, where that is left to the system, the one nearest to its colours."""
        chosen = self.settings.text(declared.THEME)
        if chosen != "system":
            return chosen
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return nearest_theme(dark=dark, contrast=_high_contrast())


def nearest_theme(*, dark: bool, contrast: bool) -> str:
    """Return the name of the theme for a desktop that is set to dark colours, to high contrast, to both or to neither."""
    if contrast:
        return "contrast-dark" if dark else "contrast"
    return "dark" if dark else "light"


def _high_contrast() -> bool:
    hints = QApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
