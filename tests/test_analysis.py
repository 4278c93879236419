from __future__ import annotations

import pickle

import pytest

from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.errors import SettingError
from nutgraf.readers import read_text
from nutgraf.summary import DEFAULT, METHODS, method

TEXT = """\
The ferry between Lund and Osby will sail again in June, said Maria Lind, the mayor of Osby, on Monday.

The line was closed ten years ago, when its owner ran out of money. Since then the way around the bay has taken two hours by car.

“We have waited a long time,” Ms. Lind said. The council has set aside four million crowns for a new pier.
"""


@pytest.fixture
def article():
    return read_text(TEXT, "", Cancel())


def test_an_analysis_holds_sentences_their_ranking_and_who_is_named(article):
    found = analyse(article, cancel=Cancel())
    assert found.article is article
    assert found.sentences[0].span.of(article.text) == TEXT.split("\n", maxsplit=1)[0]
    assert [sentence.index for sentence in found.sentences] == list(range(len(found.sentences)))
    assert sorted(found.ranking.order) == list(range(len(found.sentences)))
    assert found.ranking == method(DEFAULT).rank(article, found.sentences, Cancel())
    assert "Maria Lind" in [entity.name for entity in found.names.entities]


@pytest.mark.parametrize("each", METHODS, ids=lambda each: each.name)
def test_the_method_asked_for_ranks(article, each):
    found = analyse(article, method=each.name, cancel=Cancel())
    assert found.ranking == each.rank(article, found.sentences, Cancel())


def test_a_method_that_is_not_there_is_refused(article):
    with pytest.raises(SettingError):
        analyse(article, method="no such", cancel=Cancel())


def test_what_is_cancelled_ends(article):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        analyse(article, cancel=cancel)


def test_furniture_has_no_sentences_and_nobody_in_it(article):
    folded = article.refold({0: True})
    found = analyse(folded, cancel=Cancel())
    hidden = folded.blocks[0].span
    assert not any(sentence.span.overlaps(hidden) for sentence in found.sentences)
    assert not any(mention.span.overlaps(hidden) for entity in found.names.entities for mention in entity.mentions)


def test_the_same_article_gives_the_same_analysis(article):
    assert analyse(article, cancel=Cancel()) == analyse(article, cancel=Cancel())


def test_an_analysis_travels_between_processes(article):
    found = analyse(article, cancel=Cancel())
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("text", ["", " ", "One.", "•\n•", "\U0001f600"])
def test_next_to_nothing_is_analysed_too(text):
    analyse(read_text(text, "", Cancel()), cancel=Cancel())
