import pytest

from nutgraf.text.line_features import Line, SeenLine
from nutgraf.text.page_body import UNKNOWN, PageBody, best_stretch, cohesion, headlines

BODY = [
    "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, its keeper Nora Blythe said.",
    "A smaller light on the breakwater has taken its place, and the lighthouse itself is to become a museum, Blythe added.",
    "The council will meet on Thursday to decide who is to run the museum at Skerry Point and how much a ticket ought to cost.",
]
LINES = [
    SeenLine(Line(text, apart=True))
    for text in ["Menu", "Lighthouse at Skerry Point goes dark", *BODY, "Share", "Sport"]
]


@pytest.mark.parametrize(
    ("scores", "expected"), [([-1, 2, -1, 3, -5, 1], (1, 4)), ([-1.0, -2.0], (0, 0)), ([], (0, 0)), ([4], (0, 1))]
)
def test_the_stretch_of_the_greatest_sum(scores, expected):
    assert best_stretch(scores) == expected


def test_the_body_is_the_stretch_of_paragraphs_and_its_title_the_line_that_it_echoes():
    body = PageBody(LINES)
    assert set(body.stretches) == {(2, 5)}
    assert body.title([1] * len(LINES)) == 1


def test_a_paragraph_shares_words_with_the_others_and_not_with_itself():
    body = PageBody(LINES)
    alone = PageBody(LINES[:3])
    assert body.shared(2) > 0.3
    assert alone.shared(2) == 0
    assert body.shared(0) == UNKNOWN


def test_a_headline_is_taken_up_by_the_paragraphs_below_it():
    echoes, heads = headlines(LINES, [2, 3, 4])
    assert heads == [False, True, False, False, False, False, False]
    assert echoes[5] == UNKNOWN


def test_a_paragraph_is_compared_with_the_three_before_it_and_the_three_after():
    shared = SeenLine(Line("Granite lighthouse keepers", apart=True))
    other = SeenLine(Line("Herring boats sailed", apart=True))
    bare = SeenLine(Line("It was.", apart=True))
    lines = [shared, other, other, other, shared, other, other, shared, bare]
    found = {index: (before, after) for index, before, after in cohesion(lines, range(len(lines)))}
    assert found[0] == (UNKNOWN, 0)
    assert found[4] == (0, 1)
    assert found[7] == (1, 0)
    assert 8 not in found
    assert found[1] == (0, 1)
