import pytest

from nutgraf.readers.signs import description, raised, symbol


@pytest.mark.parametrize(
    ("words", "shown"), [("2", "²"), ("-10", "⁻¹⁰"), ("(1)", "⁽¹⁾"), ("st", "st"), ("[1]", "[1]"), ("+", "+"), ("", "")]
)
def test_only_figures_are_raised(words, shown):
    assert raised(words) == shown


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        (0x61, "Symbol", "α"), (0xF061, "Symbol", "α"), (0xFE, "Symbol", "⎭"), (0xB7, "Symbol", "•"), (0xA3, "Symbol", "≤"),
        (0xF0FC, "Wingdings", "✓"), (0x20, "Wingdings 2", " "), (0x41, "Webdings", ""), (0x3042, "Symbol", ""),
    ],
)  # fmt: skip
def test_fonts_of_symbols_have_their_own_letters(code, font, shown):
    assert symbol(code, font) == shown


@pytest.mark.parametrize(
    "words",
    [
        "a.jpg",
        "IMG_0001.PNG",
        r"C:\pictures\the tower.jpg",
        "/home/a.gif",
        "https://tower.example/a b.png",
        "OEBPS/images/a.png",
    ],
)
def test_the_name_of_a_file_describes_no_picture(words):
    assert description(words) == ""


@pytest.mark.parametrize("words", ["The tower at dusk", "Map of Harbour St. and Jpg Lane", "figure 3"])
def test_words_describe_a_picture(words):
    assert description(words) == words
