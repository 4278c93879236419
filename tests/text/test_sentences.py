"""Where sentences end. In each case “|” stands where one ends and the next begins."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.readers import open_article
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.sentences import split_sentences

SHARED = Path(__file__).parents[2] / ".." / "shared"


def article(*paragraphs, kind=BlockKind.PARAGRAPH, **flags):
    builder = ArticleBuilder()
    for paragraph in paragraphs:
        builder.add(kind, paragraph, **flags)
    return builder.build(Meta())


def split(*paragraphs, **how):
    made = article(*paragraphs, **how)
    return [sentence.span.of(made.text) for sentence in split_sentences(made, Cancel())]


TITLES = [
    "The convoy halted.| Lt. Gen. Amara Diop gave the order.",
    "We met Mr. Oduya and Mrs. Lindqvist.| Dr. Pham came later.",
    "Gov. Ruiz and Sen. Adeyemi signed it.| Rep. Cho did not.",
    "Judges heard Prof. Ilse Brandt on Monday.| Rev. Tom Gale followed.",
    "Col. Ahn, Maj. Roth and Capt. Silva were named.",
    "He wrote to Msgr. Bianchi.| Nothing came back.",
    "The award went to Smt. Leela Rao.| Shri. Gupta clapped.",
]
NUMBERS = [
    "She lives at No. 1 Mill Lane.| It is small.",
    "Did he agree?| He said no.| Then he left.",
    "The fine was Rs. 500 for each car.| Few paid.",
    "Under Art. 12 and Sec. 4 it is legal.| Nobody doubts that.",
    "See Fig. 3 and Vol. 2, pp. 14 to 19.| The rest is noise.",
    "It opened on Jan. 5, 1998.| It shut on Sept. 30.",
    "Growth was 3.5 per cent.| Prices rose 0.4 per cent.",
    "The score was 21 to 3 in 2019.| 40 people watched.",
    "It came to $4.2 bn.| That is more than expected.",
    "Version 2.0 came out.| Version 2.1 did not.",
]
PLACES_AND_FIRMS = [
    "A U.S. Army truck burned.| Nobody was hurt.",
    "He moved to the U.S.| He never went back.",
    "They flew from the U.K. to Oslo.| The trip took two hours.",
    "It was built by Harrow Steel Inc. of Ohio.| The firm has closed.",
    "Nordkraft Corp. bought Bask Ltd. in May.| The price is secret.",
    "The buyer is Adler & Sons Co.| The seller is unknown.",
    "She joined Tern Pvt. Ltd. last year.| It makes pumps.",
    "U.N. officials agreed.| U.S. officials did not.",
    "They live in Washington, D.C.| It is hot there.",
    "The shop on Kirk St. was robbed.| The one on Park Ave. was not.",
    "He studied at St. Olaf.| His sister did too.",
]
INITIALS = [
    "A book by J. K. Hartwell sold well.| Another did not.",
    "President John F. Keller spoke.| The hall was full.",
    "W. E. B. Dunmore wrote it.| It was banned.",
    "The case of Oskar B. Lund went on.| He lost.",
    "A.J. Tamm sang.| P.J. Crow left.",
    "A U.S. Senator spoke.| So did a U.N. Emergency Coordinator.",
    "He fell in World War I.| Odette never forgot.",
    "I. M. Halloran drew it.| It stands.",
    "P.S. I will write again.| Wait for me.",
    "They took plan B.| The others took plan C.",
]
LATIN = [
    "Fruit, e.g. apples, was cheap.| Meat was not.",
    "It was Leeds vs. York again.| Leeds won.",
    "Mills, bakeries, etc. were shut.| People queued.",
    "It was shown by Duarte et al. (2011) first.| Others agreed.",
    "Salt, i.e. sodium chloride, is common.",
    "She bought pens, paper, etc.| Then she went home.",
]
TIMES = [
    "The bell rang at 5 p.m. Monday.| Nobody came.",
    "Doors open at 9 a.m.| They close at noon.",
    "It fell in 44 B.C. and rose again.",
    "Martin Hale Jr. was born there.| His father was not.",
    "She holds a Ph.D. in physics.| He holds none.",
]
QUOTES = [
    "“We are done.”| She shut the door.",
    "He said: “Go.| Now.”| They went.",
    "“It is over. ”| The crowd went home.",
    '"It is over. "| The crowd went home.',
    "“Are you sure?” Mr. Oduya asked.| Nobody was.",
    "“Why now?” asked the judge.| Nobody knew.",
    "“Run!” he shouted.| They ran.",
    "‘It is cold.’| She shivered.",
    "«C’est fini.»| Il partit.",
    'They heard "no."| They stayed.',
    'She called it "the end."| He called it "a start."',
    "(The door was open.)| He went in.",
    "He went in (the door was open).| It was dark.",
    "It was late (about 9 p.m.) when they came.",
]
MARKS = [
    "Really?!| Yes, really.",
    "Stop!!| Go back.",
    "Well… perhaps.| Perhaps not.",
    "He waited... and waited.| Nobody came.",
    "It went on and on…| Then it stopped.",
    "She read it [...] twice.| It was good.",
    "The lake is deep.[3]| Nobody has seen its bed.[4]",
    "The lake is deep.¹²| Nobody has seen its bed.⁴",
    "Yahoo! Mail was down.| It came back.",
    "Write to ana@example.org.| Or see www.example.org for more.",
    "The file is called notes.txt.| Open it.",
]
COPIED = [
    "The talks failed.|The two sides blamed each other.",
    "They said “no.”|The mayor left.",
    "he did not .| the others did .",
    "the u.s. army came .| nobody saw mr. oduya .",
    "It was a lot of work,? Solberg said.| Nobody knew why.",
    "She waited . at home for news.| It came late.| Nobody was glad.| He left.",
    "“It will not last.” Mayor Solberg said.| It did.",
    "` it is over . ' .| they left .| all of them .",
    "He had left. '.| She had not.",
    "` why not ? ' he asked .| nobody knew .",
    "` we lost . '| then she left .",
    "` we lost . '| ` we won . '| both were right .",
    "Who is there?| i am looking for the Old Bridge!| the map is no help.",
    "rain fell.| the river rose.| nobody slept.",
    "THE DAM BROKE.| THE TOWN FLOODED.",
    "1. Wash the rice.| 2. Boil it.",
]
OTHER_SCRIPTS = [
    "今日は雨です。|明日は晴れます。",
    "वह आया।| वह चला गया।",
    "هل جاء؟| نعم جاء.",
]
CASES = TITLES + NUMBERS + PLACES_AND_FIRMS + INITIALS + LATIN + TIMES + QUOTES + MARKS + COPIED + OTHER_SCRIPTS


@pytest.mark.parametrize("case", CASES)
def test_ends_sentences_where_a_reader_would(case):
    expected = [part.strip() for part in case.split("|")]
    assert split(case.replace("|", "")) == expected


def test_there_are_enough_hard_cases():
    assert len(set(CASES)) >= 60


def test_a_sentence_never_crosses_blocks():
    assert split("A line without a stop", "another one") == ["A line without a stop", "another one"]


def test_sentences_are_numbered_in_reading_order_and_know_their_block():
    made = article("One came. Two left. Three slept.", "Four woke. Five ate.")
    sentences = split_sentences(made, Cancel())
    assert [sentence.index for sentence in sentences] == [0, 1, 2, 3, 4]
    assert [sentence.block for sentence in sentences] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    "kind", [BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.CODE, BlockKind.CAPTION]
)
def test_only_prose_has_sentences(kind):
    assert split("The dam broke. The town flooded.", kind=kind) == []


def test_furniture_has_no_sentences():
    assert split("Sign up now. It is free.", furniture=True) == []


def test_the_marker_of_an_item_is_no_part_of_its_sentence():
    assert split("• Rice is cheap. Meat is dear.", kind=BlockKind.ITEM, level=1) == ["Rice is cheap.", "Meat is dear."]


@pytest.mark.parametrize("text", ["* * *", "—", "…", "!!!"])
def test_a_block_without_words_has_no_sentence(text):
    assert split(text) == []


def test_a_stop_at_the_very_start_stays_with_the_words_after_it():
    assert split("… and so it ended. Then came peace.") == ["… and so it ended.", "Then came peace."]


def test_a_cancelled_split_stops():
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        split_sentences(article("One came. Two left."), cancel)


WORDS = st.sampled_from(
    [
        "The",
        "he",
        "U.S.",
        "Mr.",
        "left",
        ".",
        "!",
        "?",
        "…",
        "...",
        "”",
        "“",
        '"',
        "'",
        ")",
        "(",
        "No.",
        "1",
        "J.",
        "etc.",
        "a.m.",
        "，",
        "。",
        "—",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.lists(WORDS, min_size=1, max_size=30).map(" ".join) | st.text(min_size=1, max_size=120),
        min_size=1,
        max_size=3,
    )
)
def test_sentences_cover_their_blocks_in_order_without_overlap(paragraphs):
    made = article(*paragraphs)
    sentences = split_sentences(made, Cancel())
    for number, block in enumerate(made.blocks):
        own = [sentence.span for sentence in sentences if sentence.block == number]
        body = block.body(made.text).of(made.text)
        if any(map(str.isalnum, body)):
            assert "".join(span.of(made.text) for span in own).replace(" ", "").split() == "".join(body.split()).split()
        for span in own:
            words = span.of(made.text)
            assert words
            assert words == words.strip()
            assert span in block.span
        assert all(a.end <= b.start for a, b in itertools.pairwise(own))


@pytest.mark.shared
def test_the_missiles_article_has_its_fourteen_sentences():
    file = SHARED / "articles" / "missiles.txt"
    if not file.exists():
        pytest.skip("the shared articles are not here")
    made = open_article(file.resolve(), Cancel())
    words = [sentence.span.of(made.text) for sentence in split_sentences(made, Cancel())]
    assert len(words) == 14
    assert words[7].endswith("movement. ”")
