"""Which mentions are of one and the same person or organization."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.names import genders, name_forms
from nutgraf.names.name_forms import Words, bare, normal
from nutgraf.text.entity import Entity, Label, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.span import Span

_LONG_NAME = 3  # words of a name whose acronym may be that of another language
_LONG_ACRONYM = 5  # letters of an acronym that may take more than initials
_APART = 6  # code points between an expansion and its acronym: “ (”, “, or ”
_ALIAS = re.compile(
    r",?\s*(?:(?:who is |is )?(?:widely|better|also|commonly|popularly|once)? ?(?:known|nicknamed|called)\b[^.;“”\n]{0,40}?"
    r"(?:as|simply)|nicknamed|a\.?k\.?a\.?|alias)\s+[“\"‘']?"
)


@dataclass(slots=True, eq=False)
class _Group:
    """Mentions so far: where they begin, in order, and the forms of the name as normalised words."""

    label: Label
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: dict[Words, None] = field(default_factory=dict)
    suffixes: set[str] = field(default_factory=set)


def group(text: str, mentions: Sequence[Mention], cancel: Cancel) -> tuple[Entity, ...]:
    """Return entities, without roles, by their first mention.

    Full names come first, so that a surname may stand before the full name; a surname that two people share goes to the one
    named last before it.

    Raises:
        Cancelled: the token was set.

    """
    groups: list[_Group] = []
    for label in Label:
        own = sorted((mention for mention in mentions if mention.label == label), key=_place)
        groups += (
            _People(text, own).groups(cancel) if label is Label.PERSON else _Organizations(text, own).groups(cancel)
        )
    entities = (entity_of(each.label, sorted(each.mentions, key=_place), text) for each in groups)
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].span))


def entity_of(label: Label, mentions: Sequence[Mention], text: str, name: str = "") -> Entity:
    """Return the entity of these mentions, which are in reading order, without a role.

    Unless a name is given, it is the most complete form: the longest, rather in mixed case, rather the one used most.
    """
    written = Counter(" ".join(mention.span.of(text).split()) for mention in mentions)
    first = {form: at for at, form in enumerate(written)}
    forms = sorted(
        written,
        key=lambda form: (
            -sum(len(word) > 1 for word in normal(form)),
            form.isupper() and " " in form,
            -len(form),
            -written[form],
            first[form],
        ),
    )
    name = name or forms[0]
    return Entity(name, label, tuple(mentions), tuple(form for form in forms if form != name))


def _place(mention: Mention) -> int:
    return mention.span.start


class _Grouping:
    """Groups the mentions of one kind; groups are found by the words of their forms, so that it takes time linear in the text."""

    label: Label

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self._text, self._mentions = text, mentions
        self._aliases = _aliases(text, mentions)
        self._owners: dict[int, _Group] = {}  # by where a mention begins
        self._by_form: dict[Words, dict[_Group, None]] = defaultdict(dict)
        self._by_word: dict[str, dict[_Group, None]] = defaultdict(dict)

    def groups(self, cancel: Cancel) -> list[_Group]:
        """Return the groups.

        Raises:
            Cancelled: the token was set.

        """
        found: dict[_Group, None] = {}
        for mention in sorted(self._mentions, key=lambda each: (-len(self._words(each)), each.span)):
            cancel.check()
            owner = self._alias_of(self._words(mention)) or self._owner(mention) or _Group(self.label)
            self._add(owner, mention)
            found[owner] = None
        return list(found)

    def _words(self, mention: Mention) -> Words:
        return normal(mention.span.of(self._text))

    def _owner(self, mention: Mention) -> _Group | None:
        raise NotImplementedError

    def _add(self, owner: _Group, mention: Mention) -> None:
        words = self._words(mention)
        owner.mentions.append(mention)
        insort(owner.starts, mention.span.start)
        owner.suffixes.add(name_forms.suffix(mention.span.of(self._text)))
        self._owners[mention.span.start] = owner
        if words not in owner.forms:
            owner.forms[words] = None
            self._by_form[bare(words)][owner] = None
            for word in words:
                for key in (word, *word.split("-")):
                    self._by_word[key][owner] = None

    def _alias_of(self, words: Words) -> _Group | None:
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


class _People(_Grouping):
    label = Label.PERSON

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        super().__init__(text, mentions)
        self._by_surname: dict[str, dict[_Group, None]] = defaultdict(dict)
        self._titles: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            self._titles[self._words(mention)[-1]].add(self._title(mention))

    def _title(self, mention: Mention) -> str:
        return genders.by_title(self._text, mention.span.start)

    def _owner(self, mention: Mention) -> _Group | None:
        words = self._words(mention)
        suffixes = {"", name_forms.suffix(mention.span.of(self._text))}
        title = self._title(mention)
        same = [each for each in self._by_form.get(bare(words), ()) if self._may_be(each, suffixes)]
        if same and not (title and all(self._gender(each) not in {"", title} for each in same)):
            return _latest_before(mention, self._of_title(title, same))
        near = [each for each in self._near(words) if self._may_be(each, suffixes)]
        if title and {"m", "f"} <= self._titles[words[-1]]:  # "Mr. Tait" and "Mrs. Tait" are two
            near = [each for each in near if self._gender(each) in {"", title}]
        ways: tuple[Callable[[Words], bool], ...] = (
            partial(name_forms.same_person, words),
            partial(name_forms.ends, words),
            partial(name_forms.is_first_surname, words),
            partial(name_forms.is_given, words),
        )
        for fits in ways:
            if found := [each for each in near if any(map(fits, each.forms))]:
                return _latest_before(mention, self._of_title(title, found))
        return None

    def _of_title(self, title: str, found: list[_Group]) -> list[_Group]:
        """Return those who are "Mrs." or "Mr.", as the title's gender says; if none is, those who may be, else all."""
        if not title or len(found) == 1:
            return found
        genders_ = {each: self._gender(each) for each in found}
        return next(filter(None, ([each for each in found if genders_[each] == it] for it in (title, ""))), found)

    def _gender(self, owner: _Group) -> str:
        titled = (genders.by_title(self._text, start) for start in owner.starts)
        return next(filter(None, [*titled, *map(genders.by_name, owner.forms)]), "")

    def _may_be(self, owner: _Group, suffixes: set[str]) -> bool:
        """Whether a suffix, if the mention has one, is not another than the group's."""
        return suffixes == {""} or owner.suffixes <= suffixes

    def _near(self, words: Words) -> Iterable[_Group]:
        """Return the groups that a name may belong to: a full name by its surname, a single word by any word it is."""
        if len(words) == 1:
            found = [self._by_word.get(words[0], {}), self._by_word.get(name_forms.long_form(words[0]), {})]
        else:
            ends = (words[-1], *words[-1].split("-"), words[0])
            found = [self._by_surname.get(word, {}) for word in ends]
        return dict.fromkeys(group for groups in found for group in groups)

    def _add(self, owner: _Group, mention: Mention) -> None:
        words = self._words(mention)
        for word in (words[-1], *words[-1].split("-")):
            self._by_surname[word][owner] = None
        super()._add(owner, mention)


