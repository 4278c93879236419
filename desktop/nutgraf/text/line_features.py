"""What can be seen of a line of a page copied as text, for the model that tells articles from page furniture.

The kinds of evidence are those of boilerplate detection: length, stop words and neighbours (Kohlschütter, Fankhauser and
Nejdl, 2010, "Boilerplate Detection using Shallow Text Features", section 3; Pomikálek, 2011, "Removing Boilerplate and Duplicate
Content from Web Corpora", chapter 3), here without the page's markup.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from nutgraf.text.page_words import FUNCTION_WORDS, PATTERNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel


@dataclass(frozen=True, slots=True)
class Line:
    """A line (a paragraph, where lines were joined) and whether a blank line stands before it."""

    text: str
    apart: bool


_BULLET = re.compile(r"([•‣◦▪▫●○■□·∙*+–—-]|o|\d{1,3}[.)])(?:\s+|$)")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_SPEECH = re.compile(r"[\"“”„«»「]")
_PAGE_TOPICS = frozenset({"share", "menu", "related", "legal", "comments", "letter"})
_LONGEST_NOTICE = 12  # words
_CHECKED = 100
_PROSE_WORDS = 15  # a line of so many words is taken for prose when neighbourhoods are described


class _Seen:
    """One line, measured."""

    __slots__ = ("apart", "body", "bullet", "functions", "lower", "prose", "size", "stop", "text", "words")

    def __init__(self, line: Line) -> None:
        self.text, self.apart = line.text, line.apart
        bullet = _BULLET.match(line.text)
        self.bullet = bullet[1] if bullet else ""
        self.body = line.text[bullet.end() :] if bullet else line.text
        self.words = _WORD.findall(self.body)
        wide = sum(1 for c in self.body if c >= "\u2e80")  # scripts without spaces: about two characters a word
        self.size = len(self.words) + wide // 2
        count = max(1, len(self.words))
        self.functions = sum(1 for word in self.words if word.lower() in FUNCTION_WORDS) / count
        self.lower = sum(1 for word in self.words if word[0].islower()) / count
        self.stop = bool(_STOP.search(self.body))
        self.prose = self.size >= _PROSE_WORDS and (self.stop or self.functions > 0.25 or wide > 20)


def is_prose(line: Line) -> bool:
    """Whether the line is long enough, and built enough like a sentence, to be a paragraph of running text."""
    return _Seen(line).prose


def speaks_of_the_page(line: Line) -> bool:
    """Whether this is a short line in the words of menus, share buttons, notices and the like."""
    if len(line.text.split()) > _LONGEST_NOTICE or line.text.endswith((".", "?", "!")):
        return False
    return any(name in _PAGE_TOPICS and pattern.search(line.text) for name, pattern in PATTERNS)


def features(lines: Sequence[Line], cancel: Cancel) -> list[list[str]]:
    """Return for each line the names of what holds of it."""
    seen: list[_Seen] = []
    for count, given in enumerate(lines):
        if count % _CHECKED == 0:
            cancel.check()
        seen.append(_Seen(given))
    page = _Page(seen)
    own = []
    for count, line in enumerate(seen):
        if count % _CHECKED == 0:
            cancel.check()
        own.append(_own(line))
    result = []
    for index, line in enumerate(seen):
        if index % _CHECKED == 0:
            cancel.check()
        found = ["bias", *own[index], *page.around(index)]
        for distance in (-2, -1, 1, 2):
            if 0 <= index + distance < len(seen):
                found += [f"{distance:+}{each}" for each in own[index + distance][: 4 if abs(distance) == 2 else None]]
            else:
                found.append(f"{distance:+}edge")
        if len(line.words) <= 8:
            found += [f"w={word.lower()}" for word in line.words if not word.isdigit()]
        result.append(found)
    return result


def _own(line: _Seen) -> list[str]:
    """Return what is seen of a line by itself: shape first, then what it speaks of."""
    size = _bucket(line.size, (0, 1, 2, 4, 7, 11, 16, 25, 40))
    found = [
        f"size{size}",
        f"size{size}stop{line.stop:d}",
        f"bullet{_bullet_kind(line.bullet)}",
        f"apart{line.apart:d}",
    ]
    found += [
        f"functions{_bucket(line.functions, (0, 0.1, 0.25, 0.4))}size{min(size, 6)}",
        f"lower{_bucket(line.lower, (0, 0.3, 0.6, 0.8))}",
    ]
    if line.body.isupper():
        found.append("capitals")
    if _SPEECH.search(line.body):
        found.append("speech")
    if any(character.isdigit() for character in line.body):
        found.append("digits")
    if line.body.endswith(":"):
        found.append("colon")
    if line.body.endswith(("...", "…")):
        found.append("dots")
    if line.body.endswith("?"):
        found.append("question")
    short = "long" if line.size > 25 else "middle" if line.size > 10 else "short"
    found += [f"{name}-{short}" for name, pattern in PATTERNS if pattern.search(line.body)]
    return found


def _bullet_kind(bullet: str) -> str:
    return "-" if not bullet else "1" if bullet[0].isdigit() else "*"


def _bucket(value: float, edges: Sequence[float]) -> int:
    return bisect_left(edges, value)


class _Page:
    """What is seen of the page as a whole and of a line's place in it."""

    def __init__(self, seen: Sequence[_Seen]) -> None:
        self._seen = seen
        self._prose = [index for index, line in enumerate(seen) if line.prose]
        self._words = [0, *accumulate(line.size for line in seen)]
        self._prose_words = [0, *accumulate(line.size if line.prose else 0 for line in seen)]
        self._short = [0, *accumulate(1 if line.size < 7 and not line.stop else 0 for line in seen)]
        self._copies = Counter(line.text for line in seen)
        lines = max(1, len(seen))
        self._menus = _bucket(self._short[-1] / lines, (0.05, 0.15, 0.3, 0.5, 0.7))
        self._many = _bucket(self._short[-1], (0, 3, 8, 20, 60))

    def around(self, index: int) -> list[str]:
        """Return the features of a line's neighbourhood and place."""
        line, prose = self._seen[index], self._prose
        before, after = bisect_left(prose, index), len(prose) - bisect_right(prose, index)
        up = index - prose[before - 1] if before else 99
        down = prose[-after] - index if after else 99
        size = "p" if line.prose else "m" if line.size > 6 else "s"
        place = f"{_bucket(before, (0, 1, 3, 8))}/{_bucket(after, (0, 1, 3, 8))}"
        near = f"{_bucket(up, (1, 2, 4, 9, 30))}/{_bucket(down, (1, 2, 4, 9, 30))}"
        total = max(1, self._prose_words[-1])
        found = [
            f"menus{self._menus}{size}",
            f"many{self._many}{size}",
            f"place{place}{size}",
            f"near{near}{size}",
            f"up{_bucket(up, (1, 2, 4, 9, 30))}",
            f"down{_bucket(down, (1, 2, 4, 9, 30))}",
            f"share{int(9.99 * self._prose_words[index] / total)}{size}",
        ]
        for radius in (3, 8, 20):
            found.append(f"density{radius}:{self._density(index, radius)}{size}")
            found.append(f"ahead{radius}:{self._range(index + 1, index + 1 + radius)}")
            found.append(f"behind{radius}:{self._range(index - radius, index)}")
        if self._copies[line.text] > 1:
            found.append("again")
        if index < 3:
            found.append(f"line{index}")
        return found

    def _density(self, index: int, radius: int) -> int:
        return self._range(index - radius, index + radius + 1)

    def _range(self, first: int, end: int) -> int:
        """Return in five steps how much of the words of these lines is prose; 9 where there are no lines."""
        first, end = max(0, first), min(len(self._seen), end)
        if first >= end:
            return 9
        words = self._words[end] - self._words[first]
        return _bucket((self._prose_words[end] - self._prose_words[first]) / max(1, words), (0, 0.3, 0.6, 0.9, 0.99))
