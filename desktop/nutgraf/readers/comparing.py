"""How words of a document are compared: white space, punctuation and case may differ."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return the letters and digits of `text` in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def folded(text: str | None) -> str:
    """Return `text` as one line, white space folded; "" for None."""
    return " ".join((text or "").split())
