"""What tests of the left panel share: an article with its analysis, in our own words, and the light theme to see it in."""

from __future__ import annotations

import re

import pytest

from nutgraf.settings import THEME
from nutgraf.text.article import Article, BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Entity, Label, Mention, Names
from nutgraf.text.ranking import Length, Measure, Ranking, Summary
from nutgraf.text.result import Analysis
from nutgraf.text.sentences import Sentence
from nutgraf.text.span import Span

HARBOUR = (
    (
        "The harbour board of Østerfjord will spend 40 million kroner on a wall that its engineers call too low.",
        "Nobody asked the fishermen.",
    ),
    (
        "The board’s director, Ingrid Solheim, told the Nordic Institute of Marine and Coastal Engineering so in March.",
        "Mrs. Solheim did not answer questions on Friday.",
    ),
    ("Pilots say that a storm such as the Coastal Authority recorded in 1987 could breach the wall.",),
    (
        "Farid Haddad wants the Coastal Authority to decide.",
        "It said that it would, if the board asked it to.",
        "So far it has not.",
        "Haddad hopes that it will.",
    ),
)
NAMES = (
    (Label.PERSON, ("Ingrid Solheim", "Solheim"), "The board’s director"),
    (Label.PERSON, ("Farid Haddad", "Haddad"), ""),
    (Label.ORGANIZATION, ("Nordic Institute of Marine and Coastal Engineering",), ""),
    (Label.ORGANIZATION, ("Coastal Authority",), ""),
)
REASONS = ("Opens the story · central to 4", "Names the source")


def analysis_of(paragraphs=HARBOUR, names=NAMES, reasons=REASONS) -> Analysis:
    """An analysis with lines of menu before and after the paragraphs; sentences are ranked as they come."""
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Home News Sport Weather Solheim", furniture=True)
    for sentences in paragraphs:
        builder.add(BlockKind.PARAGRAPH, " ".join(sentences))
    builder.add(BlockKind.PARAGRAPH, "Share on every network " * 20, furniture=True)
    article = builder.build(Meta(title="A wall too low"))
    found: list[Sentence] = []
    for number, sentences in enumerate(paragraphs, start=1):
        at = article.blocks[number].span.start
        for words in sentences:
            found.append(Sentence(len(found), Span(at, at + len(words)), number))
            at += len(words) + 1
    count = len(found)
    shown = tuple(reasons[number % len(reasons)] for number in range(count))
    ranking = Ranking("news", tuple(range(count)), (0.0,) * count, shown)
    return Analysis(article, tuple(found), ranking, Names(tuple(_entity(article, *name) for name in names)))


def _entity(article: Article, label: Label, forms: tuple[str, ...], role: str) -> Entity:
    prose = [block.span for block in article.blocks if not block.furniture]
    spans = [Span(*match.span()) for match in re.finditer("|".join(map(re.escape, forms)), article.text)]
    mentions = tuple(Mention(span, label) for span in spans if any(span in each for each in prose))
    start = article.text.find(role) if role else -1
    return Entity(forms[0], label, mentions, forms[1:], Span(start, start + len(role)) if start >= 0 else None)


def first(analysis: Analysis, count: int) -> Summary:
    """The summary of the first `count` sentences."""
    return Summary(analysis.ranking, tuple(range(count)), Length(Measure.SENTENCES, count))


@pytest.fixture
def light(qapp, settings, request):
    """The appearance, in the light theme, worn by the program."""
    settings.set(THEME, "light")
    appearance = request.getfixturevalue("appearance")
    appearance.apply(qapp)
    return appearance


@pytest.fixture
def harbour() -> Analysis:
    """An article with nine sentences, two people and two organizations."""
    return analysis_of()


@pytest.fixture
def make_analysis():
    """Make an analysis of other paragraphs, names or reasons."""
    return analysis_of


@pytest.fixture
def first_sentences():
    """Make the summary of an analysis's first sentences."""
    return first
