"""Bytes to text: byte-order mark, UTF-8, the encoding the file declares, then what reads like words."""

from __future__ import annotations

import codecs
import re

from nutgraf.errors import Damaged, Unsupported
from nutgraf.readers.encodings import guess_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\(J|\$\)C)")
_SEVEN_BITS = frozenset({"utf-7", "hz"})  # encodings that look like plain ASCII
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_MOSTLY = 20  # so many well-formed characters for each broken one, and the text still is UTF-8


def decode(data: bytes, declared: str = "", name: str = "The file") -> tuple[str, str]:
    """Return the text and the name of its encoding.

    A few broken bytes in what is otherwise UTF-8 become U+FFFD. `declared` is the encoding that the file itself names, or "".

    Raises:
        Damaged: a byte-order mark promises an encoding that the bytes do not keep.
        Unsupported: the bytes are no text.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _promised(data[len(mark) :], encoding, name), encoding
    if wide := _unmarked_utf32(data) or _unmarked_utf16(data):
        return data.decode(wide, "replace"), wide
    if iso := _ISO_2022.search(data):
        declared = declared or ("iso2022_kr" if iso[0].endswith(b")C") else "iso2022_jp")
    elif _known(declared) in _SEVEN_BITS and data.isascii():
        return _text(data.decode(declared, "replace"), name), str(_known(declared))
    elif (sound := _utf8(data)) is not None:
        return _text(sound, name), "utf-8"
    if candidate := _known(declared):
        text = data.decode(candidate, "replace")
        if text.count("\ufffd") * _MOSTLY <= len(text):
            return _text(text, name), candidate
    guessed = guess_encoding(data)
    return _text(data.decode(guessed, "replace"), name), guessed


def _promised(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * _MOSTLY > len(text) + _MOSTLY:
        raise Damaged(
            f"“{name}” says that it is {encoding.upper()}, but its bytes are not. Please save it again as UTF-8."
        )
    return text


def _unmarked_utf32(data: bytes) -> str:
    """Return which UTF-32 this is if the upper half of every character is zero, else ""."""
    head = data[: min(len(data), 2048) // 4 * 4]
    zeros = [head[place::4].count(0) * 4 == len(head) and len(head) >= 16 for place in range(4)]
    if all(zeros):
        return ""
    return "utf-32-le" if zeros[2] and zeros[3] else "utf-32-be" if zeros[0] and zeros[1] else ""


def _unmarked_utf16(data: bytes) -> str:
    """Return which UTF-16 this is if every other byte is zero, as in mostly Latin text, else ""."""
    head = data[:2048]
    half = len(head) // 2
    if half < 4 or head.count(0) < half * 0.4:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return ""


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text.encode("utf-8", "replace")) - len(text) - 2 * broken
    return text if sound > _MOSTLY * broken else None


def _known(declared: str) -> str | None:
    """Return the codec of a declared encoding as browsers read it: Latin-1 is Windows-1252."""
    try:
        encoding = codecs.lookup(declared.strip().lower() or "-").name
    except (LookupError, ValueError):
        return None
    if encoding in {"iso8859-1", "ascii"}:
        return "cp1252"
    return {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}.get(encoding, encoding)


def _text(text: str, name: str) -> str:
    """Return `text` unless it is a binary file in disguise."""
    head = text[: 1 << 20]
    if len(_CONTROLS.findall(head)) > max(2, len(head) // 200):
        raise Unsupported(f"“{name}” is not a text file, and Nutgraf does not know its format.")
    return text
