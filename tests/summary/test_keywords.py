from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.summary.keywords import keywords

from .conftest import HARBOUR, doubt, make


def of(*paragraphs, language="en", **asked):
    article, sentences = make(*paragraphs, language=language)
    return [each.words for each in keywords(article, sentences, Cancel(), **asked)]


def test_what_comes_back_early_ranks_first(harbour):
    article, sentences = harbour
    found = keywords(article, sentences, Cancel())
    assert found[0].words == "harbour"
    assert found[0].sentences == sum("harbour" in each.span.of(article.text).lower() for each in sentences)
    assert {"boats", "Vik"} <= {each.words for each in found}


def test_no_verbs_adverbs_or_function_words(harbour):
    article, sentences = harbour
    words = {word for each in keywords(article, sentences, Cancel(), most=30) for word in each.words.lower().split()}
    assert words.isdisjoint(
        {
            "will",
            "said",
            "told",
            "says",
            "promised",
            "begun",
            "sell",
            "pay",
            "closed",
            "close",
            "too",
            "them",
            "more",
            "monday",
        }
    )


def test_singular_and_plural_are_one():
    found = of("The missile was old. Two missiles fell. The missiles were found by a farmer.")
    assert [word for word in found if word.startswith("missile")] == ["missiles"]


def test_a_phrase_that_comes_back_holds_its_words():
    found = of(
        "The trade union met. The trade union will strike. A trade union has members, and members pay the trade union."
    )
    assert "trade union" in found
    assert not {"trade", "union"} & set(found)


def test_names_are_kept_whole_and_keep_their_capitals():
    found = of("Reporters met Ingrid Solberg. They asked Ingrid Solberg about it. Later Ingrid Solberg left the room.")
    assert found[0] == "Ingrid Solberg"
    assert not {"Ingrid", "Solberg"} & set(found)


def test_the_capital_of_a_first_word_is_not_taken_for_a_name():
    found = of("Pollution is bad. Doctors fear pollution. Pollution kills, doctors say.")
    assert "pollution" in found
    assert "Pollution" not in found


def test_a_country_is_no_pronoun():
    assert "US" in of("The US sent them. They came from the US. Let us see what the US says.")


def test_a_word_after_to_is_a_verb_and_after_the_a_noun():
    found = of("They want to strike. The strike began. A strike is long.", "He will report it. They plan to report it.")
    assert "strike" in found
    assert "report" not in found


def test_other_languages_have_them_without_their_stop_words():
    found = of("Der Hafen wird geschlossen. Die Mauern des Hafens sind alt. Im Hafen liegen Boote.", language="de")
    assert found[0] == "Hafen"
    assert not {"der", "die", "wird", "sind", "geschlossen"} & {word.lower() for word in found}


def test_none_where_the_language_is_not_known():
    assert of("Το λιμάνι θα κλείσει για δύο χρόνια. Τα τείχη του λιμανιού είναι παλιά.", language="el") == []


def test_no_text_and_few_words():
    assert of() == []
    assert of("Yes.") == []


def test_what_stands_once_in_a_long_article_is_left_out():
    lines = [
        f"The harbour wall, the boats, the herring, the crane and the council of Vik are old in year {n}."
        for n in range(11)
    ]
    found = of(*lines, "An owl sat on a pole.")
    assert {"harbour wall", "crane"} <= set(found)
    assert not {"owl", "pole"} & set(found)


def test_at_most_so_many(harbour):
    article, sentences = harbour
    assert len(keywords(article, sentences, Cancel(), most=4)) == 4


def test_stops_when_cancelled(harbour):
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        keywords(*harbour, cancel)


def test_doubtful_sentences_give_no_keywords(harbour):
    article, sentences = doubt(make("Zebras graze on the zebra farm.", *HARBOUR), "Zebras")
    assert keywords(article, sentences, Cancel()) == keywords(*harbour, Cancel())
