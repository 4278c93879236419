"""Where on a page the body of its article lies, and what its lines have in common with it.

The body is the stretch of lines with the greatest sum of scores, paragraphs counting for it and other lines against it (Bentley,
1984, "Programming Pearls: Algorithm Design Techniques"; for pages: Pasternack and Roth, 2009, "Extracting Article Text from the
Web with Maximum Subsequence Segmentation"). A teaser of another story reads like a paragraph of the body, but shares few of its
words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.text.line_features import SeenLine

COSTS = (3, 6, 12, 25)  # words that a line which is no paragraph counts against a stretch
_BODY = 2  # the cost by whose stretch words are compared, of COSTS
_MOST = 60  # words that a paragraph counts for a stretch at most
_SINGLE = 0.6  # what the words of a paragraph of one sentence count
_NEAR = 3  # paragraphs whose words are compared with the next one's
_OPENING = 6  # paragraphs by whose words the title is known
_ABOVE = 40  # lines above the body among which the title is sought
_STORY = 4  # paragraphs by whose words a headline is known,
_TAKEN_UP = 0.5  # as the share of its terms that they hold,
_HEADLINE = (4, 25)  # and its words
UNKNOWN = -1.0  # where there is too little to compare


def best_stretch(scores: Sequence[float]) -> tuple[int, int]:
    """Return the half-open range of the greatest sum, (0, 0) where no score is above 0."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, found = total, (start, index + 1)
    return found


class PageBody:
    """The stretches of a page that may hold its body, for each of `COSTS`, and the words of one of them."""

    def __init__(self, lines: Sequence[SeenLine]) -> None:
        self._lines = lines
        worth = [min(line.size, _MOST) * (1 if line.sentences > 1 else _SINGLE) if line.prose else 0 for line in lines]
        self.stretches = [
            best_stretch([worth[index] if line.prose else -cost for index, line in enumerate(lines)]) for cost in COSTS
        ]
        first, end = self.stretches[_BODY]
        self.paragraphs = [index for index in range(first, end) if lines[index].prose]
        self._inside = set(self.paragraphs)
        self._lines_with = Counter(term for index in self.paragraphs for term in lines[index].terms)
        self._opening: set[str] = set().union(*(lines[index].terms for index in self.paragraphs[:_OPENING]))

    def echo(self, index: int) -> float:
        """Return the share of a line's terms that the body's first paragraphs hold."""
        terms = self._lines[index].terms
        return len(terms & self._opening) / len(terms) if len(terms) >= 2 else UNKNOWN

    def shared(self, index: int) -> float:
        """Return the share of a line's terms that other paragraphs of the body hold."""
        terms = self._lines[index].terms
        return self._known(index, terms) if len(terms) >= 2 else UNKNOWN

    def shared_names(self, index: int) -> float:
        """Return the same of its names."""
        names = self._lines[index].names
        return self._known(index, names) if names else UNKNOWN

    def _known(self, index: int, terms: set[str]) -> float:
        own = 1 if index in self._inside else 0
        return sum(1 for term in terms if self._lines_with[term] > own) / len(terms)

    def title(self, copies: Sequence[int]) -> int:
        """Return which line above the body echoes it most; one that stands there several times (`copies`) sooner."""
        if not self.paragraphs:
            return 0
        start = self.paragraphs[0]
        scores = {
            index: self.echo(index) + 0.1 * min(copies[index], 3)
            for index in range(max(0, start - _ABOVE), start)
            if 4 <= self._lines[index].size <= 30 and not self._lines[index].stop and self.echo(index) >= 0
        }
        return max(scores, key=lambda index: (scores[index], index), default=start - 1)


def cohesion(lines: Sequence[SeenLine], paragraphs: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """Yield each paragraph's index and the share of its terms that the three paragraphs before it, and after it, hold."""
    for place, index in enumerate(paragraphs):
        terms = lines[index].terms
        around = (paragraphs[max(0, place - _NEAR) : place], paragraphs[place + 1 : place + 1 + _NEAR])
        if len(terms) >= 2:
            before, after = (
                sum(any(term in lines[each].terms for each in near) for term in terms) / len(terms) if near else UNKNOWN
                for near in around
            )
            yield index, before, after


def headlines(lines: Sequence[SeenLine], paragraphs: Sequence[int]) -> tuple[list[float], list[bool]]:
    """Return for each line how much of its terms the next paragraphs hold, and whether it is headline and they its story."""
    echoes = [UNKNOWN] * len(lines)
    following = 0
    for index, line in enumerate(lines):
        while following < len(paragraphs) and paragraphs[following] <= index:
            following += 1
        near = [each for each in paragraphs[following : following + _STORY] if each - index <= _ABOVE]
        if near and len(line.terms) >= 2:
            echoes[index] = sum(any(term in lines[each].terms for each in near) for term in line.terms) / len(
                line.terms
            )
    heads = [
        echo >= _TAKEN_UP and _HEADLINE[0] <= line.size <= _HEADLINE[1] and not line.stop
        for line, echo in zip(lines, echoes, strict=True)
    ]
    return echoes, heads
