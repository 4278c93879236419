"""Hard cases of sentence boundaries, by phenomenon. In each case “|” stands where one sentence ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.text.boundaries import sentence_spans
from nutgraf.text.span import Span
from nutgraf.text.style import Style

ENGLISH = [
    # titles, names, initials
    "My aunt is Ruth P. Olsen.",
    "We are friends, he and I.| Do you know Bert I. Olsen?",
    "Vote for plan B.| Everyone else does.",
    "Take vitamin C.| Doctors advise it.",
    "Juventus lead Serie A.| Milan are second.",
    "It is J. Lee Berg who wrote it, with help from director K. Holm.",
    "It was R.K. Ito’s car.| It burned.",
    "Lt.-Gov. Ruiz spoke.| So did Maj.-Gen. Holm.",
    "That is Tom Hale Jr.'s hat.",
    "It was sung by Tom Hale Jr.| Critics liked it.",
    "They met on Martin Luther King Jr. Day.",
    "Ask Dr. Lind.| The answer is no.",
    "He wants to be a Sen.| The pay is good.",
    # places, firms
    "I saw Mt. Etna.",
    "We climbed Mt. Hood with Br. Paul, and saw Pt. Reyes.",
    "St. Mary’s Church is on 3rd st. near the park.",
    "We live in the E.U.| How is it there?",
    "She works for the U.S. Treasury in Ohio.",
    "The U.S. Under Secretary of State left.| U.S. Undersecretary Holm stayed.",
    "They went back to the U.S.| Unfortunately, it rained.",
    "He wrote “only in the U.S.”| Mill owners agreed.",
    "It is called “the other U.S.” by sailors.",
    "Was it Lund and co. that did it?",
    "Ask Lund and co.| They know.",
    "It was sold by Lund, Berg & Co. at night.",
    "It was sold by Lund, Berg & Co.| It was cheap.",
    "He came from Portland, Ore.| He liked it.",
    "Anti-U.S. slogans were heard.| The U.N.-led force left.",
    # numbers, days, hours
    "See p. 55 for more.",
    "See Sects. 2 and 3, Suppl. Table 1 and Fig. S2 of trial no. NCT0012.| The rest is known.",
    "The answer is no.| G7 leaders met.",
    "The cat sat.| F16 jets flew.",
    "It is modern art.| G20 leaders saw it.",
    "See Fig. A1 of it, No. B2 and tab. 3.",
    "Stir for 5 min. or more.| Add 2 tbsp. sugar.| Serve.",
    "It appeared in Proc. Natl. Acad. Sci. in 1998.| Others cite J. Chem. Phys. and Mol. Microbiol. of that year.",
    "It was found in B. subtilis subsp. natto str. W23.| Others were not studied.",
    "It is so.[1]| It is not.[2,3]| It may be.[4–6]| They asked.",
    "It costs $100.00 a night.| It is worth it.",
    "Read N°. 1026.253.553.| There it is.",
    "Look in Vol. IV and Sec. A of it.| Nothing is there.",
    "“No.| I have a few.”| “No.| A few are left.”",
    "It flew into the Sun.”| A pause followed.",
    "We saw modern art.| I like it.",
    "It is less than a Man.| It is so.",
    "Prices fell in Sept.| Analysts had warned of it.",
    "They met on Nov. 3.| 40 people came.",
    "At 5 a.m. Mr. Holm woke.| He slept again at 6 P.M.| Mr. Holm dreamt.",
    "It starts at 8 p.m. EST on Monday.| It ends at 9 p.m. Eastern time.",
    "The pool is open until 7 p.m.| Lake Road is closed.",
    "It grew 2.5 per cent in 2010.| In 2011 it shrank.",
    # addresses
    "Mail Ana.Holm@example.com.| She answers.",
    "It is at https://www.example.50.com/a-b/c_d.html.| Please look.",
    "It runs on Node.js and .NET 4.| Get it from www.example.com.| Others do.",
    # quotes, brackets
    "She said, 'It is good.' he said.",
    'She turned and said, "It is good." she said.',
    'She said, "It is good."| She gave him the book.',
    "He teaches (He once was a smith.) at a school.",
    "“One [...] and two [...]” (Holm 55).",
    "“It is less hard. . . .”",
    "She called it “the end.”| (It was not.)",
    "(He was late.)| (She was not.)",
    "“Is it you?” he asked.| “Yes!” she cried.",
    "‘Go!’ shouted Holm.| Nobody went.",
    "The kids said “go on”.| So he went.",
    # marks and ellipses
    "Hi!!| It has been long.",
    "What??| Who is it?",
    "What!?| Is it you?",
    "I did not mean it....| She left.",
    "I was not ... well, I mean...see . . . it was . . . not me.",
    "The rest is left out . . . .| Next comes this.",
    "We won!| ... Now comes the hard part....| Get up.",
    "It was fine.. but cold.. and dark.| We left..| Nobody saw us.",
    "It was great! :)| We will be back. :-)| Thanks!",
    "Great news! 🎉🎉| The team won.",
    "I love it 😀| So do they 🎉🎉| We all do!😀| Thanks a lot",
    "We love New York 😀 Boston and ❤ The Beatles.",
    "📍 The old town 📍 The harbour",
    "✔ The old town ✔ The harbour",
    "She works at Yahoo! in accounting.",
    "*Really.*| _It is so._| **Yes.**",
    # as people type
    "thank you.| you know that.| The rest is up to you.",
    "I called 555-8160.| they were out.",
    "do you know it?| i do.",
    "Is it good?| we liked it a lot!| it is cheap.",
    "We came (twice).| nobody was in.",
    "The mayor resigned.|Solberg denied it.|“It is over.”|She left in 2010.|The end.",
    "Great!|Thanks for that.",
    "Ask for the dept. of health, approx. half of it, and the hdqrs. nearby.",
    "PS. I love it.",
    "THE DAM BROKE.| MR. HOLM FLED.| NO. 5 BURNED.",
]
ABROAD = {
    "ar": ["هل جاء أحمد؟| نعم، جاء.| ثم ذهب."],
    "cs": ["Viděl např. kočku.| Pes spal."],
    "de": [
        "Am 3. Oktober kam er.| Er ging am 4.| Das war alles.",
        "Im 2. Weltkrieg starb er.| Sie lebte bis 1990.| Danach zog z. B. niemand ein.",
        "Dr. Lind wohnt in der Bergstr. 5, d.h. nebenan.| Er mag Äpfel, Birnen usw.| Nüsse mag er nicht.",
        "„Wo bist du?“ fragte er.| „Hier.“| Dann war es still.",
    ],
    "el": ["Πού είναι ο Νίκος;| Είναι εδώ.| Ναι!"],
    "es": ["¿Quién es?| Es el Sr. Ruiz.| ¡Qué bien!|¿Y tú?", "Vive en EE.UU.| Trabaja en la pág. 5."],
    "fr": ["Qui est-ce ?| C’est M. Lind.| « Non ! » dit-il.| Il a lu la p. 5.", "« C’est fini. »| Il partit."],
    "hi": ["वह आया।| वह चला गया।"],
    "hy": ["Նա եկավ։| Նա գնաց։"],
    "it": ["Il sig. Rossi è qui.| Ha mele, pere ecc.| Non ha noci."],
    "ja": ["彼は来た。|彼は行った。", "「誰だ？」と彼は聞いた。|誰も答えなかった。"],
    "nl": ["Dhr. Jansen is hier.| Hij heeft bijv. appels.| Meer niet."],
    "pl": ["Mieszka przy ul. Długiej, np. tam.| Ma jabłka itd.| Nie ma gruszek."],
    "pt": ["O Sr. Silva chegou.| Ele leu a pág. 5."],
    "ru": ["Он родился в 1990 г.| Она жила на ул. Ленина, т.е. рядом.| А. С. Пушкин писал."],
    "sv": ["Han har t.ex. äpplen.| Hon har päron osv.| Det är allt."],
    "ur": ["وہ آیا۔| وہ چلا گیا۔"],
    "zh": ["今天下雨。|明天呢？|后天！", "“谁？”他问。|没有人回答。"],
}


def split(text, language="en"):
    spans = sentence_spans(text, Span(0, len(text)), Style.of(text, language), Cancel())
    return [span.of(text) for span in spans]


@pytest.mark.parametrize("case", ENGLISH)
def test_english(case):
    assert split(case.replace("|", "")) == [part.strip() for part in case.split("|")]


@pytest.mark.parametrize(("language", "case"), [(key, case) for key, cases in ABROAD.items() for case in cases])
def test_other_languages(language, case):
    assert split(case.replace("|", ""), language) == [part.strip() for part in case.split("|")]


def test_a_paragraph_may_be_one_list():
    assert split("1.) The tea. 2.) The rice. 3.) The salt.") == ["1.) The tea.", "2.) The rice.", "3.) The salt."]


SIGNS = st.sampled_from(
    [
        *".!?…。؟\"'”“()*•3—🎉\u00a0",
        "...",
        "[1]",
        ":)",
        "1.",
        "1)",
        "a.",
        "U.S.",
        "Mr.",
        "p.m.",
        "the",
        "The",
        "left.The",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS, max_size=40), st.sampled_from([" ", "", "\u00a0"]), st.sampled_from(["", "de", "el", "ja"]))
def test_nothing_is_lost_or_said_twice(signs, space, language):
    text = space.join(signs)
    spans = sentence_spans(text, Span(0, len(text)), Style.of(text, language), Cancel())
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(start >= end and not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""


class Counting(Cancel):
    def __init__(self):
        super().__init__()
        self.looks = 0

    def check(self):
        self.looks += 1
        super().check()


def test_a_long_paragraph_is_left_when_nobody_waits_for_it():
    text = "It is so. " * 2000
    cancel = Counting()
    sentence_spans(text, Span(0, len(text)), Style(), cancel)
    assert cancel.looks >= 7
    cancel.set()
    with pytest.raises(Cancelled):
        sentence_spans(text, Span(0, len(text)), Style(), cancel)
