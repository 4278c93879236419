from __future__ import annotations

import pytest

from nutgraf import summary
from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary import topic
from nutgraf.summary.topic import about
from nutgraf.text.ranking import Group, Part

from .conftest import HARBOUR, doubt, make


def steered(story, words, method="news"):
    article, sentences = story
    ranking = summary.method(method).rank(article, sentences, Cancel())
    return about(ranking, article, sentences, words, Cancel())


def texts(story, ranking):
    article, sentences = story
    return [sentences[index].span.of(article.text) for index in ranking.order]


@pytest.mark.parametrize("method", [each.name for each in summary.METHODS])
def test_sentences_with_the_words_come_first_by_any_method(harbour, method):
    ranking = steered(harbour, "boats", method)
    has = ["boat" in words for words in texts(harbour, ranking)]
    assert has == sorted(has, reverse=True)
    assert any(has)
    assert sorted(ranking.order) == list(range(len(harbour[1])))
    assert ranking.method == steered(harbour, "", method).method


def test_a_sentence_with_all_the_words_comes_before_one_with_some(harbour):
    first, second, *_ = texts(harbour, steered(harbour, "storms boats Vik"))
    assert "boats" in first
    assert "Vik" in first
    assert any(word in second for word in ("storms", "boats", "Vik"))


def test_forms_of_a_word_are_one(harbour):
    assert steered(harbour, "fishing boat").order == steered(harbour, "Fishing  BOATS ").order


def test_a_word_that_does_not_occur_stands_for_those_that_begin_with_it(harbour):
    ranking = steered(harbour, "fisher")
    assert ranking.topic.found == ("fisher",)
    assert texts(harbour, ranking)[0].startswith("Fishermen")


def test_the_stem_of_a_plural_stands_for_longer_words_and_no_other_stem_does():
    story = make("The policy was changed.", "Afghanistan held a vote.", "Nobody else came to the hall.")
    assert steered(story, "Afghans").topic.found == ("Afghans",)
    assert steered(story, "police").topic.missing == ("police",)


def test_what_is_about_the_same_comes_before_what_is_not():
    story = make(
        "The council met on Monday.",
        "The dam at Holm leaks. Water runs through its northern wall.",
        "A bakery opened in the square.",
        "Engineers measured the water at the northern wall and found the wall moving.",
        "Singers gave a concert in the church.",
    )
    order = texts(story, steered(story, "dam"))
    assert order[0] == "The dam at Holm leaks."
    assert order.index("Water runs through its northern wall.") < order.index("A bakery opened in the square.")


def test_words_that_do_not_occur_leave_the_ranking_and_are_named(harbour):
    plain, ranking = steered(harbour, ""), steered(harbour, "submarines")
    assert ranking.order == plain.order
    assert ranking.reasons == plain.reasons
    assert ranking.topic.missing == ("submarines",)
    assert ranking.topic.doubt() == "“submarines” does not occur in this article: the summary is of the whole."


def test_some_words_may_be_missing(harbour):
    topic = steered(harbour, "boats Submarines").topic
    assert (topic.found, topic.missing) == (("boats",), ("Submarines",))
    assert topic.doubt() == "“Submarines” does not occur in this article."


def test_words_too_common_are_said_to_be(harbour):
    topic = steered(harbour, "the of").topic
    assert (topic.found, topic.missing) == ((), ())
    assert "too common" in topic.doubt()


def test_no_words_give_the_ranking_back(harbour):
    ranking = steered(harbour, "boats")
    assert steered(harbour, "  ").topic is None
    assert ranking.topic.words == "boats"


def test_the_reason_says_so_and_the_words_weigh(harbour):
    ranking = steered(harbour, "boats Vik")
    best = ranking.order[0]
    assert ranking.reasons[best].startswith("About your words: ")
    part = ranking.parts[best][0]
    assert part.group is Group.TOPIC
    assert part.weight > 0
    assert all(other.weight is None for other in ranking.parts[best][1:])
    assert "your words" not in ranking.reasons[ranking.order[-1]]


def test_scripts_without_spaces():
    story = make("港は二年間閉鎖される。", "町は橋を建てる。", "漁師は怒っている。", language="ja")
    assert texts(story, steered(story, "漁師"))[0] == "漁師は怒っている。"


def test_nothing_to_rank():
    assert steered(make(), "boats").order == ()


def test_stops_when_cancelled(harbour):
    article, sentences = harbour
    ranking = summary.method("lead").rank(article, sentences, Cancel())
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        about(ranking, article, sentences, "boats", cancel)


def test_doubtful_sentences_with_the_words_come_last_unless_they_alone_have_them():
    story = doubt(make(*HARBOUR, "Zebras are seen on boats. No boat is safe from a zebra."), "Zebras")
    assert [words.count("ebra") for words in texts(story, steered(story, "boats"))][-2:] == [1, 1]
    first, second, *_ = texts(story, steered(story, "zebra"))
    assert {first, second} == {"Zebras are seen on boats.", "No boat is safe from a zebra."}


def test_the_scores_of_a_steered_ranking_fall_with_doubtful_sentences_too():
    story = doubt(make("Boats are sold here.", *HARBOUR), "Boats")
    ranking = steered(story, "boats")
    assert [ranking.scores[index] for index in ranking.order] == sorted(ranking.scores, reverse=True)


def test_of_the_methods_reasons_those_are_kept_that_spoke_for_the_sentence():
    own = [
        Part(Group.PLACE, "opens", 0.5),
        Part(Group.NUMBERS, "a number", None),
        Part(Group.FORM, "short", -0.5),
        Part(Group.SOURCE, "no source", 0.0),
    ]
    facts = (Part(Group.PLACE, "opens"), Part(Group.NUMBERS, "a number"))
    assert topic._parts("about your words: wall", 1.5, own) == (
        Part(Group.TOPIC, "about your words: wall", 1.5),
        *facts,
    )
    assert topic._parts("", 1.5, own) == facts
