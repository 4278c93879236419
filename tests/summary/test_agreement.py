"""How many methods take a sentence."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.agreement import agreement


def test_takers_are_the_methods_whose_summary_of_that_length_has_the_sentence(harbour):
    methods = [method("lead"), method("news"), method("lexrank")]
    found = agreement(methods, *harbour, Cancel())
    for length in range(1, len(harbour[1]) + 1):
        for index in range(len(harbour[1])):
            takers = {each.name for each in methods if index in each.rank(*harbour, Cancel()).order[:length]}
            assert set(found.takers(index, length)) == takers


def test_all_take_a_sentence_when_all_sentences_are_taken(harbour):
    found = agreement([method("lead"), method("news")], *harbour, Cancel())
    assert all(found.takers(index, len(harbour[1])) == ("lead", "news") for index in range(len(harbour[1])))


def test_a_method_that_chooses_among_the_others_has_no_voice(harbour):
    lead = method("lead")
    chooser = SimpleNamespace(rank=lambda *given: replace(lead.rank(*given), chosen="short"))
    assert agreement([chooser, lead], *harbour, Cancel()).methods == ("lead",)
