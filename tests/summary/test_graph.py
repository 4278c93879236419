"""Sparse products against dense ones."""

from __future__ import annotations

import numpy as np
import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary import graph
from nutgraf.summary.graph import TermMatrix, centrality, neighbours

SENTENCES = [
    ["harbour", "close", "year"],
    [],
    ["harbour", "wall", "wall", "crack"],
    ["boat", "move"],
    ["harbour", "boat", "small", "boat"],
    ["harbour", "close", "year"],
]


def dense(matrix, weights):
    full = np.zeros((matrix.height, matrix.width))
    full[matrix.rows, matrix.terms] = weights
    return full


def test_counts_terms_by_sentence():
    matrix = TermMatrix(SENTENCES, Cancel())
    assert (matrix.height, matrix.width) == (6, 8)
    assert dense(matrix, matrix.counts)[2, matrix.numbers["wall"]] == 2
    assert matrix.frequency[matrix.numbers["harbour"]] == 4
    assert matrix.lengths.tolist() == [3, 0, 4, 2, 4, 3]


def test_weights_make_each_sentence_of_length_one():
    matrix = TermMatrix(SENTENCES, Cancel())
    lengths = np.linalg.norm(dense(matrix, matrix.tf_idf()), axis=1)
    assert lengths == pytest.approx([1, 0, 1, 1, 1, 1])


def test_weights_are_the_logarithms_of_counts_times_the_inverse_frequency():
    matrix = TermMatrix(SENTENCES, Cancel())
    counts = dense(matrix, matrix.counts)
    idf = np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1
    expected = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * idf
    lengths = np.linalg.norm(expected, axis=1, keepdims=True)
    assert dense(matrix, matrix.tf_idf()) == pytest.approx(expected / np.maximum(lengths, 1e-9))


@pytest.mark.parametrize("step", [1, 7, 1_000_000])
def test_products_are_those_of_the_whole_matrix(step, monkeypatch):
    monkeypatch.setattr(graph, "_STEP", step)
    matrix = TermMatrix(SENTENCES, Cancel())
    weights = matrix.tf_idf()
    full = dense(matrix, weights) @ dense(matrix, weights).T
    rows, blocks = zip(*matrix.products(weights, Cancel()), strict=True)
    assert np.concatenate(rows).tolist() == list(range(6))
    assert np.concatenate(blocks) == pytest.approx(full)
    assert matrix.times(weights, np.arange(6.0)) == pytest.approx(full @ np.arange(6.0))
    assert matrix.cosines(weights, 4) == pytest.approx(full[4])


def test_products_of_some_rows_only():
    matrix = TermMatrix(SENTENCES, Cancel())
    ((rows, block),) = matrix.products(matrix.counts, Cancel(), np.array([4, 2]))
    assert rows.tolist() == [4, 2]
    assert block.tolist() == [[1, 0, 1, 2, 6, 1], [1, 0, 6, 0, 1, 1]]


def test_the_sentence_that_all_resemble_is_most_central():
    matrix = TermMatrix([["a", "b"], ["a", "b", "c", "d"], ["c", "d"], ["e"]], Cancel())
    assert int(np.argmax(centrality(matrix, matrix.tf_idf(), Cancel()))) == 1


def test_centrality_of_nothing_and_of_nothing_shared():
    assert centrality(TermMatrix([], Cancel()), np.zeros(0), Cancel()).tolist() == []
    matrix = TermMatrix([["a"], ["b"]], Cancel())
    assert centrality(matrix, matrix.tf_idf(), Cancel()) == pytest.approx([1, 1])


def test_neighbours_do_not_count_the_sentence_itself():
    matrix = TermMatrix(SENTENCES, Cancel())
    assert neighbours(matrix, matrix.tf_idf(), np.array([0, 1, 3]), Cancel()) == {0: 3, 1: 0, 3: 1}


def test_products_stop_when_cancelled():
    cancel = Cancel()
    cancel.set()
    matrix = TermMatrix(SENTENCES, Cancel())
    with pytest.raises(Cancelled):
        list(matrix.products(matrix.counts, cancel))
