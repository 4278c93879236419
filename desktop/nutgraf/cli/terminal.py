"""What the terminal can do, and text made fit for it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 100  # columns: longer lines are hard to read
# Controls could move the cursor or change the terminal; the others make text read otherwise than it is written.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is shown: folded at `width` columns (None: not at all), with colour or without."""

    width: int | None = None
    colour: bool = False

    def bold(self, text: str) -> str:
        """Return text that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def muted(self, text: str) -> str:
        """Return text that stands back."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def fold(self, text: str, indent: str = "", opening: str | None = None) -> list[str]:
        """Return the lines of a paragraph, each indented; the first by `opening` where there is one."""
        room = self.width - columns(indent) if self.width else None
        lines = list(_fold(text, room)) or [""]
        first = indent if opening is None else opening
        return [first + lines[0], *(indent + line for line in lines[1:])]


def style_of(stream: TextIO | None) -> Style:
    """Return the style for a terminal; plain and not folded for a file or a pipe."""
    if stream is None or not stream.isatty():
        return Style()
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return Style(max(20, min(WIDEST, shutil.get_terminal_size().columns)), not plain)


def safe(text: str) -> str:
    """Return text that does nothing to a terminal but stand there."""
    return _UNSAFE.sub("\ufffd", text).replace("\u2028", "\n").replace("\u2029", "\n")


def columns(text: str) -> int:
    """Return how many columns text takes: two for wide letters, none for accents that combine."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _fold(text: str, room: int | None) -> Iterator[str]:
    """Yield lines of words, as many as fit; a word that is longer than the line is left to the terminal."""
    if room is None:
        yield " ".join(text.split())
        return
    line, used = "", 0
    for word in text.split():
        needed = columns(word)
        if line and used + 1 + needed > room:
            yield line
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + needed) if line else (word, needed)
    if line:
        yield line


def say(message: str) -> None:
    """Say something to the person, on standard error."""
    print(f"nutgraf-cli: {safe(message)}", file=sys.stderr, flush=True)  # noqa: T201 - this is how a terminal is told
