"""How a text is set is told from the whole of it."""

from __future__ import annotations

import pytest

from nutgraf.text.style import Style


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The dam broke. The town flooded.", "en-GB", Style()),
        ("", "", Style()),
        ("the dam broke. the town flooded. we left.", "", Style(lowered=True, careless=True)),
        ("the dam broke . the town flooded .", "", Style(lowered=True, spaced=True)),
        ("I like it. we went twice. My son too. try the soup.", "", Style(careless=True)),
        ("I like it. We went twice. My son too. try the soup.", "", Style()),
        ("Πού είναι; Εδώ είναι. Καλά.", "el", Style(greek=True)),
        ("Der Damm brach. Die Stadt lief voll.", "de-AT", Style(language="de")),
    ],
)
def test_tells_how_a_text_is_set(text, language, expected):
    assert Style.of(text, language) == expected


def test_a_long_text_is_judged_by_its_start_its_middle_and_its_end():
    assert not Style.of("the dam broke. " * 5000 + "The Town Flooded. " * 5000).lowered
    assert Style.of("the dam broke. " * 5000).lowered
