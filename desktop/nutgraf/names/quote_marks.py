"""Where quotation marks open and close: curly, straight, single, angular and low ones, but no apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "”": "”", "‘": "’", "'": "'", "``": "''", "`": "'"}
_LONGEST = 5000  # code points of a quotation: a mark that nothing closes must not cost a search of the whole text
_SINGLE = "‘'`"
_OPENING = re.compile(
    r"""
      [“„«‹](?=\S) | (?<![\w”"’.,!?])["”](?=\S) | (?<![\w'’])[‘'](?=\w|…)
    | (?<!\S)"(?=\ \w) | (?<!\S)``(?=\s?\S) | (?<!\S)`(?=\w)            # as machines write them
    """,
    re.VERBOSE,
)
_LOST = re.compile(r"[,.]\?(?=\s|$)")  # a closing curly mark that a narrow encoding made a question mark
_ENDS = ".!?…"


class Quoted(NamedTuple):
    """Words between quotation marks, and with them; `is_open` where no mark closes, as another opens or the block ends."""

    inner: Span
    outer: Span
    is_open: bool


def quoted(text: str, block: Span) -> Iterator[Quoted]:
    """Yield what stands between quotation marks in a block; of nested marks the outer ones count.

    A quotation of several paragraphs that were run together has a mark at the beginning of each and one at the end of all.
    """
    at = run_on = block.start
    while opening := _OPENING.search(text, at, block.end):
        at = opening.end()
        found = _closing(text, opening[0], at, min(block.end, at + _LONGEST))
        closed_another = (
            block.start < opening.start() == run_on
        )  # it may be that one's closing mark, with a space before it
        last = opening[0] not in _SINGLE and not closed_another and not _OPENING.search(text, at, block.end)
        if found is None and last:
            found = (block.end, block.end)
        inner = _trimmed(text, at, found[0]) if found else None
        if found and inner:
            yield Quoted(inner, Span(opening.start(), found[1]), is_open=found[0] == found[1])
            at = run_on = found[1]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end].strip()
    return Span(at := text.index(inner, start), at + len(inner)) if inner else None


def _closing(text: str, opening: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the mark that closes begins and ends, twice where the next paragraph's opens, None if neither comes."""
    if opening in _SINGLE:
        return _closing_single(text, opening, start, end)
    if opening == '"':
        return _closing_straight(text, start, end)
    ends = [(at, len(mark)) for mark in _marks(opening) if (at := text.find(mark, start, end)) >= 0]
    again = text.find(opening, start, end) if opening not in _CLOSING[opening] else -1
    if not ends or 0 <= again < min(ends)[0]:
        return _before_next(text, start, again)
    at, length = min(ends)
    return at, at + length


def _marks(opening: str) -> tuple[str, ...]:
    closing = _CLOSING[opening]
    return (closing,) if len(opening) > 1 else tuple(closing)


def _closing_straight(text: str, start: int, end: int) -> tuple[int, int] | None:
    at = text.find('"', start, end)
    if lost := _LOST.search(text, start, end if at < 0 else at):
        return lost.end() - 1, lost.end()
    if at < 0:
        return None
    opens = text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()
    return _before_next(text, start, at) if opens else (at, at + 1)


def _closing_single(text: str, opening: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first mark after punctuation, else the first that no letter follows: not those of "drivers’" and "it’s"."""
    again = re.compile(rf"(?<![\w'’]){opening}(?=\w)").search(text, start, end)
    limit = again.start() if again else end
    closing = re.compile(rf"(?:(?<=\S)|(?<=[,.!?]\ )){_CLOSING[opening]}(?!\w)")
    marks = [match.start() for match in closing.finditer(text, start, limit)]
    found = next((at for at in marks if text[start:at].rstrip()[-1:] in set(",.!?…;:—")), None)
    if found is None and again and (run_on := _before_next(text, start, limit)):
        return run_on
    found = marks[0] if found is None and marks else found
    return None if found is None else (found, found + 1)


def _before_next(text: str, start: int, again: int) -> tuple[int, int] | None:
    """Return the place of the mark that opens again, if a sentence with a capital ended before it."""
    is_sentence = text[start : start + 1].isupper() and text[start:again].rstrip()[-1:] in set(_ENDS)
    return (again, again) if again > start and is_sentence else None
