"""What is worked out for an article is kept for a few of them, by identity."""

from __future__ import annotations

import gc
import weakref

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary.kept import kept

from .conftest import make


class Counted(list):
    """A list that can be watched."""


def counting():
    calls = []

    @kept
    def work(article, sentences, cancel):
        calls.append(article)
        cancel.check()
        return Counted(sentences)

    return work, calls


def test_the_same_objects_are_looked_at_once():
    work, calls = counting()
    article, sentences = make("Rain fell. Snow fell.")
    assert work(article, sentences, Cancel()) is work(article, sentences, Cancel())
    assert len(calls) == 1


def test_equal_texts_are_kept_apart():
    work, calls = counting()
    work(*make("Rain fell."), Cancel())
    work(*make("Rain fell."), Cancel())
    assert len(calls) == 2


def test_the_last_four_are_kept():
    work, _ = counting()
    results = [weakref.ref(work(*make(f"Rain fell {day} times."), Cancel())) for day in range(20)]
    gc.collect()
    assert [day for day, result in enumerate(results) if result() is not None] == [16, 17, 18, 19]


def test_cancelled_work_leaves_nothing():
    work, calls = counting()
    article, sentences = make("Rain fell.")
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        work(article, sentences, cancel)
    assert work(article, sentences, Cancel()) == list(sentences)
    assert len(calls) == 2
