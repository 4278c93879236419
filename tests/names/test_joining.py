import pytest

from nutgraf.names.joining import joined
from nutgraf.names.phrases import ORGANIZATION, PERSON, PLACE, Phrase


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        ("Jan van der Berg left .", [(0, 2, PERSON), (3, 4, PERSON)], ["Jan van der Berg"]),
        ("Ana Ruiz , Bo Ek left .", [(0, 2, PERSON), (3, 5, PERSON)], ["Ana Ruiz", "Bo Ek"]),
        ("Ana Ruiz Bo Ek left .", [(0, 2, PERSON), (2, 4, PERSON)], ["Ana Ruiz", "Bo Ek"]),
        (
            "Agency for Rivers and Coastal Services Director Bo Ek",
            [(0, 3, ORGANIZATION), (7, 9, PERSON)],
            ["Agency for Rivers and Coastal Services", "Bo Ek"],
        ),
        ("Agency for Rivers and Bo Ek", [(0, 3, ORGANIZATION), (4, 6, PERSON)], ["Agency for Rivers", "Bo Ek"]),
        ("Agency for Rivers and lakes", [(0, 3, ORGANIZATION)], ["Agency for Rivers"]),
        (
            "Service of Harbours and Coastal Rescue said",
            [(0, 4, ORGANIZATION), (4, 6, ORGANIZATION)],
            ["Service of Harbours and Coastal Rescue"],
        ),
        (
            "Harbour Bank River Services",
            [(0, 2, ORGANIZATION), (2, 4, ORGANIZATION)],
            ["Harbour Bank", "River Services"],
        ),
        ("Harbour Bank and River Services", [(0, 2, ORGANIZATION)], ["Harbour Bank"]),
        # no name ends in "of" or "and"
        ("Rowers Council of Elm said", [(0, 3, ORGANIZATION), (3, 4, PLACE)], ["Rowers Council of Elm"]),
        ("Rowers Council of Elm said", [(0, 3, ORGANIZATION)], ["Rowers Council of Elm"]),
        ("Rowers Council of late", [(0, 3, ORGANIZATION)], ["Rowers Council"]),
        ("Rowers Council and Elm", [(0, 3, ORGANIZATION), (3, 4, PLACE)], ["Rowers Council", "Elm"]),
        (
            "UN Office for the Care of Rivers",
            [(0, 2, ORGANIZATION), (4, 7, ORGANIZATION)],
            ["UN Office for the Care of Rivers"],
        ),
        (
            "Department for Trade , Food and Rivers said",
            [(0, 3, ORGANIZATION), (4, 7, ORGANIZATION)],
            ["Department for Trade , Food and Rivers"],
        ),
        (
            "Bank of Elm , Rivers and Coasts Union said",
            [(0, 3, ORGANIZATION), (4, 5, ORGANIZATION), (6, 8, ORGANIZATION)],
            ["Bank of Elm", "Rivers", "Coasts Union"],
        ),
        (
            "Department for Trade , Food and Rivers said",
            [(0, 4, ORGANIZATION), (4, 7, ORGANIZATION)],
            ["Department for Trade , Food and Rivers"],
        ),
        (
            "Bank of Elm , Taylor and Gray said",
            [(0, 3, ORGANIZATION), (4, 7, ORGANIZATION)],
            ["Bank of Elm", "Taylor and Gray"],
        ),
        ("UN Office for West Africa said", [(0, 4, ORGANIZATION)], ["UN Office for West Africa"]),
        ("UN Office for West Africa said", [(0, 3, ORGANIZATION), (3, 5, PLACE)], ["UN Office for West Africa"]),
        ("Rowers Council of Ana Ruiz", [(0, 3, ORGANIZATION), (3, 5, PERSON)], ["Rowers Council", "Ana Ruiz"]),
        ("Harbour Bank for the UN", [(0, 2, ORGANIZATION), (4, 5, ORGANIZATION)], ["Harbour Bank", "UN"]),
        # a nickname in marks is a part of the name, however it was tagged
        ("Jan “ Joey Boy ” Berg left", [(0, 1, PERSON), (2, 4, PERSON), (5, 6, PERSON)], ["Jan “ Joey Boy ” Berg"]),
        ("Jan “ Joey Boy ” Berg left", [(0, 2, PERSON), (2, 5, PERSON), (5, 6, PERSON)], ["Jan “ Joey Boy ” Berg"]),
        ('Jan " Joey " Berg left', [(0, 3, PERSON), (4, 5, PERSON)], ['Jan " Joey " Berg']),
        ("Jan ‘ Joey ’ Berg left", [(0, 1, PERSON), (4, 5, PERSON)], ["Jan ‘ Joey ’ Berg"]),
        ("told Jan Berg “ Joey left ”", [(1, 3, PERSON), (4, 5, PERSON)], ["Jan Berg", "Joey"]),
        ("Jan Berg . “ No , ” Joey said", [(0, 2, PERSON), (7, 8, PERSON)], ["Jan Berg", "Joey"]),
    ],
)
def test_a_name_tagged_in_pieces_is_whole(text, tagged, expected):
    words = text.split()
    found = joined([Phrase(0, first, last, kind, 0.9) for first, last, kind in tagged], [words])
    assert [" ".join(words[each.first : each.last]) for each in found] == expected
