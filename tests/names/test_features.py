import pytest

from nutgraf.names.features import Context, features, is_headline, shape


@pytest.mark.parametrize(
    ("word", "expected"), [("McCain", "XxXx"), ("AT&T", "X&X"), ("2nd", "0x"), ("U.S.", "X.X."), ("al-Masri", "x-Xx")]
)
def test_a_shape_folds_runs(word, expected):
    assert shape(word) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BOEING CUTS 900 JOBS", True),
        ("Boeing Cuts Jobs in Norway", True),
        ("Boeing cuts jobs in Norway", False),
        ("Boeing Cuts Jobs Again .", False),
        ("Boeing", False),
    ],
)
def test_headlines_are_told_by_their_capitals(line, expected):
    assert is_headline(line.split()) is expected


def test_a_headline_is_read_in_the_case_of_the_text():
    context = Context([["Then", "Okafor", "of", "ZIMU", "resigned", "."]])
    assert context.restore(["OKAFOR", "OF", "ZIMU", "RESIGNED"]) == ["Okafor", "of", "ZIMU", "resigned"]


def test_the_first_word_of_a_sentence_is_read_in_its_own_case():
    context = Context([])
    assert context.restore(["Because", "Okafor", "left"])[0] == "because"
    assert context.restore(["Okafor", "left", "because"])[0] == "Okafor"


def test_what_stands_beside_a_word_elsewhere_is_known_of_it():
    context = Context([["They", "saw", "President", "Okafor", "."], ["Okafor", "said", "it", "."]])
    assert {"d:t", "d:said", "d:inner"} <= set(context.clues("Okafor"))


def test_every_token_has_features_and_they_are_the_same_every_time():
    words = ["Then", "Ana", "Ruiz", "of", "the", "U.N.", "left", "New", "York", "."]
    rows = features(words, Context([words]))
    assert len(rows) == len(words)
    assert all(rows)
    assert rows == features(words, Context([words]))
