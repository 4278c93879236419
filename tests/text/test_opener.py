from __future__ import annotations

import pytest

from nutgraf.text.opener import leaning_note


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("He left.", "Begins with “He”: the sentence before says who"),
        ("This is why.", "Begins with “This”: the sentence before says what"),
        ("their boats sank.", "Begins with “their”: the sentence before says who or what"),
        ("However, it rained.", "Begins with “However”: it goes on from the sentence before"),
        ("As a result the dam broke.", "Begins with “As a result”: it goes on from the sentence before"),
        ("That said, it held.", "Begins with “That said”: it goes on from the sentence before"),
        ("The other officers met.", "Begins with “The other”: the sentence before says which"),
        ("“We will sue,” he said.", "Quotes someone whom the sentence before names"),
    ],
)
def test_says_what_the_opening_leans_on(sentence, note):
    assert leaning_note(sentence) == note
