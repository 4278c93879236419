"""The best sequence of BIO tags, and the phrases it makes.

Viterbi, "Error Bounds for Convolutional Codes", IEEE Transactions on Information Theory, 1967: a tag that goes
on follows one of its own kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_KINDS = tuple(tag[2:] for tag in TAGS)


def best(scores: np.ndarray) -> list[int]:
    """Return the numbers of the tags whose log probabilities, (words, tags), have the highest sum without breaking BIO."""
    import numpy as np

    allowed = np.array(
        [
            [
                0.0 if not tag.startswith("I-") or kind == before else -1e9
                for tag, kind in zip(TAGS, _KINDS, strict=True)
            ]
            for before in _KINDS
        ]
    )
    total = np.where([tag.startswith("I-") for tag in TAGS], -1e9, scores[0])
    back = np.empty(scores.shape, dtype=int)
    for at in range(1, len(scores)):
        ways = total[:, None] + allowed
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
