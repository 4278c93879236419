"""Which forms of a name may be one person's or one organization's."""

from __future__ import annotations

import pytest

from nutgraf.names import name_forms
from nutgraf.names.name_forms import (
    acronyms,
    agree,
    bare,
    drops_given_name,
    ends,
    initials,
    is_civic,
    is_first_surname,
    is_given,
    is_inner,
    long_form,
    normal,
    openings,
    same_person,
    shortens,
    sound,
    suffix,
    without_country,
    without_cut,
)


def words(name):
    return tuple(name.casefold().split())


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Luís da Silva", "luis da silva"),
        ("U.S. Steel", "us steel"),
        ("Martin King, Jr.", "martin king"),
        ("Richard III", "richard iii"),
        ("Bashar al-Assad", "bashar assad"),
        ("Şırnak", "sirnak"),
        ("O’Neill", "o'neill"),
    ],
)
def test_a_name_is_compared_without_case_accents_stops_and_articles(name, plain):
    assert normal(name) == words(plain)


@pytest.mark.parametrize(
    ("name", "found"), [("Martin King, Jr.", "jr"), ("John Paul II", "ii"), ("II", ""), ("Martin King", "")]
)
def test_what_ends_a_name_of_several_words_is_its_suffix(name, found):
    assert suffix(name) == found


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Acme Company", "acme co"),
        ("Al Ahly", "ahly"),
        ("The", "the"),
        ("Acme Limited", "acme ltd"),
        ("Limited", "limited"),
    ],
)
def test_an_article_is_no_part_of_an_organizations_name(name, plain):
    assert bare(words(name)) == words(plain)


@pytest.mark.parametrize(
    ("shorter", "longer", "same"),
    [
        ("J Smith", "John Adam Smith", True),
        ("Luis Silva", "Luis da Silva", True),
        ("Sato Kenji", "Kenji Sato", True),
        ("Gabriel Mora", "Gabriel Mora Paz", True),
        ("Jimmy D", "Jimmy Doe", True),
        ("Ana Boer", "Ana Boer-Visser", True),
        ("Ana Boer-Visser", "Ana Visser", True),
        ("Ana Boer-Visser", "Ana Boer-Paz", False),
        ("Bob Smith", "Robert Smith", True),
        ("Ana Smith", "John Smith", False),
        ("John Ray Smith", "John Adam Smith", False),
        ("John Smith", "John Doe", False),
        ("Smith", "John Smith", False),
        ("John Smith", "Smith", False),
    ],
)
def test_two_names_agree_in_each_of_their_words(shorter, longer, same):
    assert same_person(words(shorter), words(longer)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("joan", "j", True),
        ("josh", "joshua", True),
        ("jo", "joshua", False),
        ("dan", "dana", False),
        ("georg", "georgina", False),
        ("philip", "phillip", True),
        ("ana", "anna", False),
        ("bob", "robert", True),
        ("robert", "bob", True),
        ("bob", "richard", False),
        ("ana", "ana", True),
    ],
)
def test_a_given_name_may_be_an_initial_a_short_form_or_a_nickname(one, other, same):
    assert agree(one, other) is agree(other, one) is same


def test_a_nickname_stands_for_a_name():
    assert (long_form("peggy"), long_form("margaret")) == ("margaret", "")


@pytest.mark.parametrize(
    ("part", "name", "is_end"),
    [
        ("Suu Kyi", "Aung San Suu Kyi", True),
        ("Boer", "Ana Boer-Visser", True),
        ("de Boer", "Ana de Boer-Visser", True),
        ("la Boer", "Ana de Boer-Visser", False),
        ("Ana", "Ana Boer", False),
        ("Paz", "Ana Boer-Visser", False),
    ],
)
def test_a_surname_may_be_half_of_a_double_one(part, name, is_end):
    assert ends(words(part), words(name)) is is_end


@pytest.mark.parametrize(
    ("part", "name", "is_first"),
    [
        ("Restrepo", "Catalina Restrepo Uribe", True),
        ("Uribe", "Catalina Restrepo Uribe", False),
        ("Restrepo", "Restrepo Uribe", False),
        ("Salman", "Mohammed bin Salman Saud", False),
        ("Maria", "Jose Maria Aznar", False),
    ],
)
def test_of_two_surnames_the_first_is_one(part, name, is_first):
    assert is_first_surname(words(part), words(name)) is is_first


