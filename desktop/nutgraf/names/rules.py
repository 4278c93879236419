"""Corrections by the reader: rules about names, as values. They are applied in `correcting`, kept on disk by `rules_file`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.text.article import Article
    from nutgraf.text.span import Span


class Verdict(StrEnum):
    """What a rule says of the words it is about."""

    NO_NAME = "not a name"
    PERSON = "a person"
    ORGANIZATION = "an organization"
    SAME = "the same as"
    DIFFERENT = "not the same as"


COMPARING = frozenset({Verdict.SAME, Verdict.DIFFERENT})


class Scope(StrEnum):
    """How far a rule reaches: one place, one article, every article. Where rules contradict, the narrower one holds."""

    HERE = "here"
    ARTICLE = "article"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Rule:
    """What the reader says of a name.

    `words` are the name as it is written, white space folded; `other` is the name that SAME and DIFFERENT compare it with, else
    "". `article` is an article's `key_of`, "" for every article; `place` is one place in it, else None.
    """

    words: str
    verdict: Verdict
    other: str = ""
    article: str = ""
    place: Span | None = None

    def __post_init__(self) -> None:
        for name in ("words", "other"):
            object.__setattr__(self, name, " ".join(getattr(self, name).split()))
        placed = self.place is None or (self.article and len(self.place))
        if not self.words or bool(self.other) != (self.verdict in COMPARING) or not placed:
            raise ValueError(f"not a rule: {self.words!r}, {self.verdict}, {self.other!r}, {self.place}")

    @property
    def scope(self) -> Scope:
        """How far the rule reaches."""
        return Scope.HERE if self.place else Scope.ARTICLE if self.article else Scope.ALWAYS

    def contradicts(self, other: Rule) -> bool:
        """Whether both answer one question, such as what "Jordan" is in every article, and so cannot both hold."""
        if replace(self, verdict=Verdict.NO_NAME, other="") != replace(other, verdict=Verdict.NO_NAME, other=""):
            return False
        if self.verdict not in COMPARING or other.verdict not in COMPARING:
            return self.verdict not in COMPARING and other.verdict not in COMPARING
        return self.other == other.other or self.verdict is other.verdict is Verdict.SAME


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in the order in which they were made: a value, so that the one before undoes the one after."""

    rules: tuple[Rule, ...] = ()

    def add(self, *rules: Rule) -> Rules:
        """Return these rules and the given ones, without those that the new ones contradict."""
        kept = self.rules
        for rule in rules:
            kept = (*(each for each in kept if not each.contradicts(rule)), rule)
        return Rules(kept)

    def remove(self, *rules: Rule) -> Rules:
        """Return the rules without the given ones."""
        return Rules(tuple(each for each in self.rules if each not in rules))

    def of(self, article: Article) -> tuple[Rule, ...]:
        """Return the rules that apply to the article, the widest scope first, so that later ones hold."""
        key = key_of(article) if any(rule.article for rule in self.rules) else ""
        own = [rule for rule in self.rules if rule.article in {"", key}]
        return tuple(sorted(own, key=lambda rule: (bool(rule.article), rule.place is not None)))


NO_RULES = Rules()


def key_of(article: Article) -> str:
    """Return what an article is known by in rules: the SHA-256 of its file, or of its text if it came from no file."""
    return article.meta.sha256 or hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def rule(article: Article, span: Span, verdict: Verdict, scope: Scope, other: str = "") -> Rule:
    """Return the rule that the words at `span` are what `verdict` says, as far as `scope`."""
    key = "" if scope is Scope.ALWAYS else key_of(article)
    return Rule(span.of(article.text), verdict, other, key, span if scope is Scope.HERE else None)


def respan(article: Article, old: Span | None, new: tuple[tuple[Span, Verdict], ...], scope: Scope) -> tuple[Rule, ...]:
    """Return the rules by which the name at `old` is the names at `new` instead: split, extended, shrunk or, with None, missed.

    Each new name comes with what it is, PERSON or ORGANIZATION.
    """
    kept = [] if old is None or old in [span for span, _ in new] else [rule(article, old, Verdict.NO_NAME, scope)]
    return (*kept, *(rule(article, span, verdict, scope) for span, verdict in new))
