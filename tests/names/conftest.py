"""Articles made of a few sentences."""

from __future__ import annotations

import re

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import engine as best_engine
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention
from nutgraf.text.sentences import split_sentences
from nutgraf.text.span import Span

_MARK = re.compile(r"[\[{]([^\]}]+)[\]}]")


@pytest.fixture
def article():
    """Return what makes an article of paragraphs."""

    def make(*paragraphs, title=""):
        builder = ArticleBuilder()
        if title:
            builder.add(BlockKind.TITLE, title)
        for paragraph in paragraphs:
            builder.add(BlockKind.PARAGRAPH, paragraph)
        return builder.build(Meta())

    return make


@pytest.fixture
def marked(article):
    """Return what reads texts with names marked by hand, `[Jane Doe]` and `{Acme}`: article, sentences, mentions."""

    def make(*paragraphs):
        text = "\n".join(paragraphs)
        mentions = []
        removed = 0
        for match in _MARK.finditer(text):
            start = match.start() - removed
            label = Label.PERSON if match[0][0] == "[" else Label.ORGANIZATION
            mentions.append(Mention(Span(start, start + len(match[1])), label))
            removed += 2
        made = article(*(_MARK.sub(r"\1", paragraph) for paragraph in paragraphs))
        return made, split_sentences(made, Cancel()), tuple(mentions)

    return make


@pytest.fixture
def found(article):
    """Return what finds the names of a text: the set of (words, "P" or "O")."""

    def find(*paragraphs, title="", engine=None):
        made = article(*paragraphs, title=title)
        mentions = (engine or best_engine()).mentions(made, split_sentences(made, Cancel()), Cancel())
        return {(mention.span.of(made.text), mention.label[0]) for mention in mentions}

    return find
