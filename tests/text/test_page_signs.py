import numpy as np

from nutgraf.cancel import Cancel
from nutgraf.text.line_features import Line
from nutgraf.text.page_features import page_features
from nutgraf.text.page_signs import page_signs


def signs(lines, chances):
    seen = page_features([Line(text, apart=True) for text in lines], Cancel())
    row, names = page_signs(seen.columns(), np.array(chances))
    assert row.shape == (len(names),)
    assert np.isfinite(row).all()
    return dict(zip(names, row.tolist(), strict=True))


def test_menus_are_seen_by_their_words_their_length_and_what_a_first_reading_made_of_them():
    prose = (
        "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, its keeper said."
    )
    found = signs(["Home", "Log in", "Subscribe", "Weather", prose, "Privacy policy"], [0.0, 0.0, 0.0, 0.1, 0.9, 0.0])
    assert found["longest run"] == 4
    assert found["lines of menu"] == 3
    assert found["lines of legal"] == 1
    assert found["telling below"] == 4
    assert found["share of short"] == np.float32(5 / 6)
    assert found["share below 0.05"] == np.float32(4 / 6)
    assert found["highest"] == np.float32(0.9)
