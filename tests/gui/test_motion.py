from __future__ import annotations

import sys

import pytest

from nutgraf.gui import motion


@pytest.fixture(autouse=True)
def _ask_anew():
    motion.desktop_reduces_motion.cache_clear()
    yield
    motion.desktop_reduces_motion.cache_clear()


@pytest.mark.parametrize(
    ("words", "reduced"),
    [
        ("[Settings]\ngtk-enable-animations=false\n", True),
        ("[Settings]\ngtk-enable-animations=0\n", True),
        ("[Settings]\ngtk-enable-animations=true\n", False),
        ("[Settings]\ngtk-theme-name=50%Grey\n", False),
        ("[Settings]\ngtk-enable-animations=perhaps\n", False),
        ("not a settings file", False),
    ],
)
def test_the_animations_of_gtk_are_followed(tmp_path, words, reduced):
    folder = tmp_path / "gtk-3.0"
    folder.mkdir()
    (folder / "settings.ini").write_text(words, encoding="utf-8")
    assert motion.gtk_reduces_motion(tmp_path) is reduced


def test_without_a_settings_file_nothing_is_reduced(tmp_path):
    assert motion.gtk_reduces_motion(tmp_path) is False


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="GNOME's setting")
@pytest.mark.parametrize(("answer", "reduced"), [("false", True), ("true", False)])
def test_the_animations_of_gnome_are_followed(tmp_path, monkeypatch, answer, reduced):
    tool = tmp_path / "gsettings"
    tool.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert motion.desktop_reduces_motion() is reduced


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="GNOME's setting")
def test_a_tool_that_is_not_there_tells_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert motion.desktop_reduces_motion() is False
