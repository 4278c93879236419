"""Who said what. Names are marked as in an engine's answer: [person], {organization}."""

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.names import names_of
from nutgraf.names.grouping import group
from nutgraf.names.quotations import find_quotations
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Label, Mention
from nutgraf.text.sentences import split_sentences
from nutgraf.text.span import Span


@pytest.fixture
def said(marked):
    def find(*paragraphs):
        article, sentences, mentions = marked(*paragraphs)
        names = names_of(article, sentences, mentions, Cancel())
        return [
            (
                None if each.speaker is None else names.entities[each.speaker].name,
                each.span.of(article.text),
                ("direct" if each.direct else "reported") + ("" if each.certain else "?"),
            )
            for each in names.quotations
        ]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "“We lost,” said [Ana Ruiz].",
        "“We lost”, said [Ana Ruiz].",
        '"We lost," [Ana Ruiz] said.',
        "‘We lost,’ [Ana Ruiz] said.",
        "«We lost», said [Ana Ruiz].",
        "„We lost“, said [Ana Ruiz].",
        "“We lost,” [Ana Ruiz], 44, a baker from {Acme}, told reporters.",
        "“We lost,” Acme’s chief executive, [Ana Ruiz], said on Monday.",
        "“We lost,” said the mayor, [Ana Ruiz].",
        "“We lost,” said Harbour Union chairwoman [Ana Ruiz] of {Acme}.",
        "“We lost,” said a spokesman for [Ana Ruiz].",
        "[Ana Ruiz] told the {Herald}: “We lost.”",
        "[Ana Ruiz] wrote on Twitter, “We lost.”",
        "“We lost,” according to [Ana Ruiz].",
        "[Ana Ruiz], who was there, said, “We lost.”",
        "[Ana Ruiz] used to say: “We lost.”",
        "A message from [Ana Ruiz]: “We lost.”",
    ],
)
def test_direct_speech_has_a_speaker(said, text):
    assert [(who, words.rstrip("."), how) for who, words, how in said(text)] == [("Ana Ruiz", "We lost", "direct")]


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Ruiz] said that the bank was closed.",
        "[Ana Ruiz] said the bank was closed.",
        "[Ana Ruiz], the mayor, told reporters in Leeds on Monday that the bank was closed.",
        "the bank was closed, said [Ana Ruiz].",
        "the bank was closed, [Ana Ruiz] said on Friday.",
        "the bank was closed, according to [Ana Ruiz].",
        "According to [Ana Ruiz], the bank was closed.",
        "The mayor, [Ana Ruiz], announced on Monday that the bank was closed.",
        "[Ana Ruiz] of {Acme} warned that the bank was closed.",
        "[Ana Ruiz] told the town council the bank was closed.",
        "[Ana Ruiz], a professor at St John’s, {Acme}, said the bank was closed.",
        "According to [Ana Ruiz], the town’s top baker, who was there, the bank was closed.",
    ],
)
def test_reported_speech_has_a_speaker(said, text):
    assert said(text) == [("Ana Ruiz", "the bank was closed", "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Ruiz] said nothing.",
        "[Ana Ruiz] did not say that the bank was closed.",
        "[Ana Ruiz] is said to have closed the bank.",
        "[Ana Ruiz] declined to say if the bank was closed.",
        "[Ana Ruiz] wrote “The Old Bank” in 1961.",
        "[Ana Ruiz] met the “iron lady” of {Acme}.",
        "The film is called “The Bank”. [Ana Ruiz] liked it.",
        "[Ana Ruiz]’s wife said the bank was closed.",
        "The wife of [Ana Ruiz] said the bank was closed.",
        "I said that the bank was closed, [Ana Ruiz] or not.",
        "When [Ana Ruiz] said the bank was closed, they left.",
        "[Ana Ruiz] told a nine-judge bench which was deciding the case.",
        "The head of the {Acme} said the bank was closed.",
        "The bank was closed, according to sources in the {Acme}.",
        "A bench of [Bo Ek], [Ana Ruiz] and [Al Poe] said the bank was closed.",
    ],
)
def test_what_someone_did_not_say_is_not_theirs(said, text):
    assert [each for each in said(text) if each[0]] == []


def test_an_interrupted_quotation_is_two(said):
    assert said("“We lost,” [Ana Ruiz] said, “and we knew it.”") == [
        ("Ana Ruiz", "We lost", "direct"),
        ("Ana Ruiz", "and we knew it.", "direct"),
    ]


def test_an_interrupted_sentence_is_one(said):
    assert said("The bank, [Ana Ruiz] said, was closed.") == [
        ("Ana Ruiz", "The bank, Ana Ruiz said, was closed", "reported")
    ]


def test_a_quotation_goes_on_in_the_next_sentence_and_paragraph(said):
    assert said("“We lost,” said [Ana Ruiz]. “It rained. And how", "“It always rains.”") == [
        ("Ana Ruiz", "We lost", "direct"),
        ("Ana Ruiz", "It rained. And how", "direct"),
        ("Ana Ruiz", "It always rains.", "direct"),
    ]


