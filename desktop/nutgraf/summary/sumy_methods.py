"""sumy's methods: its own ratings of our sentences, by a faster way (`sumy_graph`, `sumy_greedy`, `sumy_summarizers`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.summary.kept import kept
from nutgraf.summary.rank import ranking
from nutgraf.summary.sure import among_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence


class SumyMethod:
    """One of sumy's methods."""

    def __init__(self, name: str, title: str, serves: str) -> None:
        self.name, self.title, self.serves = name, title, serves
        self._ratings = kept(self._rate)

    @among_sure
    def rank(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> Ranking:
        """Return all sentences by sumy's rating.

        Raises:
            Cancelled: the token was set.

        """
        cancel.check()
        return ranking(self.name, article, sentences, self._ratings(article, sentences, cancel), cancel)

    def _rate(self, article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[float]:
        if len(sentences) < 2:  # there is nothing to compare, and some of sumy's methods divide by it
            return [1.0] * len(sentences)
        from nutgraf.offline import load_urllib3
        from nutgraf.summary.bare_nltk import import_with_stemmers
        from nutgraf.summary.terms import stemmer
        from nutgraf.text.stopwords import stop_words

        load_urllib3()
        import_with_stemmers("sumy.nlp.stemmers")  # all that sumy's methods use of NLTK
        from nutgraf.summary.sumy_summarizers import summarizer
        from nutgraf.summary.sumy_words import sumy_words

        language = article.meta.language
        method = summarizer(self.name, stemmer(language), stop_words(language))
        scores: list[float] = method.ratings(sumy_words(article, sentences, cancel), cancel).tolist()
        return scores


SUMY_METHODS = (
    SumyMethod(
        "lexrank",
        "LexRank",
        "Sentences that many others resemble. Serves reports and reviews in which the main points come back.",
    ),
    SumyMethod(
        "textrank",
        "TextRank",
        "Sentences that share most words with all others. Serves long explanatory articles; leans to long sentences.",
    ),
    SumyMethod(
        "lsa",
        "Latent semantic analysis",
        "Sentences with most of the article’s different words. Serves surveys that touch many topics.",
    ),
    SumyMethod(
        "luhn",
        "Luhn",
        "Sentences where frequent words stand close together. Serves technical texts with terms of their own.",
    ),
    SumyMethod(
        "kl",
        "Kullback–Leibler",
        "Sentences that together use words as the whole article does. Serves when the summary should be a fair sample.",
    ),
    SumyMethod(
        "sumbasic",
        "SumBasic",
        "Sentences of frequent words, each word counting less once it was used. Serves when nothing should be said twice.",
    ),
    SumyMethod(
        "edmundson",
        "Edmundson",
        "Sentences with words of the headings and cue words, at the start or end. Serves papers and reports with headings.",
    ),
    SumyMethod(
        "reduction",
        "Reduction",
        "Sentences that overlap most with the rest. Serves minutes and transcripts, where long turns carry the matter.",
    ),
)
