import numpy as np
import pytest

from nutgraf.cancel import Cancel
from nutgraf.text.line_features import Line
from nutgraf.text.page_features import page_features
from nutgraf.text.second_reading import second_features

BODY = [
    "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, its keeper Nora Blythe said.",
    "A smaller light on the breakwater has taken its place, and the lighthouse itself is to become a museum, Blythe added.",
    "The council will meet on Thursday to decide who is to run the museum at Skerry Point and how much a ticket ought to cost.",
]
TEASER = "Ferries to the northern islands stop running in November because the company has not found a captain for the winter."
LINES = ["Menu", "Lighthouse at Skerry Point goes dark", *BODY, "Share", TEASER]
CHANCES = np.array([0.01, 0.6, 0.95, 0.9, 0.97, 0.05, 0.4])
TITLES = np.array([0.0, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0])


@pytest.fixture
def read():
    seen = page_features([Line(text, apart=True) for text in LINES], Cancel())
    matrix, names = second_features(seen.columns(), CHANCES, TITLES, seen.lines)
    assert matrix.shape == (len(LINES), len(names))
    assert matrix.dtype == np.float32
    assert np.isfinite(matrix).all()
    return dict(zip(names, matrix.T, strict=True))


def test_a_line_is_told_what_its_neighbours_are(read):
    assert list(read["odds -1"][1:]) == list(read["odds"][:-1])
    assert list(read["odds +2"][:-2]) == list(read["odds"][2:])
    assert read["paragraph +1"][3] == read["odds"][4]
    assert read["paragraph -1"][6] == read["odds"][4]
    assert read["likely share 5 before"][6] > 0.9


def test_a_line_is_told_how_far_it_is_from_the_likeliest_stretch(read):
    assert list(read["from run 0.6"]) == [-2, -1, 0, 0, 0, 1, 2]
    assert read["share of run 0.6"][0] > 0.8


def test_a_teaser_shares_fewer_words_with_what_is_likely_than_the_article_does(read):
    assert read["kin"][6] < min(read["kin"][2:5])
    assert read["kin to the title"][2] > read["kin to the title"][6] == 0


def test_the_likeliest_paragraph_has_nothing_likelier(read):
    assert read["likelier share"][4] == 0
    assert read["likelier share"][6] > 0.8
    assert read["highest"][0] == pytest.approx(0.97)


def test_a_single_line_can_be_read():
    seen = page_features([Line("Menu", apart=True)], Cancel())
    assert np.isfinite(second_features(seen.columns(), np.array([0.5]), np.array([0.5]), seen.lines)[0]).all()
