"""The words by which sentences are compared: lower case, without stop words, stemmed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

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
    found: list[str] = []
    for word in words(text):
        low = word.lower().replace("’", "'")
        if low.isascii() or not (run := _UNSPACED.search(low)):
            found.append(low)
        else:
            found.extend(run[0][at : at + 2] for at in range(len(run[0]) - 1))
    return found


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return the Snowball stemmer (Porter 2001) of a BCP 47 language, English where it is "", else one that changes nothing."""
    name = language_name(language or "en")
    if not name:
        return str
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = lru_cache(maxsize=200_000)(SnowballStemmer(name).stem)
    return stem


def content(found: Sequence[str], language: str) -> list[str]:
    """Return the stems of those lower-case words that are no stop words."""
    stopped, stem = stop_words(language), stemmer(language)
    return [
        stem(word.removesuffix("'s")) for word in found if word not in stopped and (len(word) > 1 or word.isdigit())
    ]


def sentence_terms(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[list[str]]:
    """Return the content stems of each sentence, in reading order, with repeats.

    Raises:
        Cancelled: the token was set.

    """
    return [
        content(lower_words(sentence.span.of(article.text)), article.meta.language)
        for sentence in watched(sentences, cancel)
    ]
