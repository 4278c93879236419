"""sumy's methods: ours beside sumy itself and others in one run, growth from 20 to 50,000 sentences, and memory.

    pytest -s tests/benchmarks/bench_sumy.py

summa, lexrank and pytextrank are run where they can be imported (`uv pip install summa lexrank pytextrank` and a spaCy model into
an environment of your own), else they are named as absent; what they load is not counted. Times are seconds of the processor,
text to ranking, reasons included; "again" is a second ranking of the same article.
"""

from __future__ import annotations

import importlib
import random
import time
import tracemalloc

import pytest
import sumy_itself

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.sumy_methods import SUMY_METHODS
from nutgraf.summary.sumy_words import sumy_words
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences
from nutgraf.text.stopwords import stop_words

NAMES = [each.name for each in SUMY_METHODS]
GROWTH = (20, 100, 500, 1_000, 5_000, 20_000)
BOOK = 50_000  # of 12 words: 600,000
BESIDE = 300  # sentences: KL takes sumy a minute
MILLION = 1e6


def drawn(count, words=20, seed=1):
    """Return an article of made-up words, half of them English stop words, distributed as words are (Zipf 1949)."""
    source = random.Random(seed)
    known = [
        "".join(source.choice("bdfgklmnprst") + source.choice("aeiou") for _ in range(source.randint(2, 5)))
        for _ in range(20_000)
    ]
    common = sorted(stop_words("en"))
    weights = [1 / (rank + 8) for rank in range(len(known))]
    builder = ArticleBuilder()
    for start in range(0, count, 4):
        sentences = []
        for _ in range(min(4, count - start)):
            length = source.randint(words // 2, words + words // 2)
            parts = source.choices(known, weights, k=length // 2) + source.choices(common, k=length - length // 2)
            source.shuffle(parts)
            sentences.append(" ".join(parts).capitalize() + ".")
        builder.add(BlockKind.PARAGRAPH, " ".join(sentences))
    article = builder.build(Meta(language="en"))
    return article, split_sentences(article, Cancel())


def spent(work, *arguments):
    begun = time.process_time()
    work(*arguments)
    return time.process_time() - begun


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    for name in NAMES:
        method(name).rank(*drawn(8), Cancel())


@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", NAMES)
def test_growth(name):
    print(f"\n{name}")
    for count in (*GROWTH, BOOK):
        article, sentences = drawn(count, words=12 if count == BOOK else 20)
        new = spent(method(name).rank, article, sentences, Cancel())
        again = spent(method(name).rank, article, sentences, Cancel())
        print(f"{len(sentences):>8} sentences  new {new:7.3f} s  again {again:7.3f} s", flush=True)


@pytest.mark.parametrize("name", NAMES)
def test_memory(name):
    article, sentences = drawn(5_000)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    method(name).rank(article, sentences, Cancel())
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"\n{name:>10}  5,000 sentences: {(most - before) / MILLION:5.1f} MB at most, {(held - before) / MILLION:5.1f} MB kept"
    )


@pytest.mark.parametrize("name", NAMES)
def test_rating_alone(name):
    """Without reasons: words to ratings."""
    from nutgraf.summary.sumy_summarizers import summarizer
    from nutgraf.summary.terms import stemmer

    article, sentences = drawn(5_000)
    words = spent(sumy_words, article, sentences, Cancel())
    made = summarizer(name, stemmer("en"), stop_words("en"))
    rating = spent(made.ratings, sumy_words(article, sentences, Cancel()), Cancel())
    print(f"\n{name:>10}  5,000 sentences: words {words:.3f} s, ratings {rating:.3f} s")


@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", NAMES)
def test_beside_sumy(name):
    article, sentences = drawn(BESIDE)
    ours = spent(method(name).rank, article, sentences, Cancel())
    theirs = spent(sumy_itself.ratings, name, article, sentences)
    print(f"\n{name:>10}  {BESIDE} sentences: ours {ours:.3f} s, sumy {theirs:.2f} s: {theirs / ours:.0f} times")


def summa(texts):
    module = importlib.import_module("summa.summarizer")
    return lambda: module.summarize("\n".join(texts), ratio=0.1)


def lexrank(texts):
    package = importlib.import_module("lexrank")
    return lambda: package.LexRank([texts], stopwords=package.STOPWORDS["en"]).rank_sentences(texts)


def pytextrank(texts):
    importlib.import_module("pytextrank")
    spacy = importlib.import_module("spacy")
    known = spacy.util.get_installed_models()
    if not known:
        raise ImportError("no model of spaCy is installed")
    model = spacy.load(known[0])
    model.add_pipe("textrank")
    return lambda: list(model("\n".join(texts))._.textrank.summary(limit_sentences=10))


@pytest.mark.timeout(0)
@pytest.mark.parametrize(("work", "name"), [(summa, "textrank"), (lexrank, "lexrank"), (pytextrank, "textrank")])
def test_beside_others(work, name):
    article, sentences = drawn(1_000)
    ours = spent(method(name).rank, article, sentences, Cancel())
    texts = [sentence.span.of(article.text) for sentence in sentences]
    try:
        ready = work(texts)
    except ImportError as absent:
        print(f"\n{work.__name__:>10}  not run: {absent}")
        return
    theirs = spent(ready)
    print(
        f"\n{work.__name__:>10}  1,000 sentences: ours {ours:.3f} s, {work.__name__} {theirs:.2f} s: {theirs / ours:.0f} times"
    )
