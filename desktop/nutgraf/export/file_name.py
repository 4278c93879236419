"""File names that every system takes, made of an article's title."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from nutgraf.export.wording import title

if TYPE_CHECKING:
    from nutgraf.text.article import Article

LONGEST = 120  # bytes of UTF-8, well below any system's 255
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9¹²³]")  # names of devices on Windows, whatever the suffix


def suggest_name(article: Article) -> str:
    """Return a name without suffix, made of the article's title."""
    return slug(title(article))


def slug(name: str) -> str:
    """Return a name without suffix such as "harbour-wall-to-be-rebuilt": letters and digits of any script, joined by hyphens."""
    plain = re.sub("['’`]", "", unicodedata.normalize("NFC", name).lower())
    parted = "".join(letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in plain)
    words = [word for word in parted.split("-") if word]
    while len("-".join(words).encode()) > LONGEST and len(words) > 1:
        words.pop()
    joined = "-".join(words).encode()[:LONGEST].decode(errors="ignore")
    if not joined or _RESERVED.fullmatch(joined):
        return f"article-{joined}".removesuffix("-")
    return joined
