"""Pictures inside the article of a saved page, named by their alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.readers.comparing import plain
from nutgraf.text.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.readers.page_blocks import PageBlock

_FEW = 3  # words; in fewer, pages say "photo", "logo" or whose face it is
_MANY = 500  # pictures, each of which is looked for in the whole text; a page with more is a gallery


def untold(blocks: Sequence[PageBlock], kept: Sequence[bool], said: Iterable[str]) -> dict[int, list[str]]:
    """Return, by the number of the block below, what pictures show and neither the article nor what is `said` above it tells.

    It is the article's if it stands between two of its blocks, or right above the first; what has a caption is named by that.
    In a page of more than 500 pictures none is named.
    """
    if sum(len(block.pictures) for block in blocks) > _MANY:
        return {}
    above = list(said)
    told = "\n".join([*above, *(plain(block.text) for block, keep in zip(blocks, kept, strict=True) if keep)])
    found: dict[int, list[str]] = {}
    first = kept.index(True) if True in kept else 0
    for index, block in enumerate(blocks):
        inside = kept[index] and (index == first or kept[index - 1])
        if inside and block.kind is not BlockKind.CAPTION:
            for words in block.pictures:
                shown = plain(words)
                if len(words.split()) >= _FEW and shown not in told and not any(each in shown for each in above):
                    found.setdefault(index, []).append(words)
                    told += "\n" + shown
    return found
