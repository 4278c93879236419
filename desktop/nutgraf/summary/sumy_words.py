"""An article's words as numbers, for sumy's methods: split, stemmed and looked up among the stop words once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from nutgraf.cancel import Cancel
from nutgraf.summary.graph import Numbered, TermMatrix
from nutgraf.summary.kept import kept
from nutgraf.summary.terms import lower_words, sentence_words, stemmer, watched
from nutgraf.text.article import BlockKind
from nutgraf.text.stopwords import stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nutgraf.summary.graph import Integers
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

HEADINGS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})


@dataclass
class SumyWords:
    """The words of an article.

    `words` are the numbers of all words of all sentences, `lengths` how many each sentence has, `blocks` its block; `headings`
    are the words of the headings that stand over prose. By the number of a word, `stopped` says whether it is a stop word and
    `stems` gives the number of its stem. `numbers` and `stem_names` give the numbers of words and stems.
    """

    words: Integers
    lengths: Integers
    blocks: Integers
    headings: Integers
    numbers: dict[str, int]
    stopped: NDArray[np.bool_]
    stems: Integers
    stem_names: dict[str, int]

    @cached_property
    def sentences(self) -> Integers:
        """The sentence of each word."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    @cached_property
    def stem_matrix(self) -> TermMatrix:
        """Sentences by stems of words that are no stop words."""
        return self.matrix(~self.stopped[self.words], self.stems[self.words], self.stem_names)

    @cached_property
    def word_matrix(self) -> TermMatrix:
        """Sentences by words that are no stop words, as they are."""
        return self.matrix(~self.stopped[self.words], self.words, self.numbers)

    def matrix(self, taken: NDArray[np.bool_], terms: Integers, numbers: dict[str, int]) -> TermMatrix:
        """Return sentences by the terms of those words that are `taken`."""
        lengths = np.bincount(self.sentences[taken], minlength=len(self.lengths))
        return TermMatrix(Numbered(terms[taken], lengths, numbers), Cancel())


@kept
def sumy_words(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> SumyWords:
    """Return the words.

    Raises:
        Cancelled: the token was set.

    """
    found = sentence_words(article, sentences, cancel)
    over = _headings(article, sentences)
    numbers: dict[str, int] = {}
    number = numbers.setdefault
    words = [number(word, len(numbers)) for word in chain(chain.from_iterable(found), over)]
    stops, stem = stop_words(article.meta.language), stemmer(article.meta.language)
    names: dict[str, int] = {}
    stems = [names.setdefault(stem(word), len(names)) for word in watched(numbers, cancel)]
    spoken = len(words) - len(over)
    return SumyWords(
        words=np.array(words[:spoken], np.int64),
        lengths=np.fromiter(map(len, found), np.int64, len(found)),
        blocks=np.fromiter((sentence.block for sentence in sentences), np.int64, len(sentences)),
        headings=np.array(words[spoken:], np.int64),
        numbers=numbers,
        stopped=np.fromiter((word in stops for word in numbers), np.bool_, len(numbers)),
        stems=np.array(stems, np.int64),
        stem_names=names,
    )


def _headings(article: Article, sentences: Sequence[Sentence]) -> list[str]:
    """Return the words of the headings before the last sentence: sumy knows headings inside paragraphs alone."""
    last = sentences[-1].block if sentences else -1
    over = [block for block in article.blocks[: last + 1] if block.kind in HEADINGS and not block.furniture]
    return [word for block in over for word in lower_words(block.span.of(article.text))]
