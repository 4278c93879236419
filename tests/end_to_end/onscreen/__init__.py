"""The real program on a private virtual screen: hands (mouse, keyboard) and eyes (pixels, accessibility tree) for tests.

A test asks for the fixture `program` and reads like a person's errand:

    program.start(article)                      # opens the window, returns once it is shown
    program.click("Find")                       # by accessible name, a compiled pattern, a Node, or (x, y)
    program.type("harbour")
    program.wait_for(lambda: "2 of 7" in program.text_of(re.compile("matches")))
    program.screenshot(tmp_path / "found.png")

What is on the screen is read as a screen reader reads it, over AT-SPI: names, roles, states, texts and places of widgets
are those that Qt gives to assistive programs. `print(program.tree().dump())` shows them all.
"""

from onscreen.program import Program
from onscreen.screen import Screen
from onscreen.tree import Node

__all__ = ["Node", "Program", "Screen"]
