"""Which mentions are of one and the same person or organization."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer
from nutgraf.text.entity import Entity, Label, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel

_WORD = re.compile(r"[^\s,]+")
_ARTICLE = re.compile(r"(?:al|el|an|ash|as|ad|ar|az)-", re.IGNORECASE)
_AFTER_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "du", "la", "des", "&", "to", "at", "al", "y", "e"})
_CLIPPED = 3  # letters of a short form: "Dan"
_FEMININE = ("ia", "ina", "ine", "ella", "etta", "ette")
_APART = 6  # code points between an expansion and its acronym: “ (”, “, or ”


@dataclass(slots=True)
class _Group:
    """Mentions so far, and the forms of the name, each as normalised words."""

    label: Label
    mentions: list[Mention] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, mention: Mention, text: str) -> None:
        self.mentions.append(mention)
        words = normal(mention.span.of(text))
        if words not in self.forms:
            self.forms.append(words)


def normal(name: str) -> tuple[str, ...]:
    """Return a name's words without case, accents, full stops and Arabic articles; "Jr." and its like are left out."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(each for each in folded if not unicodedata.combining(each)).casefold()
    words = [_ARTICLE.sub("", word.replace(".", "")) for word in _WORD.findall(plain)]
    kept = tuple(word for word in words if word and word not in _AFTER_NAME)
    return kept or tuple(words)


def group(text: str, mentions: Sequence[Mention], cancel: Cancel) -> tuple[Entity, ...]:
    """Return entities, without roles, by their first mention.

    Full names come first, so that a surname may stand before the full name; a surname that two people share goes to the one
    named last before it.

    Raises:
        Cancelled: the token was set.

    """
    groups: list[_Group] = []
    for label, place in ((Label.PERSON, _person), (Label.ORGANIZATION, _organization)):
        own: list[_Group] = []
        same = [mention for mention in mentions if mention.label == label]
        for mention in sorted(same, key=lambda each: (-len(normal(each.span.of(text))), each.span)):
            cancel.check()
            found = place(mention, own, text)
            if found is None:
                found = _Group(label)
                own.append(found)
            found.add(mention, text)
        groups += own
    entities = (entity_of(each.label, sorted(each.mentions, key=lambda each: each.span), text) for each in groups)
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


def _latest_before(mention: Mention, candidates: Iterable[_Group]) -> _Group | None:
    """Return the group mentioned last before `mention`; if none is, the one mentioned first after it."""
    best, best_rank = None, (2, 0)
    for each in candidates:
        for other in each.mentions:
            before = other.span.start < mention.span.start
            rank = (0, mention.span.start - other.span.start) if before else (1, other.span.start)
            if rank < best_rank:
                best, best_rank = each, rank
    return best


def _person(mention: Mention, groups: Sequence[_Group], text: str) -> _Group | None:
    words = normal(mention.span.of(text))
    matches = (
        lambda form: form == words,
        lambda form: _same_person(words, form),
        lambda form: form[-len(words) :] == words,  # a surname, or the end of one: "Suu Kyi"
        lambda form: len(words) == 1 and form[0] == words[0],  # a given name, or a family name that comes first
    )
    for match in matches:
        candidates = [each for each in groups if any(match(form) for form in each.forms)]
        if candidates:
            return _latest_before(mention, candidates)
    return None


def _same_person(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names of several words agree: "J. Smith" and "John Adam Smith", "Luis Silva" and "Luis da Silva"."""
    if len(shorter) < 2 or shorter[-1] != longer[-1]:
        return False
    return _agree(shorter[0], longer[0]) and all(any(_agree(word, other) for other in longer) for word in shorter)


def _agree(one: str, other: str) -> bool:
    """Whether two given names may be the same: also "J" and "Joan", "Josh" and "Joshua", not "Paul" and "Paula"."""
    short, long = sorted((one, other), key=len)
    clipped = len(short) >= _CLIPPED and len(long) >= len(short) + 2 and not long.endswith(_FEMININE)
    return one == other or ((len(short) == 1 or clipped) and long.startswith(short))


def _organization(mention: Mention, groups: Sequence[_Group], text: str) -> _Group | None:
    name = mention.span.of(text)
    words = _bare(normal(name))
    same = [each for each in groups if any(_bare(form) == words for form in each.forms)]
    if same:
        return _latest_before(mention, same)
    for each in groups:
        if any(_beside(mention, other, text) and _abbreviates(name, other.span.of(text)) for other in each.mentions):
            return each
    candidates = [
        each
        for each in groups
        if any(_initials(form) == words[0] for form in each.forms if len(words) == 1 and len(words[0]) > 1)
        or any(_shortens(words, _bare(form)) for form in each.forms)
    ]
    return _latest_before(mention, candidates)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _initials(words: tuple[str, ...]) -> str:
    return "".join(part[0] for word in words if word not in _SMALL for part in word.split("-") if part)


def _shortens(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether only words such as "Bank", "Inc" or "Group" follow: "Barclays" and "Barclays Bank"."""
    rest = longer[len(words) :]
    company = gazetteer().organization_words
    if not rest or longer[: len(words)] != words or all(word in company for word in words):
        return False
    return all(word in company for word in rest)


def _beside(one: Mention, other: Mention, text: str) -> bool:
    """Whether one stands in brackets right after the other."""
    left, right = sorted((one.span, other.span))
    return left.end <= right.start <= left.end + _APART and "(" in text[left.end : right.start]


def _abbreviates(one: str, other: str) -> bool:
    """Whether the letters of the shorter name are found in order in the longer, at the beginning of it: "FSMTC"."""
    short, long = sorted((one.replace(".", ""), other), key=len)
    if " " in short or sum(map(str.isupper, short)) < 2:
        return False
    letters = iter(long.casefold())
    return short[0].casefold() == long[0].casefold() and all(each in letters for each in short.casefold())
