"""Files that gzip has compressed: inflated under limits of size and ratio before any reader sees them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.errors import Damaged, TooLarge, Unsupported
from nutgraf.readers.file import LARGEST

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.readers.base import Source

_MAGIC = b"\x1f\x8b"
_STEP = 1 << 20
_FREE = 8 << 20  # bytes that may unpack from however little
_RATIO = 100  # what articles shrink by at most, many times over
_GZIP = 16 + zlib.MAX_WBITS


def inflate(source: Source, cancel: Cancel) -> Source:
    """Return the source with its bytes inflated if gzip compressed them, else as it is; its name stays.

    Raises:
        Damaged: the compressed bytes are broken or cut off.
        TooLarge: they unpack to more than `LARGEST`, or to so many times their size as no article does.
        Unsupported: what they unpack to is compressed once more.
        Cancelled: the token was set.

    """
    if not source.data.startswith(_MAGIC):
        return source
    name, packed = source.name, source.data
    data = bytearray()
    try:
        while packed.startswith(_MAGIC):  # a file may hold several streams, one after the other; other bytes may follow
            member = zlib.decompressobj(_GZIP)
            while not member.eof:
                cancel.check()
                piece = member.decompress(packed, _STEP)
                packed = member.unconsumed_tail or member.unused_data
                data += piece
                if len(data) > min(LARGEST, max(_FREE, _RATIO * len(source.data))):
                    raise TooLarge(f"“{name}” unpacks to more than Nutgraf takes, so it was not opened.")
                if not piece and not packed and not member.eof:
                    raise Damaged(f"“{name}” ends in the middle: a part of it is missing. Try getting the file again.")
    except zlib.error as error:
        raise Damaged(f"“{name}” is damaged: it cannot be unpacked. Try getting the file again.") from error
    if data.startswith(_MAGIC):
        raise Unsupported(
            f"“{name}” is a compressed file inside a compressed file. "
            "Unpack it once with another program, and open what comes out."
        )
    return replace(source, data=bytes(data))
