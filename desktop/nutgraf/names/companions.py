"""Who appears with whom: names that share sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import permutations
from typing import TYPE_CHECKING

from nutgraf.text.entity import Companion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

_CROWD = 24  # a sentence with more names is a list, and says little of who appears with whom


def companions(
    entities: Sequence[Entity], sentences: Sequence[Sentence], cancel: Cancel
) -> tuple[tuple[Companion, ...], ...]:
    """Return for each entity those that it shares sentences with, the most shared first, then by first mention.

    Raises:
        Cancelled: the token was set.

    """
    shared: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for sentence, named in sorted(_named(entities, sentences, cancel).items()):
        if len(named) <= _CROWD:
            for one, other in permutations(sorted(named), 2):
                shared[one][other].append(sentences[sentence].index)
    return tuple(
        tuple(
            Companion(other, tuple(places))
            for other, places in sorted(shared[one].items(), key=lambda item: (-len(item[1]), item[0]))
        )
        if one in shared
        else ()
        for one in cancel.watch(range(len(entities)))
    )


def _named(entities: Sequence[Entity], sentences: Sequence[Sentence], cancel: Cancel) -> dict[int, set[int]]:
    """Return for each sentence that names any the indices of the entities that it names."""
    starts = [sentence.span.start for sentence in sentences]
    named: dict[int, set[int]] = defaultdict(set)
    for number, entity in enumerate(cancel.watch(entities)):
        for mention in entity.mentions:
            at = bisect_right(starts, mention.span.start) - 1
            if at >= 0 and mention.span in sentences[at].span:
                named[at].add(number)
    return named
