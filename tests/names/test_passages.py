import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.passages import is_casual, may_name, passages
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The minister said that he would wait .", False),
        ("“ The minister , ” she said , 20 years later .", False),
        ("When I waited , nobody came .", False),
        ("Okafor said so .", True),
        ("The minister met Okafor .", True),
        ("The iPhone .", True),
        ("", False),
    ],
)
def test_only_what_has_a_capital_of_its_own_may_name_someone(words, expected):
    assert may_name(words.split()) is expected


def test_an_initial_that_looks_like_an_items_letter_is_part_of_the_line(article):
    builder = ArticleBuilder()
    builder.add(BlockKind.ITEM, "B. Lara c Khan b Iyer 83")
    builder.add(BlockKind.ITEM, "1. Khan bowls well")
    made = builder.build(Meta())
    first, second = passages(made, split_sentences(made, Cancel()), Cancel())
    assert first.words[:2] == ("B.", "Lara")
    assert second.words[0] == "Khan"


@pytest.mark.parametrize(
    ("texts", "expected"), [(["ana ruiz is here", "i saw her"], True), (["Ana is here ."] * 11, False), ([], False)]
)
def test_a_text_whose_lines_begin_small_is_casual(texts, expected):
    assert is_casual([text.split() for text in texts]) is expected
