"""What is seen of the blocks of a saved page, for the model that tells its article from its furniture.

Of each block: what a line copied from a page shows (`nutgraf.text.page_features`), how much of it is linked, which elements it
stands in and how much of the page's prose and links they hold (Kohlschütter, Fankhauser and Nejdl, 2010, "Boilerplate Detection
using Shallow Text Features", section 3), how blocks that look like it fare, and what an extractor and the page's own metadata
say of its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.article import BlockKind
from nutgraf.text.line_features import Line
from nutgraf.text.page_body import UNKNOWN
from nutgraf.text.page_features import page_features, running

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from lxml.html import HtmlElement

    from nutgraf.cancel import Cancel
    from nutgraf.readers.page_blocks import PageBlock

    Columns = dict[str, np.ndarray]

Words = list[str]

_RUN = 4  # words
_LEVELS = 5  # elements around a block whose contents are told
_LOOKS = (1, 2, 4)  # elements around a block by whose names and classes others are like it
_RADII = (3, 10)
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_CHECKED = 100
_WORD = re.compile(r"\w+")
_TAG_NAMES = "p div li td tr span h1 h2 h3 h4 h5 h6 figcaption blockquote pre section header footer time dd dt"
_TAGS = tuple(_TAG_NAMES.split())
_AROUND_NAMES = "article main aside nav header footer form figure table ul ol blockquote a section body"
_AROUND = tuple(_AROUND_NAMES.split())
_KINDS = tuple(kind for kind in BlockKind if kind not in {BlockKind.TITLE, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Known:
    """Texts that tell something of a page: what an extractor took for its article, its descriptions, its titles."""

    extracted: str
    described: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class _Contents:
    """What an element holds, in words: all, those of prose, linked ones, extracted ones; and how many blocks."""

    words: float = 0
    prose: float = 0
    linked: float = 0
    covered: float = 0
    blocks: int = 0

    def shares(self, page: _Contents) -> list[float]:
        words = max(1.0, self.words)
        return [
            self.prose / max(1.0, page.prose),
            self.prose / words,
            self.linked / words,
            self.covered / words,
            self.covered / max(1.0, page.covered),
            self.blocks,
        ]


_SHARES = ("share of prose", "prose", "linked", "covered", "share of covered", "blocks")


def words_of(text: str) -> Words:
    """Return the words of a text in small letters."""
    return _WORD.findall(text.casefold())


def coverage(blocks: Sequence[Words], text: str) -> np.ndarray:
    """Return for each block which share (0 to 1) of its runs of four words stands in the text; 1 for a line of it."""
    import numpy as np

    lines = [tuple(words_of(line)) for line in text.splitlines()]
    whole = set(lines)
    runs = set(_runs([word for line in lines for word in line]))
    found = np.zeros(len(blocks))
    for index, block in enumerate(blocks):
        if tuple(block) in whole:
            found[index] = 1
        elif len(block) >= _RUN:
            own = _runs(block)
            found[index] = sum(run in runs for run in own) / len(own)
    return found


def block_features(blocks: Sequence[PageBlock], known: Known, cancel: Cancel) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return a matrix of float32, a row a block and a column a feature, and the features' names.

    Raises:
        Cancelled: the token was set.

    """
    import numpy as np

    lines = page_features([Line(block.text, apart=True) for block in blocks], cancel)
    words = [words_of(block.text) for block in blocks]
    columns = _own(blocks, words, known, cancel)
    size = np.array([len(each) for each in words], float)
    chains = [[block.element, *block.element.iterancestors()] for block in blocks]
    cancel.check()
    columns |= _elements(chains, size, size * (lines.columns()["prose"] > 0), columns, cancel)
    columns |= _alike(chains, size, columns["covered"], cancel)
    columns |= _neighbours(columns)
    columns |= _around(size, columns["covered"])
    cancel.check()
    table = np.column_stack([lines.matrix, *(np.asarray(column, np.float32) for column in columns.values())])
    return table, (*lines.names, *(f"block: {name}" for name in columns))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _own(blocks: Sequence[PageBlock], words: Sequence[Words], known: Known, cancel: Cancel) -> Columns:
    """Return what is seen of each block by itself."""
    import numpy as np

    def most(texts: Iterable[str]) -> np.ndarray:
        highest: np.ndarray = np.max([np.zeros(len(blocks)), *(coverage(words, text) for text in texts)], axis=0)
        return highest

    columns = {"covered": coverage(words, known.extracted)}
    cancel.check()
    columns |= {"described": most(known.described), "titled": most(known.titles)}
    cancel.check()
    columns["linked"] = np.array([block.share(lambda run: bool(run.link)) for block in blocks])
    columns["stressed"] = np.array([block.share(lambda run: run.strong or run.emphasis) for block in blocks])
    columns["links"] = np.array([sum(bool(run.link) for run in block.runs) for block in blocks])
    columns["level"] = np.array([block.level for block in blocks])
    columns |= {f"is {kind}": np.array([block.kind is kind for block in blocks], float) for kind in _KINDS}
    return columns


