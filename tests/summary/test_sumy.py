"""Our runs of sumy's methods against sumy itself, on the same words."""

from __future__ import annotations

import json
import math
import random
from itertools import pairwise

import pytest
import sumy_itself
from sumy_itself import SUMMARIZERS

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary import method
from nutgraf.summary.rank import best_first
from nutgraf.summary.sumy_methods import SUMY_METHODS
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences

from .conftest import HARBOUR, drawn, make

NAMES = sorted(SUMMARIZERS)


def with_headings():
    builder = ArticleBuilder()
    builder.add(BlockKind.TITLE, "The harbour walls")
    for number, paragraph in enumerate(HARBOUR):
        builder.add(BlockKind.PARAGRAPH, paragraph)
        builder.add(BlockKind.HEADING, f"Boats and fishermen {number}", level=2)
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())


ARTICLES = {
    "news": make(*HARBOUR, title="Port Ellis to close its harbour"),
    "no title": make(*HARBOUR),
    "headings": with_headings(),
    "twenty drawn": drawn(20),
    "ninety drawn": drawn(90, seed=5),
    "German": make(
        "Der Hafen wird für zwei Jahre geschlossen. Die Mauern des Hafens sind gebrochen.",
        "Die Fischer sind wütend. Die Boote der Fischer müssen in einen anderen Hafen. Dort ist es zu eng.",
        language="de",
    ),
    "Japanese": make("港口は閉まる。漁師は怒っている。港口の壁は割れた。", language="ja"),
    "one word each": make("Rain. Wind. Hail. Rain. Snow. Wind."),
    "all alike": make("Rain fell. Rain fell. Rain fell."),
    "stop words alone": make("It is so. They were there. And then it was."),
}


def ours(name, article, sentences):
    return list(method(name).rank(article, sentences, Cancel()).scores)


def assert_same_order(name, article, sentences):
    """Every pair of neighbours in our order is in sumy's too, or sumy's ratings of the two are one."""
    order = method(name).rank(article, sentences, Cancel()).order
    if name == "kl":
        assert_chosen_by_kl(order, article, sentences)
        return
    theirs = sumy_itself.ratings(name, article, sentences)
    top = max(map(abs, theirs)) or 1
    assert all(theirs[a] >= theirs[b] - 1e-9 * top for a, b in pairwise(order)), name


def assert_chosen_by_kl(order, article, sentences):
    """Every choice has the least of the divergences that sumy works out at this point; its ratings are places, and hide ties."""
    theirs = sumy_itself.summarizer("kl", article.meta.language)
    model = sumy_itself.document(article, sentences).sentences
    share = theirs.compute_tf(model)
    content = [theirs._get_content_words_in_sentence(sentence) for sentence in model]
    summary, left = [], set(range(len(model)))
    for index in order:
        found = {each: theirs._kl_divergence(theirs._joint_freq(content[each], summary), share) for each in left}
        assert found[index] <= min(found.values()) + 1e-9
        left.remove(index)
        summary += model[index].words


@pytest.mark.parametrize("known", ARTICLES)
@pytest.mark.parametrize("name", NAMES)
def test_ratings_are_those_of_sumy_itself(name, known):
    article, sentences = ARTICLES[known]
    expected = sumy_itself.ratings(name, article, sentences)
    if any(map(math.isnan, expected)):  # sumy divides nothing by nothing where no sentence has a word of its own
        expected = [1 / len(sentences)] * len(sentences)
    if name == "kl":
        assert_same_order(name, article, sentences)
        return
    assert ours(name, article, sentences) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_cut_takes_the_sentences_that_sumy_takes(name, count):
    article, sentences = ARTICLES["news"]
    model = sumy_itself.document(article, sentences)
    taken = sumy_itself.summarizer(name, "en")(model, count)
    expected = [index for index, sentence in enumerate(model.sentences) if any(sentence is each for each in taken)]
    assert sorted(method(name).rank(article, sentences, Cancel()).order[:count]) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_many_sentences_is_sumys(name):
    size = {"kl": 120, "sumbasic": 500, "lexrank": 200, "lsa": 300, "reduction": 250, "textrank": 250}.get(name, 5000)
    assert_same_order(name, *drawn(size, seed=3))


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_three_hundred_articles_is_sumys(name, shared):
    found = []
    for file in ("wire", "daily"):
        for line in (shared / "eval" / "summaries" / f"{file}.train.jsonl").read_text(encoding="utf-8").splitlines():
            article, sentences = make(*filter(None, map(str.strip, json.loads(line)["text"].split("\n"))))
            if 2 <= len(sentences) <= 40:  # longer ones take sumy minutes
                found.append((article, sentences))
    chosen = random.Random(4).sample(found, 300)
    for article, sentences in chosen:
        assert_same_order(name, article, sentences)


def test_every_method_of_sumy_is_compared():
    assert set(SUMMARIZERS) == {each.name for each in SUMY_METHODS}


def test_sumys_parameters_are_the_ones_in_use():
    from nutgraf.summary.sumy_summarizers import summarizer

    for name, theirs in SUMMARIZERS.items():
        assert isinstance(summarizer(name, str, frozenset({"the"})), theirs)


@pytest.mark.parametrize("name", NAMES)
def test_rating_stops_when_cancelled(name):
    cancel = Cancel()
    cancel.set()
    article, sentences = drawn(20)
    with pytest.raises(Cancelled):
        method(name).rank(article, sentences, cancel)


def test_the_order_of_our_own_ratings_is_ours():
    assert best_first([1.0, 3.0, 3.0, 2.0]) == (1, 2, 3, 0)
