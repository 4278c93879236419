"""A saved page as an article, laid in this process."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.saved_page import lay_page

WORDS = "The lighthouse at Skerry Point went dark on Monday for the first time in two hundred years, and nobody came to see it. "
TOLD = "A museum is to open in the old tower next spring"
HEAD = '<meta property="og:title" content="Lighthouse goes dark">'
DESCRIBED = f'<meta name="description" content="{TOLD}">'


def laid(body, head=""):
    article = lay_page(f"<html lang='en'><head>{HEAD}{head}</head><body>{body}</body></html>", "utf-8", Cancel())
    return [(str(block.kind), block.span.of(article.text)) for block in article.blocks if not block.furniture]


def article(above="", inside=""):
    return f"{above}<article><h1>Lighthouse goes dark</h1>{inside}<p>{WORDS}</p><p>{WORDS * 2}</p></article>"


def test_the_title_and_the_standfirst_stand_first_and_once():
    found = laid(article(inside=f'<p class="standfirst">{TOLD}</p>'))
    assert found[:2] == [("title", "Lighthouse goes dark"), ("standfirst", TOLD)]
    assert [text for _, text in found].count(TOLD) == 1
    assert [kind for kind, _ in found].count("title") == 1


def test_a_line_above_the_article_that_says_what_the_metadata_do_is_its_standfirst():
    found = laid(article(above=f"<div><p>{TOLD}</p></div>"), DESCRIBED)
    assert found[:2] == [("title", "Lighthouse goes dark"), ("standfirst", TOLD)]
    assert [text for _, text in found].count(TOLD) == 1


def test_a_standfirst_by_its_class_comes_before_one_that_the_metadata_say():
    other = "The keeper Nora Blythe was the last of eleven"
    found = laid(article(above=f"<div><p>{TOLD}</p></div>", inside=f'<p class="standfirst">{other}</p>'), DESCRIBED)
    assert [text for kind, text in found if kind == "standfirst"] == [other]


def test_a_standfirst_that_says_the_title_again_is_none():
    found = laid(article(inside='<p class="standfirst">LIGHTHOUSE GOES DARK!</p>'))
    assert "standfirst" not in [kind for kind, _ in found]


@pytest.mark.parametrize("place", ["nav", "header", "footer", "aside", "form"])
def test_what_is_marked_as_no_article_is_left_out_and_other_furniture_folded(place):
    page = lay_page(
        f"<html><body><{place}><p>Home page</p></{place}>{article()}<div><p>Share</p></div></body></html>",
        "utf-8",
        Cancel(),
    )
    texts = {block.span.of(page.text): block.furniture for block in page.blocks}
    assert "Home page" not in texts
    assert texts["Share"] is True
