from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import LinkError
from nutgraf.text import link
from nutgraf.text.link import link_to, parse_link
from nutgraf.text.span import Span

NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name not in {".", ".."} and not name.startswith("\\")
)


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(link, "Path", PureWindowsPath)


def test_a_link_names_the_file_and_the_place():
    assert link_to("/home/ana/a story.txt", Span(120, 245)) == "nutgraf:///home/ana/a%20story.txt#char=120,245"
    assert link_to("/home/ana/story.txt") == "nutgraf:///home/ana/story.txt"


@given(st.lists(NAMES, min_size=1, max_size=4), st.integers(0, 10**9), st.integers(0, 10**6))
def test_a_link_leads_back_to_what_it_was_made_of(names, start, length):
    path = str(PurePosixPath("/", *names))
    made = link_to(path, Span(start, start + length))
    assert parse_link(made) == (Path(path), Span(start, start + length))
    assert re.fullmatch(r"[A-Za-z0-9/._~%#=,:-]+", made), "nothing in it needs escaping in Markdown or HTML"


def test_a_file_name_that_is_not_utf8_survives():
    path = os.fsdecode(b"/tmp/caf\xe9.txt")
    assert "caf%E9" in link_to(path)
    assert str(parse_link(link_to(path))[0]) == path


def test_drives_of_windows_survive(windows):
    made = link_to("C:\\Users\\Ana\\a story.txt", Span(1, 2))
    assert made == "nutgraf:///C%3A/Users/Ana/a%20story.txt#char=1,2"
    assert parse_link(made) == (PureWindowsPath("C:/Users/Ana/a story.txt"), Span(1, 2))
    assert parse_link("file:///C:/story.txt") == (PureWindowsPath("C:/story.txt"), None)


def test_no_link_leads_to_another_machine(windows):
    with pytest.raises(LinkError):
        link_to("\\\\server\\share\\story.txt")


@pytest.mark.parametrize("path", ["story.txt", "", "folder/story.txt"])
def test_a_path_that_is_not_absolute_gets_no_link(path):
    with pytest.raises(LinkError):
        link_to(path)


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/story.txt",
        "javascript:alert(1)",
        "nutgraf://server/share/story.txt",
        "file://server/share/story.txt",
        "nutgraf:////server/share/story.txt",
        "nutgraf:///%2Fserver/share/story.txt",
        "nutgraf:///%5C%5Cserver/share/story.txt",
        "nutgraf:story.txt",
        "nutgraf:",
        "nutgraf:///a%00b",
        "nutgraf://[",
        "//[",
        "",
    ],
)
def test_what_is_no_link_to_an_article_here_is_refused_with_a_sentence(written):
    with pytest.raises(LinkError, match="is not a link to an article on this computer"):
        parse_link(written)


@pytest.mark.parametrize(
    "fragment", ["", "#", "#char=", "#char=5", "#char=7,3", "#char=-1,3", "#char=1,2,3", "#line=1,2", "#char=٣,٤"]
)
def test_a_place_that_cannot_be_opens_the_article_at_its_beginning(fragment):
    assert parse_link("nutgraf:///story.txt" + fragment) == (Path("/story.txt"), None)


@given(st.text())
def test_any_text_is_a_link_or_is_refused(written):
    try:
        parse_link(written)
        parse_link("nutgraf:" + written)
    except LinkError:
        pass
