"""News and Long read: what the learned weights are made to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nutgraf.cancel import Cancel
from nutgraf.summary import method, tense
from nutgraf.summary.features import Features
from nutgraf.summary.model import Likely, Model, load
from nutgraf.summary.selection import choose
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.ranking import Group
from nutgraf.text.sentences import split_sentences

from .conftest import HARBOUR, drawn, make

both = pytest.mark.parametrize("name", ["news", "long_read"])


def rank(name, *paragraphs, **how):
    return method(name).rank(*make(*paragraphs, **how), Cancel())


def test_the_opening_of_news_comes_first():
    assert rank("news", *HARBOUR).order[0] == 0


@both
def test_what_was_said_is_not_said_again(name):
    ranking = rank(name, HARBOUR[0], HARBOUR[0], *HARBOUR[1:])
    assert ranking.order[-1] in {0, 1}


@both
def test_a_few_words_seldom_make_a_summary(name):
    assert rank(name, "Wait.", *HARBOUR).order[0] != 0


@both
def test_sentences_of_doubtful_blocks_come_after_all_others(name):
    article, sentences = make(
        *(f"Sentence number {number} says that the tide was {number} feet high." for number in range(6))
    )
    blocks = tuple(replace(block, doubtful=index in {0, 3}) for index, block in enumerate(article.blocks))
    ranking = method(name).rank(replace(article, blocks=blocks), sentences, Cancel())
    assert set(ranking.order[-2:]) == {0, 3}


@both
def test_the_parts_add_up_to_the_score_unless_it_was_lowered_to_that_of_the_one_before(name):
    article, sentences = drawn(60)
    ranking = method(name).rank(article, sentences, Cancel())
    least = float("inf")
    for index in ranking.order:
        worth = sum(part.weight for part in ranking.parts[index])
        least = min(least, worth)
        assert ranking.scores[index] == pytest.approx(least)


@both
def test_small_letters_change_the_order_little(name):
    upper, lower = rank(name, *HARBOUR), rank(name, *(each.lower() for each in HARBOUR))
    assert len(upper.order) == len(lower.order)
    assert len(set(upper.order[:3]) & set(lower.order[:3])) >= 2


@both
def test_every_weight_is_of_a_column_that_there_is(name):
    article, sentences = make(*HARBOUR)
    features = Features(article, sentences, Cancel())
    assert set(load(name).columns) <= set(features.names)
    tense.add_columns(features, article, sentences, Cancel())
    assert set(load("story").columns) <= set(features.names)


def chosen(article, sentences, **weights):
    model = Model(**{"columns": {}, "repeats": 0.0, "dangles": 0.0, "follows": 0.0} | weights)
    features = Features(article, sentences, Cancel())
    return choose(article, sentences, features, model, Cancel())


def test_a_sentence_near_one_that_was_chosen_waits():
    story = make("The harbour walls cracked.", "The harbour walls cracked badly.", "Boats moved to Vik.")
    assert chosen(*story, columns={"1/place": 1.0}).order == (0, 1, 2)
    assert chosen(*story, columns={"1/place": 1.0}, repeats=-20.0).order == (0, 2, 1)


def test_likely_words_are_worth_saying_once():
    story = make("The harbour walls cracked.", "The harbour walls cracked badly today.", "Boats moved to Vik.")
    likely = {"any": 0.0, "log times": -9.0}  # each word once as likely as not, twice hardly
    words = {"words": Likely(10.0, likely), "pairs": Likely(0.0, {})}
    wants = {"columns": {"1/place": 1.0}}
    assert chosen(*story, **wants).order == (0, 1, 2)
    choice = chosen(*story, **wants, **words)
    assert choice.order == (1, 2, 0)
    assert choice.worth[0][Group.NOVELTY] < choice.worth[2][Group.NOVELTY]


def test_a_sentence_that_leans_waits_for_the_one_it_leans_on():
    story = make("Gulls cried.", "Solberg spoke at noon.", "She was angry with the council.")
    wants = {"log length": 1.0}
    assert chosen(*story, columns=wants).order[0] == 2
    order = chosen(*story, columns=wants, dangles=-5.0, follows=5.0).order
    assert order.index(1) < order.index(2)


@pytest.mark.parametrize("name", ["story", "study"])
def test_what_leans_on_a_sentence_that_is_not_chosen_costs(name):
    story = make("Gulls cried.", "Solberg spoke at noon.", "She was angry with the council.")
    wants = {"columns": {"log length": 1.0}, "follows": 0.0}
    order = chosen(*story, **wants, dangles=load(name).dangles).order
    assert chosen(*story, **wants).order[0] == 2
    assert order.index(1) < order.index(2)


def test_stories_have_weights_of_their_own():
    article, sentences = make(
        *(f"Solberg was at the {place} when it was shut." for place in ("dock", "wall", "quay", "mole", "pier"))
    )
    features = Features(article, sentences, Cancel())
    tense.add_columns(features, article, sentences, Cancel())
    order = choose(article, sentences, features, load("story"), Cancel()).order
    assert method("long_read").rank(article, sentences, Cancel()).order == order


def test_the_choice_is_balanced_over_sections():
    builder = ArticleBuilder()
    for part in range(3):
        builder.add(BlockKind.HEADING, f"Part {part}", level=2)
        builder.add(BlockKind.PARAGRAPH, " ".join(f"Dock {part} has wall {wall}." for wall in range(8)))
    article = builder.build(Meta(language="en"))
    sentences = split_sentences(article, Cancel())
    first = {"1/root of place": 1.0}
    assert {index // 8 for index in chosen(article, sentences, columns=first).order[:3]} == {0}
    assert {index // 8 for index in chosen(article, sentences, columns=first, balance=50.0).order[:3]} == {0, 1, 2}


def test_without_headings_the_choice_is_balanced_over_eight_equal_stretches():
    story = make(*(f"Dock {dock} has a wall." for dock in range(24)))
    first = {"1/root of place": 1.0}
    assert set(chosen(*story, columns=first).order[:8]) == set(range(8))
    assert {index // 3 for index in chosen(*story, columns=first, balance=50.0).order[:8]} == set(range(8))
