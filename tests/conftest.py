"""What holds for every test: no display, no network, settings of its own, no unexpected warnings, no window left open."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # nothing passes or fails by the clock
settings.load_profile("untimed")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[1]
_calls: list[str] = []
_INTERNET = (socket.AF_INET, socket.AF_INET6)


class NetworkUsed(BaseException):
    """Nutgraf never uses the network: raised past `except Exception`, so that no fallback hides the attempt."""


def _forbid_network(event: str, args: tuple[Any, ...]) -> None:
    """Refuse every socket of the Internet's families, this computer's own addresses included; an audit hook stays for good."""
    if event in {"socket.connect", "socket.bind", "socket.sendto"} and args[0].family in _INTERNET:
        attempt = f"{event} {args[1]}"
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"} and not str(args[0]).startswith(
        "file:"
    ):
        attempt = f"{event} {args[0]}"
    else:
        return
    _calls.append(attempt)
    raise NetworkUsed(attempt)


def pytest_sessionstart() -> None:
    """Close the network to this process before any test runs."""
    sys.addaudithook(_forbid_network)


def pytest_unconfigure() -> None:
    """Empty the clipboard: off screen Qt deletes what it holds after Python has ended, which crashes for an object of ours."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if QApplication.instance():
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail the test in which a socket was asked for, even where the refusal was swallowed."""
    _calls.clear()
    yield
    assert not _calls, f"the network was asked for: {_calls}"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test: no setting, recent file or cache of the person who runs the tests is touched."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / ".local" / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / ".local" / "state"))
    return folder


@pytest.fixture(autouse=True)
def _no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on log records of warning and above; a test that expects one asserts it, then calls `caplog.clear()`."""
    yield
    try:
        records = caplog.get_records("call")
    except KeyError:  # the test was not called: a fixture failed, and that is the error to show
        return
    found = [each for each in records if each.levelno >= logging.WARNING]
    assert not found, f"logged: {[f'{each.name}: {each.getMessage()}' for each in found]}"


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Fail where a window is still shown after the test; pytest-qt has closed those given to `qtbot.addWidget` by now."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    left = [each for each in QApplication.topLevelWidgets() if each.isVisible()] if QApplication.instance() else []
    for window in left:
        window.close()
    assert not left, f"left open: {left}"


@pytest.fixture
def without_runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """ONNX Runtime cannot be imported, as where it is not installed."""
    from nutgraf.names import neural

    neural._has_runtime.cache_clear()
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    yield
    neural._has_runtime.cache_clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data beside the checkout; it is not part of the project, and tests that need it skip without."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of measuring data is not beside the checkout")
    return folder
