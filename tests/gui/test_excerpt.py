"""The sentences with one name, and what is left out between them."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.gui.excerpt import Gap, excerpt_of
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Entity, Label, Mention
from nutgraf.text.sentences import split_sentences
from nutgraf.text.span import Span

BLOCKS = (
    (BlockKind.TITLE, "The bridge", False),
    (BlockKind.STANDFIRST, "A town waits", False),
    (BlockKind.PARAGRAPH, "Home News", True),
    (BlockKind.PARAGRAPH, "Nobody came. Ada Voss did. She stayed.", False),
    (BlockKind.PARAGRAPH, "It rained. It rained again.", False),
    (BlockKind.PARAGRAPH, "The river rose.", False),
    (BlockKind.CAPTION, "Ada Voss on the bridge", False),
    (BlockKind.PARAGRAPH, "Voss spoke. The end.", False),
    (BlockKind.PARAGRAPH, "Share this", True),
)


@pytest.fixture
def bridge():
    builder = ArticleBuilder()
    for kind, words, furniture in BLOCKS:
        builder.add(kind, words, furniture=furniture)
    return builder.build(Meta(title="The bridge"))


@pytest.fixture
def voss(bridge):
    starts = [at for at in range(len(bridge.text)) if bridge.text.startswith("Voss", at)]
    return Entity("Ada Voss", Label.PERSON, tuple(Mention(Span(at, at + 4), Label.PERSON) for at in starts))


@pytest.fixture
def excerpt(bridge, voss):
    return excerpt_of(bridge, split_sentences(bridge, Cancel()), voss)


def words(article, spans):
    return [span.of(article.text) for span in spans]


def test_sentences_that_name_someone_stay_with_the_title_and_lines_that_do(bridge, excerpt):
    assert words(bridge, excerpt.bright) == ["The bridge", "Ada Voss did.", "Ada Voss on the bridge", "Voss spoke."]
    assert excerpt.blocks == {0, 3, 6, 7}
    assert len(excerpt.sentences) == 2


def test_what_stands_beside_them_is_dimmed(bridge, excerpt):
    assert [each.strip() for each in words(bridge, excerpt.dim(bridge))] == ["Nobody came.", "She stayed.", "The end."]


def test_gaps_say_how_many_sentences_are_left_out(excerpt):
    assert excerpt.gaps == (Gap(1, 2, 0), Gap(4, 5, 3))
    assert [gap.words for gap in excerpt.gaps] == ["2 lines", "3 sentences"]
    assert Gap(1, 1, 1).words == "1 sentence"


def test_page_furniture_alone_is_no_gap(excerpt):
    assert excerpt.gap_of(8) is None
    assert excerpt.gap_of(5) == Gap(4, 5, 3)


def test_a_gap_is_opened_without_its_furniture(bridge, excerpt):
    opened = excerpt.without(excerpt.gaps[0], bridge)
    assert opened.blocks == {0, 1, 3, 6, 7}
    assert "A town waits" in words(bridge, opened.bright)
    assert opened.gaps == excerpt.gaps[1:]


def test_every_place_is_bright_dim_or_out_of_sight(bridge, excerpt):
    dim = excerpt.dim(bridge)
    for index, block in enumerate(bridge.blocks):
        for at in range(block.span.start, block.span.end):
            place = Span(at, at + 1)
            kinds = [excerpt.is_bright(place), any(place in span for span in dim), index not in excerpt.blocks]
            assert sum(kinds) == 1


def test_a_name_in_no_sentence_leaves_the_title(bridge, voss):
    nowhere = Entity("X", Label.PERSON, (Mention(bridge.blocks[2].span, Label.PERSON),))
    found = excerpt_of(bridge, split_sentences(bridge, Cancel()), nowhere)
    assert found.blocks == {0}
    assert found.sentences == ()
