"""Mentions of one kind put into groups, each found by the words of its forms: what people and organizations share."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.names import name_forms
from nutgraf.names.name_forms import Words, bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.entity import Label, Mention

_ALIAS = re.compile(
    r",?\s*(?:(?:who is |is )?(?:widely|better|also|commonly|popularly|once)? ?(?:known|nicknamed|called)\b[^.;“”\n]{0,40}?"
    r"(?:as|simply)|nicknamed|a\.?k\.?a\.?|alias)\s+[“\"‘']?"
)


@dataclass(slots=True, eq=False)
class Group:
    """Mentions so far: where they begin, in order, and the forms of the name as normalised words."""

    label: Label
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: dict[Words, None] = field(default_factory=dict)
    suffixes: set[str] = field(default_factory=set)


class Grouping:
    """Groups the mentions of one kind; groups are found by the words of their forms, so that it takes time linear in the text."""

    label: Label

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self._text, self._mentions = text, mentions
        self._aliases = _aliases(text, mentions)
        self._owners: dict[int, Group] = {}  # by where a mention begins
        self._by_form: dict[Words, dict[Group, None]] = defaultdict(dict)
        self._by_word: dict[str, dict[Group, None]] = defaultdict(dict)

    def groups(self, cancel: Cancel) -> list[Group]:
        """Return the groups.

        Raises:
            Cancelled: the token was set.

        """
        found: dict[Group, None] = {}
        for mention in sorted(self._mentions, key=lambda each: (-len(self._words(each)), each.span)):
            cancel.check()
            owner = self._alias_of(self._words(mention)) or self._owner(mention) or Group(self.label)
            self._add(owner, mention)
            found[owner] = None
        return list(found)

    def _words(self, mention: Mention) -> Words:
        return normal(mention.span.of(self._text))

    def _owner(self, mention: Mention) -> Group | None:
        raise NotImplementedError

    def _add(self, owner: Group, mention: Mention) -> None:
        words = self._words(mention)
        owner.mentions.append(mention)
        insort(owner.starts, mention.span.start)
        owner.suffixes.add(name_forms.suffix(mention.span.of(self._text)))
        self._owners[mention.span.start] = owner
        if words not in owner.forms:
            self._know(owner, words)

    def _know(self, owner: Group, words: Words) -> None:
        """Let the group be found by a form of its name."""
        owner.forms[words] = None
        self._by_form[bare(words)][owner] = None
        for word in words:
            for key in (word, *word.split("-")):
                self._by_word[key][owner] = None

    def _alias_of(self, words: Words) -> Group | None:
        """Return the group of whom the text says that they go by this name too."""
        for other in self._aliases.get(words, ()):
            for owner in self._by_form.get(bare(other), ()):
                return owner
        return None


def _aliases(text: str, mentions: Sequence[Mention]) -> dict[Words, list[Words]]:
    """Return which names the text says are one another's: "Joko Widodo, widely known as Jokowi"."""
    found: dict[Words, list[Words]] = defaultdict(list)
    for left, right in pairwise(mentions):
        if _ALIAS.fullmatch(text, left.span.end, right.span.start):
            one, other = (normal(each.span.of(text)) for each in (left, right))
            found[one].append(other)
            found[other].append(one)
    return found


def latest_before(mention: Mention, candidates: Iterable[Group]) -> Group | None:
    """Return the group mentioned last before `mention`; if none is, the one mentioned first after it."""
    best, best_rank = None, (2, 0)
    for each in candidates:
        at = bisect_left(each.starts, mention.span.start)
        rank = (0, mention.span.start - each.starts[at - 1]) if at else (1, each.starts[0])
        if rank < best_rank:
            best, best_rank = each, rank
    return best
