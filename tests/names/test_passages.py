import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.passages import passages
from nutgraf.text.sentences import split_sentences


def first_words(article):
    return passages(article, split_sentences(article, Cancel()), Cancel())[0].words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SALTMERE — The council met.", "—"),
        ("NEW ELM, Iowa (AP) — The council met.", "("),
        ("ST. BRAN -- The council met.", "--"),
        ("Greenpeace — the campaigners — met.", "Greenpeace"),
        ("THE COUNCIL met. SALTMERE — it sat.", "THE"),
    ],
)
def test_where_a_story_was_written_is_not_searched(article, text, first):
    assert first_words(article(text))[0] == first


def test_only_the_first_sentence_has_a_dateline(article):
    made = article("The council met.", "SALTMERE — it sat.")
    words = [each.words[0] for each in passages(made, split_sentences(made, Cancel()), Cancel())]
    assert words == ["The", "SALTMERE"]
