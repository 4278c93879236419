"""Names in the real program: corrected by the menu and kept on disk, searched, read alone, watched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from onscreen import Program
    from onscreen.tree import Node

HARBOUR = Path(__file__).parents[2] / "resources" / "samples" / "harbour.txt"
LIST = "People and organizations"


def rows(program: Program) -> list[str]:
    """Return the rows of the list of names as a screen reader speaks them."""
    return [each.name for each in program.find(LIST, "list").children]


def row(program: Program, name: str) -> Node:
    """Return a name's row."""
    return program.find(re.compile(f"^{name}, .*named \\d+ time"), "list item")


def opened(program: Program, file: Path = HARBOUR) -> None:
    """Open an article and wait for its names."""
    program.start(file)
    program.wait_for(lambda: len(rows(program)) > 2, "the names")


def corrections(home: Path) -> list[str]:
    """Return the lines of names.txt that are no remarks."""
    file = home / ".config" / "nutgraf" / "names.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def choose(program: Program, *places: int) -> None:
    """Go by the keyboard through a menu that is open, to the entries at these places, counted from 1 in each (part of a) menu.

    Menus that pop up are no part of Qt's accessibility tree; the keyboard speaks to them all the same.
    """
    program.wait_for(lambda: len(program.windows()) > 1, "the menu")
    program.still()
    program.key(*["Down"] * places[0])
    for place in places[1:]:
        program.key("Right", *["Down"] * (place - 1))
    program.key("Return")


def in_text(program: Program, words: str) -> tuple[int, int]:
    """Return the middle of words of the article, where they stand on the screen."""
    view = program.find("Article", "text")
    left, top, width, height = view.character_box(view.text.index(words) + 1)
    return left + width // 2, top + height // 2


def test_a_name_is_corrected_by_its_menu_kept_on_disk_and_the_change_undone(program: Program, home: Path) -> None:
    opened(program)
    program.click(in_text(program, "Tobias Renfield"), button=3)
    choose(program, 5, 1, 3)  # Correct, Not a name, Always
    program.wait_for(lambda: not any("Tobias Renfield" in each for each in rows(program)), "the name to go")
    assert corrections(home) == ["“Tobias Renfield” is not a name"]
    program.find("“Tobias Renfield” is not a name in every article.")
    program.key("ctrl+z")
    row(program, "Tobias Renfield")
    assert corrections(home) == []
    program.key("ctrl+shift+z")
    program.wait_for(lambda: corrections(home), "the correction, done again")
    assert program.close() == 0

    program.start(HARBOUR)
    program.wait_for(lambda: len(rows(program)) > 2, "the names")
    assert not any("Tobias Renfield" in each for each in rows(program))


def test_a_name_that_was_missed_is_marked_by_selecting_it(program: Program, home: Path) -> None:
    opened(program)
    program.double_click(in_text(program, "harbour"))
    program.key("ctrl+alt+2")
    program.wait_for(lambda: corrections(home), "the correction")
    assert re.fullmatch("“harbour” is an organization in [0-9a-f]{64}", corrections(home)[0])
    row(program, "harbour")


def test_names_are_searched_and_walked_by_keys(program: Program) -> None:
    opened(program)
    everyone = rows(program)
    program.key("ctrl+shift+f")
    program.type("tidewater")
    program.wait_for(lambda: len(rows(program)) == 2, "one name and its heading")
    assert rows(program)[1].startswith("Tidewater Restoration Trust")
    program.key("Return")
    program.wait_for(lambda: any(each.startswith("With ") for each in rows(program)), "with whom it is named")
    program.key("Escape")
    program.wait_for(lambda: len(rows(program)) >= len(everyone), "all names")


def test_only_the_sentences_with_a_name_are_read(program: Program) -> None:
    opened(program)
    program.click(row(program, "Petra Lindqvist"))
    program.key("F8")
    program.find("Only sentences with Petra Lindqvist")
    picture = program.still()
    program.key("Escape")
    program.wait_for(lambda: not program.shows("Only sentences with Petra Lindqvist"), "the whole article")
    assert program.still() != picture


@pytest.mark.parametrize("way", ["menu", "file"])
def test_a_watched_name_is_listed_apart(program: Program, home: Path, way: str) -> None:
    opened(program)
    if way == "menu":
        program.click(row(program, "University of Carrow"), button=3)
        choose(program, 3)
    else:
        program.click("More about names")
        choose(program, 6)
        program.find("Names to watch", "dialog")
        program.key("ctrl+End")
        program.type("University of Carrow")
        program.click("Save")
    program.wait_for(lambda: rows(program)[0] == "Watched, 1", "the watched name")
    assert "University of Carrow" in (home / ".config" / "nutgraf" / "watch.txt").read_text(encoding="utf-8")
