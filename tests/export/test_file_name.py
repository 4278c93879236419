from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.export import suggest_name
from nutgraf.text.article import Article, Meta


def name(title, source=""):
    return suggest_name(Article("", (), meta=Meta(title=title, source_name=source)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour wall to be rebuilt", "harbour-wall-to-be-rebuilt"),
        ("The mayor’s “hard day”: 1,200 jobs?", "the-mayors-hard-day-1-200-jobs"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\con", "c-con"),
        ("Élan à Ås", "élan-à-ås"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("con", "article-con"),
        ("LPT1", "article-lpt1"),
        ("com²", "article-com²"),
        ("???", "article"),
        ("\u202egpj.exe", "gpj-exe"),
    ],
)
def test_a_title_becomes_a_file_name(title, expected):
    assert name(title) == expected


def test_without_a_title_the_files_own_name_serves():
    assert name("", "notes.txt") == "notes-txt"


def test_a_long_title_is_cut_between_words():
    made = name("word " * 100)
    assert len(made.encode()) <= 120
    assert made.endswith("-word")


@settings(deadline=None)
@given(st.text())
def test_any_title_becomes_a_name_that_every_system_takes(title):
    made = name(title)
    assert made
    assert len(made.encode()) <= 120
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*.\s]', made)
    assert not re.fullmatch(r"(?i)con|prn|aux|nul|(com|lpt)[0-9¹²³]", made)
