"""A summary about the reader's own words, in the real program: type them, see the sentences change, export, read the file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from onscreen.errands import cards, exported, summarised

if TYPE_CHECKING:
    from onscreen import Program

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "harbour.txt"
FIELD = "What the summary should be about"


def test_typed_words_and_a_keyword_steer_the_summary_and_its_export(program: Program, home: Path) -> None:
    file = home / "harbour.txt"
    file.write_bytes(SAMPLE.read_bytes())
    program.start(file)
    before = summarised(program, 3)

    program.key("ctrl+k")
    program.type("fishing zeppelins")
    program.wait_for(
        lambda: any("About your words: fishing" in card for card in cards(program)), "a sentence about fishing"
    )
    program.find("“zeppelins” does not occur in this article.")
    steered = cards(program)
    assert steered != before

    text = exported(program, home / "brief.md")
    assert 'topic: "fishing zeppelins"' in text
    assert "- **About**: fishing zeppelins · “zeppelins” does not occur in this article." in text
    assert re.search(r"^- \*\*Keywords\*\*: .*wall", text, re.MULTILINE)
    assert "About your words: fishing" in text

    program.key("ctrl+k")
    program.key("Escape")
    program.wait_for(lambda: cards(program) == before, "the summary of the whole")
    program.click("About “marsh”")
    program.wait_for(
        lambda: any("About your words: marsh" in card for card in cards(program)), "a sentence about the marsh"
    )
    program.wait_for(lambda: program.find(FIELD, "text").text == "marsh", "the word in the field")
    program.click("About “marsh”")
    program.wait_for(lambda: cards(program) == before, "the summary of the whole again")


def test_the_sentence_before_is_added_with_a_click_and_kept_in_the_export(program: Program, home: Path) -> None:
    file = home / "mill.txt"
    file.write_text(
        "The mill at Holm opens again\n\nThe mill at Holm will open in June, the council said on Monday.\n\n"
        "Maria Lind bought the old mill. She wants to grind flour for the schools of the county.\n\n"
        "Visitors can see the wheel on Sundays. The river runs high in March. The dam was mended in May.\n",
        encoding="utf-8",
    )
    program.start(file)
    summarised(program, 3)
    program.key("ctrl+k")
    program.type("flour")
    program.wait_for(lambda: any("About your words" in card for card in cards(program)), "the sentence with the word")
    program.key("Return")  # to the cards
    program.key(*["ctrl+bracketleft"] * 2)
    program.wait_for(lambda: ["Begins with “She”" in card for card in cards(program)] == [True], "that sentence alone")
    card = program.find(re.compile("She wants"), "list item")
    left, top, _, height = card.box
    program.click((left + 320, top + height - 14))  # “Add it”, at the end of the card's last line
    before = summarised(program, 2)[0]
    assert "Maria Lind bought" in before
    assert "Added by you" in before
    assert "added by the reader" in exported(program, home / "mill.md")
