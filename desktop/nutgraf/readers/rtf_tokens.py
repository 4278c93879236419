r"""The tokens of RTF (Microsoft's Rich Text Format Specification 1.9.1): groups, control words, bytes and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODEPAGE = re.compile(rb"\\ansicpg(932|936|949|950)\b")
_HEAD = 1024  # bytes in which a file says its codepage
_FIRST = {b"932": rb"[\x81-\x9f\xe0-\xfc]", b"936": rb"[\x81-\xfe]", b"949": rb"[\x81-\xfe]", b"950": rb"[\x81-\xfe]"}
_SECOND = rb"[\x40-\x7e\x80-\xfe]"


def _token(character: bytes) -> re.Pattern[bytes]:
    return re.compile(
        rb"""
        (?P<open>\{) | (?P<close>\}) | \\'(?P<byte>[0-9A-Fa-f]{2})
        | \\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?
        | \\(?P<symbol>[^A-Za-z]) | (?P<text>(?:%s)+) | [\r\n\x00]+ | \\
        """
        % character,
        re.VERBOSE | re.DOTALL,
    )


_ONE = rb"[^\\{}\r\n\x00]"
_TOKEN = _token(_ONE)
_RAW = {codepage: _token(first + _SECOND + rb"|" + _ONE) for codepage, first in _FIRST.items()}
# A character of two bytes, or one whose second is a backslash or brace that nobody escaped.
_UNESCAPED = {
    codepage: re.compile(first + rb"(?:[\x40-\x5b\x5d-\x7a\x7c\x7e\x80-\xfe]|(\\[^\\{}']|[{}]))")
    for codepage, first in _FIRST.items()
}


@dataclass(frozen=True, slots=True)
class Token:
    r"""One token: `kind` is "{", "}", "word" (with its number), "symbol", or "bytes"."""

    kind: str
    data: bytes = b""
    number: int | None = None

    @property
    def word(self) -> str:
        """The control word or symbol."""
        return self.data.decode("latin-1")


def _token_of(data: bytes) -> re.Pattern[bytes]:
    """Return the tokens' form: old programs of East Asia wrote characters of two bytes as they are, whatever the second is."""
    named = _CODEPAGE.search(data[:_HEAD])
    raw = named and any(found[1] for found in _UNESCAPED[named[1]].finditer(data))
    return _RAW[named[1]] if named and raw else _TOKEN


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; the raw bytes after `\bin` are left out."""
    token = _token_of(data)
    at = 0
    while found := token.match(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "open":
            yield Token("{")
        elif kind == "close":
            yield Token("}")
        elif kind == "byte":
            yield Token("bytes", bytes.fromhex(found["byte"].decode()))
        elif kind == "text":
            yield Token("bytes", found["text"])
        elif kind == "symbol":
            # One that stands for itself may be the second byte of a character.
            yield Token("bytes" if found["symbol"] in b"{}\\" else "symbol", found["symbol"])
        elif found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin":
                at += max(0, number or 0)
            else:
                yield Token("word", found["word"], number)
