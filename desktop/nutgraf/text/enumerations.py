"""Items of a list that run on in one paragraph: "1) Wash the rice 2) Boil it", "• Tea • Coffee"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.text.abbreviations import LABELS, word_set
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLETS = "•⁃‣◦▪●■"
_BULLET = re.compile(rf"(?<=\s)[{_BULLETS}](?=\s?\w)")
_MARKER = re.compile(rf"[{_BULLETS}]?\s*(\d{{1,3}}|[a-z])(\.\)|[.)])(?=\s)")
_MOST = 999
_COUNTED = LABELS | word_set(
    "a an and at by day days from for in no number of on or page part question since than the to until version"
)


def items(text: str, span: Span) -> list[Span]:
    """Return the items of a block's body that begins with a bullet or a number, else the body whole.

    A number counts if it is the next one, written as the first was, and no word stands before it that is counted ("in chapter
    2.").
    """
    line = text.rfind("\n", 0, span.start) + 1  # a marker that the body leaves out opens the list all the same
    if text[line : line + 1] in _BULLETS:
        cuts = [found.start() for found in _BULLET.finditer(text, span.start, span.end)]
    elif marker := _MARKER.match(text, line, span.end):
        cuts = list(_numbered(text, marker, span))
    else:
        return [span]
    return [Span(start, end) for start, end in pairwise([span.start, *cuts, span.end])]


def _numbered(text: str, marker: re.Match[str], span: Span) -> Iterator[int]:
    """Yield where the items begin that follow the first in number or letter."""
    name, form, at = marker[1], marker[2], max(marker.end(), span.start)
    following = r"\s(?=[\"“‘'(]?[A-Z])" if form == "." else r"\s"
    for _ in range(_MOST):
        name = str(int(name) + 1) if name.isdigit() else chr(ord(name) + 1)
        found = re.compile(rf"(?<=\s){re.escape(name + form)}{following}").search(text, at, span.end)
        if not found or _word_before(text, at, found.start()) in _COUNTED:
            return
        yield found.start()
        at = found.end()


def _word_before(text: str, start: int, end: int) -> str:
    return text[max(start, end - 40) : end].rstrip(" .,").rpartition(" ")[2].lower()
