import pytest

from nutgraf.names.rules import NO_RULES, Rule, Rules, Scope, Verdict, key_of, respan, rule
from nutgraf.text.span import Span

JORDAN = Rule("Jordan", Verdict.PERSON)


def test_a_later_rule_about_the_same_takes_the_place_of_an_earlier():
    rules = NO_RULES.add(JORDAN).add(Rule("Jordan", Verdict.NO_NAME))
    assert rules.rules == (Rule("Jordan", Verdict.NO_NAME),)


@pytest.mark.parametrize(
    "other",
    [
        Rule("Jordan", Verdict.ORGANIZATION, article="a" * 64),
        Rule("Jordan", Verdict.SAME, "Ana Jordan"),
        Rule("Jordan", Verdict.DIFFERENT, "Ana Jordan"),
        Rule("Jordania", Verdict.ORGANIZATION),
    ],
)
def test_rules_about_something_else_stay(other):
    assert NO_RULES.add(JORDAN, other).rules == (JORDAN, other)


def test_one_is_the_same_as_one_but_different_from_many():
    same, other = Rule("A", Verdict.SAME, "B"), Rule("A", Verdict.SAME, "C")
    assert NO_RULES.add(same, other).rules == (other,)
    apart = [Rule("A", Verdict.DIFFERENT, "B"), Rule("A", Verdict.DIFFERENT, "C")]
    assert NO_RULES.add(*apart).rules == tuple(apart)
    assert NO_RULES.add(same, apart[0]).rules == (apart[0],)


def test_rules_are_values_so_the_one_before_undoes():
    before = NO_RULES.add(JORDAN)
    after = before.add(Rule("Lind", Verdict.PERSON))
    assert before.rules == (JORDAN,)
    assert after.remove(Rule("Lind", Verdict.PERSON)) == before


def test_the_narrower_scope_comes_last_and_other_articles_have_no_say(article):
    made = article("Jordan spoke.")
    here = rule(made, Span(0, 6), Verdict.NO_NAME, Scope.HERE)
    wide = rule(made, Span(0, 6), Verdict.ORGANIZATION, Scope.ARTICLE)
    other = Rule("Jordan", Verdict.PERSON, article="0" * 64)
    assert Rules((here, other, wide, JORDAN)).of(made) == (JORDAN, wide, here)
    assert [each.scope for each in (JORDAN, wide, here)] == [Scope.ALWAYS, Scope.ARTICLE, Scope.HERE]


def test_an_article_from_no_file_is_known_by_its_text(article):
    assert key_of(article("One.")) == key_of(article("One.")) != key_of(article("Two."))


def test_a_span_is_split_by_rules(article):
    made = article("Ana Ruiz and Bo Ek left.")
    parts = ((Span(0, 8), Verdict.PERSON), (Span(13, 18), Verdict.PERSON))
    assert [(each.words, each.verdict) for each in respan(made, Span(0, 18), parts, Scope.ALWAYS)] == [
        ("Ana Ruiz and Bo Ek", Verdict.NO_NAME),
        ("Ana Ruiz", Verdict.PERSON),
        ("Bo Ek", Verdict.PERSON),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": " "},
        {"words": "A", "verdict": Verdict.SAME},
        {"words": "A", "other": "B"},
        {"words": "A", "place": Span(0, 1)},
        {"words": "A", "article": "a", "place": Span(1, 1)},
    ],
)
def test_what_is_no_rule_cannot_be_made(wrong):
    with pytest.raises(ValueError, match="not a rule"):
        Rule(**{"verdict": Verdict.PERSON} | wrong)
