"""Who a pronoun or "the minister" means: what has been named so far, and who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.names import genders
from nutgraf.names.name_forms import normal
from nutgraf.names.role_words import BODIES, is_role_word
from nutgraf.names.speech import DOCUMENTS, HE, PREPOSITIONS, SHE, SUBORDINATE
from nutgraf.names.tokens import GENITIVE
from nutgraf.names.units import STOPS, Kind
from nutgraf.text.entity import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.names.units import Unit
    from nutgraf.text.entity import Entity
    from nutgraf.text.sentences import Sentence

_BACK = 2  # paragraphs before this one in which whoever is meant may have been named
_MEMORY = 60  # mentions of a paragraph that are remembered: some articles are a single one
_SPOUSE = re.compile(r",? and (his|her) (?:late |former |ex-)?(?:husband|wife|partner)\b")
# Whose owner speaks in them.
_OWN_WORDS = DOCUMENTS | {"testimony", "confession", "account", "speech", "lawsuit", "remarks"}
# What any organization may be called.
_ANY_BODY = frozenset({"company", "firm", "group", "organisation", "organization"})
_BESIDE = PREPOSITIONS | {
    "alongside", "beside", "opposite", "like", "including", "than", "between", "under", "over", "without",
}  # fmt: skip
_UNNAMED = frozenset({"The", "A", "An", "Another", "One"})
_OPENING, _WORDS = 60, 5  # code points, words of a sentence in which its subject is looked for
_FAR = 1000  # code points before a pronoun in which "the girl" may be who is meant
_WOMAN, _MAN = (
    re.compile(rf"\b(?:the|a|an|his|her|their|another|this)\s+(?:[\w-]+\s+){{0,2}}?({nouns})\b", re.IGNORECASE)
    for nouns in (
        "girl|woman|wife|mother|daughter|sister|widow|bride",
        "boy|man|husband|father|son|brother|groom|suspect",
    )
)
NOBODY, NOTHING = -1, -2  # in place of an entity: a person without a name, a body or a document without one


class Meant(NamedTuple):
    """An entity, by its index, that is meant; not `certain` where others fit as well."""

    entity: int
    certain: bool


class _Named(NamedTuple):
    start: int
    sentence: int
    entity: int
    is_subject: bool


class Discourse:
    """What was named and said, block by block."""

    def __init__(self, text: str, entities: Sequence[Entity], sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._roles = [entity.role for entity in entities if entity.role]
        self._starts = [sentence.span.start for sentence in sentences]
        self._labels = [entity.label for entity in entities]
        self._genders = [_gender(text, entity) for entity in entities]
        self._heads = [_heads(text, entity) for entity in entities]
        self._blocks: list[list[_Named]] = []
        self._asked: int | None = None  # who spoke last, if that was a question
        self._spoken: list[tuple[int, int]] = []  # where, and who

    def open_block(self, units: Iterable[Unit]) -> None:
        """Go on to the next block, whose units these are."""
        self._blocks.append([])
        owned = list(units)
        follows_he = False  # whether "he" or "she" is the subject before in this sentence
        for at, unit in enumerate(owned):
            follows_he = unit.low not in STOPS and (follows_he or unit.low in {"he", "she"})
            if unit.kind is Kind.MENTION:
                after = owned[at + 1] if at + 1 < len(owned) else None
                before = owned[at - 1].low if at else ""
                owns = after is not None and after.low in GENITIVE
                thing = owned[at + 2].low if owns and at + 2 < len(owned) else ""
                aside = (
                    follows_he
                    or (owns and thing not in _OWN_WORDS)
                    or before in SUBORDINATE
                    or self._depends(owned, at)
                )
                sentence = bisect_right(self._starts, unit.start)
                self._blocks[-1].append(_Named(unit.start, sentence, unit.entity, not aside))

    def _depends(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a preposition stands before the name and its title: "by Mayor Ana Ruiz"."""
        while at and units[at - 1].kind is Kind.WORD and self._text[units[at - 1].start].isupper():
            at -= 1
            if units[at].low in _BESIDE:
                return True
        return at > 0 and units[at - 1].low in _BESIDE

    def note_speaker(self, at: int, entity: int, *, asks: bool = False) -> None:
        """Remember that the entity, `NOBODY` or `NOTHING` without a name, is quoted at a place of the text, with a question."""
        self._spoken.append((at, entity))
        self._asked = entity if asks else None

    def is_person(self, entity: int) -> bool:
        """Whether the entity is a person."""
        return self._labels[entity] is Label.PERSON

    def pronoun(self, low: str, at: int, *, answers: bool = False) -> Meant | None:
        """Return whom "he", "she" or "it" means at a place of the text: the last subject that fits, or who spoke since.

        Whoever `answers` is rather someone else than who asked. Nobody is certain where "the girl" may be "she".
        """
        asked = self._asked if answers else None
        for back, block in enumerate(self._blocks[: -_BACK - 2 : -1]):
            last = bisect_left(block, at, key=lambda each: each.start)
            near = [each for each in block[max(0, last - _MEMORY) : last] if self._fits(low, each.entity)]
            others = [each for each in near if each.entity != asked]
            certain = others == near and back < _BACK and len({each.entity for each in near}) == 1
            if not others:
                continue
            subjects = [each for each in others if each.is_subject] or others
            sentence = subjects[-1].sentence
            best = next(each for each in subjects if each.sentence == sentence)
            unnamed = {NOBODY, NOTHING} if low == "it" else {NOBODY}
            spoken = [each[1] for each in self._spoken[-_MEMORY:] if best.start < each[0] < at]
            spoken = [
                each for each in spoken if each != asked and (each in unnamed or (each >= 0 and self._fits(low, each)))
            ]
            if (spoken and spoken[-1] in unnamed) or (low != "it" and not spoken and self._is_unnamed(low, best, at)):
                return None
            alone = not self._may_be_someone(low, max(best.start, at - _FAR), at)
            return Meant(spoken[-1] if spoken else best.entity, certain and alone)
        return None

    def _is_unnamed(self, low: str, best: _Named, at: int) -> bool:
        """Whether a sentence since is about someone without a name: "The petitioner left. He said"."""
        wrong = _other_gender(low)
        for start in self._starts[best.sentence : bisect_left(self._starts, at)]:
            opening, *words = self._text[start : min(at, start + _OPENING)].split()[:_WORDS]
            nouns = [word for each in words if is_role_word(word := each.lower().strip(",.")) and word not in BODIES]
            if opening in _UNNAMED and nouns and nouns[-1] not in self._heads[best.entity]:
                return not wrong or genders.by_role(nouns[-1]) != wrong
        return False

    def _may_be_someone(self, low: str, start: int, end: int) -> bool:
        """Whether the pronoun may mean someone without a name in the text between: "the girl", but not in anyone's role."""
        nouns = _WOMAN if low in SHE else _MAN if low in HE else None
        found = nouns.finditer(self._text, start, end) if nouns else ()
        return any(not any(role.start <= each.start(1) < role.end for role in self._roles) for each in found)

    def noun(self, words: Sequence[str]) -> Meant | None:
        """Return whom "the minister" or "the bank" means: the last whose role, or whose name, has that noun; never certain."""
        named = [each for block in self._blocks[: -_BACK - 2 : -1] for each in block[: -_MEMORY - 1 : -1]]
        for each in named:
            if words[-1] in self._heads[each.entity]:
                return Meant(each.entity, certain=False)
        if words[-1] in _ANY_BODY:
            spoken = (entity for _, entity in self._spoken[: -_MEMORY - 1 : -1])
            bodies = (entity for entity in (*spoken, *(each.entity for each in named)) if entity >= 0)
            return next((Meant(entity, certain=False) for entity in bodies if not self.is_person(entity)), None)
        return None

    def _fits(self, low: str, entity: int) -> bool:
        """Whether the pronoun may mean the entity."""
        if low == "it":
            return not self.is_person(entity)
        wrong = _other_gender(low)
        return self.is_person(entity) and not (wrong and self._genders[entity] == wrong)