def test_quoted_words_inside_a_report_belong_to_it(said):
    assert said("[Ana Ruiz] said the bank was “an old, sick dog” and that it would close.") == [
        ("Ana Ruiz", "the bank was “an old, sick dog” and that it would close", "reported")
    ]


def test_what_stands_alone_behind_someone_is_perhaps_theirs(said):
    assert said("[Ana Ruiz] shrugged. “It always rains.”") == [("Ana Ruiz", "It always rains.", "direct?")]
    assert said("It was late. “It always rains.” [Ana Ruiz] slept.") == []


def test_two_reports_of_one_sentence(said):
    assert said("[Ana Ruiz] said the bank was old but warned that it was strong.") == [
        ("Ana Ruiz", "the bank was old", "reported"),
        ("Ana Ruiz", "it was strong", "reported"),
    ]
    assert said("[Ana Ruiz] said the bank was old, but [Bo Ek] said it was strong.") == [
        ("Ana Ruiz", "the bank was old", "reported"),
        ("Bo Ek", "it was strong", "reported"),
    ]


def test_what_is_no_speech_after_all_cuts_nothing_off(said):
    assert said("[Ana Ruiz] said the bank would close if the mayor promises a pier.") == [
        ("Ana Ruiz", "the bank would close if the mayor promises a pier", "reported")
    ]


def test_what_someone_calls_a_thing(said):
    assert said("[Ana Ruiz] called the bank “an old dog”.") == [("Ana Ruiz", "an old dog", "direct")]


def test_organizations_and_their_spokesmen_speak(said):
    assert said("{Acme} said the bank was closed.")[0][0] == "Acme"
    assert said("A spokeswoman for {Acme} said the bank was closed.")[0][0] == "Acme"
    assert said("An {Acme} spokesman said the bank was closed.")[0][0] == "Acme"
    assert said("{Acme} said in a statement that the bank was closed.")[0][0] == "Acme"
    assert said("A fan of {Acme} said the bank was closed.")[0][0] is None


def test_a_pronoun_is_the_last_who_fits(said):
    assert said("[Ana Ruiz] left. “We lost,” she said.") == [("Ana Ruiz", "We lost", "direct")]
    assert said("[Ana Ruiz] met [Bo Ek]. “We lost,” she said.") == [("Ana Ruiz", "We lost", "direct?")]
    assert said("Mr. [Ruiz] met Mrs. [Ek]. “We lost,” she said.") == [("Ek", "We lost", "direct")]
    assert said("{Acme} fell. It said the bank was closed.") == [("Acme", "the bank was closed", "reported")]


def test_the_minister_is_who_was_called_so(said):
    found = said("Health Minister [Ana Ruiz] met [Bo Ek].", "“We lost,” the minister said.")
    assert found == [("Ana Ruiz", "We lost", "direct?")]


def test_nobody_known_may_speak(said):
    assert said("The bank was closed, police said.") == [(None, "The bank was closed", "reported?")]


def test_a_talk_on_record(said):
    assert said("[Ana Ruiz]: We lost. It rained.", "And then?", "[Ana Ruiz]: Then we won.") == [
        ("Ana Ruiz", "We lost. It rained.", "direct"),
        ("Ana Ruiz", "Then we won.", "direct"),
    ]


def test_datelines_are_not_said(said):
    assert said("LEEDS, England — The bank was closed, said [Ana Ruiz].")[0][1] == "The bank was closed"


def test_it_can_be_cancelled(marked):
    article, sentences, mentions = marked("“No,” said [Ana Ruiz].")
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        find_quotations(article.text, [[]], sentences, group(article.text, mentions, Cancel()), cancel)


_PIECES = [
    "Ana Ruiz",
    "Acme",
    "said",
    "told",
    "that",
    "“",
    "”",
    ",",
    ".",
    "according to",
    "he",
    "the bank was closed",
    ":",
    "\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
@example(["Ana Ruiz", "said", "that", ",", ","])
@settings(max_examples=300, deadline=None)
def test_whatever_the_text_spans_are_sorted_apart_and_inside_their_block(pieces):
    builder = ArticleBuilder()
    for paragraph in " ".join(pieces).split("\n"):
        builder.add(BlockKind.PARAGRAPH, paragraph)
    article = builder.build(Meta())
    mentions = [
        Mention(Span(at, at + len(name)), label)
        for name, label in (("Ana Ruiz", Label.PERSON), ("Acme", Label.ORGANIZATION))
        for at in range(len(article.text))
        if article.text.startswith(name, at)
    ]
    names = names_of(article, split_sentences(article, Cancel()), mentions, Cancel())
    found = names.quotations
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    roles = [entity.role for entity in names.entities if entity.role]
    assert all(len(role) and any(role in block.span for block in article.blocks) for role in roles)
    for each in found:
        assert len(each.span)
        assert len(each.source)
        assert any(each.span in block.span for block in article.blocks)
        assert each.speaker is None or each.speaker < len(names.entities)
