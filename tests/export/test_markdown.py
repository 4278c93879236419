from __future__ import annotations

import os
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from nutgraf.export import exporter
from nutgraf.export.base import Part
from nutgraf.export.markdown_text import escape, fence
from nutgraf.text.article import Meta
from nutgraf.text.link import parse_link
from nutgraf.text.visible import line

from .conftest import HOSTILE, report_of

MARKDOWN = exporter("markdown")
PARSER = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])
PARSER = PARSER.use(front_matter_plugin)
PLAIN = {"text", "text_special", "softbreak"}
# What a text may hold: anything, with more than its share of what Markdown, its dialects and linkifiers look for.
PIECES = st.one_of(
    st.text(max_size=6),
    st.text("\\`*_{}[]()#|~$^%=:/.@<>&!+-;'\"0123456789 \tab", max_size=12),
    st.sampled_from(
        ["http://", "www.", "a.org", "@b.com", "//x.io", "&amp;", "mailto:", "<!--", "]]>", "1.", "\u202e"]
    ),
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


def tokens(markdown):
    """Every token of the document, those inside lines with the others."""
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or []


def shown(token):
    """The words that a line shows; it fails where the line holds anything but words."""
    assert {child.type for child in token.children} <= PLAIN, token.content
    return "".join(child.content for child in token.children)


def front_matter(markdown):
    found = [token.content for token in PARSER.parse(markdown) if token.type == "front_matter"]
    return yaml.safe_load(found[0])


def quotes(markdown):
    """What the quotes of the summary show."""
    depth, found = 0, []
    for token in PARSER.parse(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            found.append(shown(token))
    return found


def test_an_ordinary_report_reads_well(ordinary):
    link = "nutgraf:///home/ana/my%20articles/quarry%20%281%29.txt#char="
    assert (
        MARKDOWN.export(ordinary)
        == f"""---
title: "Quarry to close"
authors:
  - "Ana Berg"
  - "Ib Holt"
published: "2026-02-28"
site: "The Holm Post"
source: "quarry.txt"
sha256: "{"ab" * 32}"
language: "en"
words: 36
method: "news"
length: "2 sentences"
made_with: "Nutgraf 1.2.3"
date: "2026-03-01T12:30:15+00:00"
---

# Quarry to close

## In brief

1. > The quarry at Holm will close in May.

   [paragraph 1, characters 33–70]({link}33,70) · Opens the story

2. > Maria Lind, the mayor, called it “a hard day”.

   [paragraph 3, characters 123–169]({link}123,169) · Opens the story

## People

- **Maria Lind** · the mayor · 2 mentions in [paragraphs 3]({link}123,133), [4]({link}174,178) · also “Lind” · with Stonecraft (2)
  - “a hard day” ([speaker uncertain, paragraph 3]({link}157,167))

## Organizations

- **Stonecraft** · 1 mention in [paragraph 2]({link}82,92) · with Maria Lind (2) · doubtful (50% sure)
  - orders had halved ([reported, paragraph 2]({link}104,121))

## Watched names

- **Holm** · 1 mention in [paragraph 1]({link}47,51) · also “Holm Bay”
"""
    )


def test_every_quote_is_word_for_word_and_its_link_leads_to_it(ordinary):
    markdown = MARKDOWN.export(ordinary)
    article, sentences = ordinary.analysis.article, ordinary.analysis.sentences
    links = [token.attrs["href"] for token in tokens(markdown) if token.type == "link_open"]
    for index, quote, link in zip(ordinary.summary.sentences, quotes(markdown), links[:2], strict=True):
        path, span = parse_link(link)
        assert str(path) == article.meta.path
        assert span == sentences[index].span
        assert quote == span.of(article.text)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_it_is_and_does_nothing(words):
    report = report_of(
        [words], meta=Meta(title=words, authors=(words,)), reason=words, name=words, role=words, code=words
    )
    report = replace(report, parts=frozenset({Part.SUMMARY, Part.NAMES}))
    markdown = MARKDOWN.export(report)
    inert(markdown)
    assert quotes(markdown) == [line(words)]
    assert front_matter(markdown)["title"] == unlinked(words)
    assert front_matter(markdown)["authors"] == [unlinked(words)]
    assert all(mark not in markdown for mark in ("[[", "\u202e", "\x1b", "<"))
    body = markdown.split("\n---\n", 1)[1]
    assert all(mark not in body for mark in ("%%", "==", "://example", "a@example", "example.org"))
    whole = MarkdownIt("commonmark", {"html": True}).parse(markdown)  # by a program that knows no front matter
    assert not {"image", "html_inline", "html_block"} & {c.type for t in whole for c in [t, *(t.children or [])]}
    assert sum(c.type == "link_open" for t in whole for c in t.children or []) == markdown.count("](nutgraf:")


def unlinked(words):
    return line(words).replace("[[", "[ [").replace("[[", "[ [")


def inert(markdown):
    """No token but those of our own making: no link, image, HTML, code, table, or heading that is not ours."""
    kinds = [token.type for token in tokens(markdown)]
    assert not {
        "image",
        "html_inline",
        "html_block",
        "code_inline",
        "code_block",
        "table_open",
        "hr",
        "em_open",
        "s_open",
    } & {*kinds}
    assert kinds.count("front_matter") == 1
    assert kinds.count("heading_open") == len([x for x in markdown.splitlines() if x.startswith(("# ", "## "))])
    assert kinds.count("link_open") == markdown.count("](nutgraf:")


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=3), TEXTS, TEXTS)
def test_any_text_is_shown_as_it_is_and_does_nothing(sentences, name, title):
    meta = Meta(title=title, authors=(name,), source_name=name, path="/x.txt")
    report = report_of(sentences, meta=meta, reason=name, name=name, role=title)
    report = replace(report, parts=frozenset({Part.SUMMARY, Part.NAMES}))
    markdown = MARKDOWN.export(report)
    inert(markdown)
    text = report.analysis.article.text
    assert quotes(markdown) == [
        line(each.span.of(text)) for each in report.analysis.sentences if line(each.span.of(text))
    ]
    assert front_matter(markdown).get("authors", []) == ([unlinked(name)] if line(name) else [])


