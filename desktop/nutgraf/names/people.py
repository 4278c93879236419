"""Which mentions are of one person."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from nutgraf.names import genders, name_forms
from nutgraf.names.groups import Group, Grouping, latest_before
from nutgraf.names.name_forms import Words, bare
from nutgraf.names.titles import REIGNING
from nutgraf.text.entity import Label, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TWO = 2  # people of one surname, of whom the one named last before is meant


class People(Grouping):
    """Groups the mentions of people: by full name, surname, given name, title, and how a name is spelt."""

    label = Label.PERSON

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        super().__init__(text, mentions)
        self._by_surname: dict[str, dict[Group, None]] = defaultdict(dict)
        self._by_sound: dict[str, dict[Group, None]] = defaultdict(dict)
        self._by_opening: dict[Words, dict[Group, None]] = defaultdict(dict)
        self._reigning: set[Group] = set()
        self._titles: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            self._titles[self._words(mention)[-1]].add(self._title(mention))

    def _title(self, mention: Mention) -> str:
        return genders.by_title(self._text, mention.span.start)

    def _reigns(self, mention: Mention) -> bool:
        """Whether "Princess" or the like stands before the name: "Princess Margaret" is not "Margaret Rhodes"."""
        return genders.word_before(self._text, mention.span.start) in REIGNING

    def _owner(self, mention: Mention) -> Group | None:
        words = self._words(mention)
        if len(words) == 1 and self._reigns(mention):
            known = self._by_word.get(words[0], {})
            own = [each for each in known if each in self._reigning or each.forms.keys() == {words}]
            return latest_before(mention, own)
        suffixes = {"", name_forms.suffix(mention.span.of(self._text))}
        title = self._title(mention)
        same = [each for each in self._by_form.get(bare(words), ()) if self._may_be(each, suffixes)]
        alone = len(words) > 1 or len(self._by_surname.get(words[0], ())) < _TWO
        if same and alone and not (title and all(self._gender(each) not in {"", title} for each in same)):
            return latest_before(mention, self._of_title(title, same))
        near = [each for each in self._near(words) if self._may_be(each, suffixes)]
        if title and {"m", "f"} <= self._titles[words[-1]]:  # "Mr. Tait" and "Mrs. Tait" are two
            near = [each for each in near if self._gender(each) in {"", title}]
        ways: tuple[Callable[[Words], bool], ...] = (
            partial(name_forms.same_person, words),
            partial(name_forms.ends, words),
            partial(name_forms.is_first_surname, words),
            partial(name_forms.is_given, words),
            partial(name_forms.is_inner, words),
        )
        for fits in ways:
            if found := [each for each in near if any(map(fits, each.forms))]:
                whole = [each for each in found if any(map(fits, name_forms.without_cut(each.forms)))]
                return latest_before(mention, self._of_title(title, whole or found))
        return latest_before(mention, self._of_title(title, self._alike(words)))

    def _alike(self, words: Words) -> list[Group]:
        """Return those whose surname is the same in another spelling: "Zelensky" and "Zelenskyy"."""
        near = self._by_sound.get(name_forms.sound(words[-1]), {})
        return [each for each in near if len(words) == 1 or any(form[0] == words[0] for form in each.forms)]

    def _of_title(self, title: str, found: list[Group]) -> list[Group]:
        """Return those who are "Mrs." or "Mr.", as the title's gender says; if none is, those who may be, else all."""
        if not title or len(found) == 1:
            return found
        genders_ = {each: self._gender(each) for each in found}
        return next(filter(None, ([each for each in found if genders_[each] == it] for it in (title, ""))), found)

    def _gender(self, owner: Group) -> str:
        titled = (genders.by_title(self._text, start) for start in owner.starts)
        return next(filter(None, [*titled, *map(genders.by_name, owner.forms)]), "")

    def _may_be(self, owner: Group, suffixes: set[str]) -> bool:
        """Whether a suffix, if the mention has one, is not another than the group's."""
        return suffixes == {""} or owner.suffixes <= suffixes

    def _near(self, words: Words) -> Iterable[Group]:
        """Return the groups that a name may belong to: a full name by its surname, a single word by any word it is."""
        if len(words) == 1:
            found = [self._by_word.get(words[0], {}), self._by_word.get(name_forms.long_form(words[0]), {})]
        else:
            ends = (words[-1], *words[-1].split("-"), words[0])
            found = [*(self._by_surname.get(word, {}) for word in ends), self._by_opening.get(words[:2], {})]
        return dict.fromkeys(group for groups in found for group in groups)

    def _add(self, owner: Group, mention: Mention) -> None:
        super()._add(owner, mention)
        if self._reigns(mention):
            self._reigning.add(owner)

    def _know(self, owner: Group, words: Words) -> None:
        for word in (words[-1], *words[-1].split("-")):
            self._by_surname[word][owner] = None
        if sound := name_forms.sound(words[-1]):
            self._by_sound[sound][owner] = None
        for opening in name_forms.openings(words):
            self._by_opening[opening][owner] = None
        super()._know(owner, words)
