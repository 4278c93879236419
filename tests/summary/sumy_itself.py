"""sumy itself: its own classes, called on its own document model, which is made of our sentences and our words."""

from __future__ import annotations

import warnings
from itertools import groupby

from nutgraf.offline import load_urllib3
from nutgraf.summary.cue_words import BONUS, STIGMA
from nutgraf.summary.sumy_words import HEADINGS
from nutgraf.summary.terms import lower_words, stemmer
from nutgraf.text.stopwords import stop_words

load_urllib3()  # sumy opens a socket when it is imported before that

from sumy.models.dom import ObjectDocumentModel, Paragraph  # noqa: E402
from sumy.models.dom import Sentence as SumySentence  # noqa: E402
from sumy.summarizers.edmundson import EdmundsonSummarizer  # noqa: E402
from sumy.summarizers.kl import KLSummarizer  # noqa: E402
from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: E402
from sumy.summarizers.lsa import LsaSummarizer  # noqa: E402
from sumy.summarizers.luhn import LuhnSummarizer  # noqa: E402
from sumy.summarizers.reduction import ReductionSummarizer  # noqa: E402
from sumy.summarizers.sum_basic import SumBasicSummarizer  # noqa: E402
from sumy.summarizers.text_rank import TextRankSummarizer  # noqa: E402

SUMMARIZERS = {
    "edmundson": EdmundsonSummarizer,
    "kl": KLSummarizer,
    "lexrank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
    "sumbasic": SumBasicSummarizer,
    "textrank": TextRankSummarizer,
}


class Tokenizer:
    """Stands in for sumy's, which needs a download and drops words with digits."""

    def to_words(self, text):
        """Return the words, in lower case."""
        return tuple(lower_words(text))


class OwnSentence(SumySentence):
    """A sentence that equals only itself: sumy's equal by text, so that of two alike one would lose its rating."""

    __slots__ = ()

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return id(self)


def document(article, sentences):
    """Return the document: a paragraph for each block, its headings in the paragraph that they stand over."""
    tokenizer = Tokenizer()
    paragraphs = []
    waiting = iter([(number, b) for number, b in enumerate(article.blocks) if b.kind in HEADINGS and not b.furniture])
    heading = next(waiting, None)
    for block, members in groupby(sentences, key=lambda sentence: sentence.block):
        parts = []
        while heading and heading[0] < block:
            parts.append(OwnSentence(heading[1].span.of(article.text), tokenizer, is_heading=True))
            heading = next(waiting, None)
        parts += [OwnSentence(sentence.span.of(article.text), tokenizer) for sentence in members]
        paragraphs.append(Paragraph(parts))
    return ObjectDocumentModel(paragraphs)


def summarizer(name, language):
    """Return sumy's own class of that name."""
    made = SUMMARIZERS[name](stemmer(language))
    if name == "edmundson":
        made.bonus_words, made.stigma_words, made.null_words = BONUS, STIGMA, stop_words(language) or {"the"}
    else:
        made.stop_words = stop_words(language)
    return made


def ratings(name, article, sentences):
    """Return sumy's rating of each sentence; all are equal where it finds no words to go by.

    In place of a count sumy takes a function of its sentences, sorted by rating: that one sees the ratings that sumy drops.
    """
    model = document(article, sentences)
    found = [0.0] * len(sentences)

    def keep(rated):
        for each in rated:
            found[each.order] = float(each.rating)
        return rated

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sumy warns where an article has few words
        summarizer(name, article.meta.language)(model, keep)
    return found
