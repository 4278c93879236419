"""The encoding of text that does not say it: of all that were in use, the one in which the words are those of a language."""

from __future__ import annotations

import re

from nutgraf.text.language import distinctness

# More widely used ones first: the first of two that give the same text is named.
_ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp874", "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9",
    "iso8859_13", "iso8859_15", "cp866", "cp855", "cp850", "cp852", "cp437", "mac_roman", "mac_cyrillic", "mac_greek",
    "mac_turkish", "mac_latin2", "cp737", "cp775", "cp857", "johab",
)  # fmt: skip
_EBCDIC = ("cp037", "cp500", "cp273", "cp1026", "cp875", "cp424")  # of IBM's mainframes, the Western one first
_SPACE, _SMALL = 0x40, re.compile(rb"[\x81-\x89\x91-\x99\xa2-\xa9]")  # EBCDIC's space and small letters
# Two bytes a character: the pairs of signs and frequent characters, and which of them the others' texts have not.
_DOUBLE = (
    ("euc_jp", rb"[\xa4\xa5\xb0-\xcf][\xa1-\xfe]|[\xa1\xa3][\xa1-\xfe]", rb"[\xa4\xa5]."),
    ("cp949", rb"[\xb0-\xc8\xa1\xa3][\xa1-\xfe]", rb"[\xb0-\xc8]."),
    ("gb18030", rb"[\xb0-\xd7\xa1\xa3][\xa1-\xfe]", rb"[\xc9-\xd7]."),
    ("big5", rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]", rb".[\x40-\x7e]"),
)
_PAIR = re.compile(rb"[\x80-\xff][\x40-\xff]?", re.DOTALL)
_FREQUENT, _OWN, _PAIRS = 0.97, 0.1, 8  # shares of the pairs, and how many there are at least
_SAMPLE = 4096  # bytes of lines that are not plain ASCII
_BROKEN = re.compile("[\x80-\x9f\ufffd]")
_LEAST_SOUND = 20  # sound characters for each broken one
# Signs between letters that no writing has there; capitals after small letters; Thai vowels and tones where none can stand.
_ODD = re.compile(
    "[^\\W\\d_][^\\w\\s\x21-\x7e\xa0\xab\xad\xb7\xbb\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0e30-\u0e4e\u2010-\u201f\u2026"
    "\u3000-\u301f\u30fb\uff00-\uff65]+[^\\W\\d_]|[a-z\xdf-\xff][\xc0-\xde]|[\xe0-\xff][A-Z]"
    "|(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
)
_HARM = 8  # times its share of all letters beyond ASCII that an odd place costs


def guess_encoding(data: bytes) -> str:
    """Return the encoding in which the bytes read most like words of a language; cp1252 where none does."""
    sample = _telling(data)
    if double := _double_byte(sample):
        return double
    candidates = _EBCDIC if _is_ebcdic(data[:_SAMPLE]) else _ENCODINGS
    best, most = candidates[0], 0.0
    for encoding in candidates:
        likeness = _likeness(sample.decode(encoding, "replace"))
        if likeness > most:
            best, most = encoding, likeness
    return best


def _double_byte(sample: bytes) -> str:
    """Return the encoding of two bytes a character that nothing but text in it looks like, or ""."""
    pairs = _PAIR.findall(sample)
    for encoding, frequent, own in _DOUBLE:
        known, telling = (sum(map(bool, map(re.compile(form, re.DOTALL).fullmatch, pairs))) for form in (frequent, own))
        if len(pairs) >= _PAIRS and known >= _FREQUENT * len(pairs) and telling >= _OWN * len(pairs):
            return encoding
    return ""


def _is_ebcdic(sample: bytes) -> bool:
    """Whether the words and the spaces between them are EBCDIC's."""
    spaces = sample.count(_SPACE)
    return 12 * spaces > len(sample) > 20 * sample.count(b" ") and 5 * len(_SMALL.findall(sample)) > 2 * len(sample)


def _telling(data: bytes) -> bytes:
    """Return the first lines that are not plain ASCII."""
    found: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            found.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"".join(found)[:_SAMPLE] or data[:_SAMPLE]


def _likeness(text: str) -> float:
    broken = len(_BROKEN.findall(text))
    if broken * _LEAST_SOUND > len(text) + _LEAST_SOUND:
        return 0.0
    letters = sum(character.isalpha() for character in text if character > "\x7f") or 1
    odd = broken + len(_ODD.findall(text))
    return distinctness(text) * max(0.0, 1 - _HARM * odd / letters)
