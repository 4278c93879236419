"""The noun phrases of a sentence: runs of adjectives and nouns that end in a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.stopwords import stop_words
from nutgraf.text.word_classes import word_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W\d_]\w*(?:[-’'](?=[^\W\d_])\w+)*(?:\.[A-Z](?![a-z])\.?)*|\d[\d,.:]*|[^\w\s]")
_POSSESSIVE = ("'s", "’s")
# What follows these is a verb, if it can be one: “to plan”, “they report”.
_BEFORE_VERBS = frozenset({
    "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "not", "he", "she",
    "they", "we", "i", "you", "who", "ll",
})  # fmt: skip
_BEFORE_NOUNS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "s",
    "no", "each", "every", "some", "any",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a noun phrase: as written, in lower case, whether it can be the head, whether it has a name's capital."""

    form: str
    low: str
    is_noun: bool
    is_name: bool


def _class_of(low: str) -> str:
    """Return an English word's class, "" for a noun; “man-portable” is what “portable” is."""
    classes = word_classes()
    found = classes.get(low) or classes.get(low.rpartition("-")[2], "")
    return "others" if not found and low.endswith("ly") else found


def is_known(word: str) -> bool:
    """Whether English has this lower-case word and it is no noun."""
    return word in word_classes()


def noun_phrases(sentence: str, language: str) -> Iterator[list[Word]]:
    """Yield the runs of words that may be noun phrases, longest first as they stand; a possessive ends its run.

    English words are told by a lexicon and the word before, as in Brill's tagger; in German nouns have capitals; of other
    languages only the stop words are known.
    """
    run: list[Word] = []
    before = ""
    tokens = _TOKEN.findall(sentence)
    plain_first = (
        len(tokens) < 2 or not tokens[1][0].isupper()
    )  # the capital of the first word is a sentence's, not a name's
    for number, token in enumerate(tokens):
        form = token.removesuffix(_POSSESSIVE[0]).removesuffix(_POSSESSIVE[1])
        word = _word(form, before, language, is_plain=number == 0 and plain_first, opens=not run)
        if word:
            run.append(word)
        if run and (not word or form != token):
            yield run
            run = []
        before = form.lower()
    if run:
        yield run


def _word(form: str, before: str, language: str, *, is_plain: bool, opens: bool) -> Word | None:
    """Return the word as part of a noun phrase, None if it cannot be in one."""
    low = form.lower()
    letters = form[:1].isalpha() and len(form) > 1
    is_acronym = form.isupper() and form.isascii()  # “US” is no pronoun
    if not letters or (low in stop_words(language) and not is_acronym):
        return None
    if form[0].isupper() and not is_plain:
        return Word(form, low, is_noun=True, is_name=not language.startswith("de"))
    if language.startswith("de"):
        return Word(form, low, is_noun=False, is_name=False)
    kind = _class_of(low) if language in {"", "en"} or language.startswith("en-") else ""
    if kind == "verbs" and before in _BEFORE_NOUNS:
        kind = ""
    elif not kind and opens and before in _BEFORE_VERBS:
        return None
    if kind in {"verbs", "others"}:
        return None
    return Word(form, low, is_noun=not kind, is_name=False)
