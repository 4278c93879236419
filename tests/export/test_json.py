from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf import assets
from nutgraf.export import exporter
from nutgraf.export.base import Part
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.entity import Label
from nutgraf.text.ranking import Group, Measure

from .conftest import HOSTILE, report_of

JSON = exporter("json")
SCHEMA = json.loads(assets.path("schema", "export.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def checked(report):
    found = json.loads(JSON.export(report))
    VALIDATOR.validate(found)
    return found


def test_the_schema_is_valid_and_refuses_what_is_not_a_report():
    VALIDATOR.check_schema(SCHEMA)
    assert not VALIDATOR.is_valid({"version": 1})
    assert not VALIDATOR.is_valid({"version": 2, "program": "", "made": "", "article": {}})


def test_the_schema_knows_every_kind_of_block_name_and_length():
    defined = SCHEMA["$defs"]
    kinds = defined["article"]["properties"]["blocks"]["items"]["properties"]["kind"]["enum"]
    assert kinds == [kind.value for kind in BlockKind]
    assert defined["entity"]["properties"]["label"]["enum"] == [label.value for label in Label]
    parts = defined["summary"]["properties"]["sentences"]["items"]["properties"]["reasons"]["items"]["properties"]
    assert parts["group"]["enum"] == [group.value for group in Group]
    measures = defined["summary"]["properties"]["length"]["properties"]["measure"]["enum"]
    assert measures == [measure.value for measure in Measure]


def test_offsets_count_in_the_documents_own_text(ordinary):
    found = checked(ordinary)
    text = found["article"]["text"]
    assert [text[slice(*each["span"])] for each in found["summary"]["sentences"]] == [
        "The quarry at Holm will close in May.",
        "Maria Lind, the mayor, called it “a hard day”.",
    ]
    mayor = found["entities"][1]
    assert [text[slice(*each["span"])] for each in mayor["mentions"]] == ["Maria Lind", "Lind"]
    assert text[slice(*mayor["role"]["span"])] == mayor["role"]["text"] == "the mayor"


def test_who_said_what_and_with_whom_is_told(ordinary):
    found = checked(ordinary)
    text = found["article"]["text"]
    assert [(each["text"], each["speaker"], each["certain"], each["direct"]) for each in found["quotations"]] == [
        ("orders had halved", 0, True, False),
        ("a hard day", 1, False, True),
    ]
    assert [text[slice(*each["source"])] for each in found["quotations"]] == ["Stonecraft", "Maria Lind"]
    assert [each["companions"] for each in found["entities"]] == [
        [{"entity": 1, "sentences": [1, 3]}],
        [{"entity": 0, "sentences": [1, 3]}],
    ]
    assert [each["confidence"] for each in found["entities"]] == [0.5, 0.9]
    assert [(each["name"], [text[slice(*span)] for span in each["spans"]]) for each in found["watched"]] == [
        ("Holm", ["Holm"])
    ]


def test_all_that_speaks_for_a_sentence_is_told(steered):
    found = checked(steered)["summary"]
    assert found["topic"] == {"words": "owner submarines", "found": ["owner"], "missing": ["submarines"]}
    assert found["chosen"] == "short enough"
    assert found["keywords"] == [{"words": "quarry", "sentences": 3}]
    assert found["coverage"] == "Draws from 2 of 4 paragraphs: 1 sentence from the beginning and 1 from the middle."
    first, second = found["sentences"]
    assert first["reasons"] == [
        {"group": "topic", "words": "about your words: owner", "weight": 1.5},
        {"group": "place", "words": "opens the story", "weight": None},
    ]
    assert (first["enters"], first["agreement"], first["section"]) == (1, {"agree": 3, "methods": 10}, "At Holm")
    assert (second["agreement"], second["leans"], second["added"]) == (None, True, False)


@pytest.mark.parametrize("part", Part)
def test_each_part_alone_is_valid(ordinary, part):
    checked(replace(ordinary, parts=frozenset({part})))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_valid(words):
    found = checked(report_of([words], meta=Meta(title=words), reason=words, name=words, role=words, code=words))
    assert found["article"]["blocks"][-1]["span"][1] == len(found["article"]["text"])


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_text_keeps_its_offsets(sentences):
    report = report_of(sentences)
    found = checked(report)
    assert found["article"]["text"] == report.analysis.article.text
    for each in found["summary"]["sentences"]:
        assert found["article"]["text"][slice(*each["span"])] == each["text"]
