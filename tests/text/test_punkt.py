"""Punkt's parameters are read as NLTK reads them, without NLTK."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nutgraf import assets
from nutgraf.text.punkt import punkt


def test_the_parameters_are_those_that_nltk_decodes():
    from nltk.tabdata import PunktDecoder

    decoder = PunktDecoder()
    folder = assets.path("nltk", "punkt", "english")
    with (folder / "ortho_context.tab").open(encoding="utf-8") as lines:
        assert punkt().orthography == dict(decoder.tab2intdict(lines))
    with (folder / "abbrev_types.txt").open(encoding="utf-8") as lines:
        assert punkt().abbreviations == decoder.txt2set(lines) - {""}
    with (folder / "sent_starters.txt").open(encoding="utf-8") as lines:
        assert punkt().starters == decoder.txt2set(lines) - {""}


@pytest.mark.parametrize(
    ("word", "opens"), [("He", True), ("Nevertheless", True), ("Army", False), ("Springsteen", False), ("Zzyzx", False)]
)
def test_a_word_opens_a_sentence_if_it_has_a_capital_nowhere_else(word, opens):
    assert punkt().opens(word) is opens


def test_splitting_sentences_does_not_import_nltk():
    program = (
        "import sys\n"
        "from nutgraf.cancel import Cancel\n"
        "from nutgraf.text.article import *\n"
        "from nutgraf.text.builder import ArticleBuilder\n"
        "from nutgraf.text.sentences import split_sentences\n"
        "builder = ArticleBuilder()\n"
        "builder.add(BlockKind.PARAGRAPH, 'He left the U.S. Army. Nobody knew.')\n"
        "assert len(split_sentences(builder.build(Meta()), Cancel())) == 2\n"
        "sys.exit('nltk' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
