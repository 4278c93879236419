from __future__ import annotations

import json
import os
import sys
from dataclasses import replace

import pytest

from nutgraf import names
from nutgraf.cancel import Cancel
from nutgraf.cli import answer as module
from nutgraf.cli.answer import Task, answer
from nutgraf.names.rules import Rule, Rules, Verdict
from nutgraf.names.watch import Watch
from nutgraf.names.wishes import Wishes
from nutgraf.readers import read_text
from nutgraf.summary import method
from nutgraf.text.ranking import Length, Measure
from nutgraf.text.sentences import split_sentences

from .conftest import PARAGRAPHS, TEXT, request

TASK = Task("news", Length(Measure.SENTENCES, 3))
FIELDS = [
    "id",
    "text",
    "blocks",
    "furniture",
    "sentences",
    "sections",
    "method",
    "chosen",
    "ranking",
    "summary",
    "reasons",
    "topic",
    "keywords",
    "engine",
    "mentions",
    "entities",
    "quotations",
    "watched",
    "error",
]


def ask(identity="x", **what):
    return json.loads(answer(request(identity, **what), TASK))


def failed(line):
    found = json.loads(answer(line, TASK))
    assert list(found) == FIELDS
    assert (found["text"], found["blocks"], found["ranking"], found["entities"]) == ("", [], [], [])
    return found["id"], found["error"]["type"]


def test_an_answer_has_every_field_and_its_offsets_count_in_its_own_text():
    found = ask(text=TEXT)
    assert list(found) == FIELDS
    text = found["text"]
    assert "".join(text.split()) == "".join(TEXT.split())
    assert [text[s:e] for s, e, kind in found["blocks"] if kind == "paragraph"][-4:] == list(PARAGRAPHS)
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in found["sentences"])
    assert "Fishermen are less pleased." in [text[s:e] for s, e in found["sentences"]]
    assert sorted(found["ranking"]) == list(range(len(found["sentences"])))
    assert found["summary"] == sorted(found["ranking"][:3])
    assert found["error"] is None


def test_each_sentence_of_the_summary_says_why_and_its_parts_add_up_to_its_score():
    found = ask(text=TEXT)
    assert (found["method"], found["chosen"]) == ("news", "")
    article = read_text(TEXT, "", Cancel())
    ranking = method("news").rank(article, split_sentences(article, Cancel()), Cancel())
    assert len(found["reasons"]) == len(found["summary"]) == 3
    for index, told in zip(found["summary"], found["reasons"], strict=True):
        assert told["line"] == ranking.reasons[index]
        assert sum(weight for _, _, weight in told["parts"]) == pytest.approx(ranking.scores[index])
    chosen = json.loads(answer(request("x", text=TEXT), replace(TASK, method="automatic")))
    assert (chosen["method"], chosen["chosen"][:15]) == ("news", "article length:")


def test_sections_share_out_all_sentences(tmp_path):
    path = tmp_path / "parts.md"
    path.write_text(f"# Ferry\n\n{PARAGRAPHS[0]}\n\n## The line\n\n{PARAGRAPHS[1]}\n\n### Money\n\n{PARAGRAPHS[3]}\n")
    found = ask(path=str(path))["sections"]
    assert [(each["heading"], each["level"], each["sentences"]) for each in found] == [
        ("", 0, [0, 1]),
        ("The line", 2, [1, 3]),
        ("Money", 3, [3, 6]),
    ]


def test_mentions_are_those_of_the_entities_in_reading_order():
    found = ask(text=TEXT)
    grouped = [[*span, entity["label"]] for entity in found["entities"] for span in entity["mentions"]]
    assert found["mentions"] == sorted(grouped)
    mayor = next(entity for entity in found["entities"] if entity["name"] == "Maria Lind")
    assert [found["text"][s:e] for s, e in mayor["mentions"]] == ["Maria Lind", "Lind"]
    assert mayor["label"] == "PERSON"
    assert mayor["role"] is None or mayor["role"] in found["text"]


def test_the_answer_says_which_engine_found_the_names():
    assert ask(text=TEXT)["engine"] == names.engine().name
    for engine in ("linear", "none"):
        task = Task("news", Length(Measure.SENTENCES, 3), engine=engine)
        found = json.loads(answer(request("x", text=TEXT), task))
        assert (found["engine"], bool(found["mentions"])) == (("linear", True) if engine == "linear" else ("", False))


def test_furniture_is_listed_and_its_blocks_say_so():
    found = ask(text="Home\n\n• facebook\n• twitter\n\n" + TEXT + "\n\nAlso read: Ten ferries we miss\n")
    assert found["furniture"] == [[s, e] for s, e, kind in found["blocks"] if kind == "furniture"]
    assert "Also read: Ten ferries we miss" in [found["text"][s:e] for s, e in found["furniture"]]


