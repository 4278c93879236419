"""Whether the desktop asks for reduced motion (Qt tells it from 6.12 on only)."""

from __future__ import annotations

import configparser
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

from platformdirs import user_config_path

if TYPE_CHECKING:
    from pathlib import Path


@cache
def desktop_reduces_motion() -> bool:
    """Return what the desktop is set to, asked once; where it cannot be told, motion is not reduced."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _answers("1", "defaults", "read", "com.apple.universalaccess", "reduceMotion")
    return gtk_reduces_motion(user_config_path()) or _answers(
        "false", "gsettings", "get", "org.gnome.desktop.interface", "enable-animations"
    )


def gtk_reduces_motion(config: Path) -> bool:
    """Return whether GTK's settings file, which desktops other than GNOME write, turns animations off."""
    for version in ("gtk-4.0", "gtk-3.0"):
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read(config / version / "settings.ini", encoding="utf-8")
            if not parser.getboolean("Settings", "gtk-enable-animations", fallback=True):
                return True
        except (configparser.Error, ValueError):  # a damaged file tells nothing
            continue
    return False


def _answers(wanted: str, *command: str) -> bool:
    """Whether a desktop's own tool, asked for a setting, answers with `wanted`."""
    try:
        answer = subprocess.run(command, capture_output=True, timeout=1, check=False)  # noqa: S603 - fixed words
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == wanted.encode()


def _windows() -> bool:
    if sys.platform == "win32":
        import ctypes

        get_client_area_animation = 0x1042
        animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(animated), 0)
        return not animated.value
    return False
