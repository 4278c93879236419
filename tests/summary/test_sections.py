"""The parts between headings, and what each says."""

from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.sections import section_summaries, sections
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
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


def test_each_section_has_its_best_sentences_by_the_ranking():
    ranking = method("lexrank").rank(*TWO, Cancel())
    found = section_summaries(*TWO, ranking)
    assert [len(each.sentences) for each in found] == [1, 4, 1]
    for each in found:
        inside = [index for index in ranking.order if each.section.start <= index < each.section.stop]
        assert set(each.sentences) == set(inside[: len(each.sentences)])
        assert each.sentences == tuple(sorted(each.sentences))
