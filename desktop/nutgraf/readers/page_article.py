"""Which blocks of a saved page are its article's: boosted trees tell how likely each is (`block_features` says by what)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.readers.block_features import block_features, coverage, words_of
from nutgraf.readers.comparing import plain
from nutgraf.text.article import BlockKind
from nutgraf.text.boosted_trees import load_trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from nutgraf.cancel import Cancel
    from nutgraf.readers.block_features import Known
    from nutgraf.readers.page_blocks import PageBlock
    from nutgraf.text.boosted_trees import Trees

_MOST = 6000  # blocks: of longer pages, books and records, the extractor's word is taken
# The share of the page's highest probability from which a block is the article's; cross-validation is flat from 0.4 to 0.6.
_LIKELY = 0.6
_TOP = 0.1  # of the page's likely words, above which its highest probability is taken
_MANY = 8  # words of a caption, which no two pictures share
_HEADS = 0.2  # share of it for headings between what is kept
_GAP = 8  # blocks that are not the article's, below which little of it stands:
_LITTLE = 0.2  # less than this share
_SURE = 0.85  # probability from which a block there is the article's all the same
_MARKED = ("nav", "footer", "form", "header", "aside")


def find_article(blocks: Sequence[PageBlock], known: Known, cancel: Cancel) -> list[bool]:
    """Return for each block of a page whether it is the article's; of any blocks, at least one is.

    Raises:
        Cancelled: the token was set.

    """
    if not blocks:
        return []
    words = [words_of(block.text) for block in blocks]
    if len(blocks) > _MOST:
        chances = coverage(words, known.extracted)
    else:
        table, _ = block_features(blocks, known, cancel)
        chances = page_model()[1]["article"].probabilities(table, cancel)
    cancel.check()
    highest = _highest(chances, [len(each) for each in words])
    kept: list[bool] = (chances >= _LIKELY * highest).tolist()
    _keep_what_belongs(blocks, chances >= _HEADS * highest, kept)
    _leave_islands([len(block.text) for block in blocks], chances, kept)
    return _without_repeated_captions(blocks, kept)


def _keep_what_belongs(blocks: Sequence[PageBlock], likely: np.ndarray, kept: list[bool]) -> None:
    """Keep the terms of what is defined below them, and headings between what is kept."""
    first = kept.index(True)
    for index in reversed(range(len(blocks) - 1)):
        is_head = blocks[index].kind is BlockKind.HEADING and bool(likely[index]) and index > first
        kept[index] = kept[index] or (kept[index + 1] and (is_head or is_term(blocks[index])))


def _leave_islands(sizes: Sequence[int], chances: np.ndarray, kept: list[bool]) -> None:
    """Leave what stands far below most of the article, is little of it and not sure: comments, teasers, notes.

    `sizes` are the blocks' lengths in characters.
    """
    islands: list[list[int]] = []
    for index in (index for index, keep in enumerate(kept) if keep):
        if not islands or index - islands[-1][-1] > _GAP:
            islands.append([])
        islands[-1].append(index)
    most = _LITTLE * sum(sizes[index] for island in islands for index in island)
    below = 0
    for island in reversed(islands[1:]):
        below += sum(sizes[index] for index in island)
        if below >= most:
            break
        for index in island:
            kept[index] = bool(chances[index] >= _SURE)


def is_term(block: PageBlock) -> bool:
    """Whether a block is a term whose definition follows."""
    return block.element.tag == "dt" or next(block.element.iterancestors("dt"), None) is not None


def _without_repeated_captions(blocks: Sequence[PageBlock], kept: Sequence[bool]) -> list[bool]:
    """Return what is kept without captions that say again what the caption before them says, or in many words any before."""
    said: set[str] = set()
    last = ""
    found = list(kept)
    for index, block in enumerate(blocks):
        if kept[index]:
            words = plain(block.text) if block.kind is BlockKind.CAPTION else ""
            if words and (words in last or (words in said and len(block.text.split()) >= _MANY)):
                found[index] = False
            else:
                last = words
                said.add(words)
    return found


def is_marked(block: PageBlock) -> bool:
    """Whether the page itself marks the block as no part of its article."""
    return block.element.tag in _MARKED or next(block.element.iterancestors(*_MARKED), None) is not None


def _highest(chances: np.ndarray, sizes: Sequence[int]) -> float:
    """Return the probability above which a tenth of the page's likely words lies."""
    import numpy as np

    order = np.argsort(-chances, kind="stable")
    likely = np.cumsum((chances * sizes)[order])
    return float(chances[order][np.searchsorted(likely, _TOP * likely[-1])])


@cache
def page_model() -> tuple[tuple[str, ...], dict[str, Trees]]:
    """Return the names of the features and the trees by name, loaded once."""
    return load_trees(assets.path("models", "pages.npz"))
