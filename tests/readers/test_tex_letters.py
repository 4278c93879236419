import pytest

from nutgraf.readers.tex_letters import tex_letters


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ('the o\x0ece \\was" \x0crst, 1{5 yes|no', "the o\ufb03ce “was” \ufb01rst, 1–5 yes—no"),  # OT1
        ("the o\x1ece \x10was\x11 \x1crst, 1\x155 \x92\xf3d\xb9", "the o\ufb03ce “was” \ufb01rst, 1–5 Šódź"),
    ],
)
def test_letters_are_told_by_their_places_in_the_encoding_that_its_ligatures_show(drawn, meant):
    assert tex_letters(drawn, lambda _: True) == meant


def test_what_a_font_names_and_what_has_no_ligatures_stays():
    words = 'a \\b "c" 1{5, o\x0ece'
    assert tex_letters(words, lambda _: False) == words
    assert tex_letters('a \\b said"', lambda _: True) == 'a \\b said"'


def test_a_sign_that_stands_alone_is_none_of_its_letters():
    assert tex_letters("\x88 o\x1ece", lambda _: True) == "\x88 o\ufb03ce"
