r"""The tokens of RTF (Microsoft's Rich Text Format Specification 1.9.1): groups, control words, bytes and text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"""
    (?P<open>\{) | (?P<close>\}) | \\'(?P<byte>[0-9A-Fa-f]{2})
    | \\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?
    | \\(?P<symbol>[^A-Za-z]) | (?P<text>[^\\{}\r\n\x00]+) | [\r\n\x00]+ | \\
    """,
    re.VERBOSE | re.DOTALL,
)


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


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; the raw bytes after `\bin` are left out."""
    at = 0
    while found := _TOKEN.match(data, at):
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