def test_a_file_is_read_by_its_path(article):
    found = ask(path=str(article))
    assert found["text"] == article.read_text(encoding="utf-8").removeprefix("# ").replace("\n\n", "\n").strip()
    assert found["blocks"][0] == [0, len("Ferry line returns after ten years"), "title"]


@pytest.mark.parametrize("identity", ["x", 7, 1.5, [1, {"a": "b"}], True, "\ud800", "\u2028"])
def test_the_id_comes_back_as_it_was_sent(identity):
    assert ask(identity, text="A line.")["id"] == identity
    assert ask(identity)["id"] == identity


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        (b"not json\n", None),
        (b'{"id": "x", "text": "cut\n', None),
        (b'{"id": "x", "text": "\xff"}\n', None),
        (b"[1, 2]\n", None),
        (b'"words"\n', None),
        (b"[" * 100_000 + b"\n", None),
        (b'{"text": "no id"}\n', None),
        (b'{"id": null, "text": "no id"}\n', None),
        (b'{"id": "x"}\n', "x"),
        (b'{"id": "x", "text": 5}\n', "x"),
        (b'{"id": "x", "text": "a", "path": "b"}\n', "x"),
        (b'{"id": "x", "path": ["a"]}\n', "x"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_a_line_that_is_no_request_is_answered_with_its_error(line, identity):
    assert failed(line) == (identity, "RequestError")


def test_a_line_that_is_too_long_is_answered_with_its_error(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 50)
    assert failed(request("x", text="y" * 60)) == ("x", "TooLarge")


def test_a_file_that_cannot_be_read_is_answered_with_its_error(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    assert failed(request("x", path=str(tmp_path / "none.txt"))) == ("x", "Unreadable")
    assert failed(request("x", path=str(tmp_path))) == ("x", "Unreadable")
    assert failed(request("x", path="a\0b")) == ("x", "Unreadable")
    assert failed(request("x", path="")) == ("x", "Unreadable")
    assert failed(request("x", path=str(tmp_path / "empty.txt"))) == ("x", "Empty")
    assert failed(request("x", path=str(tmp_path / "binary.txt"))) == ("x", "Unsupported")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names as POSIX has them")
def test_a_pipe_with_a_name_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert failed(request("x", path=str(tmp_path / "pipe"))) == ("x", "Unreadable")


@pytest.mark.parametrize("error", [ValueError("a fault"), MemoryError(), RecursionError(), AssertionError()])
def test_a_fault_of_ours_is_answered_too(monkeypatch, error):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(module, "analyse", fail)
    assert failed(request("x", text="A line.")) == ("x", "Unexpected")


@pytest.mark.parametrize(
    "text", ["\ud800 lone \udfff.", "\x00\x07\x1b[31m.", "", "   ", "\u202eright\u202c", "a\u2028b\u0085c\x0bd"]
)
def test_an_answer_is_one_line_of_ascii_whatever_the_text(text):
    line = answer(request("x", text=text), TASK)
    assert line.isascii()
    assert line.decode().splitlines(keepends=True) == [line.decode()]
    assert "".join(json.loads(line)["text"].split()).isprintable() or "\u202e" in text


def test_an_article_of_nothing_is_answered_without_an_error():
    found = ask(text="")
    assert (found["text"], found["sentences"], found["summary"], found["error"]) == ("", [], [], None)


def test_a_request_may_be_about_something():
    found = ask(text=TEXT, about="herring submarines")
    assert found["topic"] == {"words": "herring submarines", "found": ["herring"], "missing": ["submarines"]}
    best = found["sentences"][found["ranking"][0]]
    assert "herring" in found["text"][slice(*best)]
    assert ask(text=TEXT)["topic"] is None
    steered = json.loads(answer(request("x", text=TEXT), replace(TASK, topic="herring", keywords=True)))
    assert steered["ranking"][0] == found["ranking"][0]
    assert "Northern Ferries" in steered["keywords"]
    assert ask(text=TEXT, about=3)["error"]["type"] == "RequestError"


def test_who_said_what_and_with_whom_is_told_by_numbers():
    found = ask(text=TEXT)
    said = [
        (
            found["text"][slice(*each["span"])],
            found["entities"][each["speaker"]]["name"],
            each["certain"],
            each["direct"],
        )
        for each in found["quotations"]
    ]
    assert ("We have waited a long time", "Maria Lind", True, True) in said
    for entity in found["entities"]:
        assert 0 < entity["confidence"] <= 1
        assert all(number < len(found["entities"]) and count for number, count in entity["companions"])


def test_the_readers_wishes_travel_with_the_task():
    wishes = Wishes(Rules((Rule("Northern Ferries", Verdict.NO_NAME),)), (Watch("Osby"),))
    found = json.loads(answer(request("x", text=TEXT), replace(TASK, wishes=wishes)))
    assert "Northern Ferries" not in {entity["name"] for entity in found["entities"]}
    assert [(each["name"], len(each["spans"])) for each in found["watched"]] == [("Osby", 3)]
