"""Words as numbers, for sumy's methods."""

from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary.sumy_words import sumy_words
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences


def harbour():
    builder = ArticleBuilder()
    builder.add(BlockKind.TITLE, "The boats")
    builder.add(BlockKind.PARAGRAPH, "The boats left. A boat sank.")
    builder.add(BlockKind.HEADING, "Sinking", level=2)
    builder.add(BlockKind.HEADING, "Menu", level=2, furniture=True)
    builder.add(BlockKind.PARAGRAPH, "The walls of the harbour cracked.")
    builder.add(BlockKind.HEADING, "More about it", level=2)
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())


def test_sentences_are_their_words():
    words = sumy_words(*harbour(), Cancel())
    named = list(words.numbers)
    assert words.lengths.tolist() == [3, 3, 6]
    assert (
        " ".join(named[number] for number in words.words)
        == "the boats left a boat sank the walls of the harbour cracked"
    )
    assert words.sentences.tolist() == [0] * 3 + [1] * 3 + [2] * 6


def test_headings_count_where_prose_comes_after():
    words = sumy_words(*harbour(), Cancel())
    named = list(words.numbers)
    assert [named[number] for number in words.headings] == ["the", "boats", "sinking"]


def test_stems_and_stop_words_are_known_by_word():
    words = sumy_words(*harbour(), Cancel())
    number, stems = words.numbers, list(words.stem_names)
    assert words.stems[number["boats"]] == words.stems[number["boat"]]
    assert stems[words.stems[number["cracked"]]] == "crack"
    assert words.stopped[number["the"]]
    assert not words.stopped[number["boat"]]


def test_matrices_leave_stop_words_out():
    words = sumy_words(*harbour(), Cancel())
    assert words.stem_matrix.lengths.tolist() == [2, 2, 3]
    assert words.stem_matrix.frequency[words.stem_names["boat"]] == 2
    assert words.word_matrix.frequency[words.numbers["boat"]] == 1


def test_words_of_the_same_sentences_are_counted_once():
    article, sentences = harbour()
    assert sumy_words(article, sentences, Cancel()) is sumy_words(article, sentences, Cancel())
