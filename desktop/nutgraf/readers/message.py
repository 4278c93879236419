"""Internet messages (RFC 5322, MIME): their headers in words, their parts in bytes, however badly they were made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.readers.decode import decode
from nutgraf.readers.sniff import suffix

if TYPE_CHECKING:
    from email.message import Message

    from nutgraf.readers.base import Source

_HEAD = 16384
_LONGEST = 10_000  # characters of a header that are looked at
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:From [^\n]{1,200}\n)?((?:[\w-]{1,60}[ \t]*:[^\n]*(?:\n|$)(?:[ \t]+[^\n]*(?:\n|$))*)+)"
)
_NAME = re.compile(rb"(?m)^([\w-]+)[ \t]*:")
_KNOWN = frozenset(
    {
        b"from",
        b"to",
        b"cc",
        b"subject",
        b"date",
        b"reply-to",
        b"content-type",
        b"delivered-to",
        b"sender",
        b"in-reply-to",
    }
)
_TELLING = frozenset(
    {b"message-id", b"received", b"mime-version", b"return-path", b"content-transfer-encoding", b"dkim-signature"}
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_TEXT_NAMES = frozenset({".txt", ".md", ".markdown", ".text"})


def headers_of(source: Source) -> bytes:
    """Return the header lines that the bytes begin with if they are those of a message, else b""."""
    found = _OPENING.match(source.data[:_HEAD].replace(b"\r\n", b"\n"))
    if not found:
        return b""
    names = {name.lower() for name in _NAME.findall(found[1])}
    telling, known = len(names & _TELLING), len(names & _KNOWN)
    if suffix(source) in {".eml", ".mht", ".mhtml"}:
        return found[1] if telling + known else b""
    enough = telling and telling + known >= 3 if suffix(source) in _TEXT_NAMES else telling + known >= 3
    return found[1] if enough else b""


def parse(data: bytes) -> Message:
    """Return the message; what is broken in it is left as it is."""
    from email.parser import BytesParser
    from email.policy import compat32

    return BytesParser(policy=compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t"))


def words(message: Message, name: str) -> str:
    """Return a header's words, its encoded parts (RFC 2047) in clear, or ""."""
    return clear(str(message.get(name, ""))[:_LONGEST])


def clear(value: str) -> str:
    """Return a header's value on one line with its encoded parts in clear."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    try:
        value = value.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:  # bytes that should not be in a header: those of an old mail program in Western Europe
        value = value.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return " ".join(value.split())
    return " ".join("".join(_piece(piece, charset) for piece, charset in pieces).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "latin-1", "replace")
    except (LookupError, ValueError):
        return piece.decode("latin-1")


def part_text(part: Message, name: str) -> tuple[str, str]:
    """Return the text of a part and its encoding; `name` is the file's.

    Raises:
        ReadError: the part is no text.

    """
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        data = _mended(data, part.get_payload())
    return decode(data, str(part.get_content_charset("")), name) if data else ("", "")


def _mended(data: bytes, raw: object) -> bytes:
    """Decode base64 that the email package leaves as it is: one letter too many, or bytes that should not be in it."""
    from base64 import b64decode

    letters = _NOT_BASE64.sub(b"", data)
    if not isinstance(raw, str) or letters != _NOT_BASE64.sub(b"", raw.encode("utf-8", "surrogatepass")):
        return data
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return b64decode(letters + b"=" * (-len(letters) % 4))


def file_name(part: Message) -> str:
    """Return the name under which a part is attached, or ""."""
    try:
        return clear(part.get_filename("") or "")
    except (ValueError, LookupError, TypeError):
        return ""
