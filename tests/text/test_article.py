from __future__ import annotations

import pickle

import pytest

from nutgraf.text.article import PROSE, Article, Block, BlockKind, Mark, MarkKind, Meta
from nutgraf.text.span import Span

TEXT = "Menu\nThe mill turns.\n• Grain is weighed."
BLOCKS = (
    Block(BlockKind.PARAGRAPH, Span(0, 4), furniture=True),
    Block(BlockKind.PARAGRAPH, Span(5, 20)),
    Block(BlockKind.ITEM, Span(21, 40), level=1),
)


def test_refold_changes_the_blocks_that_are_named_and_nothing_else():
    marks = (Mark(MarkKind.LINK, Span(9, 13), "https://example.org"),)
    article = Article(TEXT, BLOCKS, marks, Meta(title="Mill"), ("A notice.",))
    changed = article.refold({0: False, 2: True})
    assert [block.furniture for block in changed.blocks] == [False, False, True]
    assert (changed.text, changed.marks, changed.meta, changed.notices) == (TEXT, marks, article.meta, article.notices)
    assert [block.span for block in changed.blocks] == [block.span for block in BLOCKS]
    assert [block.furniture for block in article.blocks] == [True, False, False]
    assert changed.refold({0: True, 2: False}) == article


@pytest.mark.parametrize("kind", BlockKind)
def test_furniture_is_never_prose(kind):
    assert Block(kind, Span(0, 1)).is_prose is (kind in PROSE)
    assert not Block(kind, Span(0, 1), furniture=True).is_prose


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("• Grain is weighed.", "Grain is weighed."),
        ("- Grain", "Grain"),
        ("12. Grain", "Grain"),
        ("b) Grain", "Grain"),
        ("Grain", "Grain"),
        ("2019 was wet", "2019 was wet"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_the_body_of_an_item_leaves_its_marker_out(words, body):
    text = f"Before\n{words}\nafter"
    block = Block(BlockKind.ITEM, Span(7, 7 + len(words)))
    assert block.body(text).of(text) == body


def test_a_marker_never_reaches_into_the_next_block():
    text = "-\n Grain"
    assert Block(BlockKind.ITEM, Span(0, 1)).body(text) == Span(0, 1)


def test_a_paragraph_that_begins_like_an_item_keeps_all_its_words():
    text = "1. January was cold."
    assert Block(BlockKind.PARAGRAPH, Span(0, len(text))).body(text) == Span(0, len(text))


def test_an_article_can_be_sent_to_another_process():
    article = Article(TEXT, BLOCKS, (), Meta(title="Mill"))
    assert pickle.loads(pickle.dumps(article)) == article
