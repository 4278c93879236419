"""Studies: how they are known, and what their summaries are made of."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary import method
from nutgraf.summary.features import Features
from nutgraf.summary.model import load
from nutgraf.summary.study import add_columns, is_study

from .conftest import HARBOUR, make

AIM = "The aim of this study was to learn whether kelp at the harbour wall slows the waves that wear down its stones."
CONCLUSION = "In conclusion, kelp at the foot of the harbour wall slows the waves and could spare the town a new wall."
PAPER = (
    "Harbour walls are worn down by waves in every town along the coast [1, 2].",
    "Kelp is known to take strength from waves in shallow water [3].",
    AIM,
    "Forty stones were weighed before and after each of three winters.",
    "Waves were measured with gauges at four places along the wall, as Ekman et al. did before.",
    "The gauges and their distances are listed in Table 1.",
    "We found that stones behind kelp lost half as much weight as stones without it.",
    "Waves behind kelp were significantly lower in all three winters (Fig. 2).",
    "Our results suggest that kelp slows the waves most when the tide is low.",
    "Boats at anchor were not counted.",
    "Winters differ, and three of them are few.",
    CONCLUSION,
    "The authors declare that they have no competing interests.",
    "All authors read and approved the final manuscript.",
)


def columns(*paragraphs):
    article, sentences = make(*paragraphs)
    features = Features(article, sentences, Cancel())
    add_columns(features, article, sentences)
    return features


def test_a_study_cites_points_and_finds_and_news_does_not():
    assert is_study(columns(*PAPER))
    assert not is_study(columns(*HARBOUR))
    assert not is_study(columns(*PAPER[:6]))


def test_the_summary_of_a_study_is_its_aim_and_its_conclusion():
    ranking = method("long_read").rank(*make(*PAPER), Cancel())
    assert {PAPER.index(AIM), PAPER.index(CONCLUSION)} <= set(ranking.order[:3])
    assert set(ranking.order[-2:]) == {len(PAPER) - 2, len(PAPER) - 1}


def test_the_body_closes_before_the_back_matter():
    closing = columns(*PAPER).column("closes the body")
    assert closing[PAPER.index(CONCLUSION)] == 1
    assert closing[-2:].tolist() == [0, 0]
    without = columns(*PAPER[:12]).column("closes the body")
    assert without[-1] == 1
    assert without[0] == 0


def test_nearness_is_to_aims_and_conclusions_and_not_to_oneself():
    near = columns(*PAPER).column("cosine with aims and conclusions")
    assert near.max() == pytest.approx(1)
    assert near[PAPER.index("Boats at anchor were not counted.")] == pytest.approx(0)


def test_every_weight_is_of_a_column_that_there_is():
    assert set(load("study").columns) <= set(columns(*PAPER).names)


def test_the_parts_of_a_study_add_up_to_its_scores():
    ranking = method("long_read").rank(*make(*PAPER), Cancel())
    least = float("inf")
    for index in ranking.order:
        least = min(least, sum(part.weight for part in ranking.parts[index]))
        assert ranking.scores[index] == pytest.approx(least)
