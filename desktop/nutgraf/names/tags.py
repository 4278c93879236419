"""The best sequence of BIO tags, and the phrases it makes.

Viterbi, "Error Bounds for Convolutional Codes", IEEE Transactions on Information Theory, 1967: a tag that goes
on follows one of its own kind.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_KINDS = tuple(tag[2:] for tag in TAGS)


@cache
def _steps() -> np.ndarray:
    """Return what a step from one tag, the row, to the next, the column, adds: nothing, or what rules it out."""
    import numpy as np

    lawful = [[not tag.startswith("I-") or tag[2:] == before for tag in TAGS] for before in _KINDS]
    return np.where(lawful, 0.0, -1e9)


def best(scores: np.ndarray) -> list[int]:
    """Return the numbers of the tags whose log probabilities, (words, tags), have the highest sum without breaking BIO."""
    import numpy as np

    steps = _steps()
    greedy = scores.argmax(1)
    if not steps[np.concatenate(([0], greedy[:-1])), greedy].any():
        return [int(tag) for tag in greedy]  # nothing to mend, as nearly always
    total = scores[0] + steps[0]
    back = np.empty(scores.shape, dtype=int)
    for at in range(1, len(scores)):
        ways = total[:, None] + steps
        back[at] = ways.argmax(0)
        total = ways.max(0) + scores[at]
    path = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def phrases(path: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the phrases of a path of tags as (first, after last, kind)."""
    first = 0
    while first < len(path):
        last = first + 1
        kind = _KINDS[path[first]]
        while kind and last < len(path) and TAGS[path[last]] == "I-" + kind:
            last += 1
        if kind:
            yield first, last, kind
        first = last
