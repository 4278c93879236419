"""The whole path in the real program: open, read, go to a sentence and a name, find, fold, change colours, export, come back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from nutgraf.gui.theme import load_theme
from nutgraf.settings import SENTENCES
from onscreen.errands import exported, summarised

if TYPE_CHECKING:
    from onscreen import Program
    from onscreen.tree import Node

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
OF_SHARED = ("missiles.txt", "wire-1.txt", "daily-1.txt", "story-1.txt", "copied-7dfc3e.txt", "saved-3cb5e2.html")
LIGHT, SEPIA = load_theme("light").page.getRgb()[:3], load_theme("sepia").page.getRgb()[:3]


CARD = re.compile(r"(?s)\d+\. (.*?)(?: \([^()]*\))?")


def sentences(program: Program, count: int) -> list[str]:
    """Return the summary's sentences as the screen shows them, without numbers and reasons, once there are so many."""
    shown = [CARD.fullmatch(card) for card in summarised(program, count)]
    assert all(shown)
    return [card[1] for card in shown if card]


def article(program: Program) -> Node:
    """Return the text view."""
    return program.find("Article", "text")


def on_screen(program: Program, words: str) -> bool:
    """Whether `words` of the article stand inside the view, not folded and not scrolled out of sight."""
    view = article(program)
    at = view.text.index(words)
    _, top, _, height = view.box
    _, y, width, line = view.character_box(at)
    return width > 0 and top <= y and y + line <= top + height


def page_colour(program: Program) -> tuple[int, int, int]:
    """Return the colour of the page at its upper left corner."""
    left, top, _, _ = article(program).box
    return program.picture().pixelColor(left + 6, top + 6).getRgb()[:3]


