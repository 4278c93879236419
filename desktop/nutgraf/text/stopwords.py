"""Words too common to say what a text is about."""

from __future__ import annotations

from functools import cache

from nutgraf import assets

LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}


def language_name(language: str) -> str:
    """Return the English name, in lower case, of a BCP 47 language that has stop words and a stemmer, else ""."""
    return LANGUAGES.get(language.partition("-")[0].lower(), "")


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words, in lower case, of a BCP 47 language: English where it is "", none where it has no list."""
    name = language_name(language or "en")
    if not name:
        return frozenset()
    return frozenset(assets.path("nltk", "stopwords", f"{name}.txt").read_text(encoding="utf-8").split())
