"""What tests of the window share: settings and an appearance of their own, an article in our own words."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nutgraf.gui.appearance import Appearance
from nutgraf.gui.main_window import MainWindow
from nutgraf.settings import MOTION, Settings
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run

STORY = """The old mill at Holm will open again

The mill stood empty for thirty years before the council voted to repair it.

Maria Lind, the mayor, said on Monday that the work would begin in spring. \
Stonecraft Ltd., a builder from the next valley, won the contract. \
It will cost four million crowns, most of it paid by the county.

Also read: A bakery that bakes at night

“We waited long for this,” said Peter Holt, who lives across the river. The wheel will turn for visitors on Sundays. \
A small museum will fill the upper floor, and the lower one will grind flour again.

Critics say that the money is needed elsewhere. The school has asked for a new roof since 2019. \
Mayor Lind answered that the roof is in next year's budget.

The river runs high in March, so the builders must finish the dam before winter. \
Stonecraft has hired twenty people from Holm and plans to keep half of them when the mill is done.
"""


@pytest.fixture
def qtbot(qtbot):
    """Wait for a state as long as a busy computer may take, not 1 to 5 s as pytest-qt does: nothing fails by the clock."""
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=60_000))
    return qtbot


@pytest.fixture
def settings(tmp_path):
    """Settings in an empty folder; nothing glides or fades, so that a place is reached at once."""
    made = Settings(tmp_path / "config" / "settings.json")
    made.set(MOTION, "reduced")
    return made


@pytest.fixture
def appearance(qapp, settings):
    """The appearance by those settings; what it changes of the program is put back."""
    look, palette, sheet = QApplication.style().name(), qapp.palette(), qapp.styleSheet()
    made = Appearance(settings)
    yield made
    made.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(look)
    qapp.setPalette(palette)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


@pytest.fixture
def article():
    """An article with every kind of block, two folds of furniture, marks, emoji, words from right to left and lines of code."""
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Home News Sport", furniture=True)
    builder.add(BlockKind.TITLE, "A mill 🏚️ turns again")
    builder.add(BlockKind.STANDFIRST, "After thirty years the wheel is wet")
    builder.add(
        BlockKind.PARAGRAPH,
        [
            Run("The mill 🌾 at Holm was "),
            Run("silent", emphasis=True),
            Run(" for years, and "),
            Run("its owner", link="https://example.org/owner"),
            Run(" sold it to "),
            Run("Maria Lind", strong=True),
            Run(". She kept the name."),
        ],
    )
    builder.add(BlockKind.PARAGRAPH, "Share this page", furniture=True)
    builder.add(BlockKind.PARAGRAPH, "Also read: another story", furniture=True)
    builder.add(BlockKind.HEADING, "How it grinds", level=2)
    builder.add(BlockKind.ITEM, "• First the grain is weighed.", level=1)
    builder.add(BlockKind.ITEM, "Then the stone is lowered.", level=2)
    builder.add(BlockKind.QUOTE, "“שלום”, said the miller, and مرحبا, said his guest.", level=1)
    builder.add(BlockKind.CODE, "turn = 🌀\nwhile turn:\n    grind()")
    builder.add(BlockKind.CAPTION, "The wheel in June")
    for number in range(40):
        builder.add(
            BlockKind.PARAGRAPH, f"Paragraph {number} 🐟 tells of the river, of its fish and of its banks. " * 3
        )
    return builder.build(Meta(title="A mill 🏚️ turns again"))


@pytest.fixture
def story(tmp_path):
    """A file with a short piece of news: two people, an organization, one line of furniture."""
    file = tmp_path / "mill.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


@pytest.fixture
def window(qtbot, settings, appearance):
    """The window, with no article open."""
    made = MainWindow(settings, appearance)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def settle(qtbot, window):
    """Wait until no work goes on in the background."""
    return lambda: qtbot.waitUntil(lambda: not window.session.jobs.busy)


@pytest.fixture
def opened(window, settle, story):
    """The window with the story open and all known about it."""
    window.open_files([story])
    settle()
    return window


@pytest.fixture
def other(tmp_path):
    """A second article, about something else."""
    file = tmp_path / "river.txt"
    file.write_text(
        "About the river\n\n" + "The river is wide. It runs to the sea. Its banks are low. Its fish are many.\n"
    )
    return file
