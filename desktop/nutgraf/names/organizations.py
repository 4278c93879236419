"""Which mentions are of one organization."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from nutgraf.names import name_forms
from nutgraf.names.groups import Group, Grouping, latest_before
from nutgraf.names.name_forms import Words, bare
from nutgraf.text.entity import Label, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.text.span import Span

_PAIR = 2  # words that may be written as one: "JP Morgan"
_LONG_NAME = 3  # words of a name whose acronym may be that of another language
_LONG_ACRONYM = 5  # letters of an acronym that may take more than initials
_APART = 6  # code points between an expansion and its acronym: “ (”, “, or ”


class Organizations(Grouping):
    """Groups the mentions of organizations: by name, acronym, and with or without what kind of body they are."""

    label = Label.ORGANIZATION

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        super().__init__(text, mentions)
        self._at = {mention.span.start: at for at, mention in enumerate(mentions)}
        self._title_end = text.find("\n")
        self._by_initials: dict[str, dict[Group, None]] = defaultdict(dict)
        self._by_letters: dict[str, dict[Group, None]] = defaultdict(dict)
        self._by_home: dict[Words, dict[Group, None]] = defaultdict(dict)
        self._by_turned: dict[Words, dict[Group, None]] = defaultdict(dict)

    def _know(self, owner: Group, words: Words) -> None:
        home = name_forms.without_country(bare(words))
        for letters in name_forms.acronyms(words) | name_forms.acronyms(home):
            self._by_initials[letters][owner] = None
        self._by_letters["".join(bare(words))][owner] = None
        self._by_home[name_forms.turned(home) or home][owner] = None
        self._by_turned[name_forms.turned(words)][owner] = None
        super()._know(owner, words)

    def _owner(self, mention: Mention) -> Group | None:
        words = bare(self._words(mention))
        if same := self._by_form.get(words) or self._by_letters.get("".join(words)):
            return latest_before(mention, same)
        for other in self._neighbours(mention):
            owner = self._owners.get(other.span.start)
            if owner and self._is_beside(mention, other):
                return owner
        if turned := name_forms.turned(words):
            return latest_before(mention, self._by_turned.get(turned, ())) or self._at_home(words)
        if home := self._at_home(words):
            return home
        one = ("".join(words),) if len(words) == _PAIR else words
        short = self._shortened(words) + (self._shortened(one) if one != words else [])
        letters = words[0].replace("&", "")
        if len(words) == 1 and len(letters) > 1:
            short += self._by_initials.get(letters, ()) or self._more_than_initials(mention, letters)
        return latest_before(mention, short) or self._only_one(mention, one)

    def _shortened(self, words: Words) -> list[Group]:
        near = self._by_word.get(words[0], {})
        ways = (name_forms.shortens, name_forms.drops_given_name)
        return [each for each in near if any(fits(words, bare(form)) for form in each.forms for fits in ways)]

    def _at_home(self, words: Words) -> Group | None:
        """Return the only one that is called so with its country: "the Justice Department" of the United States."""
        home = name_forms.without_country(words)
        found = list(self._by_home.get(name_forms.turned(home) or home, ())) if name_forms.is_civic(words) else []
        if home != words:  # that of another country is another
            found = [
                each
                for each in found
                if any(name_forms.without_country(bare(form)) == bare(form) for form in each.forms)
            ]
        return found[0] if len(found) == 1 else None

    def _more_than_initials(self, mention: Mention, short: str) -> list[Group]:
        """Return whose initials the acronym has with one letter more: "ECOWAS", the Economic Community of West African States."""
        if len(short) < _LONG_ACRONYM or not mention.span.of(self._text).isupper():
            return []
        fewer = (short[:at] + short[at + 1 :] for at in range(1, len(short)))
        found = dict.fromkeys(group for letters in fewer for group in self._by_initials.get(letters, ()))
        return [
            each for each in found if any(name_forms.abbreviates(short.upper(), " ".join(form)) for form in each.forms)
        ]

    def _only_one(self, mention: Mention, words: Words) -> Group | None:
        """Return the one group of which the word is a telling part, if there is but one, named before or below this title.

        Who is named first by the one word alone is rather the parent of the other: "Google" and "Google DeepMind".
        """
        near = self._by_word.get(words[0], {})
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
