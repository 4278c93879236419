"""Where quotation marks open and close: curly, straight, single, angular and low ones, but no apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "”": "”", "‘": "’", "'": "'"}
_LONGEST = 5000  # code points of a quotation: a mark that nothing closes must not cost a search of the whole text
_SINGLE = "‘'"
_OPENING = re.compile(r"""[“„«‹](?=\S) | (?<![\w”"’.,!?])["”](?=\S) | (?<![\w'’])[‘'](?=\w|…)""", re.VERBOSE)


class Quoted(NamedTuple):
    """Words between quotation marks, and with them; `is_open` where the block ends before the mark that closes."""

    inner: Span
    outer: Span
    is_open: bool


def quoted(text: str, block: Span) -> Iterator[Quoted]:
    """Yield what stands between quotation marks in a block; of nested marks the outer ones count."""
    at = block.start
    while opening := _OPENING.search(text, at, block.end):
        at = opening.end()
        end = _closing(text, opening[0], at, min(block.end, at + _LONGEST))
        if end is not None and end > at:
            yield Quoted(Span(at, end), Span(opening.start(), end + 1), is_open=False)
            at = end + 1
        elif end is None and opening[0] not in _SINGLE and not _OPENING.search(text, at, block.end):
            yield Quoted(Span(at, block.end), Span(opening.start(), block.end), is_open=True)
            return


def _closing(text: str, opening: str, start: int, end: int) -> int | None:
    """Return where the mark stands that closes, None if another of the same kind opens before."""
    if opening in _SINGLE:
        return _closing_single(text, opening, start, end)
    ends = [at for mark in _CLOSING[opening] if (at := text.find(mark, start, end)) >= 0]
    again = text.find(opening, start, end) if opening not in _CLOSING[opening] else -1
    if not ends or 0 <= again < min(ends):
        return None
    return min(ends)


def _closing_single(text: str, opening: str, start: int, end: int) -> int | None:
    """Return the first mark after punctuation, else the first that no letter follows: not those of "drivers’" and "it’s"."""
    again = re.compile(rf"(?<![\w'’]){opening}(?=\w)").search(text, start, end)
    limit = again.start() if again else end
    marks = [match.start() for match in re.compile(rf"(?<=\S){_CLOSING[opening]}(?!\w)").finditer(text, start, limit)]
    return next((at for at in marks if text[at - 1] in ",.!?…;:—"), marks[0] if marks else None)
