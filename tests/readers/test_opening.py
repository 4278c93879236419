import pytest

from nutgraf.readers.opening import fold_bylines
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder

PROSE = "The keeper of the old light had left the tower before anyone came to look for him, and it was dark."
T, H, P = BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH


def folded(*blocks, authors=(), published=""):
    """Return the words that are folded, the authors and the day."""
    builder = ArticleBuilder()
    for kind, words in blocks:
        builder.add(kind, words)
    article = fold_bylines(builder.build(Meta(authors=authors, published=published)))
    said = [block.span.of(article.text) for block in article.blocks if block.furniture]
    return said, article.meta.authors, article.meta.published


@pytest.mark.parametrize("kind", [P, H])
def test_names_above_a_day_on_a_title_page_are_the_authors(kind):
    page = (
        (T, "The dark tower"),
        (kind, "Ana Lima"),
        (kind, "Tom Reed"),
        (kind, "31 May 2024"),
        (H, "Abstract"),
        (P, PROSE),
    )
    assert folded(*page) == (["Ana Lima", "Tom Reed", "31 May 2024"], ("Ana Lima", "Tom Reed"), "2024-05-31")


def test_authors_that_a_file_names_are_folded_and_the_text_knows_its_day_better():
    page = (T, "The dark tower"), (P, "Ana Lima and Tom Reed"), (P, "2024-05-31"), (P, PROSE)
    known = ("Ana Lima", "Tom Reed")
    assert folded(*page, authors=known, published="2026-01-01") == (
        ["Ana Lima and Tom Reed", "2024-05-31"], known, "2024-05-31",
    )  # fmt: skip


def test_a_byline_names_who_is_not_known():
    assert folded((T, "The dark tower"), (P, "By Ana Lima"), (P, PROSE)) == (["By Ana Lima"], ("Ana Lima",), "")


def test_a_name_alone_is_no_authors_where_nothing_says_so():
    assert folded((T, "The dark tower"), (H, "Ana Lima"), (P, PROSE)) == ([], (), "")
    assert folded((T, "The dark tower"), (P, "Dark Harbour"), (P, PROSE)) == ([], (), "")


def test_a_diarys_first_day_stays_a_heading():
    assert folded((T, "Diary"), (H, "31 May 2024"), (P, PROSE), (H, "1 June 2024"), (P, PROSE)) == ([], (), "")


def test_nothing_is_folded_where_no_title_stands_above():
    assert folded((P, "31 May 2024"), (P, PROSE)) == ([], (), "")