class _Organizations(_Grouping):
    label = Label.ORGANIZATION

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        super().__init__(text, mentions)
        self._at = {mention.span.start: at for at, mention in enumerate(mentions)}
        self._title_end = text.find("\n")
        self._by_initials: dict[str, dict[_Group, None]] = defaultdict(dict)
        self._by_turned: dict[Words, dict[_Group, None]] = defaultdict(dict)

    def _add(self, owner: _Group, mention: Mention) -> None:
        words = self._words(mention)
        if words not in owner.forms:
            self._by_initials[name_forms.initials(words)][owner] = None
            self._by_turned[name_forms.turned(words)][owner] = None
        super()._add(owner, mention)

    def _owner(self, mention: Mention) -> _Group | None:
        words = bare(self._words(mention))
        if same := self._by_form.get(words):
            return _latest_before(mention, same)
        for other in self._neighbours(mention):
            owner = self._owners.get(other.span.start)
            if owner and self._is_beside(mention, other):
                return owner
        if turned := name_forms.turned(words):
            return _latest_before(mention, self._by_turned.get(turned, ()))
        near = self._by_word.get(words[0], {})
        shorter = (name_forms.shortens, name_forms.drops_given_name)
        short = [each for each in near if any(fits(words, bare(form)) for form in each.forms for fits in shorter)]
        if len(words) == 1 and len(words[0]) > 1:
            short += self._by_initials.get(words[0], ()) or self._more_than_initials(mention, words[0])
        return _latest_before(mention, short) or self._only_one(mention, words, near)

    def _more_than_initials(self, mention: Mention, short: str) -> list[_Group]:
        """Return whose initials the acronym has with one letter more: "ECOWAS", the Economic Community of West African States."""
        if len(short) < _LONG_ACRONYM or not mention.span.of(self._text).isupper():
            return []
        fewer = (short[:at] + short[at + 1 :] for at in range(1, len(short)))
        found = dict.fromkeys(group for letters in fewer for group in self._by_initials.get(letters, ()))
        return [
            each for each in found if any(name_forms.abbreviates(short.upper(), " ".join(form)) for form in each.forms)
        ]

    def _only_one(self, mention: Mention, words: Words, near: Iterable[_Group]) -> _Group | None:
        """Return the one group of which the word is a telling part, if there is but one, named before or below this title.

        Who is named first by the one word alone is rather the parent of the other: "Google" and "Google DeepMind".
        """
        found = [each for each in near if any(name_forms.is_part(words, bare(form)) for form in each.forms)]
        if len(found) != 1:
            return None
        first, start = found[0].starts[0], mention.span.start
        return found[0] if first < start or start < self._title_end <= first else None

    def _neighbours(self, mention: Mention) -> Iterator[Mention]:
        at = self._at[mention.span.start]
        yield from self._mentions[max(0, at - 1) : at]
        yield from self._mentions[at + 1 : at + 2]

    def _is_beside(self, one: Mention, other: Mention) -> bool:
        """Whether one abbreviates the other and stands in brackets right after it."""
        left, right = sorted((one.span, other.span))
        apart = left.end <= right.start <= left.end + _APART and "(" in self._text[left.end : right.start]
        return apart and (
            name_forms.abbreviates(one.span.of(self._text), other.span.of(self._text)) or self._is_foreign(left, right)
        )

    def _is_foreign(self, name: Span, short: Span) -> bool:
        """Whether capitals stand alone in brackets behind a long name: "Doctors Without Borders (MSF)"."""
        text, letters = self._text, short.of(self._text)
        alone = text[name.end : short.start].lstrip() == "(" and text[short.end : short.end + 1] == ")"
        return alone and letters.isalpha() and letters.isupper() and len(name.of(text).split()) >= _LONG_NAME


def _latest_before(mention: Mention, candidates: Iterable[_Group]) -> _Group | None:
    """Return the group mentioned last before `mention`; if none is, the one mentioned first after it."""
    best, best_rank = None, (2, 0)
    for each in candidates:
        at = bisect_left(each.starts, mention.span.start)
        rank = (0, mention.span.start - each.starts[at - 1]) if at else (1, each.starts[0])
        if rank < best_rank:
            best, best_rank = each, rank
    return best
