"""Newswire as agencies send it: headings in capitals, datelines, bylines, tables of results, digests of the press."""

import re
from collections import Counter
from pathlib import Path

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import engine, find_names
from nutgraf.readers import read_text
from nutgraf.text.sentences import split_sentences

_MARK = re.compile(r"[\[{]([^\]}]+)[\]}]")
ARTICLES = Path(__file__).with_name("newswire.txt").read_text(encoding="utf-8").partition("\n\n")[2].split("\n----\n")

pytestmark = pytest.mark.skipif(engine().name != "neural", reason="the light engine is not held to it")


def gold(marked):
    """Return the names of an article in reading order, as (words, "P" or "O")."""
    return [(match[1], "P" if match[0][0] == "[" else "O") for match in _MARK.finditer(marked)]


def found(marked):
    article = read_text(_MARK.sub(r"\1", marked), "wire.txt", Cancel())
    names = find_names(article, split_sentences(article, Cancel()), Cancel())
    mentions = sorted((mention for entity in names.entities for mention in entity.mentions), key=lambda m: m.span)
    return [(mention.span.of(article.text), mention.label.value[0]) for mention in mentions]


@pytest.mark.parametrize("marked", ARTICLES, ids=lambda marked: _MARK.sub(r"\1", marked.strip().splitlines()[0]))
def test_people_and_organizations_are_found_and_nothing_else(marked):
    missing = Counter(gold(marked)) - Counter(found(marked))
    wrong = Counter(found(marked)) - Counter(gold(marked))
    assert (missing, wrong) == (Counter(), Counter())
