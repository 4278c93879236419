"""Entities after the reader's corrections."""

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names.grouping import group
from nutgraf.names.regrouping import regrouped
from nutgraf.names.rules import Rule, Rules, Scope, Verdict, rule

STORY = "[Ana Ruiz] met [Bo Ek]. [Ruiz] and {IBM} and {Big Blue} agreed, said [Ruiz]."


@pytest.fixture
def told(marked):
    def tell(*makers):
        article, _, mentions = marked(STORY)
        rules = Rules(tuple(maker(article, mentions) if callable(maker) else maker for maker in makers))
        entities = regrouped(article, group(article.text, mentions, Cancel()), rules.of(article), Cancel())
        held = sorted(mention.span for entity in entities for mention in entity.mentions)
        assert held == [mention.span for mention in mentions]
        starts = [entity.mentions[0].span for entity in entities]
        assert starts == sorted(starts)
        return {entity.name: [mention.span.of(article.text) for mention in entity.mentions] for entity in entities}

    return tell


def test_without_rules_nothing_changes(told):
    assert list(told()) == ["Ana Ruiz", "Bo Ek", "IBM", "Big Blue"]


def test_two_are_one_by_the_name_of_the_second(told):
    assert told(Rule("IBM", Verdict.SAME, "Big Blue"))["Big Blue"] == ["IBM", "Big Blue"]


def test_the_name_need_not_stand_in_the_article(told):
    found = told(Rule("Ruiz", Verdict.SAME, "Ana María Ruiz"))
    assert found["Ana María Ruiz"] == ["Ana Ruiz", "Ruiz", "Ruiz"]


def test_names_that_are_not_here_change_nothing(told):
    assert told(Rule("Nobody", Verdict.SAME, "Bo Ek")) == told()


def test_one_name_is_parted_from_another(told):
    found = told(Rule("Ruiz", Verdict.DIFFERENT, "Ana Ruiz"))
    assert (found["Ana Ruiz"], found["Ruiz"]) == (["Ana Ruiz"], ["Ruiz", "Ruiz"])


def test_one_place_is_someone_else(told):
    found = told(lambda article, mentions: rule(article, mentions[5].span, Verdict.SAME, Scope.HERE, "Bo Ek"))
    assert (found["Ana Ruiz"], found["Bo Ek"]) == (["Ana Ruiz", "Ruiz"], ["Bo Ek", "Ruiz"])


def test_one_place_is_parted_from_the_others(told):
    found = told(lambda article, mentions: rule(article, mentions[5].span, Verdict.DIFFERENT, Scope.HERE, "Ana Ruiz"))
    assert (found["Ana Ruiz"], found["Ruiz"]) == (["Ana Ruiz", "Ruiz"], ["Ruiz"])


def test_rules_follow_each_other(told):
    found = told(Rule("IBM", Verdict.SAME, "Big Blue"), Rule("Big Blue", Verdict.SAME, "Blue Group"))
    assert found["Blue Group"] == ["IBM", "Big Blue"]


def test_who_is_called_by_the_other_name_is_meant_rather_than_who_also_is(marked):
    article, _, mentions = marked("[Ana Ruiz] met {Ruiz}, and [Ruiz] left.")
    rules = Rules((Rule("Ana Ruiz", Verdict.SAME, "Ruiz"),))
    entities = regrouped(article, group(article.text, mentions, Cancel()), rules.of(article), Cancel())
    assert [(entity.name, len(entity.mentions)) for entity in entities] == [("Ruiz", 3)]
