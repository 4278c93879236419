"""What the package gives: names from an engine's mentions, by the reader's wishes."""

import pickle
from dataclasses import replace

import pytest

from nutgraf.cancel import Cancel
from nutgraf.names import find_names, names_of
from nutgraf.names.rules import Rule, Rules, Verdict
from nutgraf.names.rules_file import rules_file
from nutgraf.names.watch import Watch
from nutgraf.names.watch_file import watch_file
from nutgraf.names.wishes import Wishes, read_wishes
from nutgraf.text.article import Meta
from nutgraf.text.entity import Label, Mention
from nutgraf.text.sentences import split_sentences

STORY = "“It is over,” said [Maria Lind]. [Lind] leads {Harrow} in Jordan."


@pytest.fixture
def names(marked):
    def make(**wishes):
        article, sentences, mentions = marked(STORY)
        return names_of(article, sentences, mentions, Cancel(), wishes=Wishes(**wishes))

    return make


def test_all_of_it_is_there_and_may_travel(names):
    found = names(watch=(Watch("Jordan"),))
    assert [entity.name for entity in found.entities] == ["Maria Lind", "Harrow"]
    assert [each.speaker for each in found.said_by(0)] == [0]
    assert [[each.entity for each in own] for own in found.companions] == [[1], [0]]
    assert [each.name for each in found.watched] == ["Jordan"]
    assert pickle.loads(pickle.dumps(found)) == found


def test_rules_hold_at_once(names):
    rules = Rules((Rule("Jordan", Verdict.PERSON), Rule("Harrow", Verdict.NO_NAME)))
    assert [entity.name for entity in names(rules=rules).entities] == ["Maria Lind", "Jordan"]


def test_doubtful_names_are_left_out_and_counted(marked):
    article, sentences, mentions = marked(STORY)
    unsure = [*mentions[:2], Mention(mentions[2].span, Label.ORGANIZATION, 0.4)]
    found = names_of(article, sentences, unsure, Cancel(), wishes=Wishes(least=0.5))
    assert ([entity.name for entity in found.entities], found.doubtful) == (["Maria Lind"], 1)
    assert len(names_of(article, sentences, unsure, Cancel()).entities) == 2


def test_the_readers_own_rules_hold_in_every_language(article):
    made = article(*["Das sagte Lind in Bremen, und niemand widersprach ihr."] * 9)
    made = replace(made, meta=Meta(language="de"))
    wishes = Wishes(Rules((Rule("Lind", Verdict.PERSON),)))
    found = find_names(made, split_sentences(made, Cancel()), Cancel(), wishes=wishes)
    assert [(entity.name, len(entity.mentions)) for entity in found.entities] == [("Lind", 9)]


def test_wishes_are_read_from_the_readers_files(tmp_path):
    rules_file(tmp_path).change((), (Rule("Jordan", Verdict.PERSON),))
    watch_file(tmp_path).file.write_text("Lind\n==\n", encoding="utf-8")
    wishes, complaints = read_wishes(0.3, tmp_path)
    assert wishes == Wishes(Rules((Rule("Jordan", Verdict.PERSON),)), (Watch("Lind"),), 0.3)
    assert complaints == ("Line 2 of “watch.txt” was not understood and is left as it is: ==",)
