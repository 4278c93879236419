"""English words that are no nouns, by their class."""

from __future__ import annotations

from functools import cache

from nutgraf import assets


@cache
def word_classes() -> dict[str, str]:
    """Return the class of each English word that is no noun: Brill's lexicon (1992), the most frequent part of speech."""
    classes = {}
    for name in ("adjectives", "participles", "verbs", "others"):
        for word in assets.path("words", f"{name}.txt").read_text(encoding="utf-8").split():
            classes[word] = name
    return classes
