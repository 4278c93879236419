"""What every exporter keeps, whatever the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.export import EXPORTERS, exporter
from nutgraf.export.base import Part
from nutgraf.text.article import Meta

from .conftest import HOSTILE, report_of

every = pytest.mark.parametrize("export", EXPORTERS, ids=lambda each: each.name)
TEXTS = st.text(st.characters(codec=None), max_size=20)


def test_names_and_suffixes_are_unique():
    assert len({each.name for each in EXPORTERS}) == len({each.suffix for each in EXPORTERS}) == len(EXPORTERS)


def test_an_exporter_is_found_by_its_name():
    assert all(exporter(each.name) is each for each in EXPORTERS)
    with pytest.raises(KeyError):
        exporter("no such")


@every
def test_the_same_report_gives_the_same_text_twice(export, ordinary):
    assert export.export(ordinary) == export.export(ordinary)


@every
def test_the_text_can_be_written_and_ends_with_one_line_feed(export, ordinary):
    text = export.export(ordinary)
    assert text.encode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@every
@pytest.mark.parametrize("parts", [{Part.SUMMARY}, {Part.NAMES}, {Part.TEXT}, set(Part), set()], ids=str)
def test_only_the_parts_asked_for_are_there(export, ordinary, parts):
    text = export.export(replace(ordinary, parts=frozenset(parts)))
    assert ("Opens the story" in text) is (Part.SUMMARY in parts)
    assert ("also “Lind”" in text or '"label": "PERSON"' in text) is (Part.NAMES in parts)
    assert ("Ms. Lind will" in text) is (Part.TEXT in parts or export.name == "json")


@every
def test_each_sentence_of_the_summary_has_its_link(export, ordinary):
    text = export.export(replace(ordinary, parts=frozenset({Part.SUMMARY})))
    for index in ordinary.summary.sentences:
        span = ordinary.analysis.sentences[index].span
        assert text.count(f"nutgraf:///home/ana/my%20articles/quarry%20%281%29.txt#char={span.start},{span.end}") == 1


@every
def test_an_article_of_nothing_is_exported(export):
    assert export.export(report_of([]))


@every
@settings(deadline=None, max_examples=50)
@given(st.lists(TEXTS, max_size=3), TEXTS, TEXTS)
def test_no_text_whatever_breaks_it(export, sentences, one, other):
    meta = Meta(one, (other, one), other, one, other, one, other, one, "/x.txt", "")
    text = export.export(report_of(sentences, meta=meta, reason=one, name=other, role=one, code=other))
    assert text.encode("utf-8")
    assert not any(mark in text for mark in "\u202e\u2066\x00\x1b\x9b\ufeff")


@every
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_leaves_no_control_behind(export, words):
    meta = Meta(title=words, authors=(words,), source_name=words, language=words, site=words)
    text = export.export(report_of([words], meta=meta, reason=words, name=words, role=words, code=words))
    assert not any(mark in text for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x07\x1b\x9b\ufeff")
