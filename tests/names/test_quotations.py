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


@pytest.fixture
def source(marked):
    def find(text):
        article, sentences, mentions = marked(text)
        quotations = names_of(article, sentences, mentions, Cancel()).quotations
        return quotations[0].source.of(article.text) if quotations else None

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
        "“We lost,” [Ana Ruiz] shot back.",
        "“We lost,” [Ana Ruiz] was quoted by state media as saying.",
        "“We lost,” the {Herald} quoted [Ana Ruiz] as saying.",
        "“We lost,” said {Acme}’s founder, [Ana Ruiz].",
        "“We lost,” said [Bo Ek]’s wife, [Ana Ruiz].",
        "The mayor [Ana Ruiz], said, “We lost.”",
        "The mayor [Ana Ruiz] left early, saying, “We lost.”",
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
        "[Ana Ruiz] on Friday said the bank was closed.",
        "[Ana Ruiz] on Friday evening announced that the bank was closed.",
        "[Ana Ruiz] in a statement said the bank was closed.",
        "[Ana Ruiz] had earlier said that the bank was closed.",
        "[Ana Ruiz] said later the bank was closed.",
        "[Ana Ruiz] said in an interview with the {Herald} on Monday the bank was closed.",
        "A spokeswoman for {Acme}, [Ana Ruiz], said the bank was closed.",
        "The union’s leader, General [Ana Ruiz], had said that the bank was closed.",
        "[Ana Ruiz], director of the program at the {Acme}, a think tank, said the bank was closed.",
        "[Ana Ruiz], who lost her husband, [Bo Ek], and two sons, said the bank was closed.",
        "[Ana Ruiz] wrote in a letter on Friday that the bank was closed.",
        "[Ana Ruiz] was reported as saying that the bank was closed.",
        "[Ana Ruiz], author of “The Long Way Home,” said the bank was closed.",
        "[Ana Ruiz] (D-Calif.) said the bank was closed.",
        "Sen. [Ana Ruiz], D-Calif., said the bank was closed.",
        "[Ana Ruiz] took to {Twitter} to say the bank was closed.",
        "The plan was denied by [Ana Ruiz], who said the bank was closed.",
        "HARROW: the bank was closed, said [Ana Ruiz].",
        "[Ana Ruiz] said last week the bank was closed.",
        "[Ana Ruiz] earlier this month alleged that the bank was closed.",
        "Quoting the detailed report, [Ana Ruiz] said the bank was closed.",
        "In the talk about the harbour that dominated the town, [Ana Ruiz] said the bank was closed.",
        "But according to [Ana Ruiz], the bank was closed.",
        "Harrow, Jul 31 (PTI) the bank was closed, [Ana Ruiz] said.",
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
        "[Ana Ruiz] asked the woman who was there to leave.",
        "[Ana Ruiz] told a court of the effect it had on the bank.",
        "[Ana Ruiz] won, adding the title to what she had.",
        "It was despite her, refuting claims that the bank was closed, that [Ana Ruiz] left.",
        "The bank was closed, half of the United States and [Ana Ruiz] with it.",
        "Which according to [Ana Ruiz] they liked, as it was closed.",
        "Speaking at the bank, [Ana Ruiz] slammed the plan, saying goodbye.",
        "Asked if she thinks that the bank was closed, [Ana Ruiz] added.",
        "As the bank was closing, [Ana Ruiz] asked a clerk to stay.",
        "When asked how the bank, an old one, was closed, [Ana Ruiz] answered simply.",
        "Of 47 banks closed by the state, [Ana Ruiz] said nothing.",
        "In a note issued on July 28, [Ana Ruiz] said on the advice of all.",
        "[Ana Ruiz] announced the list for the new awards, dropping the gendered ones.",
        "[Ana Ruiz] posted the brief film, which has been seen by many.",
        "[Ana Ruiz] wrote the telegrams to the man who was a baker.",
        "[Ana Ruiz] wrote the story into a book that would sell.",
        "[Ana Ruiz], they knew: the mayor, 44, said the bank was closed.",
        "In the book set to be printed this month, [Ana Ruiz] recalls meeting him.",
        "The young man, who calls himself ‘a soldier’, said last month [Ana Ruiz] would win.",
        "[Ana Ruiz] said on Monday as the problems began to pile up.",
        "[Ana Ruiz] has told for the first time how she closed the bank.",
        "The guards have continued, showing that [Ana Ruiz] is a problem.",
        "It’s said that the bank was closed by [Ana Ruiz].",
        "According to the suit, [Ana Ruiz] closed the bank.",
        "[Ana Ruiz] always says that to us.",
    ],
)
def test_what_someone_did_not_say_is_not_theirs(said, text):
    assert [each for each in said(text) if each[0]] == []


