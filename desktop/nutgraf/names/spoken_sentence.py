"""One sentence of a block, in which it is looked for who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names.units import STOPS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.names.discourse import Discourse
    from nutgraf.names.speakers import Source
    from nutgraf.names.units import Unit

ASIDE = 14  # units between a verb of speech and "that" or a quotation: "told reporters in Cairo on Monday"


class Said(NamedTuple):
    """Units `first` up to `last` are what the source says; `direct` if they are one quotation."""

    first: int
    last: int
    direct: bool
    source: Source


class SpokenSentence:
    """Units `low` up to `high` of a block."""

    def __init__(self, text: str, units: Sequence[Unit], low: int, high: int, discourse: Discourse) -> None:
        self._text = text
        self._units, self._low, self._high, self._discourse = units, low, high, discourse

    def _is_apart(self, at: int) -> bool:
        """Whether the unit is a quotation that is no part of a phrase: not in "who is ‘a soldier’, said"."""
        if self._units[at].kind is not Kind.QUOTED:
            return False
        return at == self._low or self._units[at - 1].kind in {Kind.QUOTED, Kind.MARK}

    def _is_whole(self, at: int) -> bool:
        """Whether the quotation begins like a sentence."""
        quoted = self._units[at].quoted
        return quoted is not None and not self._text[quoted.inner.start].islower()

    def end(self) -> int:
        """Return where the sentence ends, without its full stop."""
        last = self._high
        while last > self._low and self._units[last - 1].low in STOPS:
            last -= 1
        return last
