"""Signs that documents write by their looks: raised figures, letters of fonts of symbols; descriptions that are file names."""

from __future__ import annotations

import re

_RAISED = str.maketrans(
    "0123456789+-\u2212=()",
    "\u2070\xb9\xb2\xb3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207b\u207c\u207d\u207e",
)
_FIGURES = re.compile(r"\s*[-+=()\u2212]*\d[-+=()\u2212\d]*\s*")
_FILE = re.compile(
    r"(?i)(?:[a-z]:\\|/|\\\\|https?:).*|(?:[^\s/\\]+[/\\])*[^\s/\\]+\.(?:jpe?g|png|gif|bmp|tiff?|svg|webp|wmf|emf|ico)"
)

# The encoding of the font Symbol (Adobe, "PostScript Language Reference", 3rd edition, appendix E.12).
_SYMBOL = {
    **dict(
        enumerate(
            "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x21
        )
    ),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪", 0xA0)),
    **dict(enumerate("〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", 0xF1)),
}
# Of Wingdings, what stands among words.
_WINGDINGS = dict(
    zip(
        b"\x22\x28\x2a\x4a\x4c\x6c\x6e\x6f\x71\x76\x77\x9f\xa7\xa8\xd8\xdf\xe0\xe1\xe2\xe8\xf0\xfb\xfc\xfd\xfe",
        "✂☎✉☺☹●■□❑❖◆•▪◻➢←→↑↓➔⇨✗✓☒☑",
        strict=True,
    )
)


def symbol(code: int, font: str) -> str:
    """Return the character that a font of symbols has at a place (0 to 255, or U+F000 to U+F0FF), "" where it is not known."""
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if place == 0x20:
        return " "
    return (_WINGDINGS if "dings" in font.casefold() else _SYMBOL).get(place, "")


def raised(words: str) -> str:
    """Return superscript figures as such ("10" and "6" are 10\u2076, not 106); other words as they are."""
    return words.translate(_RAISED) if _FIGURES.fullmatch(words) else words


def description(words: str) -> str:
    """Return what a picture's alternative text says; "" where it is only the name of its file."""
    words = " ".join(words.split())
    return "" if _FILE.fullmatch(words) else words
