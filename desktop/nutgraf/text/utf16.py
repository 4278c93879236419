"""Code points to UTF-16 units and back: Qt counts in the latter, Nutgraf in the former."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Utf16:
    """Both counts for one text; positions past the end are taken as the end."""

    __slots__ = ("_units", "_wide")

    def __init__(self, text: str) -> None:
        self._wide = (
            [position for position, character in enumerate(text) if character > "\uffff"] if not text.isascii() else []
        )
        self._units = [position + count for count, position in enumerate(self._wide)]

    def units(self, position: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return position + bisect_left(self._wide, position)

    def points(self, unit: int) -> int:
        """Return the code-point offset of a UTF-16 offset; inside a surrogate pair, that of its character."""
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            return self._wide[before - 1]
        return unit - bisect_left(self._units, unit)
