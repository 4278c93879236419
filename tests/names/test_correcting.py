"""Mentions after the reader's corrections. Names are marked as engines would: [person], {organization}."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cancel import Cancel
from nutgraf.names import correcting
from nutgraf.names.correcting import corrected
from nutgraf.names.rules import Rule, Rules, Scope, Verdict, respan, rule
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention
from nutgraf.text.span import Span

TEXT = "Lind met Maria Lind of Harrow Bank in Harrow, and LIND left."
WORDS = [Span(0, 4), Span(9, 19), Span(23, 34), Span(38, 44), Span(50, 54), Span(9, 34), Span(15, 29)]


@pytest.fixture
def told(marked):
    def tell(text, *rules):
        article, _, mentions = marked(text)
        found = corrected(article, mentions, Rules(rules).of(article), Cancel())
        return [(mention.span.of(article.text), mention.label[0]) for mention in found]

    return tell


def test_without_rules_nothing_changes(told):
    assert told("[Lind] runs {Harrow}.") == [("Lind", "P"), ("Harrow", "O")]


def test_what_is_no_name_is_none(told):
    assert told("[Lind] runs {Harrow}. {HARROW} falls.", Rule("Harrow", Verdict.NO_NAME)) == [("Lind", "P")]


def test_a_kind_is_changed_and_missed_places_are_found(told):
    found = told("[Jordan] fell. Shares of Jordan rose.", Rule("Jordan", Verdict.ORGANIZATION))
    assert found == [("Jordan", "O"), ("Jordan", "O")]


def test_a_longer_name_around_the_words_stays(told):
    assert told("{Harrow Bank} fell.", Rule("Harrow", Verdict.PERSON)) == [("Harrow Bank", "O")]


def test_a_name_is_extended_everywhere(told):
    assert told("{Harrow} Bank fell. {Harrow} rose.", Rule("Harrow Bank", Verdict.ORGANIZATION)) == [
        ("Harrow Bank", "O"),
        ("Harrow", "O"),
    ]


@pytest.mark.parametrize("scope", Scope)
def test_a_name_is_split_in_each_scope(marked, scope):
    article, _, mentions = marked("[Ana Ruiz and Bo Ek] left.")
    parts = ((Span(0, 8), Verdict.PERSON), (Span(13, 18), Verdict.PERSON))
    rules = Rules(respan(article, mentions[0].span, parts, scope)).of(article)
    found = corrected(article, mentions, rules, Cancel())
    assert [mention.span.of(article.text) for mention in found] == ["Ana Ruiz", "Bo Ek"]


def test_one_place_is_told_apart_from_the_others(marked):
    article, _, mentions = marked("[Jordan] spoke. [Jordan] is dry.")
    here = rule(article, mentions[1].span, Verdict.NO_NAME, Scope.HERE)
    assert corrected(article, mentions, Rules((here,)).of(article), Cancel()) == mentions[:1]


def test_the_narrower_rule_holds(marked):
    article, _, mentions = marked("[Jordan] spoke.")
    own = rule(article, mentions[0].span, Verdict.ORGANIZATION, Scope.ARTICLE)
    found = corrected(article, mentions, Rules((own, Rule("Jordan", Verdict.NO_NAME))).of(article), Cancel())
    assert [mention.label for mention in found] == [Label.ORGANIZATION]


def test_a_place_is_found_again_where_the_text_has_moved(article):
    made = article("By the way, Lind spoke.")
    moved = rule(made, Span(12, 16), Verdict.PERSON, Scope.HERE)
    moved = Rule(moved.words, moved.verdict, "", moved.article, Span(2, 6))
    assert [m.span for m in corrected(made, (), (moved,), Cancel())] == [Span(12, 16)]
    gone = Rule("Ruiz", Verdict.PERSON, "", moved.article, Span(2, 6))
    assert corrected(made, (), (gone,), Cancel()) == ()


@given(
    st.sets(st.sampled_from(WORDS)),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(list(Verdict)[:3]), st.sampled_from(Scope)), max_size=6),
)
@settings(max_examples=200, deadline=None)
def test_mentions_stay_sorted_apart_and_in_the_text(spans, told):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, TEXT)
    made = builder.build(Meta())
    free = [span for span in sorted(spans) if not any(span != other and span.overlaps(other) for other in spans)]
    rules = Rules().add(*(rule(made, span, verdict, scope) for span, verdict, scope in told))
    found = corrected(made, [Mention(span, Label.PERSON) for span in free], rules.of(made), Cancel())
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    assert all(len(mention.span) and mention.span.end <= len(TEXT) for mention in found)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Span(0, 4), []),
        (Span(0, 5), [0]),
        (Span(6, 9), [0]),
        (Span(7, 9), []),
        (Span(6, 11), [0, 1]),
        (Span(5, 6), [0]),
    ],
)
def test_a_letter_in_common_makes_a_correction_take_the_place_of_a_mention(place, found):
    mentions = [Mention(Span(4, 7), Label.PERSON), Mention(Span(10, 12), Label.PERSON)]
    assert list(range(2))[correcting._overlapping(mentions, place)] == found
