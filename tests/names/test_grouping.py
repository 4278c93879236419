import string

import pytest

from nutgraf.cancel import Cancel, Cancelled
from nutgraf.names import name_forms
from nutgraf.names.grouping import group


@pytest.fixture
def grouped(marked):
    def make(*paragraphs):
        article, _, mentions = marked(*paragraphs)
        return [(each.name, len(each.mentions), set(each.aliases)) for each in group(article.text, mentions, Cancel())]

    return make


def test_a_surname_belongs_to_the_full_name(grouped):
    assert grouped("[Amara Okafor] resigned. Later [Okafor] wept.") == [("Amara Okafor", 2, {"Okafor"})]


def test_a_surname_may_stand_before_the_full_name(grouped):
    assert grouped("[Okafor] resigned. [Amara Okafor] is 61.") == [("Amara Okafor", 2, {"Okafor"})]


def test_two_people_of_one_surname_stay_two(grouped):
    found = grouped("[Ana Ruiz] met [Luis Ruiz]. [Ana Ruiz] spoke first, then [Luis Ruiz], and [Ruiz] left.")
    assert found == [("Ana Ruiz", 2, set()), ("Luis Ruiz", 3, {"Ruiz"})]


def test_a_surname_two_share_is_whoever_was_named_last(grouped):
    found = grouped("[Barry Tait] left. [Tait] wept. [Shane Tait] came. [Tait] laughed.")
    assert found == [("Barry Tait", 2, {"Tait"}), ("Shane Tait", 2, {"Tait"})]


def test_a_title_tells_two_people_of_one_surname(grouped):
    found = grouped("[Maria Tait] and [Peter Tait] met. Mr. [Tait] spoke. Then Ms. [Tait] did, then Mr. [Tait].")
    assert found == [("Maria Tait", 2, {"Tait"}), ("Peter Tait", 3, {"Tait"})]


def test_a_family_name_may_come_first(grouped):
    assert grouped("[Zhao Lihua] won. Fans of [Zhao] sang.") == [("Zhao Lihua", 2, {"Zhao"})]


def test_a_name_may_leave_out_the_second_surname(grouped):
    text = "[Gabriel Mora Paz] left. [Gabriel Mora] wept. [Ines Mora] came. Then [Mora] slept."
    assert grouped(text) == [("Gabriel Mora Paz", 2, {"Gabriel Mora"}), ("Ines Mora", 2, {"Mora"})]


def test_a_surname_may_be_an_initial(grouped):
    assert grouped("[Jimmy Doe] left. [Jimmy D.] wept.") == [("Jimmy Doe", 2, {"Jimmy D."})]
    assert len(grouped("[Jimmy Doe] left. [Jimmy E.] wept.")) == 2


def test_a_doubled_letter_makes_no_other_name(grouped):
    assert grouped("[Phillip Doe] left. [Philip Doe] wept.") == [("Phillip Doe", 2, {"Philip Doe"})]
    assert len(grouped("[Anna Doe] left. [Ana Doe] wept.")) == 2


def test_a_princess_is_nobody_else_of_her_given_name(grouped):
    text = "[Margaret Doe] saw Princess [Margaret]. Princess [Margaret] left. Mrs [Doe] wept."
    assert grouped(text) == [("Margaret Doe", 2, {"Doe"}), ("Margaret", 2, set())]
    assert len(grouped("Prince [Henry Doe] left. Prince [Henry] wept.")) == 1


def test_a_given_name_alone_is_the_person(grouped):
    assert grouped("[Tomasz Wilk] paints. [Tomasz] sells nothing.") == [("Tomasz Wilk", 2, {"Tomasz"})]


def test_initials_and_middle_names_agree(grouped):
    assert grouped("[Joan Marie Pell] and again [J. Pell], or [Joan Pell].") == [
        ("Joan Marie Pell", 3, {"J. Pell", "Joan Pell"})
    ]


