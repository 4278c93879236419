"""The order in which a document is read."""

import pytest

from nutgraf.names.passages import Passage
from nutgraf.names.stretches import in_sight, stretches
from nutgraf.text.span import Span


@pytest.mark.parametrize(("steps", "begin"), [(0, 0), (1, 0), (7, 0), (100, 40), (1000, 999), (300, 1)])
def test_every_step_is_taken_once_from_the_beginning_asked_for(steps, begin):
    order = [at for stretch in stretches(steps, begin) for at in stretch]
    assert order == [*range(begin, steps), *range(begin)]


def test_the_first_stretch_is_short_and_a_long_text_has_few():
    sizes = [len(stretch) for stretch in stretches(10_000)]
    assert sizes[:4] == [1, 2, 4, 8]
    assert len(sizes) < 330


@pytest.mark.parametrize(("place", "number"), [(None, 0), (0, 0), (4, 0), (5, 1), (9, 1), (99, 0)])
def test_the_passage_in_sight_is_the_first_that_is_not_over(place, number):
    passages = [Passage(("Ana", "."), ((0, 4), (4, 5))), Passage(("Bo",), ((8, 10),))]
    assert in_sight(passages, place if place is None else Span(place, place)) == number
