import numpy as np
import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.text.boosted_trees import Trees

# one tree: feature 1 above 0.5 gives 2, else feature 0 at most 3 gives -1 and above 3 gives 0
TREE = Trees(
    feature=np.array([1, 0, 0, 0, 0]),
    threshold=np.array([0.5, 3, np.inf, np.inf, np.inf]),
    left=np.array([1, 3, 2, 3, 4]),
    right=np.array([2, 4, 2, 3, 4]),
    value=np.array([0, 0, 2.0, -1.0, 0.0]),
    roots=np.array([0]),
    depth=2,
)


def test_a_row_goes_left_where_its_feature_is_no_greater_than_the_threshold():
    found = TREE.probabilities(np.array([[0, 1.0], [3, 0.5], [3.5, 0.0]], np.float32), Cancel())
    assert found == pytest.approx(1 / (1 + np.exp([-2.0, 1.0, 0.0])))


def test_many_rows_give_what_each_gives_alone():
    rows = np.random.default_rng(1).uniform(0, 6, (1203, 2)).astype(np.float32)
    alone = [TREE.probabilities(row[None], Cancel())[0] for row in rows]
    assert np.array_equal(TREE.probabilities(rows, Cancel()), alone)


def test_it_can_be_cancelled():
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        TREE.probabilities(np.zeros((1, 2), np.float32), cancel)
