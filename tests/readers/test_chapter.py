"""One chapter of an e-book, laid in this process."""

from __future__ import annotations

import pytest

from nutgraf.cancel import Cancel
from nutgraf.readers.chapter import lay_chapter, read_chapter
from nutgraf.text.article import Meta
from nutgraf.text.builder import ArticleBuilder

OPEN = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Head</title></head><body>"
CLOSE = "</body></html>"


def laid(inside: str, label: str = "", left_out: str = "") -> list[tuple[str, int, str, bool]]:
    builder = ArticleBuilder()
    lay_chapter(
        read_chapter((OPEN + inside + CLOSE).encode(), "a.epub"), label, builder, left_out, lambda _: None, Cancel()
    )
    article = builder.build(Meta())
    return [(b.kind.value, b.level, b.span.of(article.text), b.furniture) for b in article.blocks]


def words(inside: str, **others: str) -> list[str]:
    return [text for _, _, text, _ in laid(inside, **others)]


@pytest.mark.parametrize("inside", ["<p>One.</p><p>Two.</p>", "<p>One.<br><p>Two."])
def test_a_chapter_is_read_whether_or_not_it_is_well_formed(inside):
    assert words(inside) == ["One.", "Two."]


def test_a_formula_is_said_once_and_what_follows_it_stays():
    assert words("<p>So <math><mi>c</mi><mo>=</mo><mn>2</mn></math>, she said.</p>") == ["So c = 2, she said."]


def test_what_is_not_for_reading_goes_and_the_words_behind_it_stay():
    assert words("<p>A<script>b()</script>c <ruby>d<rt>e</rt></ruby>f.</p><audio>g</audio>") == ["Ac df."]


def test_the_highest_heading_is_of_level_one():
    assert laid("<h2>Part</h2><h3>Walls</h3><p>One.</p>") == [
        ("heading", 1, "Part", False),
        ("heading", 2, "Walls", False),
        ("paragraph", 0, "One.", False),
    ]


@pytest.mark.parametrize(
    ("inside", "left_out", "expected"),
    [
        ("<p>One.</p>", "", ["The Wall", "One."]),
        ("<p>The wall</p><p>One.</p>", "", ["The wall", "One."]),
        ("<p>The wall stood.</p>", "", ["The wall stood."]),
        ("<p>One.</p>", "The wall!", ["One."]),
        ("<h1>Stones</h1><p>One.</p>", "", ["Stones", "One."]),
        ("", "", []),
    ],
)
def test_the_name_in_the_contents_heads_a_chapter_that_does_not_say_it(inside, left_out, expected):
    assert words(inside, label="The Wall", left_out=left_out) == expected


def test_a_paragraph_that_says_the_chapters_name_is_its_heading():
    assert laid("<div><p>The wall</p></div><p>The wall</p>", "The Wall") == [
        ("heading", 1, "The wall", False),
        ("paragraph", 0, "The wall", False),
    ]


def test_pages_of_links_and_of_gutenbergs_own_words_are_furniture():
    links = "".join(f"<p><a href='{name}.xhtml#top'>Chapter {name}</a></p>" for name in "abc")
    assert {furniture for *_, furniture in laid(links)} == {True}
    assert {
        furniture for *_, furniture in laid(links.removesuffix("<p>") + "<p>" + "Words of prose. " * 9 + "</p>")
    } == {False}
    assert {furniture for *_, furniture in laid(links.replace(".xhtml", ".png"))} == {False}
    assert laid("<p class='x pg-boilerplate'>Licence.</p><p>One.</p>") == [
        ("paragraph", 0, "Licence.", True),
        ("paragraph", 0, "One.", False),
    ]


def test_marks_of_printed_pages_are_no_words():
    inside = (
        "<p>One<span xmlns:epub='http://www.idpf.org/2007/ops' epub:type='pagebreak'>7</span> two"
        "<a role='doc-pagebreak'>8</a>.</p>"
    )
    assert words(inside) == ["One two."]


def test_figures_that_are_raised_stay_raised():
    assert words("<p>10<sup>6</sup> and x<sup><i>n</i></sup></p>") == ["10\u2076 and xn"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<figure><img alt='A tower'/></figure>", [("caption", "A tower")]),
        ("<p>See <img alt='A tower'/> there.</p>", [("paragraph", "See A tower there.")]),
        ("<figure><img alt='A tower'/><figcaption>A tower.</figcaption></figure>", [("caption", "A tower.")]),
        ("<div><img alt='A tower'/><p class='caption'>The sea</p></div>", [("paragraph", "A tower"), ("caption", "The sea")]),
        ("<p><img alt='tower.jpg'/></p><p>One.</p>", [("paragraph", "One.")]),
    ],
)  # fmt: skip
def test_a_picture_is_its_description_unless_its_caption_says_the_same(inside, expected):
    assert [(kind, text) for kind, _, text, _ in laid(inside)] == expected
