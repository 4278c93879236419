"""What pages that hold no article share."""

from __future__ import annotations

import pytest

from nutgraf.gui.quiet_page import title_font
from nutgraf.settings import TEXT_SIZE


@pytest.mark.parametrize("size", [10, 48])
def test_a_title_is_bold_and_of_its_own_size_in_the_reading_face(appearance, settings, size):
    settings.set(TEXT_SIZE, size)
    font = title_font(appearance, 24)
    assert font.bold()
    assert font.pixelSize() == 24
    assert font.family() == appearance.reading_font().family()
