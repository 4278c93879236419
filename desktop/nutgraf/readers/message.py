"""Internet messages (RFC 5322, MIME): their headers in words, their parts in bytes, however badly they were made."""

from __future__ import annotations

import re
from base64 import b64decode
from contextlib import suppress
from quopri import decodestring
from typing import TYPE_CHECKING

from nutgraf.errors import Unsupported
from nutgraf.readers.decode import decode
from nutgraf.readers.encodings import guess_encoding
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
_NOT_BASE64 = re.compile("[^A-Za-z0-9+/]")
_PACKED = re.compile("[A-Za-z0-9+/=]+")  # a line of base64
_ENCODED = re.compile(r"=\?([\w.:*-]{1,60})\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_COUNTED = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[\w-]{1,60}:)")  # how long the message is that follows
_PARTING = re.compile(rb"\r?\n\r?\n(?=From [^\r\n]{1,200} \d\d:\d\d(?::\d\d)? [^\r\n]{0,20}\d{4}\r?\n)")
_ESCAPED = re.compile(rb"(?m)^>(>*From )")
PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_NAMES = frozenset({".txt", ".md", ".markdown", ".text"})


def headers_of(source: Source) -> bytes:
    """Return the header lines that the bytes begin with if they are those of a message, else b""."""
    data = source.data[:_HEAD].replace(b"\r\n", b"\n")
    counted = _COUNTED.match(data) if suffix(source) == ".emlx" else None
    found = _OPENING.match(data[counted.end() :] if counted else data)
    if not found:
        return b""
    names = {name.lower() for name in _NAME.findall(found[1])}
    telling, known = len(names & _TELLING), len(names & _KNOWN)
    if suffix(source) in {".eml", ".emlx", ".mht", ".mhtml"}:
        return found[1] if telling + known else b""
    enough = telling and telling + known >= 3 if suffix(source) in _TEXT_NAMES else telling + known >= 3
    return found[1] if enough else b""


def first_message(data: bytes) -> tuple[bytes, int]:
    """Return the first message of what mail programs save, and how many there are: a mailbox (mbox, RFC 4155) holds several.

    Apple Mail writes a message's length before it and what it knows of it behind.
    """
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    if counted := _COUNTED.match(data):
        return data[counted.end() : counted.end() + int(counted[1])], 1
    parts = _PARTING.split(data) if data.startswith(b"From ") else [data]
    return (_ESCAPED.sub(rb"\1", parts[0]) if len(parts) > 1 else data), len(parts)


def parse(data: bytes) -> Message:
    """Return the message; what is broken in it is left as it is."""
    from email.parser import BytesParser
    from email.policy import compat32

    return BytesParser(policy=compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t"))


def words(message: Message, name: str) -> str:
    """Return a header's words, its encoded parts (RFC 2047) in clear, or ""."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")[:_LONGEST]
    return clear(raw if raw.isascii() else _sounded(raw, message))


def _sounded(raw: str, message: Message) -> str:
    """Return a header that holds bytes beyond ASCII as they are meant: UTF-8, else what the message's text is in."""
    data = raw.encode("utf-8", "surrogateescape")
    with suppress(UnicodeError):
        return data.decode("utf-8")
    told = next((charset for part in message.walk() if (charset := part.get_content_charset())), "")
    with suppress(ValueError, LookupError):  # what a message calls a charset may be no name at all
        return data.decode(str(told))
    body = b"" if message.is_multipart() else part_bytes(message)
    with suppress(Unsupported):
        if not body.isascii():
            return data.decode(decode(body)[1], "replace")
    beyond = sum(byte > 127 for byte in data)
    western = 2 * beyond < len(data)  # where letters beyond ASCII are few
    return data.decode("cp1252" if western else guess_encoding(data), "replace")


def clear(value: str) -> str:
    """Return a header's value on one line with its encoded words in clear (RFC 2047, section 6.2), however broken."""
    pieces: list[tuple[str, bytes]] = []  # charset, bytes
    at = 0
    for found in _ENCODED.finditer(value):
        charset, form, written = found[1].partition("*")[0].lower(), found[2].lower(), found[3]
        data = from_base64(written) if form == "b" else decodestring(written.encode("utf-8", "replace"), header=True)
        between = value[at : found.start()]
        if between.strip() or not at:
            pieces.append(("utf-8", between.encode("utf-8", "replace")))
        if pieces and pieces[-1][0] == charset:  # a letter's bytes may be parted between two words
            pieces[-1] = charset, pieces[-1][1] + data
        else:
            pieces.append((charset, data))
        at = found.end()
    pieces.append(("utf-8", value[at:].encode("utf-8", "replace")))
    return " ".join("".join(_piece(data, charset) for charset, data in pieces).split())


def _piece(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):
        return data.decode("latin-1")


def part_text(part: Message, name: str) -> tuple[str, str]:
    """Return the text of a part and its encoding; `name` is the file's. A page is text whatever controls stand in it.

    Raises:
        ReadError: the part is no text.

    """
    data = part_bytes(part)
    sure = part.get_content_type() in PAGES
    return decode(data, str(part.get_content_charset("")), name, sure=sure) if data else ("", "")


def part_bytes(part: Message) -> bytes:
    """Return the bytes of a part, however it carries them."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        return from_base64(str(written(part)))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def written(part: Message) -> object:
    """Return what a part carries as it is written, a string, or a list of the parts in it."""
    try:
        return part.get_payload()
    except (TypeError, ValueError):  # the email package takes whatever is called a charset for one
        part.del_param("charset")
        return part.get_payload()


def from_base64(written: str) -> bytes:
    """Return the bytes of base64 without what should not be in it: a mailing list's lines below, spaces, a letter too many."""
    lines = written.splitlines()
    while lines and not _PACKED.fullmatch(lines[-1].strip()):
        lines.pop()
    blocks = ("".join(lines) or written).split("=")  # blocks that were packed apart end in their own filling
    return b"".join(_unpacked(_NOT_BASE64.sub("", block)) for block in blocks)


def _unpacked(letters: str) -> bytes:
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return b64decode(letters + "=" * (-len(letters) % 4))


def file_name(part: Message) -> str:
    """Return the name under which a part is attached, or ""."""
    try:
        return clear(part.get_filename("") or "")
    except (ValueError, LookupError, TypeError):
        return ""
