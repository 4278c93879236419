from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.gui.reading import Reading, facts_of, language_name
from nutgraf.text.article import Meta
from nutgraf.text.entity import Names
from nutgraf.text.words import article_words, count_words


@pytest.mark.parametrize(("tag", "name"), [("en", "English"), ("pt-BR", "Portuguese"), ("", ""), ("de", "German")])
def test_a_language_is_named(tag, name):
    assert language_name(tag) == name


def test_a_language_that_nobody_knows_has_no_name():
    assert language_name("qqq-not-one") == ""


def test_furniture_is_not_counted(article):
    whole = count_words(article.text)
    furniture = count_words("Home News Sport Share this page Also read another story")
    assert article_words(article) == whole - furniture


def test_the_meta_line_says_what_is_known_in_order(article):
    meta = Meta(
        title="A mill",
        authors=("Ana Berg", "Ib Holt"),
        published="2026-03-01",
        site="The Holm Post",
        source_name="mill.txt",
        language="en",
    )
    count = article_words(article)
    assert facts_of(replace(article, meta=meta), count) == (
        "By Ana Berg, Ib Holt",
        "2026-03-01",
        "The Holm Post",
        "mill.txt",
        f"{count:,} words",
        f"{round(count / 238)} min read",
        "English",
    )


def test_what_is_not_known_is_left_out(article):
    facts = facts_of(replace(article, meta=Meta()), article_words(article))
    assert len(facts) == 2
    assert facts[0].endswith(" words")


def test_an_article_without_a_title_goes_by_its_files_name(article):
    reading = Reading(Path("/home/ana/mill.txt"), 3)
    assert reading.title == "mill.txt"
    reading.article = article
    assert reading.title == "A mill 🏚️ turns again"


def test_forgetting_keeps_the_article_its_place_and_its_length(article):
    reading = Reading(Path("/a.txt"), 7, article=article, sentences=(), names=Names(), verdict="Too short.", place=40)
    reading.forget()
    assert reading.sentences is reading.ranking is reading.names is None
    assert reading.verdict == ""
    assert (reading.article, reading.length, reading.place) == (article, 7, 40)


def test_two_readings_of_the_same_file_are_two():
    assert Reading(Path("/a.txt"), 3) != Reading(Path("/a.txt"), 3)
