import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.names.quote_marks import quoted
from nutgraf.text.span import Span


def inside(text):
    return [each.inner.of(text) for each in quoted(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” she said. “Never.”", ["No,", "Never."]),
        ('"No," she said. "Never."', ["No,", "Never."]),
        ("‘No,’ she said. ‘It’s the drivers’ van.’", ["No,", "It’s the drivers’ van."]),
        ("'No,' she said, 'it's late.'", ["No,", "it's late."]),
        ("„Nein“, sagte er. „Nie.”", ["Nein", "Nie."]),
        ("« Non », dit-elle.", []),
        ("«Non», dit-elle.", ["Non"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("the ‘iron’ lady and the ‘fair’ man", ["iron", "fair"]),
        ('a pipe of 6" and one of 8" more', []),
        ("the drivers’ strike and the '80s", []),
        ("``No,'' she said. ``Never.''", ["No,", "Never."]),
        ("He said: `No, never.' She left.", ["No, never."]),
        # a space behind the mark that opens, and before the one that closes
        ('It fell. " It rained," she said. "We left. " He nodded.', ["It rained,", "We left."]),
        # paragraphs that were run together: each opens, the last closes
        ("She said: ‘It rained. ‘It always rains.’", ["It rained.", "It always rains."]),
        ('She said: "It rained. "It always rains," and left.', ["It rained.", "It always rains,"]),
        ("She said: “It rained. “It always rains.”", ["It rained.", "It always rains."]),
        # only whole sentences do: what opens before, and closes nowhere, is none
        ('She said: "it rained. "It always rains," and left.', ["It always rains,"]),
        ('She said: "It rained "It always rains," and left.', ["It always rains,"]),
        ("She said: ‘it rained. ‘It always rains.’", ["It always rains."]),
        # a closing mark that became a question mark
        ('"It rained,? she said. "It always rains.?', ["It rained,", "It always rains."]),
        # a mark that nothing closes hides no other
        ('It cost "500 and more. She said: "It rained."', ["It rained."]),
        ("", []),
    ],
)
def test_what_stands_between_marks(text, found):
    assert inside(text) == found


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_open():
    text = "“We waited all night."
    assert [(each.inner.of(text), each.is_open) for each in quoted(text, Span(0, len(text)))] == [
        ("We waited all night.", True)
    ]


@given(st.text("ab ,.“”„«»\"'‘’\n", max_size=60))
def test_spans_are_in_the_block_and_apart(text):
    found = list(quoted(text, Span(0, len(text))))
    assert all(each.inner in each.outer and len(each.inner) for each in found)
    assert all(one.outer.end <= two.outer.start for one, two in itertools.pairwise(found))
    assert all(each.outer.end <= len(text) for each in found)
