from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary.coverage import coverage
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences

from .conftest import doubt, make


def report():
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Home News Sport", furniture=True)
    builder.add(BlockKind.PARAGRAPH, "The report opens here. It has parts.")
    for name in ("Methods", "Results"):
        builder.add(BlockKind.HEADING, name, level=2)
        builder.add(BlockKind.PARAGRAPH, f"{name} are told of here at some length. They fill a paragraph of their own.")
    builder.add(BlockKind.HEADING, "References", level=2)
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())


def test_places_go_from_the_first_word_to_the_last():
    article, sentences = make("One is first here.", "Two is second here.", "Three is the third one.")
    found = coverage(article, sentences, (0, 2))
    assert [each.sentence for each in found.stretches] == [0, 2]
    assert found.stretches[0].start == 0
    assert found.stretches[1].end == 1
    assert all(each.start < each.end for each in found.stretches)
    assert (found.drawn, found.paragraphs) == (2, 3)
    assert found.in_words() == "Draws from 2 of 3 paragraphs: 1 sentence from the beginning and 1 from the end."


def test_parts_are_the_sections_that_have_sentences():
    found = coverage(*report(), (0, 4))
    assert [(part.heading, part.chosen) for part in found.parts] == [("", 1), ("Methods", 0), ("Results", 1)]
    assert [part.start for part in found.parts[1:]] == [part.end for part in found.parts[:-1]]
    assert found.parts[-1].end == 1
    assert found.in_words().startswith("Draws from 2 of 3 sections: ")


def test_furniture_takes_no_room():
    article, sentences = report()
    assert coverage(article, sentences, (0,)).stretches[0].start == 0


def test_nothing_chosen_is_nothing_said():
    article, sentences = make("One is first here.")
    found = coverage(article, sentences, ())
    assert found.stretches == ()
    assert found.in_words() == ""
    assert coverage(*make(), ()).parts == ()


def test_doubtful_paragraphs_are_none_of_those_to_draw_from():
    found = coverage(*doubt(make("One is first here.", "Teasers follow.", "Two is second here."), "Teasers"), (0,))
    assert (found.drawn, found.paragraphs) == (1, 2)
    assert coverage(*doubt(make("One is here.", "Teasers follow."), "Teasers"), (0, 1)).paragraphs == 2
