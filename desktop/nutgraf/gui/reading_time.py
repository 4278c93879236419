"""How long a summary takes to read, beside the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.text.words import WORDS_A_MINUTE, count_words, counted, duration, is_estimated, reading_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

EXACT = 300  # sentences whose words are counted one by one
ESTIMATED = "words of scripts without spaces are estimated from their letters"
SAMPLE = 200_000  # code points; the words of longer articles are estimated from so many


class ReadingTime:
    """Counts the words of an article and of some of its sentences; goes by the average where they are very many."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self._article, self._sentences = article, sentences
        self._counts: dict[int, int] = {}
        self._lengths = [len(sentence.span) for sentence in sentences]
        self.words = _words_of(article)
        self._estimated = is_estimated(article.text[:SAMPLE])

    def words_in(self, shown: Sequence[int]) -> int:
        """Return how many words these sentences (by index) have."""
        if len(shown) > EXACT:
            return round(self.words * sum(map(self._lengths.__getitem__, shown)) / sum(self._lengths))
        for index in shown:
            if index not in self._counts:
                self._counts[index] = count_words(self._sentences[index].span.of(self._article.text))
        return sum(self._counts[index] for index in shown)

    def figures(self, shown: Sequence[int]) -> tuple[str, str]:
        """Return how much of the article these sentences are, in a line, and what the line rests on."""
        words, most = self.words_in(shown), len(self._sentences)
        short, whole = reading_minutes(words), reading_minutes(self.words)
        all_of_it = str(whole) if whole < 60 else duration(whole)
        time = f"{duration(short)} instead of {all_of_it}" if short < whole else duration(short)
        line = f"{len(shown):,} of {counted(most, 'sentence')} · {time}"
        why = f"{counted(words, 'word')} instead of {self.words:,}, read at {WORDS_A_MINUTE} words a minute"
        return line, f"{why}; {ESTIMATED}" if self._estimated else why


def _words_of(article: Article) -> int:
    """Count the words that are not furniture."""
    counted = characters = total = 0
    for block in article.blocks:
        if not block.furniture:
            total += len(block.span)
            if characters < SAMPLE:
                counted += count_words(block.span.of(article.text))
                characters += len(block.span)
    return round(counted * total / characters) if characters else 0
