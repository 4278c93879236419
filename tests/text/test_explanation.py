from __future__ import annotations

from nutgraf.text.explanation import explain
from nutgraf.text.ranking import Group, Part, Ranking

PARTS = (
    (
        Part(Group.PLACE, "opens the story", 0.6),
        Part(Group.NUMBERS, "carries the numbers", 0.2),
        Part(Group.FORM, "short", -0.1),
    ),
    (Part(Group.SOURCE, "quotes the source"),),
)
RANKING = Ranking("news", (1, 0), (0.5, 0.7), ("Opens the story", "Quotes the source"), PARTS)


def test_each_group_has_its_share_of_what_speaks_for_the_sentence():
    found = explain(RANKING, 0)
    assert [(words, share and round(share, 2)) for words, share in found.reasons] == [
        ("opens the story", 0.75),
        ("carries the numbers", 0.25),
    ]
    assert found.lines() == (
        "Opens the story (75 %)",
        "Carries the numbers (25 %)",
        "Against it: its form (short)",
        "Enters at 2 sentences",
    )


def test_facts_without_weight_are_told_without_share():
    assert explain(RANKING, 1, 4, 10).lines() == ("Quotes the source", "Enters at 1 sentence", "4 of 10 methods agree")


def test_a_ranking_without_parts_tells_the_length_alone():
    assert explain(Ranking("lead", (0,), (1.0,), ("",)), 0).lines() == ("Enters at 1 sentence",)


def test_every_group_can_count_against_a_sentence():
    for group in Group:
        ranking = Ranking("news", (0,), (0.0,), ("",), ((Part(group, "a fact", -1.0),),))
        assert explain(ranking, 0).lines()[0].endswith(" (a fact)")


def test_what_weighs_next_to_nothing_is_left_out():
    parts = (
        Part(Group.PLACE, "opens the story", 1.0),
        Part(Group.SOURCE, "names no source", 0.004),
        Part(Group.FORM, "short", -0.009),
    )
    assert explain(Ranking("news", (0,), (0.0,), ("",), (parts,)), 0).lines() == (
        "Opens the story (100 %)",
        "Enters at 1 sentence",
    )
