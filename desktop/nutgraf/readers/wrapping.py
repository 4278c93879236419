"""Lines to paragraphs: blank lines, line ends or indentation part them; lines broken at a column are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.cancel import Cancel

_NARROWEST, _WIDEST = 45, 100  # columns that text is wrapped at: below are menus and verse, above paragraphs
_MAIL_WIDTHS = range(64, 81)
_BULLET = re.compile(r"(?:[•‣◦▪▫●○■□·∙*+–—-]|\(?\d{1,3}[.)]|[A-Za-z][.)])(?:\s|$)|o {2,}\S")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+ *)\S|\|.*\|")
_RULE = re.compile(r"^([=~^*#+`-])\1{2,}$")  # under a heading, or between two parts
_STOP = re.compile(r"[.!?:…。！？][\"'”’»)\]」』）]*$")
# Characters two columns wide: of Chinese, Japanese and Korean, whose lines join without a space but for the last.
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+")
_UNSPACED = re.compile("[\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
_CHECKED = 500
_SAMPLE = 10_000  # pairs of lines that the margin is measured on


@dataclass(slots=True)
class _Line:
    text: str
    indent: int
    end: int  # the column at which it ends


def paragraphs(text: str, cancel: Cancel, *, is_mail: bool = False) -> list[Line]:
    """Return the paragraphs of `text`; every character but white space is in exactly one, in order.

    Mail programs break lines where people do not see it, so that in mail few lines are enough to show the margin.

    Raises:
        Cancelled: the token was set.

    """
    groups = _groups(text, cancel)
    width = _width([group for group in groups if len(group) > 1]) or (_mail_width(groups) if is_mail else 0)
    found: list[Line] = []
    for count, group in enumerate(groups):
        if count % _CHECKED == 0:
            cancel.check()
        own = width or _width([group])
        found += _paragraphs(group, own)
    return found


def _groups(text: str, cancel: Cancel) -> list[list[_Line]]:
    """Return the lines between blank lines. Form feeds and the like end a line, as U+2028 does."""
    groups: list[list[_Line]] = [[]]
    for count, raw in enumerate(text.splitlines()):
        if count % _CHECKED == 0:
            cancel.check()
        words = raw.strip()
        if words:
            expanded = raw.expandtabs(4)
            indent = len(expanded) - len(expanded.lstrip())
            groups[-1].append(_Line(words, indent, indent + _columns(words)))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _width(groups: Sequence[Sequence[_Line]]) -> int:
    """Return the column at which these lines were broken, or 0: most were full, so that the next word did not fit.

    Lines most of which end as sentences do are paragraphs, however alike their lengths are.
    """
    following = (pair for group in groups for pair in pairwise(group) if not _BULLET.match(pair[1].text))
    pairs = list(islice(following, _SAMPLE))
    if len(pairs) < 2:
        return 0
    lengths = sorted(line.end for line, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, after, width) for line, after in pairs)
    ended = sum(bool(_STOP.search(line.text)) for line, _ in pairs)
    return width if full >= 0.7 * len(pairs) and 2 * ended <= len(pairs) else 0


def _mail_width(groups: Sequence[Sequence[_Line]]) -> int:
    """Return the longest line's column if it is one at which mail programs break lines, else 0."""
    longest = max((line.end for group in groups for line in group), default=0)
    return longest if longest in _MAIL_WIDTHS else 0


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    if _UNSPACED.match(after.text):
        return line.end + 2 >= width
    return line.end + 1 + _columns(after.text.split(maxsplit=1)[0]) >= width


def _columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def _paragraphs(group: Sequence[_Line], width: int) -> Iterator[Line]:
    part = [group[0]]
    apart = True
    for before, line in pairwise(group):
        if (width and _continues(before, line, width)) or _hangs(part[0], before, line):
            part.append(line)
        else:
            yield Line(_join(part), apart)
            part, apart = [line], False
    yield Line(_join(part), apart)


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if _BULLET.match(line.text) or any(form.search(each.text) for form in (_COLUMNS, _RULE) for each in (before, line)):
        return False
    if line.indent > before.indent and not _BULLET.match(before.text):
        return False  # a first line that is indented
    if _is_full(before, line, width):
        return True
    return line.text[0].islower() and not _STOP.search(before.text) and len(before.text) >= 0.6 * width


def _hangs(first: _Line, before: _Line, line: _Line) -> bool:
    """Whether a line goes on below the words of an item, to the right of its bullet."""
    if line.indent < first.indent + 2 or not _BULLET.match(first.text) or _BULLET.match(line.text):
        return False
    return line.text[0].islower() or len(before.text) >= _NARROWEST


def _join(lines: Sequence[_Line]) -> str:
    """Return the lines as one, without a space where a word was broken at its hyphen, or where the script has none."""
    if len(lines) == 1:
        return lines[0].text
    pieces = [lines[0].text]
    for before, after in pairwise(lines):
        hyphened = before.text[-2:-1].isalpha() and before.text.endswith("-") and after.text[0].islower()
        unspaced = bool(_UNSPACED.match(before.text, len(before.text) - 1) and _UNSPACED.match(after.text))
        pieces += ["" if hyphened or unspaced else " ", after.text]
    return "".join(pieces)