def _elements(
    chains: Sequence[list[HtmlElement]], size: np.ndarray, prose: np.ndarray, own: Columns, cancel: Cancel
) -> Columns:
    """Return what the elements around each block are and hold; a chain leads from the block's element to the page's."""
    import numpy as np

    held: defaultdict[HtmlElement, _Contents] = defaultdict(_Contents)
    counts = np.column_stack([size, prose, size * own["linked"], size * own["covered"]]).tolist()
    for index, (chain, (words, of_prose, linked, covered)) in enumerate(zip(chains, counts, strict=True)):
        if index % _CHECKED == 0:
            cancel.check()
        for element in chain:
            one = held[element]
            one.words += words
            one.prose += of_prose
            one.linked += linked
            one.covered += covered
            one.blocks += 1
    page = held[chains[0][-1]]
    bodies = [_body(chains, prose), _body(chains, size * own["covered"])]
    rows = []
    for index, chain in enumerate(chains):
        if index % _CHECKED == 0:
            cancel.check()
        tags = {element.tag for element in chain}
        row: list[float] = [len(chain), *(chain[0].tag == tag for tag in _TAGS), *(tag in tags for tag in _AROUND)]
        for body in bodies:
            up = next((level for level, element in enumerate(chain) if element in body), len(chain))
            meeting = held[chain[up]].prose / max(1.0, page.prose) if up < len(chain) else UNKNOWN
            row += [up, len(body) - (len(chain) - up) if body else UNKNOWN, meeting]
        for level in range(_LEVELS):
            row += held[chain[min(level, len(chain) - 1)]].shares(page)
        rows.append(row)
    names = ["depth", *(f"is <{tag}>" for tag in _TAGS), *(f"in <{tag}>" for tag in _AROUND)]
    names += [f"{what} {which}" for which in ("prose", "covered") for what in ("up to", "down to", "share at")]
    names += [f"{share}, level {level}" for level in range(_LEVELS) for share in _SHARES]
    return dict(zip(names, np.array(rows, np.float32).T, strict=True))


def _body(chains: Sequence[list[HtmlElement]], worth: np.ndarray) -> set[HtmlElement]:
    """Return the element that holds most of what is worth something, and all elements around it; or nothing.

    A block's worth counts whole for its element's parent, half for the next, a third for the one after, as Readability has it
    (Arc90, 2009).
    """
    scores: defaultdict[HtmlElement, float] = defaultdict(float)
    for chain, value in zip(chains, worth.tolist(), strict=True):
        if value > 0:
            for part, element in enumerate(chain[1:4], start=1):
                scores[element] += value / part
    best = max(scores, key=scores.__getitem__, default=None)
    return set() if best is None else {best, *best.iterancestors()}


def _alike(chains: Sequence[list[HtmlElement]], size: np.ndarray, covered: np.ndarray, cancel: Cancel) -> Columns:
    """Return how many blocks stand in elements of the same names and classes, how long they are, and how they are covered."""
    import numpy as np

    columns: Columns = {}
    whole = max(1.0, float((size * covered).sum()))
    for depth in _LOOKS:
        cancel.check()
        keys = [tuple((element.tag, element.get("class", "")) for element in chain[:depth]) for chain in chains]
        count = Counter(keys)
        words: Counter[tuple[tuple[str, str], ...]] = Counter()
        taken: Counter[tuple[tuple[str, str], ...]] = Counter()
        for key, many, share in zip(keys, size.tolist(), covered.tolist(), strict=True):
            words[key] += many
            taken[key] += many * share
        columns[f"alike {depth}"] = np.array([count[key] for key in keys])
        columns[f"words of alike {depth}"] = np.array([words[key] / count[key] for key in keys])
        columns[f"covered of alike {depth}"] = np.array([taken[key] / max(1, words[key]) for key in keys])
        columns[f"share of alike {depth}"] = np.array([taken[key] / whole for key in keys])
    return columns


def _neighbours(columns: Columns) -> Columns:
    """Return what the three blocks before and after each are like."""
    import numpy as np

    found: Columns = {}
    for name in ("covered", "linked", "is heading"):
        column = columns[name]
        padded = np.concatenate([[UNKNOWN] * 3, column, [UNKNOWN] * 3])
        for distance in _NEIGHBOURS:
            found[f"{name} {distance:+}"] = padded[3 + distance : 3 + distance + len(column)]
    return found


def _around(size: np.ndarray, covered: np.ndarray) -> Columns:
    """Return how much of the covered words stands above each block, and how much is covered around it."""
    import numpy as np

    taken = running(size * covered)
    words = running(size)
    columns = {"covered above": taken[:-1] / max(1.0, taken[-1])}
    index = np.arange(len(size))
    for radius in _RADII:
        first, end = np.maximum(0, index - radius), np.minimum(len(size), index + radius + 1)
        columns[f"covered around {radius}"] = (taken[end] - taken[first]) / np.maximum(1, words[end] - words[first])
    return columns
