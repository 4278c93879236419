from nutgraf.names.gazetteer import gazetteer


def test_places_and_peoples_are_known():
    known = gazetteer()
    assert all(map(known.is_place, ("US", "U.S.", "Kenya", "Sri Lankan", "Kenyans", "New Zealand")))
    assert not any(map(known.is_place, ("Boeing", "Okafor", "")))


def test_a_word_has_the_letters_of_its_lists():
    assert "g" in gazetteer().lists("maria")
    assert "f" in gazetteer().lists("garcia")
    assert "p" in gazetteer().lists("nairobi")
    assert gazetteer().lists("quickly") == ""


def test_lists_are_in_lower_case_and_without_stops():
    known = gazetteer()
    for words in (*known.letters.values(), known.phrases, known.lower_case, known.titles):
        assert words
        assert not [word for word in words if word != word.lower() or word.endswith(".") or word != word.strip()]
