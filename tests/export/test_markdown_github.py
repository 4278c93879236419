"""What GitHub's own parser makes of the Markdown export."""

from __future__ import annotations

import html
import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.export.markdown_text import escape
from nutgraf.text.visible import line

from .conftest import HOSTILE

# GitHub makes links of e-mail addresses after all escapes are undone; they lead where they say, and no Markdown can stop it.
ADDRESS = re.compile(r"\S@|@\S")
PIECES = st.one_of(
    st.text(st.characters(exclude_characters="@"), max_size=5),
    st.text("\\`*_{}[]()#|~$^%=:/.<>&!+-;'\"0123456789 \t", max_size=10),
    st.sampled_from(
        ["http://", "https://", "www.", "a.org", "//x.io", "&amp;", "mailto:", "<!--", "]]>", "1.", "- [ ] ", "[^1]"]
    ),
    st.sampled_from(["ftp://", "[^1]", "[^1]: x", "---|---", "| a |", "<b>", "&#60;", "**b**", "_x_", "~~~"]),
)


def tags_and_words(markdown):
    shown = cmarkgfm.github_flavored_markdown_to_html(
        markdown, options=Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    )
    return set(re.findall(r"</?(\w+)", shown)), html.unescape(re.sub("<[^>]+>", "", shown)).split()


def check(words):
    words = line(words)
    for before in ("> ", "1. > ", "- **Name** · "):
        tags, shown = tags_and_words(f"{before}{escape(words)}\n")
        assert tags <= {"p", "blockquote", "ol", "ul", "li", "strong"}
        assert shown == [*(["Name", "·"] if "Name" in before else []), *words.split()]


@pytest.mark.parametrize("words", [words for words in HOSTILE if not ADDRESS.search(words)])
def test_hostile_text_is_shown_as_it_is(words):
    check(words)


@settings(deadline=None, max_examples=500)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_text_is_shown_as_it_is(words):
    check(words)
