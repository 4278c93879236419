"""A double-click on an article in a real file manager opens it in the window, the one that is open if there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import numpy as np
import pytest

import desktop
from onscreen import Program
from onscreen.program import COMMAND

ARTICLES = {
    "bridge.txt": "Old bridge closes for repairs\n\nThe old bridge over the river Elm closes on Monday, the town council said. "
    "Drivers must take the road by the mill until spring. The work costs two million crowns.\n",
    "orchard.md": "# Orchard opens to visitors\n\nThe orchard behind the abbey opens its gates in May. Gardeners have grafted "
    "forty old kinds of apple onto young trees. Visitors may taste them in autumn.\n",
}


class FileManager:
    """pcmanfm on a folder of the home; files are put there one by one, and each is where the picture changed."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.folder = program.home / "Articles"
        self.folder.mkdir()
        screen = program.screen
        self.process = screen.start("pcmanfm", "--no-desktop", str(self.folder), environment=program.environment)
        self.window = program.wait_for(lambda: screen.windows(name="Articles"), "the file manager")[0]
        self._still()

    def put(self, name: str) -> tuple[int, int]:
        """Write an article into the folder and return where its icon is."""
        before = self._still()
        (self.folder / name).write_text(ARTICLES[name], encoding="utf-8")
        self.program.wait_for(lambda: bool((before != self._still()).any()), f"the icon of {name}")
        rows, columns = np.nonzero((before != self._still()).any(axis=2))
        icon = rows < rows.min() + 60  # the line of status at the bottom has changed as well
        return int(np.median(columns[icon])), int(rows.min()) + 20

    def raise_(self) -> None:
        """Bring the file manager's window to the front."""
        self.program.screen.run("xdotool", "windowactivate", "--sync", self.window)

    def _still(self) -> np.ndarray:
        """Return the screen's colours, once they have stopped changing."""
        picture = self.program.screen.still()
        return (
            np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4)[..., :3].copy()
        )


@pytest.fixture
def installed(program: Program) -> Iterator[None]:
    """Nutgraf in the desktop of the test's home, as `make install` puts it there; taken out afterwards."""
    if not shutil.which("pcmanfm"):
        pytest.skip("pcmanfm is not installed")
    desktop.install(COMMAND, defaults=True)
    yield
    desktop.uninstall()


@pytest.mark.usefixtures("installed")
def test_double_click_opens_an_article_and_a_second_one_goes_to_the_same_window(program: Program) -> None:
    manager = FileManager(program)
    first, second = manager.put("bridge.txt"), manager.put("orchard.md")

    program.double_click(first)
    program.adopt()
    program.wait_for(lambda: "Old bridge closes" in program.window_title(), "the first article's window in front")

    manager.raise_()
    program.double_click(second)
    program.wait_for(lambda: "Orchard opens" in program.window_title(), "the second article in front")
    assert len(program.screen.windows(**{"class": "nutgraf"})) == 1
    assert program.windows(), "the window belongs to the first program still"


@pytest.mark.usefixtures("installed")
def test_desktop_opens_links_into_articles_with_the_window(program: Program) -> None:
    article = program.home / "bridge.txt"
    article.write_text(ARTICLES["bridge.txt"], encoding="utf-8")
    program.screen.start("gio", "open", f"nutgraf://{article}#char=31,60", environment=program.environment)
    program.adopt()
    program.wait_for(lambda: "Old bridge closes" in program.window_title(), "the article's window")
