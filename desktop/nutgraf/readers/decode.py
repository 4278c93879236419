"""Bytes to text: byte-order mark, UTF-8, the encoding the file declares, then what reads like words."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from nutgraf.errors import Damaged, Unsupported
from nutgraf.readers.encodings import guess_encoding
from nutgraf.text.language import distinctness

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\(J|\$\)C)")
_SEVEN_BITS = frozenset({"utf-7", "hz"})  # encodings that look like plain ASCII
_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+~\}")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_HEAD = 4096  # bytes in which a file shows what it is
_MARKUP = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
# Characters that are worth a guess, and for how many of one script there may be one of another.
_LEAST, _COHERENT = 8, 20
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_PUNCTUATION = re.compile("[\u2000-\u206f\u3000-\u303f\uff00-\uffef]")
_STRUCK_OVER = re.compile(".\x08")  # as printers of old made words bold or underlined
# What sets a terminal's colours, modes, titles, links and character sets (ECMA-48, section 5; ECMA-35, section 13).
_CONTROL_SEQUENCES = re.compile(
    r"\x1b(?:\[[0-?]{0,60}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,4000}(?:\x07|\x1b\\)|[ -/][0-~]|[78=>DEHMNOZc])"
)
_BEYOND = re.compile("[\x80-\ufffc\U00010000-\U0010ffff]")
_MOSTLY = 20  # so many characters for each broken one, and the text still is in the encoding that is named
_UTF8 = 3  # the same of those beyond ASCII, and it is UTF-8 whatever is named: nothing else looks like it


def declared_in_page(data: bytes) -> str:
    """Return the encoding that a page names in its head, or ""."""
    found = _MARKUP.search(data[:_HEAD])
    return found[1].decode("ascii") if found else ""


def declared_in_xml(data: bytes) -> str:
    """Return the encoding that the declaration of XML names, or ""."""
    found = _XML.match(data)
    return found[1].decode("ascii") if found else ""


def decode(data: bytes, declared: str = "", name: str = "The file", *, sure: bool = False) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    A few broken bytes in what is otherwise UTF-8 become U+FFFD. `declared` is the encoding that the file itself names, or "".
    With `sure` it is text whatever controls stand in it: its first words say so.

    Raises:
        Damaged: a byte-order mark promises an encoding that the bytes do not keep.
        Unsupported: the bytes are no text.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _promised(data[len(mark) :], encoding, name), encoding
    if wide := _unmarked_utf32(data) or _unmarked_utf16(data):
        return data.decode(wide, "replace"), wide
    text, encoding = _narrow(data, declared)
    text = _as_read(text)
    if not sure and _is_binary(text[: 1 << 20]):
        if wide := _spoken_utf16(data):
            return data.decode(wide, "replace"), wide
        raise Unsupported(f"“{name}” is not a text file, and Nutgraf does not know its format.")
    return text, encoding


def _narrow(data: bytes, declared: str) -> tuple[str, str]:
    """Return the text of bytes that are in no wide encoding, and the name of theirs."""
    if iso := _ISO_2022.search(data):
        declared = declared or ("iso2022_kr" if iso[0].endswith(b")C") else "iso2022_jp")
    elif not declared and data.isascii() and _HZ.search(data):
        declared = "hz"
    if _known(declared) in _SEVEN_BITS and data.isascii():
        return data.decode(declared, "replace"), str(_known(declared))
    if not iso and (sound := _utf8(data)) is not None:
        return sound, "utf-8"
    if candidate := _known(declared):
        text = data.decode(candidate, "replace")
        kept = candidate != "utf-8" or _BEYOND.search(text)  # else nothing beyond ASCII is UTF-8
        if kept and text.count("\ufffd") * _MOSTLY <= len(text):
            return text, candidate
    guessed = guess_encoding(data)
    return data.decode(guessed, "replace"), guessed


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
    return text if sound > _UTF8 * broken else None


def _known(declared: str) -> str | None:
    """Return the codec of a declared encoding as browsers read it: Latin-1 is Windows-1252."""
    named = declared.strip().lower() or "-"
    try:
        encoding = codecs.lookup(named).name
        b"-\xff".decode(named, "replace")  # fails for what Python calls a codec and is no encoding of text
    except (LookupError, ValueError):
        return None
    if encoding in {"iso8859-1", "ascii"}:
        return "cp1252"
    return {
        "tis-620": "cp874",
        "iso8859-11": "cp874",
        "iso8859-9": "cp1254",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
    }.get(encoding, encoding)


def _spoken_utf16(data: bytes) -> str:
    """Return which UTF-16 this is if it is that of a script beyond Latin, else ""."""
    head = data[: min(len(data), _HEAD) // 2 * 2]
    texts = {wide: head.decode(wide, "replace") for wide in ("utf-16-le", "utf-16-be")}
    return max(
        (wide for wide, text in texts.items() if _is_of_one_script(text)),
        key=lambda wide: distinctness(texts[wide]),
        default="",
    )


def _is_of_one_script(text: str) -> bool:
    """Whether nearly all characters beyond Latin letters and punctuation are of one script, and these are most."""
    scripts = Counter(
        _script(character) for character in text if character >= "\u0300" and not _PUNCTUATION.match(character)
    )
    most = max(scripts.values(), default=0)
    return most >= _LEAST and 2 * most >= len(text) and _COHERENT * most >= (_COHERENT - 1) * scripts.total()


def _script(character: str) -> str:
    """Return a name for a character's script: Chinese and Japanese share one, Korean has one, others are told by their block."""
    if _EAST_ASIAN.match(character):
        return "east"
    return "korean" if "\uac00" <= character <= "\ud7a3" else hex(ord(character) >> 8)


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > max(2, len(text) // 200)


def _as_read(text: str) -> str:
    """Return `text` without what moved the pens and colours of printers and terminals."""
    if "\x08" in text:
        text = _STRUCK_OVER.sub("", text)
    if "\x1b" in text:
        text = _CONTROL_SEQUENCES.sub("", text)
    return text.removesuffix("\x1a")  # the end of a file on CP/M and DOS
