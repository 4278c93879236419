import pytest

from nutgraf.names.phrases import ORGANIZATION, PERSON, Phrase
from nutgraf.names.tokens import token_spans
from nutgraf.names.trimming import after_courtesy, trimmed


def cut(text, kind, confidence=1.0):
    """Return what is left of a phrase that was tagged whole."""
    words = [text[start:end] for start, end in token_spans(text)]
    found = trimmed([Phrase(0, 0, len(words), kind, confidence)], [words])
    return [(" ".join(words[each.first : each.last]), each.kind) for each in found]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("President Otieno Were", PERSON, [("Otieno Were", PERSON)]),
        ("Lt. Gen. Carl Hauser ’s", PERSON, [("Carl Hauser", PERSON)]),
        ("Prime Minister", PERSON, []),
        ("Ahmed bin Rashid", PERSON, [("Ahmed bin Rashid", PERSON)]),
        ("Ana Ruiz and Bo Ek", PERSON, [("Ana Ruiz", PERSON), ("Bo Ek", PERSON)]),
        ("striker Bo Ek", PERSON, [("Bo Ek", PERSON)]),
        ("Ana Ruiz beat Bo Ek", PERSON, [("Ana Ruiz", PERSON), ("Bo Ek", PERSON)]),
        ("Ruiz ’s offer", PERSON, [("Ruiz", PERSON)]),
        ("Don Ruiz", PERSON, [("Don Ruiz", PERSON)]),
        ("about Harbour Shoes", ORGANIZATION, [("Harbour Shoes", ORGANIZATION)]),
        ("The Harbour Union 's", ORGANIZATION, [("Harbour Union", ORGANIZATION)]),
        ("UN and Security Council", ORGANIZATION, [("UN", ORGANIZATION), ("Security Council", ORGANIZATION)]),
        ("Ministry of Trade and Industry", ORGANIZATION, [("Ministry of Trade and Industry", ORGANIZATION)]),
        ("Peru 's Ministry of Trade", ORGANIZATION, [("Ministry of Trade", ORGANIZATION)]),
        ("Lord ’s Resistance Army", ORGANIZATION, [("Lord ’s Resistance Army", ORGANIZATION)]),
        ("U.N. Secretary-General", ORGANIZATION, [("U.N.", ORGANIZATION)]),
        ("Harbour Union Director Jane Doe", ORGANIZATION, [("Harbour Union", ORGANIZATION), ("Jane Doe", PERSON)]),
        ("External Affairs Minister S. Rao", ORGANIZATION, [("S. Rao", PERSON)]),
        ("General Motors", ORGANIZATION, [("General Motors", ORGANIZATION)]),
        ("General Assembly", ORGANIZATION, [("General Assembly", ORGANIZATION)]),
        ("Captain Varga", ORGANIZATION, [("Varga", PERSON)]),
        ("General", ORGANIZATION, []),
        ("Assistant", PERSON, []),
        ("D-Minn", PERSON, []),
        ("Lance Poe", PERSON, [("Lance Poe", PERSON)]),
        ("Lance Cpl. Poe", PERSON, [("Poe", PERSON)]),
        ("Princesses Ana", PERSON, [("Ana", PERSON)]),
        ("Presidents Ana Ruiz and Bo Ek", PERSON, [("Ana Ruiz", PERSON), ("Bo Ek", PERSON)]),
        ("Catherine of Aragon", PERSON, [("Catherine of Aragon", PERSON)]),
        ("Air Commodore Varga", ORGANIZATION, [("Varga", PERSON)]),
        ("Union", ORGANIZATION, []),
        ("Allied", ORGANIZATION, []),
        ("R", ORGANIZATION, []),
        ("Typhoon Kalani", ORGANIZATION, []),
        ("D-Link", ORGANIZATION, [("D-Link", ORGANIZATION)]),
        ("Russia", ORGANIZATION, []),
        ("Sri Lankans", ORGANIZATION, []),
        ("R&D", ORGANIZATION, []),
        ("Davis Cup", ORGANIZATION, []),
        ("Group A", ORGANIZATION, []),
        ("Delhi-based Energy Council", ORGANIZATION, [("Energy Council", ORGANIZATION)]),
        ("@newsdesk", PERSON, []),
    ],
)
def test_a_name_is_left_bare(text, kind, expected):
    assert cut(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "confidence", "found"),
    [
        ("facebook", 0.95, True),
        ("facebook", 0.7, False),
        ("ana ruiz", 0.9, True),
        ("minister", 0.99, False),
        ("kampala", 0.99, False),
    ],
)
def test_a_name_without_a_capital_is_believed_if_it_is_sure_and_no_everyday_word(text, confidence, found):
    assert bool(cut(text, ORGANIZATION, confidence)) is found


@pytest.mark.parametrize(
    ("text", "confidence", "found"), [("Utah", 0.95, True), ("Utah", 0.8, False), ("Peru", 0.99, False)]
)
def test_a_state_may_be_its_club_where_that_is_sure(text, confidence, found):
    assert bool(cut(text, ORGANIZATION, confidence)) is found


@pytest.mark.parametrize(("confidence", "kind"), [(0.6, PERSON), (0.95, ORGANIZATION)])
def test_a_doubtful_organization_in_brackets_called_like_a_person_is_one(confidence, kind):
    words = ["(", "Sakib", "Ali", "/", "Elm", "Times", ")"]
    assert [each.kind for each in trimmed([Phrase(0, 1, 3, ORGANIZATION, confidence)], [words])] == [kind]
    assert cut("Merrill Lynch", ORGANIZATION, confidence) == [("Merrill Lynch", ORGANIZATION)]


@pytest.mark.parametrize(
    ("text", "last", "kind", "found"),
    [
        ("Varga Cup", 1, ORGANIZATION, False),
        ("Varga ’s syndrome", 1, PERSON, False),
        ("Varga ’s cup", 1, PERSON, True),
        ("Varga cup", 1, ORGANIZATION, True),
    ],
)
def test_what_gives_its_name_to_an_event_or_an_ailment_is_not_meant(text, last, kind, found):
    assert bool(list(trimmed([Phrase(0, 0, last, kind, 0.9)], [text.split()]))) is found


def test_whoever_is_mister_is_a_person():
    words = ["Then", "Mr.", "Acme", "Jones", "left", "."]
    assert after_courtesy([Phrase(0, 2, 4, ORGANIZATION, 0.7)], [words]) == [Phrase(0, 2, 4, PERSON, 0.7)]
    assert after_courtesy([], [words]) == [Phrase(0, 2, 4, PERSON, 0.5)]
    already = [Phrase(0, 2, 4, PERSON, 0.9)]
    assert after_courtesy(already, [words]) == already