@pytest.mark.parametrize(
    "text",
    [
        "“We lost,” growled [Ana Ruiz].",
        "“We lost,” old [Ana Ruiz] intoned.",
        "“We lost,” shrugged the mayor, [Ana Ruiz].",
    ],
)
def test_the_comma_inside_its_marks_says_that_a_quotation_is_spoken_whatever_the_verb(said, text):
    assert said(text) == [("Ana Ruiz", "We lost", "direct")]


def test_without_that_comma_a_verb_is_no_verb_of_speech(said):
    assert said("“We lost.” [Ana Ruiz] shrugged the coat off.") == []
    assert said("The “old mayor,” [Ana Ruiz] smiled at, left.") == []


def test_a_report_may_begin_with_no_or_if(said):
    assert said("[Ana Ruiz] said no bank would close.") == [("Ana Ruiz", "no bank would close", "reported")]
    assert said("[Ana Ruiz] said no to the bank, which closed.") == []
    text = "[Ana Ruiz] said if the bank closed, she would leave."
    assert said(text) == [("Ana Ruiz", "if the bank closed, she would leave", "reported")]


def test_a_list_of_speakers_is_not_surely_the_first_of_them(said):
    text = "A bench of judges, [Ana Ruiz], [Bo Ek] and [Al Poe], said the bank was closed."
    assert said(text) == [("Ana Ruiz", "the bank was closed", "reported?")]
    aide = "[Ana Ruiz], an aide to [Bo Ek] and [Al Poe], said the bank was closed."
    assert said(aide) == [("Ana Ruiz", "the bank was closed", "reported")]


def test_who_speaks_is_named_without_when_and_where_before_it(source):
    assert source("Last week the tired clerk said the bank was closed.") == "the tired clerk"
    assert source("However, a statement said the bank was closed.") == "a statement"
    assert source("In a statement the airline said the bank was closed.") == "the airline"
    assert source("The reply said the bank was closed.") == "The reply"


@pytest.mark.parametrize(
    "text", ["The said bank was closed.", "It fell, from a reported high of nine, as was said in 2016."]
)
def test_a_word_that_only_belongs_to_a_noun_is_no_speaker(source, text):
    assert source(text) is None


def test_who_spoke_before_a_sentence_of_the_writer_s_is_not_surely_who_goes_on(said):
    text = "“We lost,” said [Ana Ruiz]. The rain went on. “It always rains.”"
    assert [each[2] for each in said(text)] == ["direct", "direct?"]


def test_it_is_no_body_that_was_named_before_what_spoke_since(said):
    found = said("{Acme} left. The police letter said the bank was closed. It added that the town was old.")
    assert [each[0] for each in found] == [None, None]


def test_the_president_of_a_body_is_who_was_called_so(said):
    text = "The president of {Acme}, [Ana Ruiz], came. “We lost,” added the {Acme} president."
    assert said(text) == [("Ana Ruiz", "We lost", "direct?")]


def test_according_to_him_is_according_to_who_was_named(said):
    text = "[Ana Ruiz] came. According to her, the bank was closed. According to her lawyer, it was old."
    assert [each[0] for each in said(text)] == ["Ana Ruiz", None]


def test_a_list_of_people_is_no_talk(said):
    assert said("[Ana Ruiz]: a baker from Leeds.", "[Bo Ek]: a girl who drowned.") == []


def test_a_quotation_may_stand_behind_that(said):
    assert said("[Ana Ruiz] told reporters in Leeds that “we lost”.") == [("Ana Ruiz", "we lost", "direct")]


@pytest.mark.parametrize("words", ["“Did we lose?” asked", "“Did we lose?”, said", "“Did we lose?” a tired"])
def test_a_quotation_that_ends_like_a_sentence_may_be_the_beginning_of_one(said, words):
    assert said(f"[Bo Ek] slept. {words} [Ana Ruiz] said.")[0] == ("Ana Ruiz", "Did we lose?", "direct")


def test_a_quotation_may_be_only_the_beginning_of_a_report(said):
    assert said("[Ana Ruiz] said “no one” would ever come.") == [("Ana Ruiz", "“no one” would ever come", "reported")]


def test_an_interrupted_quotation_is_two(said):
    assert said("“We lost,” [Ana Ruiz] said, “and we knew it.”") == [
        ("Ana Ruiz", "We lost", "direct"),
        ("Ana Ruiz", "and we knew it.", "direct"),
    ]


