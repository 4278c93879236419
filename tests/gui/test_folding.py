from __future__ import annotations

from nutgraf.gui.folding import Fold, Folding
from nutgraf.text.article import Article


def test_runs_of_furniture_are_folds_and_all_are_closed_at_first(article):
    folding = Folding(article)
    assert folding.folds == (Fold(0, 0), Fold(4, 5))
    assert folding.hidden == {0, 4, 5}
    assert folding.line_count == 3


def test_one_fold_is_opened_and_closed(article):
    folding = Folding(article)
    second = folding.folds[1]
    folding.set_open(second, is_open=True)
    assert folding.hidden == {0}
    folding.set_open(second, is_open=False)
    assert folding.hidden == {0, 4, 5}
    folding.set_open(second, is_open=False)
    assert folding.hidden == {0, 4, 5}


def test_all_folds_are_opened_and_closed(article):
    folding = Folding(article)
    folding.set_all(is_open=True)
    assert folding.hidden == frozenset()
    folding.set_all(is_open=False)
    assert folding.hidden == {0, 4, 5}


def test_a_block_knows_its_fold(article):
    folding = Folding(article)
    assert folding.fold_of(5) == Fold(4, 5)
    assert folding.fold_of(3) is None
    assert list(Fold(4, 5).blocks) == [4, 5]


def test_an_article_without_furniture_has_no_folds(article):
    assert Folding(Article("", ())).folds == ()
    assert Folding(article.refold(dict.fromkeys((0, 4, 5), False))).hidden == frozenset()
