"""The screen, one for all tests, and the program, a new one with an empty home for each."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onscreen import Program, Screen


# What Qt writes when a test asks for a widget, such as a row of a list, that has gone since it was named: its own answer to us.
LATE = (
    "qt.accessibility.atspi: Could not find accessible on path",
    "qt.accessibility.atspi: No accessible object found",
)


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A virtual screen. On CI its absence fails the tests; elsewhere they skip and name what is missing."""
    if sys.platform != "linux":
        pytest.skip("the virtual screen is Linux’s")
    from onscreen import screen as module

    if lacking := module.missing():
        reason = f"not installed: {', '.join(lacking)} (make test installs them)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with module.Screen(tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture
def program(screen: Screen, home: Path) -> Iterator[Program]:
    """Nutgraf, not yet started. Its standard error must be empty at the end: a warning of Qt's or a traceback fails the test.

    Warnings about widgets that have gone are allowed once for each question of ours that was refused for that reason.
    """
    from onscreen import Program

    started = Program(screen, home)
    yield started
    started.stop()
    lines = started.log().splitlines()
    complaints = [line for line in lines if not line.startswith(LATE)]
    assert not complaints, "\n".join(complaints)
    assert all(sum(line.startswith(late) for line in lines) <= started.refused for late in LATE), "\n".join(lines)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the screen."""
    for item in items:
        if "screen" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.screen)
