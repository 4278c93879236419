"""HTML inside Markdown, tag by tag and block by block."""

from __future__ import annotations

import pytest

from nutgraf.readers.markdown_html import Look, Tag, html_blocks, parse_tag
from nutgraf.text.article import BlockKind
from nutgraf.text.builder import Run


def words(*tags: str) -> Run:
    """Return the word "x" as it looks behind these tags."""
    look = Look()
    for written in tags:
        tag = parse_tag(written)
        assert tag
        look.take(tag)
    return look.run("x")


def blocks(html: str) -> list[tuple[BlockKind, int, str]]:
    return [(kind, level, "".join(run.text for run in runs).strip()) for kind, level, runs in html_blocks(html)]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("<B>", Tag("b", closing=False)),
        (" </em > ", Tag("em", closing=True)),
        ("<a class=x HREF='/a?b=1&amp;c=2'>", Tag("a", closing=False, href="/a?b=1&c=2")),
        ('<img alt="a tower" src=t.png/>', Tag("img", closing=False, alt="a tower")),
        ("<img alt=tower>", Tag("img", closing=False, alt="tower")),
        ("<my-box>", Tag("my-box", closing=False)),
        ("<!-- b -->", None),
        ("<3>", None),
        ("b", None),
    ],
)
def test_a_tag_is_its_name_and_where_it_leads_or_what_it_shows(written, tag):
    assert parse_tag(written) == tag


@pytest.mark.parametrize(
    ("tags", "look"),
    [
        ([], Run("x")),
        (["<b>"], Run("x", strong=True)),
        (["<strong>", "<i>"], Run("x", strong=True, emphasis=True)),
        (["<b>", "</b>"], Run("x")),
        (["<b>", "</i>"], Run("x", strong=True)),
        (["<b>", "<i>", "</b>"], Run("x")),
        (["<i>", "<b>", "</b>"], Run("x", emphasis=True)),
        (["<b>", "<b>", "</b>"], Run("x", strong=True)),
        (["<a href=/one>", "<a href=/two>"], Run("x", link="/two")),
        (["<a href=/one>", "<b>", "</a>"], Run("x")),
        (["<script>"], Run("")),
        (["<script>", "</script>"], Run("x")),
        (["<u>"], Run("x")),
    ],
)
def test_words_look_as_the_tags_that_are_open_say(tags, look):
    assert words(*tags) == look


def test_a_break_is_a_line_and_a_picture_its_description():
    assert Look().take(Tag("br", closing=False)) == [Run("\n")]
    assert Look().take(Tag("img", closing=False, alt="a tower")) == [Run("a tower")]
    assert Look().take(Tag("b", closing=False)) == []


def test_raised_figures_stay_raised():
    look = Look()
    look.take(Tag("sup", closing=False))
    assert look.run("6").text == "\u2076"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("one<p>two<p>three", [("paragraph", 0, "one"), ("paragraph", 0, "two"), ("paragraph", 0, "three")]),
        ("<h3>one</h3>two", [("heading", 3, "one"), ("paragraph", 0, "two")]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [("item", 1, "• a"), ("item", 2, "• b"), ("item", 1, "• c")]),
        ("<li>a<li>b<ul><li>c</li></ul></li>", [("item", 1, "• a"), ("item", 1, "• b"), ("item", 2, "• c")]),
        ("<ul><li>a</ul>b", [("item", 1, "• a"), ("paragraph", 0, "b")]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", [("quote", 1, "a"), ("quote", 2, "b"), ("paragraph", 0, "c")]),
        ("<pre>a\n b</pre>", [("code", 0, "a\n b")]),
        ("<blockquote>a<hr>b</blockquote>", [("quote", 1, "a"), ("quote", 1, "b")]),
        ("<table><tr><td>a<td> <td>b<tr><th>c</table>", [("paragraph", 0, "a ·   · b"), ("paragraph", 0, "c")]),
        ("<figure><img alt='a tower'><figcaption>b</figcaption></figure>", [("caption", 0, "a tower"), ("caption", 0, "b")]),
        ("<p><img alt='a tower'> b</p>", [("paragraph", 0, "a tower b")]),
        ("<p><img alt=''> b</p>", [("caption", 0, "b")]),
        ("a<!-- b -->c<!-- d", [("paragraph", 0, "a c")]),
        ("<!DOCTYPE html>a<?php b ?>", [("paragraph", 0, "a")]),
        ("a &lt;b&gt; &amp; c", [("paragraph", 0, "a <b> & c")]),
        ("<div> </div><p></p>", []),
        ("a<style>b</style><template>c</template>d", [("paragraph", 0, "ad")]),
        ("</li></ul>a", [("paragraph", 0, "a")]),
    ],
)  # fmt: skip
def test_blocks_are_parted_where_html_parts_them(html, found):
    assert [(kind.value, level, text) for kind, level, text in blocks(html)] == found


def test_a_heading_is_not_said_to_be_bold():
    [(_, _, runs)] = html_blocks("<h1><b>one</b></h1>")
    assert [run for run in runs if run.text] == [Run("one")]


def test_what_lies_too_deep_is_laid_like_what_lies_above():
    assert blocks("<blockquote>" * 102 + "a") == [(BlockKind.QUOTE, 100, "a")]
    assert words(*["<b>"] * 100, "<i>") == Run("x", strong=True)
    assert words(*["<b>"] * 99, "<i>") == Run("x", strong=True, emphasis=True)