@settings(deadline=None)
@given(TEXTS)
def test_any_line_shows_its_own_words_at_the_start_of_a_block_and_inside_a_line(words):
    words = line(words)
    for before in ("", "> ", "1. ", "Before "):
        inlines = [token for token in PARSER.parse(f"{before}{escape(words)}\n") if token.type == "inline"]
        assert "".join(shown(token) for token in inlines) == (before.lstrip("> 1.") + words).strip()


@settings(deadline=None)
@given(st.text("`~\n a<"))
def test_code_keeps_its_lines_and_ends_where_it_ends(code):
    found = PARSER.parse(fence(code.strip("\n")) + "\n\nAfter.")
    assert [token.type for token in found] == ["fence", "paragraph_open", "inline", "paragraph_close"]
    assert found[0].content == code.strip("\n") + "\n"


def test_the_whole_text_can_be_exported(ordinary):
    markdown = MARKDOWN.export(replace(ordinary, parts=frozenset({Part.TEXT})))
    assert "In brief" not in markdown
    assert "Menu of the page" not in markdown
    assert "\n\nMs. Lind will meet the owner on Monday.\n" in markdown


def test_an_article_without_a_file_is_exported_without_links(ordinary):
    article = replace(ordinary.analysis.article, meta=replace(ordinary.analysis.article.meta, path=""))
    markdown = MARKDOWN.export(replace(ordinary, analysis=replace(ordinary.analysis, article=article)))
    assert "](" not in markdown
    assert "paragraph 3, characters 123–169" in markdown


def test_a_file_name_that_is_not_utf8_leaves_the_export_valid():
    name = os.fsdecode(b"caf\xe9.txt")
    markdown = MARKDOWN.export(report_of(["A sentence."], meta=Meta(source_name=name, path=f"/tmp/{name}")))
    assert front_matter(markdown)["source"] == "caf\ufffd.txt"
    assert "nutgraf:///tmp/caf%E9.txt#char=" in markdown.encode().decode()


def test_nothing_to_summarize_and_nobody_named_are_said_plainly():
    markdown = MARKDOWN.export(report_of([]))
    assert "There are no sentences here to summarise." in markdown
    assert "No names found." in markdown


def test_topic_keywords_and_coverage_stand_above_the_summary(steered):
    text = MARKDOWN.export(steered)
    above = text[text.index("## In brief") : text.index("1. >")]
    assert "- **About**: owner submarines · “submarines” does not occur in this article." in above
    assert "- **Keywords**: quarry" in above
    assert "- **Coverage**: Draws from 2 of 4 paragraphs" in above
    assert "### At Holm" in above
    assert 'topic: "owner submarines"' in text


def test_reasons_are_told_in_full_when_asked(steered):
    assert "Enters at" not in MARKDOWN.export(steered)
    text = MARKDOWN.export(replace(steered, parts=steered.parts | {Part.REASONS}))
    told = ("About your words: owner (100 %)", "Opens the story", "Enters at 1 sentence", "3 of 10 methods agree")
    assert "\n".join(f"   - {line}" for line in told) in text


def test_a_sentence_that_leans_on_the_one_before_is_marked(steered):
    text = MARKDOWN.export(steered)
    assert "· Begins with “Maria”: it goes on from the sentence before" in text
    added = replace(steered, summary=replace(steered.summary, sentences=(0, 1, 2), added=frozenset({1})))
    text = MARKDOWN.export(added)
    assert "Begins with" not in text
    assert text.count("· added by the reader") == 1
