"""How many boundaries are found in corpora with sentence marks, which are no part of this repository."""

from __future__ import annotations

import pytest
from running_text import Score, documents, joined, paragraphs, score

from nutgraf.cancel import Cancel
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences

FLOORS = {  # F1 of 100
    "voa.train": 99.9,
    "voa.dev": 99.8,
    "web.train": 98.2,
    "web.dev": 98.2,
    "wikigold.train": 98.5,
    "politics.train": 98.8,
}


def ends(text):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, text)
    return [sentence.span.end for sentence in split_sentences(builder.build(Meta(language="en")), Cancel())]


@pytest.mark.shared
@pytest.mark.parametrize("corpus", FLOORS)
def test_boundaries_are_found(corpus, shared):
    assert score(list(paragraphs(shared / "eval" / "names" / f"{corpus}.conll")), ends).f1 >= FLOORS[corpus]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["It", "is", "n't", "so", ",", "is", "it", "?"], "It isn't so, is it?"),
        (["He", "said", '"', "no", '"', "(", "twice", ")", "."], 'He said "no" (twice).'),
        (["The", "mayor", "'s", "car", "burned", "..."], "The mayor's car burned..."),
    ],
)
def test_words_are_joined_as_they_are_printed(tokens, text):
    assert joined(tokens) == text


def test_a_sentence_without_a_stop_ends_its_paragraph(tmp_path):
    file = tmp_path / "corpus"
    file.write_text(
        "-DOCSTART-\tO\n\nOne\tO\ncame\tO\n.\tO\n\nTwo\tO\nleft\tO\n\nThree\tO\nslept\tO\n.\tO\n\n"
        "-DOCSTART-\tO\n\nFour\tO\nwoke\tO\n.\tO\n"
    )
    assert list(documents(file)) == [["One came.", "Two left", "Three slept."], ["Four woke."]]
    assert [(made.text, made.ends) for made in paragraphs(file)] == [
        ("One came. Two left", {9}),
        ("Three slept.", set()),
        ("Four woke.", set()),
    ]


def test_boundaries_too_many_and_too_few_lower_the_figure():
    assert Score(right=8, found=8, marked=8).f1 == 100
    assert Score(right=6, found=8, marked=10).f1 == pytest.approx(66.67, abs=0.01)