@pytest.mark.parametrize(
    ("part", "name", "is_one"),
    [("Ana", "Ana Boer", True), ("Bob", "Robert Boer", True), ("Bob", "Robert", False), ("Boer", "Ana Boer", False)],
)
def test_the_first_word_or_its_nickname_is_a_given_name(part, name, is_one):
    assert is_given(words(part), words(name)) is is_one


@pytest.mark.parametrize(
    ("part", "name", "inner"),
    [
        ("Lula", "Luiz Lula da Silva", True),
        ("Luiz", "Luiz Lula da Silva", False),
        ("Mora", "Gabriel Mora Paz", False),
        ("Salman", "Mohammed bin Salman Al Saud", False),
        ("de", "Ana Maria de Boer", False),
    ],
)
def test_an_inner_word_of_a_long_name_may_stand_for_it(part, name, inner):
    assert is_inner(words(part), words(name)) is inner


def test_spellings_that_sound_alike_are_one_where_they_are_long():
    assert sound("zelensky") == sound("zelenskyy") != ""
    assert sound("gaddafi") == sound("qadhafi") != ""
    assert sound("gaddafi") != sound("gandhari")
    assert sound("miller") == ""


def test_a_form_that_breaks_off_another_is_no_end_of_a_name():
    assert without_cut([words("Gabriel Mora"), words("Gabriel Mora Paz")]) == [words("Gabriel Mora Paz")]
    assert without_cut([words("Ana Paz")]) == [words("Ana Paz")]


def test_a_longer_form_is_found_by_its_first_words_and_its_last_initial():
    assert openings(words("Gabriel Mora Paz")) == {("gabriel", "mora"), ("gabriel", "p")}
    assert openings(words("Gabriel")) == set()


def test_acronyms_may_hold_small_words_and_leave_out_corp():
    assert initials(words("Union of Coastal-Trade Towns")) == "uctt"
    assert acronyms(words("Department of Justice")) == {"dj", "doj"}
    assert acronyms(words("Harbour & Machine Corp")) == {"hmc", "hm"}
    assert acronyms(words("Acme Corp")) == {"ac"}


@pytest.mark.parametrize(
    ("name", "bare_name"),
    [
        ("Norway Supreme Court", "Supreme Court"),
        ("Supreme Court of India", "Supreme Court"),
        ("Supreme Court", "Supreme Court"),
        ("Norway Harbour Company", "Norway Harbour Company"),
        ("Ministry of Justice", "Ministry of Justice"),
    ],
)
def test_a_civic_body_is_known_without_its_country(name, bare_name):
    assert without_country(words(name)) == words(bare_name)


def test_a_civic_body_has_a_word_beside_its_kind():
    assert is_civic(words("Supreme Court"))
    assert not is_civic(words("Court"))
    assert not is_civic(words("Harbour Company"))


@pytest.mark.parametrize(
    ("name", "longer", "short"),
    [
        ("Barclays", "Barclays Bank", True),
        ("Barclays", "Barclays & Co", True),
        ("Barclays", "Barclays", False),
        ("Barclays", "Lloyds Bank", False),
        ("Barclays", "Barclays Harbour", False),
        ("Bank", "Bank Group", False),
        ("Leeds", "Leeds University", False),
        ("Leeds", "Leeds Group", True),
        ("Barclays", "Barclays University", True),
    ],
)
def test_a_name_is_shortened_by_words_of_companies_alone(name, longer, short):
    assert {"university", "group", "bank", "co"} <= name_forms.gazetteer().organization_words
    assert shortens(words(name), words(longer)) is short


@pytest.mark.parametrize(
    ("name", "longer", "dropped"),
    [
        ("Carter Trust", "Mary Carter Trust", True),
        ("Trust", "Mary Trust", False),
        ("Carter Trust", "Zorb Carter Trust", False),
        ("Carter Trust", "Carter Trust", False),
    ],
)
def test_who_an_organization_is_called_after_may_go_without_a_given_name(name, longer, dropped):
    assert drops_given_name(words(name), words(longer)) is dropped
