"""Sentence boundaries: how many are found and how fast, beside other splitters where they are installed; and rows of signs.

    pytest -s tests/benchmarks/bench_sentences.py

Beside ours stand those of NLTK (always there), nupunkt, sentencex and pysbd that can be imported: `uv pip install
nupunkt sentencex pysbd` into an environment of your own; one that is absent is named. Time is that of the processor.
"""

from __future__ import annotations

import importlib
import time

import pytest
from running_text import paragraphs, score

from nutgraf import assets
from nutgraf.cancel import Cancel
from nutgraf.text.article import Article, Block, BlockKind, Meta
from nutgraf.text.sentences import split_sentences
from nutgraf.text.span import Span

CORPORA = ("voa.dev", "web.dev", "wikigold.train")
SIGNS = [
    ".",
    "!?",
    ". ",
    '" ',
    '."',
    ".) ",
    "(",
    ". (",
    ".[1",
    "a. ",
    "A.\u00a0",
    "? “a",
    "a... ",
    "a. ) ",
    "1) ",
    "• ",
    "a.B",
    "no stop ",
]


def ours():
    def split(text):
        article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), meta=Meta(language="en"))
        return [sentence.span.end for sentence in split_sentences(article, Cancel())]

    return split


def nltk():
    from nltk.tabdata import PunktDecoder
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    decoder, parameters, folder = PunktDecoder(), PunktParameters(), assets.path("nltk", "punkt", "english")
    parameters.collocations = set(decoder.tab2tups((folder / "collocations.tab").open(encoding="utf-8")))
    parameters.sent_starters = decoder.txt2set((folder / "sent_starters.txt").open(encoding="utf-8"))
    parameters.abbrev_types = decoder.txt2set((folder / "abbrev_types.txt").open(encoding="utf-8"))
    parameters.ortho_context = decoder.tab2intdict((folder / "ortho_context.tab").open(encoding="utf-8"))
    tokenizer = PunktSentenceTokenizer()
    tokenizer._params = parameters
    return lambda text: [end for _, end in tokenizer.span_tokenize(text)]


def by_pieces(split):
    def ends(text):
        at, found = 0, []
        for piece in filter(None, map(str.strip, split(text))):
            place = text.find(piece, at)
            if place >= 0:
                at = place + len(piece)
                found.append(at)
        return found

    return ends


def nupunkt():
    return by_pieces(importlib.import_module("nupunkt").sent_tokenize)


def sentencex():
    segment = importlib.import_module("sentencex").segment
    return by_pieces(lambda text: segment("en", text))


def pysbd():
    return by_pieces(importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment)


@pytest.mark.shared
@pytest.mark.parametrize("corpus", CORPORA)
def test_found_and_time(corpus, shared):
    made = list(paragraphs(shared / "eval" / "names" / f"{corpus}.conll"))
    size = sum(len(paragraph.text.encode()) for paragraph in made) / 1e6
    base = 0.0
    print(f"\n{corpus}, {size:.2f} MB in {len(made)} paragraphs")
    for make in (ours, nltk, nupunkt, sentencex, pysbd):
        try:
            split = make()
        except ImportError:
            print(f"{make.__name__:>10}  not installed")
            continue
        split(made[0].text)
        begun = time.process_time()
        found = score(made, split)
        spent = time.process_time() - begun
        base = base or spent
        print(f"{make.__name__:>10}  F1 {found.f1:6.2f}  {size / spent:6.2f} MB/s  {spent / base:6.2f} times our time")


@pytest.mark.parametrize("sign", SIGNS)
def test_rows_of_signs(sign):
    spent = []
    for length in (500_000, 1_000_000, 2_000_000):
        text = (sign * length)[:length]
        begun = time.process_time()
        ours()(text)
        spent.append(time.process_time() - begun)
    print(f"\n{sign!r:10} {'  '.join(f'{each:6.2f} s' for each in spent)}   for 0.5, 1 and 2 MB")
