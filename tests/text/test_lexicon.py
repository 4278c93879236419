"""What is known of words that have a full stop after them."""

from __future__ import annotations

import pytest

from nutgraf.text import abbreviations_abroad as abroad
from nutgraf.text.lexicon import Kind, is_vowelless, kind, known_language


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("harbour", Kind(0)),
        ("ok", Kind(0)),
        ("2010", Kind(0)),
        ("www.example.org", Kind(0)),
        ("wash", Kind(0)),
        ("Wash", Kind.OTHER),
        ("Mr", Kind.TITLE),
        ("“Mrs", Kind.TITLE),
        ("Lt.-Gov", Kind.TITLE),
        ("e.g", Kind.BRIDGE),
        ("(i.e", Kind.BRIDGE),
        ("No", Kind.NUMBERED),
        ("Sept", Kind.MONTH),
        ("mid-Sept", Kind.MONTH),
        ("Jr", Kind.SUFFIX),
        ("etc", Kind.CLOSING),
        ("p.m", Kind.HOUR),
        ("J", Kind.INITIALS),
        ("J.K", Kind.INITIALS),
        ("anti-U.S", Kind.INITIALS),
        ("D.C", Kind.OTHER),
        ("Corp", Kind.OTHER),
        ("M.Phil", Kind.OTHER),
    ],
)
def test_a_word_is_of_its_kind(word, expected):
    assert kind(word) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("z.B", "de", Kind.BRIDGE),
        ("3", "de", Kind.ORDINAL),
        ("1990", "de", Kind(0)),
        ("usw", "de", Kind.OTHER),
        ("p.ej", "es", Kind.BRIDGE),
        ("т.е", "ru", Kind.BRIDGE),
        ("г", "ru", Kind.OTHER),
        ("А", "ru", Kind.INITIALS),
        ("Corp", "de", Kind(0)),
        ("Dr", "fi", Kind.TITLE),
    ],
)
def test_languages_have_abbreviations_of_their_own(word, language, expected):
    assert kind(word, language) == expected


@pytest.mark.parametrize(("tag", "key"), [("de-AT", "de"), ("nn", "nb"), ("en-GB", ""), ("", ""), ("tlh", "")])
def test_a_language_without_a_table_is_read_as_english(tag, key):
    assert known_language(tag) == key


def test_each_language_has_both_tables():
    assert abroad.FIXED.keys() == abroad.OTHERS.keys()
    assert set(abroad.SAME_AS.values()) <= abroad.FIXED.keys()


@pytest.mark.parametrize(("word", "expected"), [("hdqrs", True), ("2010", False), ("rhythm", False), ("дом", False)])
def test_words_without_a_vowel_look_like_abbreviations(word, expected):
    assert is_vowelless(word) is expected