def _other_gender(pronoun: str) -> str:
    """Return "f" or "m", as whom the pronoun cannot mean says, else ""."""
    return "f" if pronoun in HE else "m" if pronoun in SHE else ""


def _gender(text: str, entity: Entity) -> str:
    """Return "m" or "f" if what stands before a mention, the role, a spouse or the given name says so, else ""."""
    if entity.label is not Label.PERSON:
        return ""
    worn = {genders.word_before(text, each.span.start) for each in entity.mentions}
    told = [genders.by_role(" ".join(worn)), genders.by_role(entity.role.of(text)) if entity.role else ""]
    spouse = (_SPOUSE.match(text, each.span.end) for each in entity.mentions)
    told += ["m" if each[1].lower() == "his" else "f" for each in spouse if each]
    votes = Counter(filter(None, told))
    if votes["m"] != votes["f"]:
        return max("mf", key=votes.__getitem__)
    return genders.by_name(normal(entity.name))


def _heads(text: str, entity: Entity) -> frozenset[str]:
    """Return the nouns that mean the entity when "the" stands before them."""
    if entity.label is Label.ORGANIZATION:
        before = (
            re.search(r"([a-z]+) $", text[max(0, each.span.start - 24) : each.span.start]) for each in entity.mentions
        )
        names = re.findall(r"\w+", entity.name.lower())
        told = BODIES & set(re.findall(r"\w+", entity.role.of(text).lower())) if entity.role else ()
        return frozenset([*names[:1], *names[-1:], *told, *(word[1] for word in before if word)]) - PREPOSITIONS
    whole = re.sub(r"\w+['’]s\b", "", entity.role.of(text).lower()) if entity.role else ""
    role = re.findall(r"\w+", whole.partition(" of ")[0])
    worn = (genders.word_before(text, each.span.start) for each in entity.mentions)
    return frozenset([*(word for word in (*role, *worn) if is_role_word(word)), *role[-1:]]) - BODIES
