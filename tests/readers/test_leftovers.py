import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.leftovers import fold_leftovers
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

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
