from nutgraf.cancel import Cancel
from nutgraf.names.agreement import agree
from nutgraf.names.phrases import ORGANIZATION, PERSON, PLACE, Phrase


def agreed(passages, *tagged):
    """Return what is agreed on, as (words, kind); `tagged` has (passage, first, last, kind, confidence)."""
    texts = [passage.split() for passage in passages]
    found = agree([Phrase(*each) for each in tagged], texts, Cancel())
    return [(" ".join(texts[each.passage][each.first : each.last]), each.kind) for each in found]


def test_the_surer_kind_is_everywhere():
    passages = ["Then Varga left .", "They like Varga .", "He saw Varga ."]
    tagged = [(0, 1, 2, ORGANIZATION, 0.9), (1, 2, 3, PERSON, 0.4), (2, 2, 3, ORGANIZATION, 0.8)]
    assert agreed(passages, *tagged) == [("Varga", ORGANIZATION)] * 3


def test_what_is_mostly_a_place_is_left_out():
    tagged = [(0, 1, 2, PLACE, 0.9), (1, 2, 3, ORGANIZATION, 0.4)]
    assert agreed(["Near Varga then .", "They like Varga ."], *tagged) == []


def test_a_surname_is_a_person_like_the_full_name():
    tagged = [(0, 0, 2, PERSON, 0.9), (1, 2, 3, ORGANIZATION, 0.6)]
    assert agreed(["Ana Varga left .", "They like Varga ."], *tagged) == [("Ana Varga", PERSON), ("Varga", PERSON)]


def test_the_end_of_a_longer_name_is_a_person_too():
    tagged = [(0, 0, 3, PERSON, 0.9), (1, 2, 4, ORGANIZATION, 0.6)]
    passages = ["Ibrahim Ag Alou left .", "They like Ag Alou ."]
    assert agreed(passages, *tagged) == [("Ibrahim Ag Alou", PERSON), ("Ag Alou", PERSON)]


def test_a_family_is_nobody():
    passages = ["Ana Varga left .", "Then the Vargas left .", "Like the Mills they sang ."]
    tagged = [(0, 0, 2, PERSON, 0.9), (1, 2, 3, ORGANIZATION, 0.9), (2, 2, 3, ORGANIZATION, 0.9)]
    assert agreed(passages, *tagged) == [("Ana Varga", PERSON), ("Mills", ORGANIZATION)]


def test_a_company_of_the_founder_s_name_stays_a_company():
    passages = ["Ana Varga left .", *["They like Varga ."] * 5]
    tagged = [(0, 0, 2, PERSON, 0.9), *((number, 2, 3, ORGANIZATION, 0.9) for number in range(1, 6))]
    assert agreed(passages, *tagged) == [("Ana Varga", PERSON), *[("Varga", ORGANIZATION)] * 5]


def test_places_of_a_name_that_were_missed_are_found():
    tagged = [(0, 1, 4, ORGANIZATION, 0.9)]
    passages = ["The Union of Rowers met .", "Then Union of Rowers left ."]
    assert agreed(passages, *tagged) == [("Union of Rowers", ORGANIZATION)] * 2


def test_a_part_of_a_longer_name_is_not_missed():
    assert agreed(["Then Varga left .", "The Varga Prize was new ."], (0, 1, 2, PERSON, 0.9)) == [("Varga", PERSON)]


def test_a_name_tagged_in_part_has_all_the_words_it_has_elsewhere():
    passages = ["From Varga Pictures then .", "By Varga Pictures then .", "Like Varga he left ."]
    tagged = [(number, 1, last, ORGANIZATION, 0.9) for number, last in enumerate((3, 2, 2))]
    found = agreed(passages, *tagged)
    assert found == [("Varga Pictures", ORGANIZATION), ("Varga Pictures", ORGANIZATION), ("Varga", ORGANIZATION)]
    doubtful = [(0, 1, 3, ORGANIZATION, 0.5), (1, 1, 2, ORGANIZATION, 0.9)]
    assert agreed(passages[:2], *doubtful)[1] == ("Varga", ORGANIZATION)


def test_what_a_country_does_in_capitals_is_no_name():
    tagged = [(0, 0, 2, ORGANIZATION, 0.9), (1, 0, 2, ORGANIZATION, 0.9)]
    assert agreed(["PERU FALLS", "PERU BANK"], *tagged) == [("PERU BANK", ORGANIZATION)]


def test_an_acronym_is_an_organization_like_its_expansion():
    tagged = [(0, 1, 4, ORGANIZATION, 0.9), (1, 1, 2, PERSON, 0.5), (0, 5, 6, PERSON, 0.3)]
    found = agreed(["The Harbour Rowers Union ( HRU ) met .", "Then HRU left ."], *tagged)
    assert found == [("Harbour Rowers Union", ORGANIZATION), ("HRU", ORGANIZATION), ("HRU", ORGANIZATION)]


def test_a_headline_in_capitals_is_cut_to_the_names_of_the_text():
    tagged = [(0, 0, 3, ORGANIZATION, 0.5), (1, 1, 3, PERSON, 0.9)]
    assert agreed(["ANA VARGA WINS", "Then Ana Varga left ."], *tagged) == [
        ("ANA VARGA", PERSON),
        ("Ana Varga", PERSON),
    ]


def test_a_full_name_in_capitals_stays_whole_where_the_text_has_the_surname_alone():
    tagged = [(0, 0, 2, PERSON, 0.9), (1, 1, 2, PERSON, 0.9)]
    assert agreed(["ANA VARGA WINS", "Then Varga left ."], *tagged) == [("ANA VARGA", PERSON), ("Varga", PERSON)]


def test_a_town_in_a_table_of_results_is_its_club_and_elsewhere_itself():
    tagged = [(0, 0, 1, ORGANIZATION, 0.8), (1, 1, 2, PLACE, 0.9), (2, 1, 2, PLACE, 0.9)]
    assert agreed(["Elm 5 Osijek 3", "In Elm then .", "Near Elm too ."], *tagged) == [("Elm", ORGANIZATION)]


def test_a_headline_in_capitals_has_short_forms_of_what_the_text_has_in_full():
    tagged = [(1, 0, 2, PERSON, 0.9), (1, 3, 5, ORGANIZATION, 0.9)]
    found = agreed(["VARGA TO LEAVE OSTRALIS", "Ana Varga leads Ostralis Mining ."], *tagged)
    assert found[:2] == [("VARGA", PERSON), ("OSTRALIS", ORGANIZATION)]
