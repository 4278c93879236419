"""Where a summary would be no use, a sentence says so."""

from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary.worth import verdict
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences

from .conftest import HARBOUR, doubt, make


def judged(*blocks):
    builder = ArticleBuilder()
    for kind, text in blocks:
        builder.add(kind, text)
    article = builder.build(Meta())
    return verdict(article, split_sentences(article, Cancel()))


def test_news_is_worth_a_summary():
    assert verdict(*make(*HARBOUR)) == ""


def test_three_sentences_are_too_short():
    assert "too short" in verdict(*make("One came. Two left. Three slept."))
    assert verdict(*make("One came. Two left. Three slept. Four woke.")) == ""


def test_nothing_is_told_from_nothing_to_summarise():
    assert "no text" in judged()
    assert "no sentences" in judged((BlockKind.HEADING, "A heading"))


def test_a_list_is_not_prose():
    items = [(BlockKind.ITEM, f"• Item {number} is here.") for number in range(20)]
    assert "lists or code" in judged((BlockKind.PARAGRAPH, "Here is a list."), *items)


def test_code_is_not_prose():
    code = (BlockKind.CODE, "for each in range(10): print(each)\n" * 20)
    assert "lists or code" in judged(code, *[(BlockKind.PARAGRAPH, "It prints. It ends. It is done. It rests.")])


def test_lines_without_stops_are_not_prose():
    lines = [(BlockKind.PARAGRAPH, f"Row {number} of a table") for number in range(20)]
    assert "does not look like prose" in judged(*lines)


def test_every_verdict_is_a_sentence():
    for words in (judged(), verdict(*make("One came."))):
        assert words[0].isupper()
        assert words.endswith(".")


def test_rows_of_a_table_are_not_prose():
    rows = [(BlockKind.PARAGRAPH, f"Dock {number} · 19{number:02} · {number * 7} crowns.") for number in range(12)]
    assert "mostly tables" in judged((BlockKind.PARAGRAPH, "What the docks cost is shown here."), *rows)


def test_verse_is_told_from_prose():
    poem = (
        "The tide is full, the moon lies fair",
        "Upon the straits; on the far coast",
        "The light gleams once and then is gone,",
        "The cliffs stand tall above the bay,",
        "Come to the window, sweet is the air,",
        "Only from the long line of spray,",
        "Where the sea meets the whitened land,",
        "Listen! you hear the grating roar.",
    )
    assert "verse" in judged(*[(BlockKind.PARAGRAPH, line) for line in poem])


def test_short_paragraphs_of_talk_are_no_verse():
    talk = ["“Where are you going?” she asked.", "“To Vik,” he said.", "Nobody spoke.", "The boat left at noon."] * 3
    assert judged(*[(BlockKind.PARAGRAPH, line) for line in talk]) == ""


def test_doubtful_sentences_make_no_summary_worth_having():
    teasers = "Ferries stop. The council meets. Seals return. Prices rise."
    assert "too short" in verdict(*doubt(make("One came. Two left. Three slept.", teasers), "Ferries"))
