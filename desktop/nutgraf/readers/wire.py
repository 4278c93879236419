"""What passes between Nutgraf and the process that reads for it: frames of bytes, articles and errors as JSON.

Whatever comes from that process may come from a file made to take it over. It is data: nothing of it is ever run (no pickle), and
an article is checked before it is believed.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from nutgraf.errors import Damaged, Empty, Protected, ReadError, TooLarge, Unsupported
from nutgraf.text.article import Article, Block, BlockKind, Mark, MarkKind, Meta
from nutgraf.text.builder import clean
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.cancel import Cancel

LARGEST = 128 << 20  # bytes of an answer
_HEADER = struct.Struct(">Q")
_ERRORS = {kind.__name__: kind for kind in (Damaged, Empty, Protected, TooLarge, Unsupported)}
_LONGEST_SENTENCE = 1000
_AT_ONCE = 10_000  # rows that are packed together


class Garbled(Exception):
    """An answer is not what an honest process sends."""


def send(pipe: BinaryIO, data: bytes) -> None:
    """Write one frame: its length in eight bytes, then its bytes."""
    pipe.write(_HEADER.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: BinaryIO, largest: int) -> bytes:
    """Read one frame.

    Raises:
        EOFError: the other end is closed.
        OverflowError: the frame is longer than `largest`.

    """
    (size,) = _HEADER.unpack(_exactly(pipe, _HEADER.size))
    if size > largest:
        raise OverflowError
    return _exactly(pipe, size)


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def pack_article(article: Article) -> bytes:
    """Return an article as a frame's bytes."""
    blocks = ([b.kind.value, b.span.start, b.span.end, b.level, b.furniture, b.doubtful] for b in article.blocks)
    marks = ([m.kind.value, m.span.start, m.span.end, m.target] for m in article.marks)
    said = _pack({"text": article.text, "meta": asdict(article.meta), "notices": article.notices})
    return b"".join((said[:-1], b',"blocks":[', *_rows(blocks), b'],"marks":[', *_rows(marks), b"]}"))


def _rows(rows: Iterator[Sequence[object]]) -> Iterator[bytes]:
    """Yield the members of a list some at a time: a million of them at once would take more memory than the article."""
    before = b""
    while some := list(islice(rows, _AT_ONCE)):
        yield before + _pack(some)[1:-1]
        before = b","


def pack_error(error: ReadError) -> bytes:
    """Return an error as a frame's bytes: the name of its type, and its sentence."""
    return _pack({"error": type(error).__name__, "sentence": str(error)})


def pack_fault(fault: str) -> bytes:
    """Return what a process says of a failure that is no error of the file's: of ours, or a library's."""
    return _pack({"fault": fault})


def _pack(answer: object) -> bytes:
    return json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def unpack(data: bytes, cancel: Cancel) -> Article | str:
    """Return the article of an answer, or what the process said of its failure.

    Raises:
        ReadError: the answer is an error.
        Garbled: the answer is none, or its article does not hold together.
        Cancelled: the token was set.

    """
    try:
        answer = json.loads(data)
        if "fault" in answer:
            return _words(answer["fault"])
        if "error" not in answer:
            return _article(answer, cancel)
        error = _ERRORS[answer["error"]](_words(answer["sentence"])[:_LONGEST_SENTENCE])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise Garbled(str(wrong)) from wrong
    raise error


def _article(answer: dict[str, Any], cancel: Cancel) -> Article:
    text = _string(answer["text"])
    blocks = tuple(_blocks(text, cancel.watch(answer["blocks"])))
    marks = tuple(
        Mark(MarkKind(kind), _span(start, end, len(text)), _words(target))
        for kind, start, end, target in cancel.watch(answer["marks"])
    )
    return Article(text, blocks, marks, _meta(answer["meta"]), tuple(map(_words, answer["notices"])))


def _blocks(text: str, found: Iterable[list[Any]]) -> Iterator[Block]:
    """Yield the blocks, which follow each other with one line feed between."""
    if clean(text) != text:
        raise Garbled("characters that cannot stand in a document")
    at = 0
    for kind, start, end, level, furniture, doubtful in found:
        span = _span(start, end, len(text))
        if start != at or "\n" in text[start:end] or not (isinstance(level, int) and 0 <= level <= 1000):
            raise Garbled("blocks that are not the text's lines")
        yield Block(BlockKind(kind), span, level, bool(furniture), bool(doubtful))
        at = end + 1
    if at != len(text) + bool(text):
        raise Garbled("text outside all blocks")


def _span(start: object, end: object, length: int) -> Span:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length):
        raise Garbled("a span outside the text")
    return Span(start, end)


def _meta(found: dict[str, Any]) -> Meta:
    authors = tuple(map(_words, found.pop("authors")))
    return Meta(authors=authors, **{key: _words(value) for key, value in found.items()})


def _words(value: object) -> str:
    return clean(_string(value))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled("a value that is no string")
    return value
