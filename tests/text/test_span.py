from __future__ import annotations

import pickle

import pytest

from nutgraf.text.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_before_the_text_or_backwards_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_is_half_open():
    span = Span(4, 8)
    assert len(span) == 4
    assert span.of("The mill turns") == "mill"
    assert not Span(3, 3).of("The mill")


def test_touching_spans_do_not_overlap():
    assert Span(0, 4).overlaps(Span(3, 9))
    assert not Span(0, 4).overlaps(Span(4, 9))
    assert not Span(4, 9).overlaps(Span(0, 4))


def test_a_span_holds_itself_and_what_lies_within():
    assert Span(2, 5) in Span(2, 5)
    assert Span(3, 4) in Span(2, 5)
    assert Span(2, 6) not in Span(2, 5)
    assert Span(1, 3) not in Span(2, 5)


def test_spans_sort_by_place_and_can_be_sent_to_another_process():
    spans = [Span(5, 6), Span(0, 9), Span(0, 2)]
    assert sorted(spans) == [Span(0, 2), Span(0, 9), Span(5, 6)]
    assert pickle.loads(pickle.dumps(spans)) == spans
