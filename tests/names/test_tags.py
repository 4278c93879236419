"""From scores of tags to phrases."""

import itertools

import numpy as np
import pytest

from nutgraf.names.tags import TAGS, best, phrases


def is_lawful(path):
    tags = ["O", *(TAGS[at] for at in path)]
    return all(two[0] != "I" or one[2:] == two[2:] for one, two in itertools.pairwise(tags))


@pytest.mark.parametrize("seed", range(20))
def test_the_best_path_is_the_best_of_all_lawful_ones(seed):
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(len(TAGS)), 4))
    lawful = [path for path in itertools.product(range(len(TAGS)), repeat=4) if is_lawful(path)]
    expected = max(lawful, key=lambda path: scores[range(4), path].sum())
    assert best(scores) == list(expected)


def test_phrases_end_where_another_begins_or_none_goes_on():
    path = [TAGS.index(tag) for tag in ("B-PER", "I-PER", "B-PER", "O", "B-ORG", "I-ORG")]
    assert list(phrases(path)) == [(0, 2, "PER"), (2, 3, "PER"), (4, 6, "ORG")]