def test_an_interrupted_sentence_is_one(said):
    assert said("The bank, according to [Ana Ruiz], was closed.") == [
        ("Ana Ruiz", "The bank, according to Ana Ruiz, was closed", "reported")
    ]
    assert said("The bank, according to [Ana Ruiz], “was closed”.") == [
        ("Ana Ruiz", "The bank, according to Ana Ruiz, “was closed”", "reported")
    ]
    assert said("The bank, {Acme} said Thursday, was closed.")[0][1] == "The bank, Acme said Thursday, was closed"
    assert said("It holds, [Ana Ruiz] points out, not one coin.") == [
        ("Ana Ruiz", "It holds, Ana Ruiz points out, not one coin", "reported")
    ]
    assert said("The bank was closed, she said, pointing at [Ana Ruiz].")[0][1] == "The bank was closed"
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


def test_what_a_body_posts_is_said_where_it_says_so(said):
    assert said("{Acme} posted a loss of $3 million, it said in a filing.") == [
        ("Acme", "Acme posted a loss of $3 million", "reported")
    ]
    assert said("{Acme} reported a loss, [Jo Lee] said.")[0][0] == "Jo Lee"


def test_a_report_is_not_what_stands_between_two_verbs(said):
    found = said("[Ana Ruiz] writes that, despite the rain, [Bo Ek] told her that the bank was closed.")
    assert found == [("Bo Ek", "the bank was closed", "reported")]


def test_two_reports_of_one_sentence(said):
    assert said("[Ana Ruiz] said the bank was old but warned that it was strong.") == [
        ("Ana Ruiz", "the bank was old", "reported"),
        ("Ana Ruiz", "it was strong", "reported"),
    ]
    assert said("[Ana Ruiz] said the bank was old, but [Bo Ek] said it was strong.") == [
        ("Ana Ruiz", "the bank was old", "reported"),
        ("Bo Ek", "it was strong", "reported"),
    ]


