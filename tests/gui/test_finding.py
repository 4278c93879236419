from __future__ import annotations

import pytest

from nutgraf.gui import finding
from nutgraf.gui.finding import find_all
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder


def article_of(*texts):
    builder = ArticleBuilder()
    for text in texts:
        builder.add(BlockKind.PARAGRAPH, text)
    return builder.build(Meta())


def words_found(article, words, **options):
    return [span.of(article.text) for span in find_all(article, words, hidden=frozenset(), **options)]


def test_words_are_found_in_reading_order_whatever_their_case():
    article = article_of("The mill. A MILL?", "Mills turn.")
    assert words_found(article, "mill") == ["mill", "MILL", "Mill"]
    assert words_found(article, "Mill", match_case=True) == ["Mill"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("it's", "it’s"),
        ("it's", "it's"),
        ('"a hard day"', "“a hard day”"),
        ("'hard'", "‘hard’"),
        ("a  hard\tday", "a hard day"),
        (" hard ", "hard"),
        ("3.5 (of 7)", "3.5 (of 7)"),
        ("🌾 grain", "🌾 grain"),
    ],
)
def test_what_is_typed_finds_what_is_printed(typed, printed):
    article = article_of(f"Before {printed} after")
    assert words_found(article, typed) == [printed]


@pytest.mark.parametrize("pattern", [".", "[a-z]+", "(", "\\", "a|b", "^The"])
def test_signs_are_found_as_they_are_and_never_as_patterns(pattern):
    assert words_found(article_of("The mill"), pattern) == []
    assert words_found(article_of(f"The {pattern} mill"), pattern) == [pattern]


@pytest.mark.parametrize("nothing", ["", " ", "\n\t"])
def test_nothing_is_found_for_nothing(nothing):
    assert words_found(article_of("The mill"), nothing) == []


def test_what_is_folded_away_is_not_found(article):
    everywhere = find_all(article, "story", hidden=frozenset())
    assert [span.of(article.text) for span in everywhere] == ["story"]
    assert find_all(article, "story", hidden=frozenset({4, 5})) == []


def test_a_result_never_crosses_blocks():
    assert words_found(article_of("The old", "mill"), "old mill") == []


def test_lines_of_code_are_searched_as_one(article):
    assert words_found(article, "while turn: grind()") == ["while turn:\u2028    grind()"]


def test_results_do_not_overlap():
    assert len(words_found(article_of("aaaa"), "aa")) == 2


def test_results_end_where_more_would_serve_nobody(monkeypatch):
    monkeypatch.setattr(finding, "MOST", 3)
    assert len(words_found(article_of("a a", "a a a"), "a")) == 3
