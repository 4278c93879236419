"""What can be seen of a sentence."""

from __future__ import annotations

from nutgraf.cancel import Cancel
from nutgraf.summary.features import Features

from .conftest import make


def test_models_see_a_sentence_without_spaces_as_one_word():
    assert Features(*make("渡し船は三年ぶりに港を出た。", "One two three."), Cancel()).lengths.tolist() == [1, 3]
