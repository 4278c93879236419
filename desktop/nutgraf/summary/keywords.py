"""The words and phrases that an article is about, ranked."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.summary.noun_phrases import is_known, noun_phrases
from nutgraf.summary.sure import sure_sentences
from nutgraf.summary.terms import stemmer, watched
from nutgraf.text.keyword import Keyword
from nutgraf.text.stopwords import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.summary.noun_phrases import Word
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

MOST = 10
LONGEST = 3  # words of a phrase
COMPOUND = 0.8  # the bonus of a phrase of n words is n to this power
ONCE = 0.5  # a phrase of several words that stands once is often chance
_SURE = 5  # keywords, after which those that stand in one sentence alone are chance
_SHORT = 10  # sentences, below which nothing can be expected to come back
# Nouns that are in any article and say nothing of one.
_VAGUE = frozenset({
    "al", "amount", "anything", "april", "area", "areas", "august", "bit", "case", "cases", "cent", "day", "days",
    "december", "dr", "end", "et", "evening", "everyone", "everything", "example", "examples", "fact", "facts",
    "february", "fig", "figure", "friday", "half", "hand", "hands", "hour", "hours", "january", "july", "june",
    "kind", "kinds", "lot", "lots", "man", "march", "matter", "men", "minute", "minutes", "monday", "month",
    "months", "morning", "mr", "mrs", "ms", "night", "nothing", "november", "number", "numbers", "october", "part",
    "parts", "people", "percent", "person", "place", "places", "point", "points", "reason", "reasons", "rest",
    "result", "results", "saturday", "section", "september", "set", "share", "side", "sides", "sir", "someone",
    "something", "sort", "sunday", "table", "thing", "things", "thursday", "time", "times", "today", "tomorrow",
    "total", "tuesday", "way", "ways", "wednesday", "week", "weekend", "weeks", "woman", "women", "word", "words",
    "year", "years", "yesterday",
})  # fmt: skip


@dataclass(slots=True)
class _Candidate:
    """A phrase, by its stems: how it is written, in which sentences, and how often it is only part of a longer name."""

    forms: Counter[str] = field(default_factory=Counter)
    sentences: list[int] = field(default_factory=list)
    parts: int = 0


def keywords(
    article: Article, sentences: Sequence[Sentence], cancel: Cancel, *, most: int = MOST
) -> tuple[Keyword, ...]:
    """Return at most `most` noun phrases and names, the best first; none where the language is not known.

    After KP-Miner (El-Beltagy and Rafea 2009, section 3): how many sentences hold a phrase, times a bonus for its length, over
    the logarithm of where it stands first. One is left out if another that ranks above it holds it or is held by it. Doubtful
    sentences are not looked at.

    Raises:
        Cancelled: the token was set.

    """
    if not language_name(article.meta.language or "en"):
        return ()
    sentences = sure_sentences(article, sentences)
    found = _candidates(article, sentences, cancel)
    held = _held(found)
    worth = {
        stems: _worth(stems, each, len(sentences))
        for stems, each in found.items()
        if stems not in held and each.parts < len(each.sentences)
    }
    chosen: list[tuple[str, ...]] = []
    for stems in sorted(worth, key=lambda key: (-worth[key], found[key].sentences[0], key)):
        if not any(set(stems) <= set(other) or set(stems) >= set(other) for other in chosen):
            chosen.append(stems)
        if len(chosen) == most:
            break
    if len(sentences) > _SHORT:
        chosen = [
            stems for number, stems in enumerate(chosen) if number < _SURE or len(set(found[stems].sentences)) > 1
        ]
    return tuple(Keyword(_written(found[stems].forms), len(set(found[stems].sentences))) for stems in chosen)


def _candidates(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> dict[tuple[str, ...], _Candidate]:
    """Return every phrase of at most three words, by its stems: singular and plural are one."""
    language, stem = article.meta.language, stemmer(article.meta.language)
    found: dict[tuple[str, ...], _Candidate] = {}
    for sentence in watched(sentences, cancel):
        for run in noun_phrases(sentence.span.of(article.text), language):
            for start in range(len(run)):
                for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                    phrase = run[start:end]
                    if _stands(phrase):
                        each = found.setdefault(tuple(stem(word.low) for word in phrase), _Candidate())
                        each.forms[_form(phrase)] += 1
                        each.sentences.append(sentence.index)
                        each.parts += _cuts_name(run, start, end)
    return found


def _stands(phrase: Sequence[Word]) -> bool:
    """Whether words can be a keyword: a noun at the end, nothing vague, no name behind a common noun (“minister Shoigu”)."""
    if not phrase[-1].is_noun or any(word.low in _VAGUE for word in phrase):
        return False
    if len(phrase) == 1 and len(phrase[0].form) < 3 and not phrase[0].form.isupper():
        return False
    return all(left.is_name or not right.is_name for left, right in pairwise(phrase))


def _cuts_name(run: Sequence[Word], start: int, end: int) -> bool:
    """Whether the phrase is part of a longer name: “Federal” of “Federal Service”."""
    left = start > 0 and run[start].is_name and run[start - 1].is_name
    right = end < len(run) and run[end - 1].is_name and run[end].is_name
    return left or right


def _held(found: dict[tuple[str, ...], _Candidate]) -> set[tuple[str, ...]]:
    """Return the phrases that stand mostly inside one longer phrase that comes back."""
    held = set()
    for stems, each in found.items():
        count = len(each.sentences)
        if len(stems) > 1 and count > 1 and each.parts < count:
            for start in range(len(stems)):
                for end in range(start + 1, len(stems) + 1):
                    part = found.get(stems[start:end])
                    if part and end - start < len(stems) and 2 * count >= len(part.sentences):
                        held.add(stems[start:end])
    return held


def _worth(stems: tuple[str, ...], each: _Candidate, height: int) -> float:
    spread = len(set(each.sentences))
    chance = ONCE if len(stems) > 1 and spread == 1 and height > _SHORT else 1.0
    return float(chance * spread * len(stems) ** COMPOUND / math.log(3 + each.sentences[0]))


def _form(phrase: Iterable[Word]) -> str:
    """Return the phrase as it would stand inside a sentence."""
    return " ".join(word.low if is_known(word.low) and not word.is_name else word.form for word in phrase)


def _written(forms: Counter[str]) -> str:
    """Return the most frequent form; a capital that other places do not have is only that of a sentence's first word."""
    counts: Counter[str] = Counter()
    for form, count in forms.items():
        counts[form.lower() if form.lower() in forms else form] += count
    return max(counts, key=lambda form: (counts[form], not form.isupper(), form))
