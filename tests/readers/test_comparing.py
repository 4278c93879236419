from nutgraf.readers.comparing import folded, plain


def test_words_are_alike_whatever_their_case_and_marks():
    assert plain("On Tides: “Part 2”") == plain("on tides – PART 2") == "ontidespart2"
    assert plain("Größe") == plain("GRÖSSE")
    assert plain(" …") == ""


def test_white_space_is_folded_and_nothing_is_no_words():
    assert folded("  On\n tides\u00a0and ferries ") == "On tides and ferries"
    assert folded(None) == ""
