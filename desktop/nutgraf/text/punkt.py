"""NLTK's Punkt, with its English parameters from our resources and the abbreviations of news.

Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.text.abbreviations import BRIDGES, OTHERS, TITLES, WORDS

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@cache
def tokenizer() -> PunktSentenceTokenizer:
    """Return the tokenizer.

    Its files are opened here and only decoded by NLTK, which since 3.10 opens nothing outside a few folders of its own.
    """
    from nltk.tabdata import PunktDecoder
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    decoder = PunktDecoder()
    parameters = PunktParameters()
    folder = assets.path("nltk", "punkt", "english")
    with (folder / "collocations.tab").open(encoding="utf-8") as lines:
        parameters.collocations = set(decoder.tab2tups(lines))
    with (folder / "sent_starters.txt").open(encoding="utf-8") as lines:
        parameters.sent_starters = decoder.txt2set(lines)
    with (folder / "abbrev_types.txt").open(encoding="utf-8") as lines:
        parameters.abbrev_types = (decoder.txt2set(lines) - WORDS) | TITLES | BRIDGES | OTHERS
    with (folder / "ortho_context.tab").open(encoding="utf-8") as lines:
        parameters.ortho_context = decoder.tab2intdict(lines)
    sentences = PunktSentenceTokenizer()
    sentences._params = parameters  # noqa: SLF001 - as NLTK's PunktTokenizer does: the constructor takes texts only
    return sentences


def is_abbreviation(word: str) -> bool:
    """Whether `word`, without its last full stop, is a known abbreviation."""
    return word.lower() in tokenizer()._params.abbrev_types  # noqa: SLF001


@lru_cache(maxsize=65536)
def ends_after(word: str, following: str) -> bool:
    """Whether Punkt sees a sentence end between `word`, which has its full stop, and the word `following` it."""
    return bool(tokenizer().text_contains_sentbreak(f"{word} {following}"))
