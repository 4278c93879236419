"""What a first reading of a page tells a second one: how likely other lines are the article's, and what words they share.

A classifier over windows of another's predictions (Cohen and Carvalho, 2005, "Stacked Sequential Learning", section 2). A
teaser of another story reads like a paragraph of the article, but stands among lines that are none, and shares few of the
words of those that surely are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.text.page_body import UNKNOWN, best_stretch
from nutgraf.text.page_features import running

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from nutgraf.text.line_features import SeenLine

FIRST = (
    "words", "characters a word", "stop", "sentences", "commas a word", "function words", "lower case", "capitals", "bullet",
    "apart", "speech", "dots", "prose", "share", "related", "legal", "comments", "letter", "byline", "picture", "date", "telling",
    "shared", "names", "echo", "from title", "place", "to the end", "copies", "lines", "words of prose", "cohesion before",
    "cohesion after", "headline", "under headline", "share under headline",
)  # fmt: skip
_PIVOTS = (0.1, 0.3, 0.6)  # probabilities from which a line speaks for a stretch
_RADII = (2, 5, 12, 30)
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_FARTHEST = 3
_LIKELY = 0.5
_MOST = 80  # words of a line that count
_LIMIT = 6.0  # of log odds


def second_features(
    first: Mapping[str, np.ndarray], chances: np.ndarray, titles: np.ndarray, lines: Sequence[SeenLine]
) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return a matrix of float32, a row a line and a column a feature, and the features' names.

    `first` holds columns of `page_features` by name, `chances` and `titles` what a first reading made of them.
    """
    import numpy as np

    columns: dict[str, np.ndarray | float] = {name: first[name] for name in FIRST}
    odds = np.clip(np.log(np.maximum(chances, 1e-9) / np.maximum(1 - chances, 1e-9)), -_LIMIT, _LIMIT)
    words = np.minimum(first["words"], _MOST) * (first["prose"] > 0)
    columns |= {"odds": odds, "title": titles}
    columns |= _ranks(chances, words)
    columns |= _around(odds, chances, words, first["prose"])
    columns |= _runs(chances, words, first["words"])
    columns |= _kinship(chances, first["prose"], titles, lines)
    rows = len(chances)
    table = [np.broadcast_to(np.asarray(column, np.float32), rows) for column in columns.values()]
    return np.column_stack(table), tuple(columns)


def _ranks(chances: np.ndarray, words: np.ndarray) -> dict[str, np.ndarray | float]:
    """Return how each line stands to the likeliest prose of its page, and how much of that there is."""
    import numpy as np

    order = np.argsort(-chances, kind="stable")
    above = np.empty(len(chances))
    above[order] = np.cumsum((words * chances)[order]) - (words * chances)[order]
    whole = float((words * chances).sum())
    return {
        "likely words": whole,
        "likely share": whole / max(1.0, float(words.sum())),
        "likelier words": above,
        "likelier share": above / max(1.0, whole),
        "highest": float(chances[words > 0].max(initial=0.0)),
    }


def _around(odds: np.ndarray, chances: np.ndarray, words: np.ndarray, prose: np.ndarray) -> dict[str, np.ndarray]:
    """Return what the first reading says of the lines before and after each line."""
    import numpy as np

    rows = len(odds)
    index = np.arange(rows)
    edge = np.full(_FARTHEST, -_LIMIT)
    padded = np.concatenate([edge, odds, edge])
    found: dict[str, np.ndarray] = {}
    for distance in _NEIGHBOURS:
        found[f"odds {distance:+}"] = padded[_FARTHEST + distance : _FARTHEST + distance + rows]
    sums = {"chance": running(chances), "likely": running(chances * words), "prose": running(words)}
    for radius in _RADII:
        for side, start, end in (
            ("before", np.maximum(0, index - radius), index),
            ("after", np.minimum(rows, index + 1), np.minimum(rows, index + 1 + radius)),
        ):
            inside = {name: total[end] - total[start] for name, total in sums.items()}
            found[f"chance {radius} {side}"] = inside["chance"] / radius
            found[f"likely {radius} {side}"] = inside["likely"]
            found[f"likely share {radius} {side}"] = np.where(
                inside["prose"] > 0, inside["likely"] / np.maximum(1, inside["prose"]), UNKNOWN
            )
    paragraphs = np.flatnonzero(prose)
    padded = np.concatenate([edge, odds[paragraphs], edge])
    above, below = np.searchsorted(paragraphs, index), np.searchsorted(paragraphs, index, side="right")
    found |= {"paragraph -1": padded[above + _FARTHEST - 1], "paragraph -2": padded[above + _FARTHEST - 2]}
    found |= {"paragraph +1": padded[below + _FARTHEST], "paragraph +2": padded[below + _FARTHEST + 1]}
    return found


def _runs(chances: np.ndarray, words: np.ndarray, sizes: np.ndarray) -> dict[str, np.ndarray]:
    """Return how each line stands to the likeliest stretch of the page, and how much of the likely text that holds."""
    import numpy as np

    index = np.arange(len(chances))
    likely = running(chances * words)
    found: dict[str, np.ndarray] = {}
    for pivot in _PIVOTS:
        weight = np.clip(sizes, 3, _MOST)
        speaks = np.where(
            chances >= pivot, (chances - pivot) / (1 - pivot) * weight, (chances - pivot) / pivot * weight
        )
        start, end = best_stretch(speaks.tolist())
        found[f"from run {pivot}"] = np.where(index < start, index - start, np.maximum(0, index - end + 1))
        found[f"share of run {pivot}"] = (likely[end] - likely[start]) / max(1.0, likely[-1])
        above, below = (
            likely[start] - likely[np.minimum(index + 1, start)],
            likely[np.maximum(index, end)] - likely[end],
        )
        found[f"likely to run {pivot}"] = np.where(index < start, above, np.where(index >= end, below, 0))
    return found


def _kinship(
    chances: np.ndarray, prose: np.ndarray, titles: np.ndarray, lines: Sequence[SeenLine]
) -> dict[str, np.ndarray]:
    """Return which share of each line's words, and of its names, other likely paragraphs hold, unlikely ones, and the title."""
    import numpy as np

    likely = set(np.flatnonzero((chances >= _LIKELY) & (prose > 0)).tolist())
    others = np.flatnonzero((chances < _LIKELY) & (prose > 0)).tolist()
    ours = Counter(term for index in likely for term in lines[index].terms)
    theirs = Counter(term for index in others for term in lines[index].terms)
    headline = lines[int(np.argmax(titles))].terms if len(lines) else set()
    found = np.full((4, len(lines)), UNKNOWN)
    for index, line in enumerate(lines):
        own = 1 if index in likely else 0
        if len(line.terms) >= 2:
            found[0, index] = sum(ours[term] > own for term in line.terms) / len(line.terms)
            strange = 1 if prose[index] and not own else 0
            found[2, index] = sum(theirs[term] > strange for term in line.terms) / len(line.terms)
            found[3, index] = len(line.terms & headline) / len(line.terms)
        if line.names:
            found[1, index] = sum(ours[name] > own for name in line.names) / len(line.names)
    return dict(zip(("kin", "kin by name", "kin to others", "kin to the title"), found, strict=True))
