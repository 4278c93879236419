"""Letters of TeX's fonts that do not say what they are (Type 3): told by their places in its encodings OT1 and T1.

After "The LaTeX Font Encodings" (LaTeX Project, 2024), sections 2.1 and 2.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# "ff", "fi", "fl", "ffi" and "ffl" beside a letter. OT1's third is a carriage return too.
_OT1 = re.compile(r"[\x0b-\x0f](?=[a-z\x0b-\x0f])|(?<=[a-z])[\x0b\x0c\x0e\x0f]")
_T1 = re.compile(r"[\x1b-\x1f](?=[a-z])|(?<=[a-z])[\x1b-\x1f]")
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04"
# Quotation marks and dashes stand where programs have a backslash and the like, which typewriter fonts have too.
_OT1_SIGNS = re.compile(r"(?<!\S)\\(?=\w)|(?<=[\w.,;:!?])\"|(?<=\w)\{(?=\w)|(?<=\w)\|(?=\w)")
_OT1_LETTERS = {
    **dict(zip("\x0b\x0c\r\x0e\x0f", _LIGATURES, strict=True)),
    "\\": "“", '"': "”", "{": "–", "|": "—",
}  # fmt: skip
# What stands alone is a bullet of another font.
_T1_SIGNS = re.compile(
    r"[\x10-\x16\x1b-\x1f\xd7\xdf\xf7\xff]|[\x80-\xbf](?=[\w\x80-\xbf])|(?<=[\w\x80-\xbf])[\x80-\xbf]"
)
_T1_LETTERS = {
    **dict(zip(map(chr, range(0x10, 0x17)), "“”„«»–—", strict=True)),
    **dict(zip(map(chr, range(0x1B, 0x20)), _LIGATURES, strict=True)),
    **dict(
        zip(
            map(chr, range(0x80, 0xC0)),
            "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£",
            strict=True,
        )
    ),
    "\xd7": "Œ", "\xdf": "ẞ", "\xf7": "œ", "\xff": "ß",
}  # fmt: skip


def tex_letters(text: str, is_unnamed: Callable[[int], bool]) -> str:
    """Return a page's text, as long as before, with the letters of such fonts; `is_unnamed` tells of a place whether they are.

    Only ligatures tell that a font is TeX's and which encoding it has.
    """
    if any(is_unnamed(found.start()) for found in _OT1.finditer(text)):
        forms, letters = [_OT1, _OT1_SIGNS], _OT1_LETTERS
    elif any(is_unnamed(found.start()) for found in _T1.finditer(text)):
        forms, letters = [_T1_SIGNS], _T1_LETTERS
    else:
        return text
    for form in forms:
        text = form.sub(lambda found: letters[found[0]] if is_unnamed(found.start()) else found[0], text)
    return text
