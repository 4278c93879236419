"""Our runs of sumy's methods against sumy's own classes, called directly on the same words."""

from __future__ import annotations

import warnings

import pytest

from nutgraf.cancel import Cancel
from nutgraf.offline import load_urllib3
from nutgraf.summary import method
from nutgraf.summary.cue_words import BONUS, STIGMA
from nutgraf.summary.sumy_methods import SUMY_METHODS, ratings
from nutgraf.summary.terms import stemmer
from nutgraf.text.stopwords import stop_words

from .conftest import HARBOUR, drawn, make

load_urllib3()

from sumy.summarizers.edmundson import EdmundsonSummarizer  # noqa: E402
from sumy.summarizers.kl import KLSummarizer  # noqa: E402
from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: E402
from sumy.summarizers.lsa import LsaSummarizer  # noqa: E402
from sumy.summarizers.luhn import LuhnSummarizer  # noqa: E402
from sumy.summarizers.reduction import ReductionSummarizer  # noqa: E402
from sumy.summarizers.sum_basic import SumBasicSummarizer  # noqa: E402
from sumy.summarizers.text_rank import TextRankSummarizer  # noqa: E402

from nutgraf.summary.sumy_document import document  # noqa: E402 - sumy opens a socket when it is imported before that
from nutgraf.summary.sumy_summarizers import summarizer  # noqa: E402

THEIRS = {
    "edmundson": EdmundsonSummarizer,
    "kl": KLSummarizer,
    "lexrank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
    "sumbasic": SumBasicSummarizer,
    "textrank": TextRankSummarizer,
}
ARTICLES = {
    "news": make(*HARBOUR, title="Port Ellis to close its harbour"),
    "no title": make(*HARBOUR),
    "thirty drawn": drawn(30),
    "ninety drawn": drawn(90, seed=5),
    "German": make(
        "Der Hafen wird für zwei Jahre geschlossen. Die Mauern des Hafens sind gebrochen.",
        "Die Fischer sind wütend. Die Boote der Fischer müssen in einen anderen Hafen. Dort ist es zu eng.",
        language="de",
    ),
    "one word each": make("Rain. Wind. Hail. Rain. Snow. Wind."),
}


def theirs(name, language):
    made = THEIRS[name](stemmer(language))
    if name == "edmundson":
        made.bonus_words, made.stigma_words, made.null_words = BONUS, STIGMA, stop_words(language)
    else:
        made.stop_words = stop_words(language)
    return made


@pytest.mark.parametrize("known", ARTICLES)
@pytest.mark.parametrize("name", THEIRS)
def test_ratings_are_those_of_sumy_itself(name, known):
    article, sentences = ARTICLES[known]
    language = article.meta.language
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sumy warns where an article has few words
        expected = ratings(theirs(name, language), document(article, sentences, Cancel()))
    found = ratings(
        summarizer(name, stemmer(language), stop_words(language), Cancel()), document(article, sentences, Cancel())
    )
    assert found == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("name", THEIRS)
@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_cut_takes_the_sentences_that_sumy_takes(name, count):
    article, sentences = ARTICLES["news"]
    model = document(article, sentences, Cancel())
    taken = theirs(name, "en")(model, count)
    expected = [index for index, sentence in enumerate(model.sentences) if any(sentence is each for each in taken)]
    assert sorted(method(name).rank(article, sentences, Cancel()).order[:count]) == expected


def test_every_method_of_sumy_is_compared():
    assert set(THEIRS) == {each.name for each in SUMY_METHODS}


def test_the_document_keeps_sentences_paragraphs_and_headings():
    article, sentences = ARTICLES["news"]
    model = document(article, sentences, Cancel())
    assert [str(sentence) for sentence in model.sentences] == [s.span.of(article.text) for s in sentences]
    assert [str(heading) for heading in model.headings] == ["Port Ellis to close its harbour"]
    assert len(model.paragraphs) == len(HARBOUR)


def test_sentences_alike_are_kept_apart():
    article, sentences = make("Rain fell.", "Rain fell.")
    first, second = document(article, sentences, Cancel()).sentences
    assert first != second
    assert len({first, second}) == 2
