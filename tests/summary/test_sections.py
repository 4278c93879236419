"""The parts between headings, and what each says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.length import cut
from nutgraf.summary.sections import by_section, headings, sections
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.ranking import Length, Measure, Ranking
from nutgraf.text.sentences import split_sentences

LONG = " ".join(f"The walls of dock {number} were built in 19{number:02}." for number in range(30))


def built(*blocks):
    builder = ArticleBuilder()
    for kind, text in blocks:
        builder.add(kind, text, level=2 if kind is BlockKind.HEADING else 0)
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())


TWO = built(
    (BlockKind.PARAGRAPH, "A report on harbours. It is long."),
    (BlockKind.HEADING, "An empty part"),
    (BlockKind.HEADING, "Docks"),
    (BlockKind.PARAGRAPH, LONG),
    (BlockKind.HEADING, "Boats"),
    (BlockKind.PARAGRAPH, "Boats leave for Vik. They come back."),
    (BlockKind.PARAGRAPH, "Nobody counts them."),
    (BlockKind.HEADING, "At the end"),
)


def test_sections_part_all_sentences_in_reading_order():
    found = sections(*TWO)
    assert [each.heading for each in found] == ["", "Docks", "Boats"]
    assert [(each.start, each.stop) for each in found] == [(0, 2), (2, 32), (32, 35)]
    assert [each.level for each in found] == [0, 2, 2]
    assert TWO[0].blocks[found[1].block].span.of(TWO[0].text) == "Docks"


def test_an_article_without_headings_is_one_section(harbour):
    (only,) = sections(*harbour)
    assert (only.heading, only.block, only.start, only.stop) == ("", None, 0, len(harbour[1]))


def test_nothing_has_no_sections():
    assert sections(*built((BlockKind.HEADING, "Alone"))) == ()


def summary_of(count):
    ranking = method("lexrank").rank(*TWO, Cancel())
    return cut(ranking, *TWO, Length(Measure.SENTENCES, count)), sections(*TWO)


def test_each_section_has_its_best_sentences_by_the_ranking():
    summary, found = summary_of(7)
    spread = by_section(summary, found)
    assert len(spread.sentences) == 7
    assert spread.sentences == tuple(sorted(spread.sentences))
    for section in found:
        inside = [index for index in summary.ranking.order if section.start <= index < section.stop]
        own = {index for index in spread.sentences if section.start <= index < section.stop}
        assert own == set(inside[: len(own)])
        assert own


def test_seats_follow_the_length_of_sections():
    spread = by_section(*summary_of(10))
    assert [
        sum(start <= index < stop for index in spread.sentences) for start, stop in ((0, 2), (2, 32), (32, 35))
    ] == [1, 8, 1]


def test_the_shortest_summary_has_one_of_each_and_the_longest_has_all():
    summary, found = summary_of(1)
    assert len(by_section(summary, found).sentences) == 3
    assert by_section(*summary_of(35)).sentences == tuple(range(35))


def test_a_longer_summary_holds_the_shorter_one():
    shown = [set(by_section(*summary_of(count)).sentences) for count in range(3, 36)]
    assert all(short < longer for short, longer in pairwise(shown))


def test_headings_stand_above_the_first_sentence_of_their_section():
    summary, found = summary_of(7)
    spread = by_section(summary, found)
    shown = headings(spread, found)
    assert list(shown.values()) == ["Docks", "Boats"]
    assert [min(index for index in spread.sentences if index >= start) for start in (2, 32)] == list(shown)
    assert headings(replace(summary, sentences=(0, 33)), found) == {33: "Boats"}


def test_a_summary_of_nothing_has_no_sections():
    summary, _ = summary_of(3)
    nothing = replace(summary, ranking=Ranking("lexrank", (), (), ()), sentences=())
    assert by_section(nothing, ()).sentences == ()
    assert headings(nothing, ()) == {}


def test_a_heading_above_doubtful_sentences_alone_parts_nothing():
    article, sentences = TWO
    first, second = (block for block in article.blocks if block.span.of(article.text) in {LONG, "Nobody counts them."})
    for doubtful, expected in (({first}, ["", "Boats"]), ({second}, ["", "Docks", "Boats"])):
        blocks = tuple(replace(block, doubtful=block in doubtful) for block in article.blocks)
        found = sections(replace(article, blocks=blocks), sentences)
        assert [section.heading for section in found] == expected
        assert [section.start for section in found[1:]] == [section.stop for section in found[:-1]]
        assert found[-1].stop == len(sentences)
