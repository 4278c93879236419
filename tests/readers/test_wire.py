import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.cancel import Cancel
from nutgraf.errors import AlreadyExists, Damaged, Empty, Protected, ReadError, TooLarge, Unreadable, Unsupported
from nutgraf.readers import wire
from nutgraf.readers.base import Source
from nutgraf.readers.markdown import MarkdownReader
from nutgraf.text.article import Article, Block, BlockKind
from nutgraf.text.span import Span

ARTICLE = MarkdownReader().read(Source(b"# One\n\n- a *b* [c](x)\n\n> d \xf0\x9f\x98\x80\n", "a.md"), Cancel())
ANSWER = json.loads(wire.pack_article(ARTICLE))


def test_an_article_comes_back_as_it_was_sent():
    assert wire.unpack(wire.pack_article(ARTICLE), Cancel()) == ARTICLE


def test_an_article_of_many_lines_is_packed_in_little_more_memory_than_its_bytes_take():
    lines = range(50_000)
    article = Article(
        "\n".join(f"{line:09}" for line in lines),
        tuple(Block(BlockKind.PARAGRAPH, Span(10 * line, 10 * line + 9)) for line in lines),
    )
    tracemalloc.start()
    try:
        answer = wire.pack_article(article)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert wire.unpack(answer, Cancel()) == article
    assert peak < 4 * len(answer)


@pytest.mark.parametrize("kind", [Damaged, Empty, Protected, TooLarge, Unsupported])
def test_an_error_comes_back_with_its_type_and_sentence(kind):
    with pytest.raises(kind, match=r"^“a” is so\.$"):
        wire.unpack(wire.pack_error(kind("“a” is so.")), Cancel())


@pytest.mark.parametrize("kind", [Unreadable, AlreadyExists, SystemExit, ReadError])
def test_no_other_type_can_be_asked_for(kind):
    with pytest.raises(wire.Garbled):
        wire.unpack(json.dumps({"error": kind.__name__, "sentence": "x"}).encode(), Cancel())


@pytest.mark.parametrize(
    "change",
    [
        {"text": "One"},
        {"text": ANSWER["text"] + "\nmore"},
        {"text": ANSWER["text"].replace("a", "\0")},
        {"text": 3},
        {"blocks": []},
        {"blocks": ANSWER["blocks"][::-1]},
        {"blocks": [["paragraph", 0, len(ANSWER["text"]), 0, False, False]]},
        {"blocks": [["script", *ANSWER["blocks"][0][1:]], *ANSWER["blocks"][1:]]},
        {"blocks": [[*ANSWER["blocks"][0][:3], -1, False], *ANSWER["blocks"][1:]]},
        {"marks": [["link", 0, 10_000, ""]]},
        {"marks": [["link", 2, 1, ""]]},
        {"marks": [["link", 0, 1, None]]},
        {"marks": [["link", 0.5, 1, ""]]},
        {"meta": ANSWER["meta"] | {"more": "x"}},
        {"meta": ANSWER["meta"] | {"title": ["x"]}},
        {"meta": {}},
        {"notices": [1]},
        {"notices": None},
    ],
)
def test_an_article_that_does_not_hold_together_is_garbled(change):
    with pytest.raises(wire.Garbled):
        wire.unpack(json.dumps(ANSWER | change).encode(), Cancel())


def test_what_cannot_stand_in_the_window_is_taken_out_of_names_and_notices():
    found = wire.unpack(json.dumps(ANSWER | {"notices": ["a\0b\x1b[0m\ud800"]}).encode(), Cancel())
    assert found.notices == ("a\ufffdb\ufffd[0m\ufffd",)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    )
)
def test_any_json_is_an_answer_or_garbled(value):
    for answer in (
        value,
        ANSWER | {"blocks": value},
        ANSWER | {"marks": value},
        ANSWER | {"meta": value},
        {"error": value, "sentence": value},
    ):
        try:
            wire.unpack(json.dumps(answer).encode(), Cancel())
        except (wire.Garbled, ReadError):
            continue


@pytest.mark.parametrize("data", [b"", b"[", b"\xff", b"[" * 100_000, b"9" * 10_000, b'"fault"', b"NaN"])
def test_what_is_no_json_is_garbled(data):
    with pytest.raises(wire.Garbled):
        wire.unpack(data, Cancel())


def test_frames_come_whole_or_not_at_all():
    pipe = io.BytesIO()
    wire.send(pipe, b"one")
    wire.send(pipe, b"")
    pipe.seek(0)
    assert wire.receive(pipe, 3) == b"one"
    assert wire.receive(pipe, 3) == b""
    with pytest.raises(EOFError):
        wire.receive(pipe, 3)
    with pytest.raises(EOFError):
        wire.receive(io.BytesIO(b"\0" * 7 + b"\3on"), 3)
    with pytest.raises(OverflowError):
        wire.receive(io.BytesIO(b"\xff" * 8), 3)
