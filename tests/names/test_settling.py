import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.passages import passage
from nutgraf.names.phrases import PERSON, Phrase
from nutgraf.names.settling import settled
from nutgraf.text.span import Span


@pytest.mark.parametrize(
    ("text", "last", "name"),
    [
        ("Ana Ruiz-like speed", 2, "Ana Ruiz"),
        ("Ruiz-backed plans", 1, "Ruiz"),
        ("Ana Ruiz-Poe left", 2, "Ana Ruiz-Poe"),
        ("Kim Jong-un left", 2, "Kim Jong-un"),
    ],
)
def test_what_a_hyphen_ties_to_a_name_is_no_part_of_it(text, last, name):
    place = passage(text, Span(0, len(text)))
    assert [each.span.of(text) for each in settled([place], [Phrase(0, 0, last, PERSON, 0.9)], Cancel())] == [name]
