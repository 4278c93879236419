"""A document that is a zip file of parts (DOCX, ODT, EPUB), unpacked in memory and under limits."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, Protected, TooLarge
from nutgraf.readers.xml_tree import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

MAGIC = b"PK\x03\x04"
MOST_PARTS = 10_000
LARGEST_PART = 32 << 20  # bytes of one part, unpacked
LARGEST_WHOLE = 128 << 20  # bytes of all parts that are read
RATIO = 250  # unpacked bytes for one packed byte: text packs to a tenth, seldom to a fiftieth
_FREE = 1 << 20  # bytes up to which the ratio does not matter
_PIECE = 1 << 18
_ENTRY = b"PK\x01\x02"  # opens each part's record in the directory
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, IndexError,
)  # fmt: skip


def is_package(source: Source, *marks: bytes) -> bool:
    """Whether the bytes are a zip file in which each of these names of parts stands, with either slash."""
    return source.data.startswith(MAGIC) and all(
        mark in source.data or mark.replace(b"/", b"\\") in source.data for mark in marks
    )


def first_part(source: Source) -> bytes:
    """Return the name of the first part of a zip file, as its bytes are."""
    size = int.from_bytes(source.data[26:28], "little")
    return source.data[30 : 30 + size]


class Package:
    """The parts of a zip file, by name. Nothing is written to the disk, and an archive inside it is not opened.

    Raises:
        Damaged: it is no sound zip file, or two parts share a name, or a name is absolute or leads upwards.
        Protected: a part is encrypted.
        TooLarge: it has more than `MOST_PARTS` parts.

    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._taken = 0
        if source.data.count(_ENTRY) > MOST_PARTS:  # before zipfile makes an object of each
            raise TooLarge(f"“{self.name}” holds more than {MOST_PARTS:,} parts, more than Nutgraf takes.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except _BROKEN as error:
            raise self._damaged("its list of parts cannot be read") from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._check()
        self._alike = {_plain(name): name for name in reversed(self._parts)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts in the file's order."""
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return self.named(part) in self._parts

    def named(self, part: str) -> str:
        """Return the name of the part that is meant, in either case and with either slash; as it is, where there is none."""
        return part if part in self._parts else self._alike.get(_plain(part), part)

    def read(self, part: str, cancel: Cancel) -> bytes:
        """Return the unpacked bytes of a part.

        Raises:
            Damaged: there is no such part, or it is broken.
            TooLarge: it unpacks to more than `LARGEST_PART`, to more than `RATIO` times its size, or all that was read to more
                than `LARGEST_WHOLE`.
            Cancelled: the token was set.

        """
        found = self._parts.get(self.named(part))
        if found is None:
            raise self._damaged(f"the part “{part}” is missing")
        data = bytearray()
        try:
            with self._zip.open(found) as stream:
                while piece := stream.read(_PIECE):
                    cancel.check()
                    data += piece
                    self._taken += len(piece)
                    self._refuse_large(len(data), found.compress_size)
        except _BROKEN as error:
            raise self._damaged(f"the part “{part}” cannot be unpacked") from error
        return bytes(data)

    def tree(self, part: str, cancel: Cancel, *, mend: bool = False) -> _Element:
        """Return the root of a part that is XML; raises as `read` and `parse_xml` do."""
        return parse_xml(self.read(part, cancel), self.name, mend=mend)

    def _check(self) -> None:
        for part in self._zip.infolist():
            known = self._parts[part.filename]
            if (part.CRC, part.file_size) != (known.CRC, known.file_size):
                raise self._damaged("two of its parts have the same name")
            if part.flag_bits & 0x1:
                raise Protected(
                    f"“{self.name}” is encrypted. Open it in the program that made it, and save it without a password."
                )
            if _OUTSIDE.match(part.filename):
                raise self._damaged("the name of one of its parts leads out of the file")
            if part.compress_type not in _METHODS:
                raise self._damaged("a part is packed in a way that documents do not use")

    def _refuse_large(self, size: int, packed: int) -> None:
        if size > LARGEST_PART or self._taken > LARGEST_WHOLE or (size > _FREE and size > RATIO * packed):
            raise TooLarge(f"“{self.name}” unpacks to much more than its own size, more than Nutgraf takes.")

    def _damaged(self, what: str) -> Damaged:
        return Damaged(f"“{self.name}” is damaged: {what}. Try getting the file again.")


def _plain(part: str) -> str:
    """Return a part's name as careless programs mean it: in either case, with either slash, from the file's root."""
    return part.replace("\\", "/").lstrip("/").casefold()
