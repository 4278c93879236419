import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.leftovers import fold_leftovers
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run

STORY = "The ferry sailed before dawn, and nobody on the pier saw it leave."


def folded(*blocks, authors=()):
    builder = ArticleBuilder()
    for block in blocks:
        kind, text, furniture = (BlockKind.PARAGRAPH, block, False) if isinstance(block, str) else (*block, False)[:3]
        builder.add(kind, text, furniture=furniture)
    article = fold_leftovers(builder.build(Meta(authors=authors)), Cancel())
    return [block.span.of(article.text) for block in article.blocks if block.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lima",
        "Published 3 May 2024",
        "Also read: Ten boats that came home",
        "Continue reading the main story",
        "Story continues below advertisement",
        "Play video",
        "Click to enlarge this picture",
        "Anzeige",
    ],
)
def test_lines_of_the_page_are_folded(line):
    assert folded(STORY, line, STORY) == [line]


@pytest.mark.parametrize("line", ["Continue reading the novel, she said.", "Er erstattete Anzeige.", STORY])
def test_lines_of_the_article_are_not(line):
    assert folded(STORY, line, STORY) == []


def test_an_authors_bare_name_is_folded_and_other_names_are_not():
    assert folded("Ana Lima", STORY, "Tom Reed", STORY, authors=("Ana Lima",)) == ["Ana Lima"]


def test_a_label_of_nothing_is_folded_and_one_of_something_is_not():
    furniture = (BlockKind.ITEM, "Ten boats", True)
    assert folded(STORY, "More about:", furniture, STORY, "Notes:") == ["More about:", "Ten boats", "Notes:"]
    assert folded("What they need:", STORY, "She said only this to them:") == []


def test_headings_below_the_last_words_of_the_article_are_folded():
    heading, caption = (BlockKind.HEADING, "Most read"), (BlockKind.CAPTION, "The ferry")
    assert folded((BlockKind.HEADING, "The crossing"), STORY, heading, caption) == ["Most read"]
    assert folded(STORY, heading, (BlockKind.PARAGRAPH, "Ten boats", True)) == ["Most read", "Ten boats"]


def test_headlines_of_other_articles_among_prose_are_folded_and_linked_sentences_are_not():
    headline, sentence = "Ten boats that were thought lost", "The whole report is here."
    lines = [(BlockKind.PARAGRAPH, [Run(each, link="/a")]) for each in (headline, sentence, "Two words")]
    assert folded(*[STORY] * 20, *lines, STORY) == [headline]
    assert folded(STORY, *lines) == []


def test_a_row_that_links_is_no_headline():
    row = (BlockKind.PARAGRAPH, [Run("Keeper of the light · Blythe", link="/a")])
    assert folded(*[STORY] * 20, row) == []


def test_prompts_and_notes_on_the_authors_are_folded():
    prompt, note = "Sign up for our newsletter about the sea.", "Ana Lima is a reporter at Coast."
    assert folded(STORY, prompt, STORY, note, authors=("Ana Lima",)) == [prompt, note]
    assert folded(STORY, note) == []
