import pytest

from nutgraf.readers.front_matter import authors_of, day_of, front_matter


def test_a_rule_at_the_top_is_no_front_matter():
    assert front_matter("---\nNot a field\n---\nText") == ({}, "---\nNot a field\n---\nText")


YAML = r"""---
title: 'It''s: calm'  # for now
subtitle: "A \u201cstorm\u201d # no"
abstract: >-
  Words
  below.
author:
- name: Ana Lima
  role: keeper
- "Tom Reed"
tags: [a, "b, c", 'd']
plain: C# and more # a comment
empty:
---
Text"""


def test_yaml_is_read_as_far_as_articles_use_it():
    fields, rest = front_matter(YAML)
    assert rest == "Text"
    assert fields == {
        "title": ("It's: calm",),
        "subtitle": ("A “storm” # no",),
        "abstract": ("Words below.",),
        "author": ("Ana Lima", "Tom Reed"),
        "tags": ("a", "b, c", "d"),
        "plain": ("C# and more",),
    }


def test_an_apostrophe_opens_no_quotation_that_nothing_closes():
    assert front_matter("---\ntags: ['tis, a 'b', 'it''s']\n---\nText")[0] == {"tags": ("'tis", "a 'b'", "it's")}


def test_tables_of_toml_say_nothing_of_the_article():
    fields, _ = front_matter(
        '+++\ntitle = "Tides"  # here\ndate = 2024-05-31T10:00:00Z\n[extra]\ntitle = "Other"\n+++\nText'
    )
    assert fields == {"title": ("Tides",), "date": ("2024-05-31T10:00:00Z",)}


def test_toml_is_read_over_lines_and_what_is_none_stays_in_the_text():
    fields, rest = front_matter('+++\ntitle = """\nTides"""\nauthors = [\n  "Ana Lima",\n  \'Tom Reed\',\n]\n+++\nText')
    assert (fields, rest) == ({"title": ("Tides",), "authors": ("Ana Lima", "Tom Reed")}, "Text")
    for words in ("+++\nNot a field\n+++\nText", f"+++\ntitle = {'[' * 9000}\n+++\nText"):
        assert front_matter(words) == ({}, words)


def test_pandocs_title_block_is_read():
    block = "% On tides\n  and ferries\n% Ana Lima; Tom Reed\n% 31 May 2024\n"
    fields, rest = front_matter(f"{block}\nText")
    assert fields == {"title": ("On tides and ferries",), "authors": ("Ana Lima", "Tom Reed"), "date": ("31 May 2024",)}
    assert rest == "\nText"
    assert front_matter("%done of it\n\nText") == ({}, "%done of it\n\nText")


def test_multimarkdowns_fields_are_read_where_a_title_opens_them():
    assert front_matter("Title: Tides\nAuthor: Ana Lima\n\nText") == (
        {"title": ("Tides",), "author": ("Ana Lima",)},
        "Text",
    )
    for text in ("Note: this.\nAlso: that.\n\nText", "Title: Tides\nand words.\n\nText", "Title: Tides\n\nText"):
        assert front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        (("Ana Lima, Tom Reed and Eva Roth",), ("Ana Lima", "Tom Reed", "Eva Roth")),
        (("Lima, Ana",), ("Lima, Ana",)),
        (("Ana Lima", "Reed, Tom"), ("Ana Lima", "Reed, Tom")),
    ],
)
def test_a_value_that_names_several_authors_is_taken_apart(said, authors):
    assert authors_of({"author": said}) == authors


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-05-31T10:00:00Z", "2024-05-31"), ("2024-05-31 10:00:00 +0200", "2024-05-31"), ("31 May 2024", "2024-05-31"),
        ("in May", "in May"),
    ],
)  # fmt: skip
def test_a_day_is_written_as_a_day_where_it_is_one(said, day):
    assert day_of({"date": (said,)}) == day
