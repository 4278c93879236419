"""Which method serves an article, and why."""

from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.automatic import LONG, LONG_IN_PARTS
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences


def chosen(words, headings):
    """Return the ranking of an article of so many words (in sentences of ten) under so many headings."""
    builder = ArticleBuilder()
    sentences = words // 10
    for part in range(max(headings, 1)):
        if headings:
            builder.add(BlockKind.HEADING, f"Part {part}", level=2)
        count = sentences // max(headings, 1)
        lines = (f"In dock {part} of the old port wall {wall} was built." for wall in range(count))
        builder.add(BlockKind.PARAGRAPH, " ".join(lines))
    article = builder.build(Meta(language="en"))
    return method("automatic").rank(article, split_sentences(article, Cancel()), Cancel())


def test_what_is_short_is_ranked_as_news():
    ranking = chosen(400, 0)
    assert (ranking.method, ranking.chosen) == ("news", "article length: 440 words")
    assert ranking.order == method("news").rank(*_again(400, 0), Cancel()).order


def test_what_is_long_is_ranked_as_a_long_read():
    ranking = chosen(LONG + 100, 0)
    assert ranking.method == "long_read"
    assert ranking.chosen.startswith("long: 2,")


def test_so_is_what_is_shorter_but_in_many_sections():
    assert chosen(LONG_IN_PARTS + 100, 5).chosen.startswith("in 5 sections: 1,")
    assert chosen(LONG_IN_PARTS + 100, 2).method == "news"
    assert chosen(LONG_IN_PARTS - 300, 5).method == "news"


def test_a_method_that_the_reader_chose_gives_no_reason():
    assert method("news").rank(*_again(400, 0), Cancel()).chosen == ""


def _again(words, headings):
    builder = ArticleBuilder()
    builder.add(
        BlockKind.PARAGRAPH,
        " ".join(f"In dock 0 of the old port wall {wall} was built." for wall in range(words // 10)),
    )
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())
