"""The order in which a document is read, what is in sight first, and how what is found meanwhile is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.settling import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.names.base import Found
    from nutgraf.names.passages import Passage
    from nutgraf.names.phrases import Phrase
    from nutgraf.text.entity import Mention
    from nutgraf.text.span import Span

_FEWEST, _MOST = 1, 32  # steps between two tellings: the first comes soon, and a long text is not told in a thousand


def stretches(steps: int, begin: int = 0) -> Iterator[range]:
    """Yield the numbers 0 to `steps` in stretches that double: those from `begin` on, then those before it."""
    size = _FEWEST
    for start, stop in ((begin, steps), (0, begin)):
        at = start
        while at < stop:
            yield range(at, min(at + size, stop))
            at += size
            size = min(2 * size, _MOST)


def in_sight(passages: Sequence[Passage], first: Span | None) -> int:
    """Return the number of the passage that is read first: the first that does not end before `first`."""
    place = 0 if first is None else first.start
    return next((at for at, each in enumerate(passages) if each.words and each.spans[-1][1] > place), 0)


def read_in_stretches(
    passages: Sequence[Passage],
    steps: Sequence[tuple[int, int]],
    tag: Callable[[range], Sequence[Phrase]],
    cancel: Cancel,
    *,
    found: Found | None,
    first: Span | None,
) -> tuple[Mention, ...]:
    """Return the mentions of all passages, in reading order.

    `steps` are the stretches of passages, half-open and in order, that an engine reads at once; `tag` reads some of them and
    returns the phrases of all passages that are read by now and were not before. `found` is told each time.

    Raises:
        Cancelled: the token was set.

    """
    seen = in_sight(passages, first)
    begin = next((at for at, (_, last) in enumerate(steps) if last > seen), 0)
    phrases: list[Phrase] = []
    for stretch in stretches(len(steps), begin):
        cancel.check()
        new = tag(stretch)
        phrases += new
        if found:
            found(_told(passages, new, cancel))
    return settled(passages, sorted(phrases), cancel)


def _told(passages: Sequence[Passage], phrases: Sequence[Phrase], cancel: Cancel) -> tuple[Mention, ...]:
    """Return the mentions as the phrases alone tell them."""
    if not phrases:
        return ()
    numbers = sorted({phrase.passage for phrase in phrases})
    own = {number: at for at, number in enumerate(numbers)}
    return settled(
        [passages[number] for number in numbers],
        [phrase._replace(passage=own[phrase.passage]) for phrase in sorted(phrases)],
        cancel,
    )