def test_different_given_names_do_not_agree(grouped):
    assert len(grouped("[Joan Pell] and [Mark Pell] disagree.")) == 2


def test_a_short_form_of_a_given_name_agrees(grouped):
    assert grouped("[Joshua Pell] wrote it, and [Josh Pell] signed it.") == [("Joshua Pell", 2, {"Josh Pell"})]
    assert len(grouped("[Paul Pell] and [Paula Pell] wrote it.")) == 2


def test_accents_case_and_arabic_articles_make_no_difference(grouped):
    assert grouped("[Renée Núñez] spoke; [NUNEZ] bowed.") == [("Renée Núñez", 2, {"NUNEZ"})]
    assert grouped("[Samir al-Haddad] left, said [Haddad].") == [("Samir al-Haddad", 2, {"Haddad"})]


def test_names_of_several_words_end_alike(grouped):
    assert grouped("[Daw Khin San Wai] was freed. [San Wai] waved.") == [("Daw Khin San Wai", 2, {"San Wai"})]


@pytest.mark.parametrize(
    "text",
    [
        "[Sato Kenji] bowed, and [Kenji Sato] left.",
        "[Robert Pell] spoke. [Bob Pell] left.",
        "[William Pell] spoke. [Bill] left.",
        "[Hillary Rodham Pell] spoke. [Hillary Pell] left.",
        "[Maria Lind] spoke. [Maria Lind-Berg] left.",
        "[Hanneke de Boer-Visser] spoke. [De Boer] left.",
        "[Catalina Restrepo Uribe] spoke. [Restrepo] left.",
        "[Liesbeth van der Meer] spoke. [Van der Meer] left.",
        "[Mohamed al-Fassi] spoke. [Al-Fassi] left.",
        "[Mevlüt Çavuşoğlu] spoke. [Cavusoglu] left.",
        "[Joko Widodo], widely known as [Jokowi], spoke. [Jokowi] left.",
        "[Luiz Inácio Lula da Silva] spoke. [Lula] left.",
        "[Volodymyr Zelenskyy] spoke. [Zelensky] left. [Volodymyr Zelenskiy] stayed.",
        "[Muammar Gaddafi] spoke. [Gadhafi] left. [Qaddafi] stayed.",
        "Mrs. [Carla Pell-Roth] spoke. Mrs. [Roth] left.",
        "[Mehmet Usta] is dead. [Mehmet Yılmaz], known to all of Kadıköy as [Mehmet Usta], was 91.",
    ],
)
def test_one_person_may_be_written_in_many_ways(grouped, text):
    assert len(grouped(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Robert Pell Jr.] spoke. [Robert Pell Sr.] left.",
        "[Hana Watene] and [Mere Watene] row.",
        "[Ana Ruiz] met [Ana Lind].",
        "[Juan Carlos Ruiz] met [Carlos].",
        "The [Pell]s met [Ana Ruiz].",
        "[Ana Zelensky] met [Luis Zelenskyy].",
        "[Richard Pell] played [Richard III].",
        "[Tamim bin Hamad Al-Thani] spoke. [Hamad] left.",
        "Mr. [Joe Tait] spoke. Mrs. [Tait] left. Mr. [Tait] stayed.",
    ],
)
def test_two_people_are_not_one(grouped, text):
    assert len(grouped(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "{Granger Stores} grew. {Granger} sells hats.",
        "{Kilbrannan Thistle} won. {Thistle} sing.",
        "{Thistle} win\n{Kilbrannan Thistle} won.",
        "The {Ministry of Transport} met. The {Transport Ministry} denied it.",
        "{NNPC} and the {Nigerian National Petroleum Company} are one.",
        "{ECOWAS} met. The {Economic Community of West African States} has 15 members.",
        "The {Doctors Without Borders} ({MSF}) left.",
        "{Grange Motor Co} grew. The {Grange Motor Company} sells cars.",
        "{JPGrange Bank & Co} grew. {JPGrange} fell. {JP Grange} left.",
        "{Grange & Pell} grew. {G&P} fell.",
        "{Grange Business Machines Corp.} grew. {GBM} fell.",
        "The {U.S. Department of Justice} sued. The {Justice Department} won. The {DOJ} left.",
        "The {Supreme Court of India} met. The {Supreme Court} ruled.",
        "The {Hewitt Carter Trust} paid. The {Carter Trust} left.",
        "{Al Zahra} won. {Zahra} sing.",
    ],
)
def test_one_organization_may_be_written_in_many_ways(grouped, text):
    assert len(grouped(*text.split("\n"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "{Granger Stores} grew. {Granger Mills} fell. {Granger} is a name.",
        "The {Kenya Red Cross} and the {Red Cross}.",
        "The {Supreme Court of India} and the {U.S. Supreme Court}. The {Supreme Court} ruled.",
        "{Leeds Council} met. {Leeds} won.",
        "{Zoogle} owns {Zoogle Mind}. {Zoogle} is large.",
        "The {Bank of China} and {China Bank} are two.",
        "{Health Ministry} and {Ministry of Justice}.",
    ],
)
def test_organizations_are_not_put_together_on_suspicion(grouped, text):
    assert len(grouped(text)) > 1


def test_names_are_compared_with_those_that_share_a_word_alone(marked, monkeypatch):
    compared = []
    fits = name_forms.ends
    monkeypatch.setattr(name_forms, "ends", lambda words, form: compared.append(form) or fits(words, form))
    letters = string.ascii_lowercase
    article, _, mentions = marked(" ".join(f"[Q{one}{other} R{other}{one}]" for one in letters for other in letters))
    assert len(group(article.text, mentions, Cancel())) == len(letters) ** 2
    assert len(compared) < 2 * len(letters) ** 2


def test_an_acronym_belongs_to_its_expansion(grouped):
    assert grouped("The {Union of Coastal Towns} met. The {UCT} is new; {U.C.T.} pays.") == [
        ("Union of Coastal Towns", 3, {"UCT", "U.C.T."})
    ]


def test_an_acronym_in_brackets_may_skip_letters(grouped):
    found = grouped("The {Northern Service of Military and Technical Co-operation} ({NSMTC}) sells. {NSMTC} denies it.")
    assert found == [("Northern Service of Military and Technical Co-operation", 3, {"NSMTC"})]


def test_an_acronym_of_something_else_stays_alone(grouped):
    assert len(grouped("The {Union of Coastal Towns} met the {BBQ}.")) == 2


def test_a_company_without_its_suffix_is_the_company(grouped):
    assert grouped("{Harrow Bank} fell. {Harrow} rose. {Harrow Bank Group} exists.")[0][0] == "Harrow Bank Group"


def test_two_ministries_stay_two(grouped):
    assert len(grouped("The {Ministry of Health} and the {Ministry of Justice} agree.")) == 2


def test_a_person_and_a_company_of_one_name_stay_two(grouped):
    assert len(grouped("[Enzo Balli] founded {Balli}.")) == 2


def test_entities_come_by_their_first_mention(grouped):
    assert [name for name, *_ in grouped("{Zeta Labs} hired [Bo Ek]. {Alpha} did not.")] == [
        "Zeta Labs",
        "Bo Ek",
        "Alpha",
    ]


def test_a_name_is_rather_not_in_capitals(grouped):
    assert grouped("[MAYA LIND] WINS", "[Maya Lind] won.")[0][0] == "Maya Lind"


def test_every_mention_is_in_one_entity(marked):
    article, _, mentions = marked("[A. Lund], [Lund], {X Group}, {X}, [Bea Lund], {XG}, [Lund].")
    entities = group(article.text, mentions, Cancel())
    assert sorted(m.span for e in entities for m in e.mentions) == [m.span for m in mentions]


def test_it_can_be_cancelled(marked):
    article, _, mentions = marked("[Ana Ruiz] spoke.")
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        group(article.text, mentions, cancel)