def test_a_report_ends_before_what_others_said_before_it(said):
    assert said("[Ana Ruiz] said the bank was old, hours after a clerk testified that it was strong.") == [
        ("Ana Ruiz", "the bank was old", "reported")
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


def test_a_given_name_a_husband_and_a_title_say_who_she_is(said):
    assert said("[Maria Lind] met [Peter Ek]. “We lost,” she said.") == [("Maria Lind", "We lost", "direct")]
    assert said("[Maria Lind] met [Peter Ek]. “We lost,” he said.") == [("Peter Ek", "We lost", "direct")]
    assert said("[Xu Yi] and her husband, [Wen Li], slept. “We lost,” he said.")[0][0] == "Wen Li"


def test_a_pronoun_is_no_name_that_only_stands_aside(said):
    assert said("Asked by Mayor [Bo Ek], [Xu Yi] left. “We lost,” he said.")[0][0] == "Xu Yi"
    assert said("[Xu Yi] slept. He played alongside [Bo Ek]. “We lost,” he said.")[0][0] == "Xu Yi"
    assert said("[Xu Yi] slept. He made a film which starred [Bo Ek]. “We lost,” he said.")[0][0] == "Xu Yi"
    assert said("Once [Bo Ek] was gone, [Xu Yi] slept. “We lost,” he said.")[0][0] == "Xu Yi"


def test_who_answers_is_rather_not_who_asked(said):
    text = ["[Xu Yi] came in.", "“Did we lose?” [Bo Ek] asked.", "“We lost,” he answered."]
    assert said(*text)[1] == ("Xu Yi", "We lost", "direct?")


def test_a_pronoun_behind_someone_without_a_name_is_nobody_known(said):
    text = "[Bo Ek] was shot. Another officer said the bank was closed. “We lost,” he said."
    assert [each[0] for each in said(text)] == [None, None]


@pytest.mark.parametrize(
    ("speaker", "he"),
    [
        ("An officer", None),
        ("An officer in the ministry", None),
        ("A report on the ministry", "Bo Ek"),
        ("The officers of the ministry", "Bo Ek"),
    ],
)
def test_he_is_not_who_was_named_before_someone_without_a_name(said, speaker, he):
    found = said(f"[Bo Ek] was shot. {speaker} said the bank was closed. “We lost,” he said.")
    assert [each[0] for each in found] == [None, he]


def test_a_girl_without_a_name_may_be_she(said):
    assert said("[Xu Yi] traced the girl. She said that the bank was closed.")[0] == (
        "Xu Yi",
        "the bank was closed",
        "reported?",
    )
    assert said("[Xu Yi], a mother of two, slept. She said that the bank was closed.")[0][2] == "reported"


def test_what_is_dismissed_with_a_clause_is_not_called_what_is_quoted_in_it(said):
    found = said("[Ana Ruiz] dismissed the plea, saying a “known heir” had come.")
    assert found == [("Ana Ruiz", "a “known heir” had come", "reported")]
    assert said("[Ana Ruiz] dismissed the plea saying a “known heir” had come.") == []


def test_whose_page_it_was_is_no_speaker(said):
    assert said("An earlier statement on {Facebook} said: “We lost.”")[0][0] is None


def test_where_something_was_written_did_not_write_it(said):
    assert [each[0] for each in said("Later on {Twitter}: “We lost.”") if each[0]] == []


def test_who_replies_is_who_spoke_if_nobody_asked(said):
    text = [
        "“We lost,” said [Maria Lind]. [Maria Lind] came out.",
        "Told of the bank of [Peter Ek], she replied: “No.”",
    ]
    assert said(*text)[1][0] == "Maria Lind"


def test_an_age_is_perhaps_whoever_was_named_last(said):
    assert said("[Xu Yi] came in. “We lost,” the 24-year-old said.")[0] == ("Xu Yi", "We lost", "direct?")


def test_what_stands_quoted_inside_a_sentence_is_not_said_by_who_spoke_last(said):
    text = "“We lost,” said [Ana Ruiz]. A plan laughs at the “Sad Old Town.”"
    assert len(said(text)) == 1
    assert len(said("“We lost,” said [Ana Ruiz]. However, district judge, then, “We close.”")) == 1


def test_a_stop_inside_a_number_ends_no_sentence(said):
    assert said("[Ana Ruiz] said the dust of PM2.5 was there.")[0][1] == "the dust of PM2.5 was there"


def test_the_minister_is_who_was_called_so(said):
    found = said("Health Minister [Ana Ruiz] met [Bo Ek].", "“We lost,” the minister said.")
    assert found == [("Ana Ruiz", "We lost", "direct?")]


def test_a_role_s_noun_tells_and_not_what_stands_around_it(said):
    text = "Former police officer [Ana Ruiz] slept.", "The bank was closed, the police added."
    assert said(*text)[0][0] is None


def test_that_may_come_later_in_the_clause(said):
    assert said("[Ana Ruiz] says she was not aware that it closed.")[0][1] == "she was not aware that it closed"


def test_a_pronoun_is_not_who_was_named_before_someone_without_a_name_acted(said):
    assert said("[Bo Ek] was shot. The lawyer wept. “We lost,” he said.") == [(None, "We lost", "direct?")]
    assert said("[Bo Ek], a lawyer, was shot. The lawyer wept. “We lost,” he said.")[0][0] == "Bo Ek"
    assert said("[Bo Ek] was shot. The actress wept. “We lost,” he said.")[0][0] == "Bo Ek"


def test_whoever_s_statement_it_is_speaks_in_it(said):
    text = "[Bo Ek]’s confession told how angry he was with [Maria Lind]. He said that the bank was closed."
    assert said(text)[-1][0] == "Bo Ek"


def test_the_agency_is_what_was_called_one(said):
    text = "{Acme}, a news agency, fell. {Hwasong} rose.", "The bank was closed, the agency said."
    assert said(*text) == [("Acme", "The bank was closed", "reported?")]
    assert said("{Hwasong} rose.", "The bank was closed, the ministry said.")[0][0] is None
    assert said("{Hwasong} rose.", "The bank was closed, the company said.")[0][0] == "Hwasong"
    text = "{Hwasong} said the bank was closed. They told {Acme}.", "It was open, the company said."
    assert said(*text)[1][0] == "Hwasong"
    text = "Sheriff’s Col. [Bo Ek] slept.", "The bank was closed, the sheriff said."
    assert said(*text)[0][0] is None
    text = "Transport ministry spokesman [Bo Ek] slept.", "The bank was closed, the ministry said."
    assert said(*text)[0][0] is None


def test_who_a_speaker_without_a_name_is_is_not_said(said):
    found = said("“The bank was closed,” said a clerk who was known only as [Ana].")
    assert found == [(None, "The bank was closed", "direct?")]


def test_the_sheikh_is_who_was_called_so_whatever_more_was_told(said):
    text = "Sheikh [Bo Ek], a chief of the northern tribes, met [Xu Yi].", "“We lost,” the sheikh said."
    assert said(*text) == [("Bo Ek", "We lost", "direct?")]


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