@pytest.mark.parametrize("name", [*OF_SHARED, "harbour.txt", "explainer.md", "letter.html"])
def test_an_article_opens_beside_a_summary_in_its_own_words(
    program: Program, name: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue("shared") / "articles" if name in OF_SHARED else SAMPLES
    program.start(folder / name)
    shown = sentences(program, SENTENCES.default)
    text = " ".join(article(program).text.split())
    for card in shown:
        assert " ".join(card.split()) in text
    assert "Nutgraf" in program.window_title()


@pytest.mark.usefixtures("shared")
def test_furniture_is_folded_and_opens(program: Program, shared: Path) -> None:
    program.start(shared / "articles" / "missiles.txt")
    summarised(program, SENTENCES.default)
    assert program.window_title().startswith("Russia sees over 150")
    assert not on_screen(program, "youtube")
    program.key("ctrl+shift+h")
    program.key("ctrl+Home")
    program.wait_for(lambda: on_screen(program, "youtube"), "the furniture")
    program.key("ctrl+shift+h")
    program.wait_for(lambda: not on_screen(program, "youtube"), "the folded furniture")


def test_dragging_the_slider_changes_the_summary_and_never_shows_furniture(program: Program, shared: Path) -> None:
    program.start(shared / "articles" / "missiles.txt")
    summarised(program, SENTENCES.default)
    left, top, width, height = program.find(re.compile("^Length"), "slider").box
    knob = (left + round(width * 0.17), top + height // 2)
    program.drag(knob, (left + width - 2, top + height // 2))
    shown = sentences(program, 14)
    assert not any(furniture in card for card in shown for furniture in ("youtube", "Also read", "English News"))
    program.drag((left + width - 8, top + height // 2), (left + 2, top + height // 2))
    summarised(program, 1)


def test_a_sentence_a_name_and_a_search_lead_to_their_places(program: Program) -> None:
    program.start(SAMPLES / "harbour.txt")
    summarised(program, SENTENCES.default)
    view = article(program)
    program.key(*["ctrl+bracketright"] * 12)
    shown = sentences(program, SENTENCES.default + 12)
    sentence = shown[-1]
    assert not on_screen(program, sentence[:30])
    program.key("ctrl+Up")
    program.wait_for(lambda: on_screen(program, sentence[:30]), "the last summary sentence in the text")
    program.key("ctrl+Down")
    program.wait_for(lambda: not on_screen(program, sentence[:30]), "the first summary sentence")
    program.click(program.find(re.compile("^2\\. "), "list item"))
    program.wait_for(lambda: on_screen(program, shown[1][:30]), "the clicked sentence")

    named = program.find(re.compile(r"named [3-9] times"), "list item")
    name = named.name.split(", ")[0]
    program.click(named)
    program.wait_for(lambda: on_screen(program, name), f"the first mention of {name}")

    program.key("ctrl+f")
    program.type("harbour")
    count = program.find(re.compile(r"^\d+ of \d+$"))
    total = len(re.findall("harbour", view.text, re.IGNORECASE))
    assert 0 < int(count.name.split()[-1]) <= total
    program.key("Return")
    program.find(re.compile(r"^\d+ of \d+$"))
    program.key("Escape")
    program.wait_for(lambda: not program.shows(re.compile(r"^\d+ of \d+$")), "the closed search")


def test_colours_change_with_a_key_and_last(program: Program) -> None:
    program.start(SAMPLES / "explainer.md")
    summarised(program, SENTENCES.default)
    program.wait_for(lambda: page_colour(program) == LIGHT, "the light page")
    program.key("ctrl+t")
    program.wait_for(lambda: page_colour(program) == SEPIA, "the sepia page")
    assert program.close() == 0
    program.start(SAMPLES / "explainer.md")
    summarised(program, SENTENCES.default)
    program.wait_for(lambda: page_colour(program) == SEPIA, "the sepia page again")


def test_an_export_leads_back_to_its_sentences(program: Program, home: Path) -> None:
    saved = home / "harbour.txt"
    saved.write_bytes((SAMPLES / "harbour.txt").read_bytes())
    program.start(saved)
    summarised(program, SENTENCES.default)
    program.key(*["ctrl+bracketright"] * 12)
    shown = sentences(program, SENTENCES.default + 12)
    text = exported(program, home / "brief.md")
    program.find(re.compile("Exported to"))
    links = re.findall(r"nutgraf:[^)\s>]+#char=\d+,\d+", text)
    of_sentences = links[: len(shown)]
    assert program.close() == 0

    last = shown[-1]
    program.start(of_sentences[-1])
    program.wait_for(lambda: on_screen(program, last[:40]), "the sentence that the link names")
    assert program.hand_over(of_sentences[0]) == 0
    program.wait_for(lambda: not on_screen(program, last[:40]), "the first sentence, in the same window")
    assert len(program.windows()) == 1


def test_an_article_opens_again_where_it_was_left(program: Program) -> None:
    program.start(SAMPLES / "harbour.txt")
    summarised(program, SENTENCES.default)
    program.key("ctrl+bracketright", "ctrl+bracketright")
    left = sentences(program, SENTENCES.default + 2)
    program.key("ctrl+Up")
    program.wait_for(lambda: on_screen(program, left[-1]), "the last sentence")
    program.still()
    _, top, _, _ = article(program).character_box(article(program).text.index(left[-1]))
    assert program.close() == 0
    program.stop()
    program.start(SAMPLES / "harbour.txt")
    assert sentences(program, SENTENCES.default + 2) == left
    program.still()
    _, again, _, line = article(program).character_box(article(program).text.index(left[-1]))
    assert abs(again - top) < line


def test_copied_words_are_pasted_as_an_article(program: Program) -> None:
    words = (SAMPLES / "harbour.txt").read_text(encoding="utf-8")
    program.start()
    program.screen.put_on_clipboard(words)
    program.key("ctrl+v")
    shown = sentences(program, SENTENCES.default)
    assert all(card in words for card in shown)
    [kept] = (program.home / ".local" / "share" / "nutgraf" / "pasted").iterdir()
    assert kept.read_text(encoding="utf-8") == words


def test_an_article_is_printed_with_its_summary(program: Program) -> None:
    program.start(SAMPLES / "harbour.txt")
    first, *_ = sentences(program, SENTENCES.default)
    program.key("ctrl+p")
    program.find("Print", "dialog")
    program.key("Return")
    file = program.home / "coast-town-votes-to-give-its-old-harbour-back-to-the-sea.pdf"
    program.find(re.compile(rf"^2 pages printed to {re.escape(str(file))}\.$"))
    with pypdfium2.PdfDocument(file) as document:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert pages[0].count(first) == 2  # in the summary and in its place
    assert "1 / 2" in pages[0]
    assert "2 / 2" in pages[1]
