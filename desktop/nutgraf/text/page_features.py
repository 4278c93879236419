"""What is seen of the lines of a page: each by itself, its neighbours, its surroundings, and its place by the page's body."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.text.line_features import OWN_FEATURES, PAGE_TOPICS, SHORT, Line, SeenLine
from nutgraf.text.page_body import COSTS, UNKNOWN, PageBody, cohesion, headlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import ArrayLike

    from nutgraf.cancel import Cancel

_CHECKED = 100
_FAR = 99  # lines: no paragraph in this direction
_RADII = (3, 8, 20)
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_NOTICE = 12  # words: below it a line may speak of the page or give a date
_HEADLINE = 0.6  # share of capitals above which a line is written as headlines are


class PageTable(NamedTuple):
    """What is seen of a page: a matrix of float32, a row a line and a column a feature, the features' names, and the lines."""

    matrix: np.ndarray
    names: tuple[str, ...]
    lines: list[SeenLine]

    def columns(self) -> dict[str, np.ndarray]:
        """Return the matrix's columns by name."""
        return dict(zip(self.names, self.matrix.T, strict=True))


class _Table:
    """Columns of numbers, one a feature, one row a line."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.names: list[str] = []
        self.columns: list[np.ndarray] = []

    def add(self, name: str, column: ArrayLike) -> None:
        import numpy as np

        self.names.append(name)
        self.columns.append(np.broadcast_to(np.asarray(column, np.float32), self.rows))


def page_features(lines: Sequence[Line], cancel: Cancel) -> PageTable:
    """Return what is seen of a page's lines.

    Raises:
        Cancelled: the token was set.

    """
    import numpy as np

    seen: list[SeenLine] = []
    own: list[list[float]] = []
    for count, line in enumerate(lines):
        if count % _CHECKED == 0:
            cancel.check()
        seen.append(SeenLine(line))
        own.append(seen[-1].own())
    table = _Table(len(seen))
    for name, column in zip(OWN_FEATURES, np.array(own, np.float32).T, strict=True):
        table.add(name, column)
    copies = Counter(line.text for line in lines)
    _place(table, seen, [copies[line.text] for line in lines], cancel)
    cancel.check()
    _surroundings(table)
    cancel.check()
    _neighbours(table)
    cancel.check()
    return PageTable(np.column_stack(table.columns), tuple(table.names), seen)


def _place(table: _Table, seen: Sequence[SeenLine], copies: Sequence[int], cancel: Cancel) -> None:
    """Add where each line stands by the body of the page, and what it shares with it."""
    import numpy as np

    column = dict(zip(table.names, table.columns, strict=True))
    size, prose = column["words"], column["prose"]
    body = PageBody(seen)
    cancel.check()
    index = np.arange(table.rows)
    words = np.cumsum(size * prose)
    for cost, (first, end) in zip(COSTS, body.stretches, strict=True):
        table.add(f"from body {cost}", np.where(index < first, index - first, np.maximum(0, index - end + 1)))
        table.add(f"share of body {cost}", (size[first:end] * prose[first:end]).sum() / max(1.0, words[-1]))
    for name, of in (("echo", body.echo), ("shared", body.shared), ("names", body.shared_names)):
        table.add(name, [of(line) for line in range(table.rows)])
        cancel.check()
    before, after = np.full((2, table.rows), UNKNOWN, np.float32)
    paragraphs = np.flatnonzero(prose)
    for line, *found in cohesion(seen, paragraphs.tolist()):
        before[line], after[line] = found
    cancel.check()
    table.add("cohesion before", before)
    table.add("cohesion after", after)
    _headed(table, *headlines(seen, paragraphs.tolist()), words)
    cancel.check()
    table.add("copies", copies)
    table.add("from title", np.clip(index - body.title(copies), -60, 60))
    table.add("share of prose above", words / max(1.0, words[-1]))
    table.add("place", index / max(1, table.rows - 1))
    table.add("to the end", table.rows - index)
    _nearest(table, index, paragraphs)
    topics = sum(column[name] for name in PAGE_TOPICS)
    table.add("telling", (topics > 0) & (size < _NOTICE))
    table.add("dated", (column["date"] > 0) & (size < _NOTICE))
    table.add("lines", table.rows)
    table.add("words of prose", words[-1])


def _headed(table: _Table, echoes: Sequence[float], heads: Sequence[bool], words: np.ndarray) -> None:
    """Add how each line stands to the headlines above and below it, and how much prose lies between the two."""
    import numpy as np

    index = np.arange(table.rows)
    places = np.flatnonzero(heads)
    edged = np.concatenate([[-1], places, [table.rows]])
    upper = edged[np.searchsorted(places, index, side="right")]
    lower = edged[np.searchsorted(places, index, side="right") + 1]
    above = np.concatenate([[0.0], words])
    table.add("echo below", echoes)
    table.add("headline", heads)
    table.add("under headline", np.minimum(_FAR, index - upper))
    table.add("prose since headline", above[index + 1] - above[upper + 1])
    table.add("prose under headline", above[lower] - above[upper + 1])
    table.add("share under headline", (above[lower] - above[upper + 1]) / max(1.0, words[-1]))
    table.add("headlines above", np.searchsorted(places, index))


def _nearest(table: _Table, index: np.ndarray, paragraphs: np.ndarray) -> None:
    """Add how many paragraphs stand above and below each line, and how far the nearest are."""
    import numpy as np

    edged = np.concatenate([[-_FAR], paragraphs, [table.rows + _FAR]])
    above = np.searchsorted(paragraphs, index)
    through = np.searchsorted(paragraphs, index, side="right")
    table.add("up", np.minimum(_FAR, index - edged[above]))
    table.add("down", np.minimum(_FAR, edged[through + 1] - index))
    table.add("paragraphs above", above)
    table.add("paragraphs below", len(paragraphs) - through)


def _surroundings(table: _Table) -> None:
    """Add what the 3, 8 and 20 lines before and after each line hold."""
    import numpy as np

    column = dict(zip(table.names, table.columns, strict=True))
    size, prose, shared = column["words"], column["prose"], column["shared"]
    counted = {
        "paragraphs": prose,
        "short": (size < SHORT) & (column["stop"] == 0),
        "telling": column["telling"],
        "dated": column["dated"],
        "rich": column["sentences"] > 1,
        "bullets": column["bullet"] > 0,
        "headlines": column["capitals"] > _HEADLINE,
    }
    table.add("share of short", counted["short"].mean())
    table.add("share of telling", counted["telling"].mean())
    sums = {name: running(values) for name, values in counted.items()}
    words, in_prose = running(size), running(size * prose)
    kinship = running(np.where((shared >= 0) & (prose > 0), shared, 0))
    index = np.arange(table.rows)
    for radius in _RADII:
        for side, first, end in (
            ("before", np.maximum(0, index - radius), index),
            ("after", np.minimum(table.rows, index + 1), np.minimum(table.rows, index + 1 + radius)),
        ):
            where = f"{radius} {side}"
            many = end - first
            density = (in_prose[end] - in_prose[first]) / np.maximum(1, words[end] - words[first])
            table.add(f"density {where}", np.where(many > 0, density, UNKNOWN))
            for name, total in sums.items():
                table.add(
                    f"{name} {where}", np.where(many > 0, (total[end] - total[first]) / np.maximum(1, many), UNKNOWN)
                )
            count = sums["paragraphs"][end] - sums["paragraphs"][first]
            table.add(
                f"shared {where}", np.where(count > 0, (kinship[end] - kinship[first]) / np.maximum(1, count), UNKNOWN)
            )


def running(values: np.ndarray) -> np.ndarray:
    """Return the sums of the values before each place, one more than there are values."""
    import numpy as np

    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])


def _neighbours(table: _Table) -> None:
    """Add what the three lines before and after each line are like."""
    import numpy as np

    column = dict(zip(table.names, table.columns, strict=True))
    told = ("words", "stop", "prose", "sentences", "function words", "bullet", "capitals", "telling", "dated", "shared",
            "apart", "dots")  # fmt: skip
    for distance in _NEIGHBOURS:
        for name in told:
            moved = np.full(table.rows, UNKNOWN, np.float32)
            if distance < 0 and table.rows > -distance:
                moved[-distance:] = column[name][:distance]
            elif 0 < distance < table.rows:
                moved[:-distance] = column[name][distance:]
            table.add(f"{name} {distance:+}", moved)
