"""What every engine keeps, whatever it finds."""

import itertools

import pytest

from nutgraf import names
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.names import ENGINES, find_names
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label
from nutgraf.text.sentences import split_sentences

STORY = (
    "Amara Okafor, who leads the Harbour Workers Union, met Prime Minister Jonas Lindqvist in Oslo on Tuesday.",
    (
        "“We were promised a contract,” Ms. Okafor said. Mr. Lindqvist’s office did not answer. "
        "The Ministry of Transport (MoT) said that the MoT and the union would meet again."
    ),
    "• A spokesman for Deutsche Bank declined to comment 😀.",
)

pytestmark = pytest.mark.parametrize(
    "engine",
    [
        pytest.param(each, id=each.name, marks=pytest.mark.skipif(not each.is_ready(), reason="is not installed here"))
        for each in ENGINES
    ],
)


@pytest.fixture
def story():
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Also read: Peter Falk joins Siemens", furniture=True)
    builder.add(BlockKind.TITLE, "OKAFOR AND LINDQVIST MEET IN OSLO")
    builder.add(BlockKind.STANDFIRST, "Jonas Lindqvist is under pressure")
    for paragraph in STORY:
        builder.add(BlockKind.PARAGRAPH, paragraph)
    builder.add(BlockKind.CAPTION, "Amara Okafor at the harbour. Photo: Reuters")
    builder.add(BlockKind.CODE, "name = 'Jonas Lindqvist'")
    return builder.build(Meta())


@pytest.fixture
def mentions(engine, story):
    return engine.mentions(story, split_sentences(story, Cancel()), Cancel())


def test_spans_are_valid_sorted_and_apart(mentions, story):
    assert mentions
    assert all(0 <= m.span.start < m.span.end <= len(story.text) for m in mentions)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(mentions))


def test_confidence_is_a_probability(mentions):
    assert all(0 < m.confidence <= 1 and isinstance(m.label, Label) for m in mentions)


def test_nothing_is_found_in_furniture_and_code(mentions, story):
    shut = [block.span for block in story.blocks if block.furniture or block.kind is BlockKind.CODE]
    assert not any(m.span.overlaps(span) for m in mentions for span in shut)


def test_headline_standfirst_and_caption_are_searched(mentions, story):
    for kind in (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.CAPTION):
        block = next(block for block in story.blocks if block.kind is kind)
        assert any(m.span in block.span for m in mentions), kind


def test_mentions_begin_and_end_with_the_name(mentions, story):
    for mention in mentions:
        words = mention.span.of(story.text)
        assert words == words.strip(" ,.;:“”\"'’()")
        assert "\n" not in words
        assert words.split()[0].lower() not in {"the", "mr.", "ms.", "prime", "a"}
        assert not words.endswith(("’s", "'s"))


def test_it_is_the_same_every_time(engine, story, mentions):
    assert engine.mentions(story, split_sentences(story, Cancel()), Cancel()) == mentions


def test_the_sentences_order_makes_no_difference(engine, story, mentions):
    assert engine.mentions(story, split_sentences(story, Cancel())[::-1], Cancel()) == mentions


@pytest.fixture
def long_story(story):
    builder = ArticleBuilder()
    for number in range(40):
        builder.add(BlockKind.HEADING, f"Chapter {number}")
        for block in story.blocks:
            builder.add(BlockKind.PARAGRAPH, block.span.of(story.text), furniture=block.furniture)
    return builder.build(Meta())


def test_what_is_found_is_told_meanwhile_each_place_once_and_changes_nothing(engine, long_story):
    sentences = split_sentences(long_story, Cancel())
    told = []
    found = engine.mentions(long_story, sentences, Cancel(), found=told.append)
    assert found == engine.mentions(long_story, sentences, Cancel())
    assert len(told) > 3
    spans = [mention.span for some in told for mention in some]
    assert len(set(spans)) == len(spans)
    assert spans == sorted(spans)
    assert len(set(spans) & {mention.span for mention in found}) > 0.9 * len(found)


def test_what_is_in_sight_is_told_first(engine, long_story):
    sentences = split_sentences(long_story, Cancel())
    middle = next(each.span for each in sentences if each.span.start > len(long_story.text) / 2)
    told = []
    found = engine.mentions(long_story, sentences, Cancel(), found=told.append, first=middle)
    starts = [some[0].span.start for some in told if some]
    onwards = [start for start in starts if start >= middle.start - 1000]
    assert abs(starts[0] - middle.start) < 1000
    assert starts == [*sorted(onwards), *sorted(set(starts) - set(onwards))]
    assert starts[-1] < middle.start
    assert found == engine.mentions(long_story, sentences, Cancel())


def test_it_stops_when_cancelled(engine, story):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        engine.mentions(story, split_sentences(story, Cancel()), cancel)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "12, 13",
        "no names here at all",
        "é" * 3000,
        "Ana Ruiz met Bo Ek and " * 2000,
        "ALL CAPS " * 400,
        "日本語の文章です。",
    ],
)
def test_odd_texts_do_no_harm(engine, text):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, text)
    made = builder.build(Meta())
    found = engine.mentions(made, split_sentences(made, Cancel()), Cancel())
    assert all(m.span.end <= len(made.text) for m in found)


def test_entities_hold_every_mention_once(engine, story):
    sentences = split_sentences(story, Cancel())
    entities = find_names(story, sentences, Cancel()).entities
    held = sorted(m.span for entity in entities for m in entity.mentions)
    if engine is names.engine():
        assert held == [m.span for m in engine.mentions(story, sentences, Cancel())]
    assert [entity.mentions[0].span for entity in entities] == sorted(entity.mentions[0].span for entity in entities)


def test_several_threads_may_ask_at_once(engine, story, mentions):
    from concurrent.futures import ThreadPoolExecutor

    sentences = split_sentences(story, Cancel())
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: engine.mentions(story, sentences, Cancel()), range(12)))
    assert answers == [mentions] * 12
