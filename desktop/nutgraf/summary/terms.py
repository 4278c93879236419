"""The words by which sentences are compared: lower case, without stop words, stemmed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from nutgraf.summary.bare_nltk import import_with_stemmers
from nutgraf.summary.kept import kept
from nutgraf.text.stopwords import language_name, stop_words
from nutgraf.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

T = TypeVar("T")

# Scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2,}")


def watched(items: Iterable[T], cancel: Cancel, every: int = 32) -> Iterator[T]:
    """Yield the items, looking at the token at every so many of them.

    Raises:
        Cancelled: the token was set.

    """
    for number, item in enumerate(items):
        if number % every == 0:
            cancel.check()
        yield item


def lower_words(text: str) -> list[str]:
    """Return the words in lower case; where a script does not part them, its pairs of characters stand for them."""
    low = text.lower()
    found = words(low) if len(low) == len(text) else [word.lower() for word in words(text)]  # "İ" becomes two
    if low.isascii():
        return found
    found = [word.replace("’", "'") for word in found]
    return [part for word in found for part in _parts(word)] if _UNSPACED.search(low) else found


def _parts(word: str) -> list[str]:
    run = _UNSPACED.search(word)
    return [run[0][at : at + 2] for at in range(len(run[0]) - 1)] if run else [word]


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return the Snowball stemmer (Porter 2001) of a BCP 47 language, English where it is "", else one that changes nothing."""
    name = language_name(language or "en")
    if not name:
        return str
    snowball = import_with_stemmers("nltk.stem.snowball")
    stem: Callable[[str], str] = lru_cache(maxsize=200_000)(snowball.SnowballStemmer(name).stem)
    return stem


def content(found: Sequence[str], language: str) -> list[str]:
    """Return the stems of those lower-case words that are no stop words."""
    stopped, stem = stop_words(language), stemmer(language)
    return [
        stem(word.removesuffix("'s")) for word in found if word not in stopped and (len(word) > 1 or word.isdigit())
    ]


@kept
def sentence_words(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[list[str]]:
    """Return the words of each sentence, in reading order, in lower case.

    Raises:
        Cancelled: the token was set.

    """
    return [lower_words(sentence.span.of(article.text)) for sentence in watched(sentences, cancel)]


@kept
def sentence_terms(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[list[str]]:
    """Return the content stems of each sentence, in reading order, with repeats.

    Raises:
        Cancelled: the token was set.

    """
    language = article.meta.language
    found = sentence_words(article, sentences, cancel)
    stems = {word: content([word], language) for word in watched(set(chain.from_iterable(found)), cancel)}
    return [[stem for word in each for stem in stems[word]] for each in found]
