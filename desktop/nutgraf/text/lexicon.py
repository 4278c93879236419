"""What is known of a word that has a full stop after it."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import cache, lru_cache

from nutgraf.text import abbreviations as english
from nutgraf.text import abbreviations_abroad as abroad
from nutgraf.text.punkt import punkt

_OPENERS = "\"'“”‘’«»‹›([{`„‚—–-*_¿¡•⁃‣◦▪●■ "
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")  # "J", "J.K", "U.S"
_DOTTED = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+")  # "b.sc", and not "3.5", "www.example.org"
_ORDINAL = re.compile(r"\d{1,2}|[ivxlc]+")
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ\d]|[^\x00-\x7f]")


class Kind(IntFlag):
    """Kinds of abbreviation; 0 is any other word."""

    TITLE = auto()
    BRIDGE = auto()
    NUMBERED = auto()
    MONTH = auto()
    SUFFIX = auto()
    CLOSING = auto()
    HOUR = auto()
    INITIALS = auto()
    OTHER = auto()
    ORDINAL = auto()


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Return the word in lower case, without quotes and brackets before it."""
    return word.lstrip(_OPENERS).lower()


def known_language(language: str) -> str:
    """Return the key of a BCP 47 language that has abbreviations of its own here, else "": English serves for the rest."""
    language = language.partition("-")[0].lower()
    language = abroad.SAME_AS.get(language, language)
    return language if language in abroad.FIXED else ""


@lru_cache(maxsize=1 << 16)
def kind(word: str, language: str = "") -> Kind:
    """Return what `word`, without its last full stop, is in a language, as `known_language` names it."""
    low = bare(word)
    found = _kind(low, language)
    if not found and "-" in low:  # "Lt.-Gov", "mid-Sept"
        last = low.rpartition("-")[2]
        found = _kind(last, language) if len(last) > 1 else found
    if low in english.STATES and word.islower():
        found &= ~Kind.OTHER
    return found


def _kind(low: str, language: str) -> Kind:
    found = Kind(0)
    for each, words in _tables(language):
        if low in words:
            found |= each
    if low.endswith(abroad.STREETS.get(language, "\n")):
        return Kind.BRIDGE
    if language in abroad.NOUNS_HAVE_CAPITALS and _ORDINAL.fullmatch(low):
        return Kind.ORDINAL
    if found & ~(Kind.NUMBERED | Kind.OTHER) or (found and language):
        return found
    if _INITIALS.fullmatch(low) and low not in english.PLACES:
        return (found | Kind.INITIALS) & ~Kind.OTHER
    return found | Kind.OTHER if _DOTTED.fullmatch(low) else found


@cache
def _tables(language: str) -> tuple[tuple[Kind, frozenset[str]], ...]:
    if language:
        return (
            (Kind.TITLE, abroad.TITLES),
            (Kind.BRIDGE, abroad.FIXED[language]),
            (Kind.OTHER, abroad.OTHERS[language]),
        )
    known = (punkt().abbreviations - english.WORDS) | english.OTHERS
    special = (
        (Kind.TITLE, english.TITLES),
        (Kind.BRIDGE, english.BRIDGES),
        (Kind.MONTH, english.MONTHS),
        (Kind.SUFFIX, english.SUFFIXES),
        (Kind.CLOSING, english.CLOSING),
        (Kind.HOUR, english.HOURS),
    )
    known = known.difference(*(words for _, words in special))
    return (*special, (Kind.NUMBERED, english.NUMBERED), (Kind.OTHER, known))


def is_vowelless(word: str) -> bool:
    """Whether `word` has letters but no vowel, as unknown abbreviations do ("hdqrs")."""
    return not _VOWEL.search(word.lower())
