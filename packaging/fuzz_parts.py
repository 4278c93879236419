"""Changes inside what a file is made of, past its shell: XML in zip files, objects of a PDF, lines of text and mail."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_TAG = re.compile(rb"<[^<>]{1,300}>")
_NUMBER = re.compile(rb"\d{1,6}")
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?endobj", re.DOTALL)
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"99999", b"2147483647", b"4294967296", b"99999999999999999999")
_LARGEST_PART = 1 << 20  # bytes
_MOST_PARTS = 2000


def mutate_parts(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """Return `data` with one to three changes inside its parts; `other` is a file of the same kind."""
    if data.startswith(b"PK\x03\x04"):
        return _zip(data, other, rng)
    if data.lstrip().startswith(b"%PDF"):
        return _changed(data, _OBJECT.findall(other), _OBJECT, rng)
    if _TAG.search(data[:2000]):
        return _markup(data, other, rng)
    return b"\n".join(_shuffled(data.split(b"\n"), other.split(b"\n"), rng))


def _zip(data: bytes, other: bytes, rng: random.Random) -> bytes:
    parts, others = _parts(data), _parts(other)
    written = [name for name, content in parts.items() if content.lstrip()[:1] == b"<"]
    for name in rng.sample(written, min(len(written), rng.choice((1, 1, 2, 3)))):
        parts[name] = _markup(parts[name], others.get(name, parts[name]), rng)
    if parts and rng.random() < 0.1:
        del parts[rng.choice(list(parts))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [part for part in archive.infolist()[:_MOST_PARTS] if part.file_size <= _LARGEST_PART]
            return {part.filename: archive.read(part) for part in listed}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return {}


def _markup(data: bytes, other: bytes, rng: random.Random) -> bytes:
    return _changed(data, _TAG.findall(other[:_LARGEST_PART]), _TAG, rng)


def _changed(data: bytes, others: list[bytes], piece: re.Pattern[bytes], rng: random.Random) -> bytes:
    """Repeat, take out, move or replace pieces, or change the numbers in them."""
    for _ in range(rng.choice((1, 2, 3))):
        found = list(piece.finditer(data[:_LARGEST_PART]))
        if not found:
            return data
        one = rng.choice(found)
        words = one[0]
        match rng.randrange(5):
            case 0:
                words *= rng.choice((2, 3, 300))
            case 1:
                words = b""
            case 2:
                words = rng.choice(found)[0]
            case 3:
                words = rng.choice(others) if others else b""
            case 4:
                words = _NUMBER.sub(lambda _: rng.choice(_NUMBERS), words, count=rng.choice((1, 3)))
        data = data[: one.start()] + words + data[one.end() :]
    return data


def _shuffled(lines: list[bytes], others: list[bytes], rng: random.Random) -> list[bytes]:
    for _ in range(rng.choice((1, 2, 5))):
        at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(4):
            case 0:
                lines[at], lines[to] = lines[to], lines[at]
            case 1:
                lines[at:at] = [lines[to]] * rng.choice((1, 2, 1000))
            case 2:
                lines[at] = rng.choice(others)
            case 3:
                lines[at] = _NUMBER.sub(lambda _: rng.choice(_NUMBERS), lines[at])
    return lines
