from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.export import exporter
from nutgraf.export.base import Part
from nutgraf.text.article import Meta
from nutgraf.text.visible import line

from .conftest import HOSTILE, report_of

HTML = exporter("html")
OURS = {
    *(
        "html",
        "meta",
        "title",
        "style",
        "header",
        "h1",
        "h2",
        "dl",
        "div",
        "dt",
        "dd",
        "main",
        "section",
        "ol",
        "ul",
        "li",
    ),
    *("blockquote", "p", "a", "bdi", "span", "article", "pre", "footer", "code"),
}
TEXTS = st.text("<>&\"'/!-=[]{} abscriptonload\t\n;#x0", max_size=30)


class Page(HTMLParser):
    """Every tag with its attributes, and the words of each tag."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self._open = [], {}, []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if self._open:
            self.words.setdefault(self._open[-1], []).append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_pi(self, data):
        raise AssertionError(data)

    def unknown_decl(self, data):
        raise AssertionError(data)


def inert(html):
    page = Page(html)
    assert {tag for tag, _ in page.tags} <= OURS
    for tag, attributes in page.tags:
        assert {*attributes} <= {"class", "dir", "lang", "href", "charset", "http-equiv", "name", "content"}, tag
        assert attributes.get("href", "nutgraf:").startswith("nutgraf:")
    return page


def whole(words):
    meta = Meta(
        title=words, authors=(words,), published=words, site=words, language=words, source_name=words, path="/x"
    )
    return HTML.export(report_of([words], meta=meta, reason=words, name=words, role=words, code=words))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_it_is_and_does_nothing(words):
    page = inert(whole(words))
    assert page.words["title"] == [line(words)]
    assert line(words) in page.words["blockquote"]


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_shown_as_it_is_and_does_nothing(words):
    page = inert(whole(words))
    assert not line(words) or line(words) in page.words["blockquote"]


def test_the_policy_allows_the_style_sheet_and_nothing_else(ordinary):
    html = HTML.export(ordinary)
    policy = next(a["content"] for _, a in Page(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    style = re.search("<style>(.*)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]


def test_the_page_asks_for_no_other_file(ordinary):
    html = HTML.export(ordinary)
    assert not re.search(r"\ssrc=|url\(|@import|https?:|<link|<script", html)


def test_the_page_follows_the_reader_to_the_dark_and_to_paper(ordinary):
    html = HTML.export(ordinary)
    assert "@media (prefers-color-scheme: dark)" in html
    assert "@media print" in html


def test_topic_sections_and_reasons_are_shown(steered):
    page = HTML.export(replace(steered, parts=steered.parts | {Part.REASONS}))
    assert '<dt>About</dt> <dd dir="auto">owner submarines · “submarines” does not occur in this article.</dd>' in page
    assert '<h3 dir="auto">At Holm</h3>' in page
    assert '<ul class="note"><li>About your words: owner (100 %)</li>' in page
