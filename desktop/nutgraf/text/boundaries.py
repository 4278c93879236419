"""Where sentences end inside one block: candidates by shape, the rules of news, and Punkt for what is left."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.abbreviations import BRIDGES, EXCLAMATORY, NUMBERED, PLACES, SPEECH, STARTERS, TITLES
from nutgraf.text.punkt import ends_after, is_abbreviation
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.cancel import Cancel

_CAPITALIZED = "|".join(sorted(word.capitalize() for word in STARTERS if len(word) > 1))
_CANDIDATE = re.compile(
    rf"""
    (?P<wide> [。！？｡।॥]+ [”’」』）)"']* )           # scripts that need no space after the stop
    | (?<![.!?…؟۔])(?<![.!?…]\ )                    # not inside a run, so that a long one takes linear time
      (?P<stop> [.!?…؟۔]+ (?:\ [.!?…]+)* ) (?! [.!?…؟۔] | \ [.!?…] )  # all of it: Python 3.11.2 mistakes "++" and "*+"
      (?: (?P<close> (?: ["'“”‘’«»›)\]}}] | \[\w{{1,4}}\] )* ) (?=\s|$)
        | (?<=[^\W\d_]{{2}}[.!?]) (?P<glue> ["”’']?) (?=["“‘]?(?:{_CAPITALIZED})\s)  # "left.The next", as copied pages have it
      )
    """,
    re.VERBOSE,
)
_LATE = re.compile(r"""\s(["'”’»)\]}.!?…]+)(?=\s|$)""")  # a closing quote after a space: “… movement. ”
_OPENING = re.compile(r"""["'“‘«»„‚([{`¿¡*_—–\s-]*""")
_SPEAKER = re.compile(rf"(?:[\w’'.-]+\s){{1,3}}(?:{'|'.join(sorted(SPEECH))})\b", re.IGNORECASE)
_TAG = re.compile(rf"(?:[\w’'.-]+\s){{1,3}}(?:{'|'.join(sorted(SPEECH))})[.,](?!\w)", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")  # "J", "J.K", "U.S"
_LIST_MARKER = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: `lowered` has no capitals, `spaced` has a space before its stops ("did not . the")."""

    lowered: bool = False
    spaced: bool = False

    @classmethod
    def of(cls, text: str) -> Style:
        """Judge a whole text: one sentence is too little to go by."""
        capitals = sum(map(str.isupper, text))
        small = sum(map(str.islower, text))
        apart = len(re.findall(r"\s[.!?](?=\s|$)", text))
        attached = len(re.findall(r"\w[.!?](?=\s|$)", text))
        return cls(lowered=capitals * 250 <= small and small > 0, spaced=apart > attached)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stop and what stands about it: the word before, whether it opens the sentence, and the words after."""

    word: str
    stop: str
    closed: bool
    apart: bool
    first: bool
    opening: str
    following: str
    rest: str

    @property
    def goes_on_small(self) -> bool:
        return self.following[:1].islower()

    @property
    def is_ellipsis(self) -> bool:
        return "…" in self.stop or self.stop.count(".") >= 3

    @property
    def starter(self) -> bool:
        """Whether the word after is one that opens sentences, capitalized, and no initial."""
        word = self.following.rstrip(",:;’'”\"")
        word = re.split(r"[’']", word)[0]
        return word[:1].isupper() and word.lower() in STARTERS


def sentence_spans(text: str, span: Span, style: Style, cancel: Cancel) -> list[Span]:
    """Return the sentences of one block: trimmed, in order, together all of its characters but white space.

    Raises:
        Cancelled: the token was set.

    """
    found = list(_pieces(text, span, style, cancel))
    if len(found) > 1 and not _has_words(text, found[-1].start, found[-1].end):  # a stray sign after the last sentence
        found[-2:] = [Span(found[-2].start, found[-1].end)]
    return found


def _pieces(text: str, span: Span, style: Style, cancel: Cancel) -> Iterator[Span]:
    quotes = [mark.start() for mark in re.compile('"').finditer(text, span.start, span.end)]
    start = _skip_space(text, span.start, span.end)
    for count, match in enumerate(_CANDIDATE.finditer(text, span.start, span.end)):
        if count % 256 == 0:
            cancel.check()
        if match.end() <= start or not _has_words(text, start, match.start()):
            continue
        end = match.end()
        if match["stop"] is not None and match["glue"] is None:
            end = _with_late_quotes(text, quotes, end, span.end)
            if not _ends(_candidate(text, start, match, end, span.end), style):
                continue
        yield Span(start, end)
        start = _skip_space(text, end, span.end)
    if start < span.end:
        yield Span(start, start + len(text[start : span.end].rstrip()))


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether there is a sentence between the two, and not only signs ("… and so", ". Then")."""
    return any(map(str.isalnum, text[start : min(end, start + 200)]))


def _with_late_quotes(text: str, quotes: list[int], at: int, end: int) -> int:
    """Return where the sentence ends that stops at `at`, with the closing quotes and brackets that stand after a space.

    `quotes` are the places of the block's straight quotes: after an even number of them, one opens the next sentence.
    """
    while late := _LATE.match(text, at, end):
        if set(late[1]) == {'"'} and bisect_left(quotes, at) % 2 == 0 and not text.startswith(' "', late.end()):
            break
        at = late.end()
    return at


def _candidate(text: str, start: int, match: re.Match[str], end: int, limit: int) -> _Candidate:
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    word = before.split(" ")[-1]
    at = _skip_space(text, end, limit)
    opening = _OPENING.match(text, at, limit)
    assert opening is not None
    after = text[opening.end() : min(limit, opening.end() + _LONGEST_WORD)]
    return _Candidate(
        word=word.lstrip("\"'“‘«([{`„—–"),
        stop=match["stop"].replace(" ", ""),
        closed=end > match.end("stop"),
        apart=not word,
        first=match.start() - start == len(word),
        opening=opening[0],
        following=after.split(" ")[0],
        rest=after,
    )


def _ends(c: _Candidate, style: Style) -> bool:
    """Decide whether the sentence ends at this stop."""
    if not c.following and not c.opening:
        return True
    if c.following.startswith((",", ";", ":", ")", "]", "%", "/")):
        return False
    if "!" in c.stop or "?" in c.stop or "؟" in c.stop:
        return _ends_at_mark(c, style)
    if c.is_ellipsis:
        return c.following[:1].isupper() and (c.closed or c.following.partition("’")[0].partition("'")[0] != "I")
    if c.apart or (style.lowered and style.spaced):
        return c.apart and (style.lowered or not c.goes_on_small)
    if c.goes_on_small and not style.lowered:
        plain = not c.closed and len(c.word) > 2 and c.word.isalnum() and not is_abbreviation(c.word)
        return plain and ends_after(f"{c.word}.", c.following)
    return _ends_at_full_stop(c, style)


def _ends_at_mark(c: _Candidate, style: Style) -> bool:
    """Decide for "?" and "!": “Why now?” Mr. Ito asked. is one sentence."""
    if c.word.lower() in EXCLAMATORY and not c.starter:
        return False
    if c.goes_on_small and not style.lowered:
        return not c.closed
    if c.word.endswith(","):  # what is left of a comma and a quote in the wrong encoding
        return False
    tag = _SPEAKER if c.closed else _TAG
    return not ((style.lowered or not c.starter) and tag.match(c.rest))


def _ends_at_full_stop(c: _Candidate, style: Style) -> bool:
    """Decide for a full stop after a word; a capital, a digit or a sign follows, or the text has no capitals."""
    word = c.word.lower()
    if word in TITLES or word in BRIDGES or (c.closed and not c.starter and _TAG.match(c.rest)):
        return False
    if word in NUMBERED and c.following[:1].isdigit():
        return False
    if c.first and _LIST_MARKER.fullmatch(c.word):
        return False
    if _INITIALS.fullmatch(c.word) and word not in PLACES:
        name = not c.starter and not (c.word == "I" and not _INITIALS.fullmatch(c.following.rstrip(".")))
        return not name or (c.closed and c.following[:1].isupper())
    if is_abbreviation(word) or "." in word.strip("."):
        if style.lowered or c.opening.startswith("("):
            return False
        return c.starter or c.closed or ends_after(f"{c.word}.", c.following)
    return ends_after(f"{c.word}.", c.following) or style.lowered
