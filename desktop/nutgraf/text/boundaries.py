"""Where sentences end inside one block: candidates by their shape, in one pass; `stops` decides about those that are in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.text.abbreviations import STARTERS
from nutgraf.text.enumerations import items
from nutgraf.text.lexicon import bare, kind
from nutgraf.text.span import Span
from nutgraf.text.stops import PICTURES, Stop, ends

if TYPE_CHECKING:
    from nutgraf.cancel import Cancel
    from nutgraf.text.style import Style

# Every pattern below succeeds wherever its first character does, so that no row of signs, however long, is tried twice.
_RUN = r"(?:\ [.!?](?![.!?…\w]))*"  # ". . ."
_CLOSERS = (  # quotes, brackets, emphasis, notes: .”[3,4] .³
    r"(?:[\"'”’«»›)\]}*_」』》〉】）]|[“‘](?!\w)|\[\w[\w,–-]{0,8}\]|[⁰¹²³⁴-⁹])*"
)
_STOPS = re.compile(
    rf"[.!?…؟۔։።。！？｡।॥{PICTURES}-\U0001faff][.!?…؟۔։።。！？｡।॥{PICTURES}-\U0001faff\ufe0f\u200d]*{_RUN}{_CLOSERS}"
)
_GREEK_STOPS = re.compile(rf"[.!?…;;·][.!?…;;]*{_RUN}{_CLOSERS}")
_WIDE = frozenset("。！？｡।॥")  # no space follows these
_WIDE_GOES_ON = frozenset("とはがをにのもで、，,;:；：")
_WIDE_QUOTES = frozenset("”’」』")
_WIDE_TAG = re.compile(r"[^。！？，\s]{0,6}[说説說問问道喊叫答]")  # “谁？”他问。

_LATE = re.compile(  # what belongs to a sentence though a space stands before it: “… movement. ”, :-), an emoji
    r"""\s(?:(?!\.\.\.)["'”’»)\]}.!?][\"'”’»)\]}.!?…]*
          | [:;=][-'’o^]?[)(\]\[DPpOo/\\|*3]+ | <3+ | \^_*\^
          | [\u2600-\u27bf\U0001f1e6-\U0001faff][\u2600-\u27bf\U0001f1e6-\U0001faff\ufe0f\u200d]*
        )(?=\s|$)""",
    re.VERBOSE,
)
_MOST_LATE = 8
_OPENING = re.compile(r"""["'“‘«„‚([{`¿¡*_—–\s-]*(?:(?:\.\.\.|…)\s?)?["'“‘«„(\[]*""")
_WORD = re.compile(r"[^\W_]")

_CAPITALIZED = "|".join(sorted(word.capitalize() for word in STARTERS if len(word) > 1))
_GLUED_STARTER = re.compile(rf"[\"“‘]?(?:{_CAPITALIZED})\s")  # "left.The next", as copied pages have it
_GLUED_WORD = re.compile(r"[\"“‘]?[A-Z][a-z]+(?:[’'][a-z]+)?[\s,]")
_DOMAINS = ("Com", "Net", "Org", "Gov", "Edu", "Co", "Js", "Io", "Py")
_LONGEST_WORD = 60


def sentence_spans(text: str, span: Span, style: Style, cancel: Cancel) -> list[Span]:
    """Return the sentences of one block: trimmed, in order, together all of its characters but white space.

    Raises:
        Cancelled: the token was set.

    """
    found: list[Span] = []
    for item in items(text, span):
        _split(text, item, style, cancel, found)
    if len(found) > 1 and _first_word(text, found[-1].start, found[-1].end) == found[-1].end:  # a stray sign at the end
        found[-2:] = [Span(found[-2].start, found[-1].end)]
    return found


def _split(text: str, span: Span, style: Style, cancel: Cancel, found: list[Span]) -> None:
    """Add the sentences of `span` to those found."""
    limit = span.end
    start = _skip_space(text, span.start, limit)
    words = _first_word(text, start, limit)
    quotes = _Quotes(text, start)
    stops = _GREEK_STOPS if style.greek else _STOPS
    for count, match in enumerate(stops.finditer(text, start, limit), 1):
        if not count % 256:
            cancel.check()
        stop, end = match.span()
        # not a sentence yet, only signs: "… and so", ". Then"; or bullets: "📍 The old town 📍 The harbour"
        if stop <= words or text[start] >= PICTURES <= text[stop]:
            continue
        if end < limit:
            if not text[end].isspace():
                if not _ends_without_space(text, start, stop, end, limit):
                    continue
            elif not _is_plain(text, start, stop, end, style):
                end = _with_late(text, quotes, end, limit)
                if not ends(_stop(text, start, match, end, limit), style):
                    continue
        found.append(Span(start, end))
        start = _skip_space(text, end, limit)
        words = _first_word(text, start, limit)
    if start < limit:
        found.append(Span(start, start + len(text[start:limit].rstrip())))


def _skip_space(text: str, start: int, end: int) -> int:
    if start < end and text[start] == " " and not text[start + 1 : start + 2].isspace():
        return start + 1
    while start < end and text[start].isspace():
        start += 1
    return start


def _first_word(text: str, start: int, limit: int) -> int:
    """Return where the first letter or digit stands."""
    if start < limit and text[start].isalnum():
        return start
    found = _WORD.search(text, start, limit)
    return found.start() if found else limit


def _is_plain(text: str, start: int, stop: int, end: int, style: Style) -> bool:
    """Whether this is what nearly every sentence ends with: a full stop after a word, a space and a capital."""
    if end - stop != 1 or not text[end + 1 : end + 2].isupper() or not text[stop - 1].isalnum():
        return False
    begin = max(start, stop - _LONGEST_WORD)
    word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop]
    return text[stop] == "." and stop - start > _LONGEST_MARKER and not kind(word, style.language) and not style.lowered


_LONGEST_MARKER = 6  # "1", "iv" at the start of a sentence


def _ends_without_space(text: str, start: int, stop: int, end: int, limit: int) -> bool:
    """Decide where no space follows: scripts without spaces, "¿Sí?¿No?", and words that lost theirs ("left.The next")."""
    after = text[end]
    if text[stop] in _WIDE or text[end - 1] in _WIDE:
        tagged = text[end - 1] in _WIDE_QUOTES and _WIDE_TAG.match(text, end, limit)
        return after not in _WIDE_GOES_ON and not tagged
    if after in "¿¡":
        return True
    if end - stop > 2 or not (after.isupper() or after in '"“‘'):
        return False
    before = text[max(start, stop - _LONGEST_WORD) : stop].rpartition(" ")[2]
    if _GLUED_STARTER.match(text, end, limit):
        return before[-2:].isalpha() or before[-2:].isdigit() or before.endswith(")")
    glued = _GLUED_WORD.match(text, end, limit)
    if not glued or not before.isalpha() or text.startswith(_DOMAINS, end):
        return False
    return text[stop] in "!?" or (before.islower() and len(before) > 2)


class _Quotes:
    """Counts a block's straight quotes: after an even number of them, one opens the next sentence."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at, self._count = text, start, 0

    def are_paired(self, at: int) -> bool:
        self._count += self._text.count('"', self._at, at)
        self._at = max(self._at, at)
        return self._count % 2 == 0


def _with_late(text: str, quotes: _Quotes, at: int, limit: int) -> int:
    """Return where the sentence ends that stops at `at`, with the closing signs that stand after a space."""
    for _ in range(_MOST_LATE):
        late = _LATE.match(text, at, limit)
        if not late:
            break
        if text[at + 1] == '"' and quotes.are_paired(at) and not text.startswith(' "', late.end()):
            break
        at = late.end()
    return at


def _stop(text: str, start: int, match: re.Match[str], end: int, limit: int) -> Stop:
    stop = match.start()
    at = _skip_space(text, end, limit)
    opening = _OPENING.match(text, at, min(limit, at + _LONGEST_WORD))
    assert opening is not None
    before = text[max(start, stop - _LONGEST_WORD) : stop]
    word = before.rpartition(" ")[2]
    signs = text[stop:end]
    row = signs.rstrip("\"'“”‘’«»›)]}*_」』》〉】）")
    return Stop(
        before=before,
        small=text[_first_word(text, start, stop)].islower(),
        first=bare(text[start:stop]) == bare(word) if stop - start < _LONGEST_WORD else False,
        word=word,
        stop=row.replace(" ", ""),
        closing=signs[len(row) :],
        opening=opening[0],
        rest=text[opening.end() : min(limit, opening.end() + _LONGEST_WORD)],
    )
