"""What a card of the summary offers: the sentence before, where it leans on it; to take one back that the reader added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text.opener import leaning_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.text.article import Article
    from nutgraf.text.ranking import Summary
    from nutgraf.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Note:
    """Words, what a click does, and the sentence (by index) that it adds to the summary or takes from it."""

    words: str
    action: str
    sentence: int
    adds: bool

    def line(self) -> str:
        """Return words and action in a line."""
        return f"{self.words} · {self.action}"


def notes_of(summary: Summary, article: Article, sentences: Sequence[Sentence]) -> dict[int, Note]:
    """Return the notes by the sentence on whose card they stand."""
    notes = {
        index: Note(leaning_note(sentences[index].span.of(article.text)), "Add it", index - 1, adds=True)
        for index in summary.dangling()
    }
    return notes | {index: Note("Added by you", "Remove", index, adds=False) for index in summary.added}
