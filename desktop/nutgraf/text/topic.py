"""What a reader asks a summary to be about."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.text.words import listed


@dataclass(frozen=True, slots=True)
class Topic:
    """`words` as they were typed; those that the article has, and those that it has not. Words like “the” are neither."""

    words: str
    found: tuple[str, ...]
    missing: tuple[str, ...]

    def doubt(self) -> str:
        """Return a sentence that says what cannot be gone by, or ""."""
        if not self.found and not self.missing:
            return f"“{self.words}” is too common to go by: the summary is of the whole article."
        if not self.missing:
            return ""
        named = listed([f"“{word}”" for word in self.missing])
        verb = "does" if len(self.missing) == 1 else "do"
        if self.found:
            return f"{named} {verb} not occur in this article."
        return f"{named} {verb} not occur in this article: the summary is of the whole."
