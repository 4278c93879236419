"""An article that is open: what is known of it so far, and where its reader was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from nutgraf.gui.brief import Brief
from nutgraf.text.visible import line
from nutgraf.text.words import counted, duration, reading_minutes

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.text.article import Article
    from nutgraf.text.entity import Entity, Mention, Names
    from nutgraf.text.ranking import Ranking
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span


@dataclass(eq=False, slots=True)
class Reading:
    """What fills up as background work comes in: `None` means not known yet."""

    path: Path
    length: int  # sentences
    article: Article | None = None
    error: Exception | None = None
    sentences: tuple[Sentence, ...] | None = None
    ranking: Ranking | None = None
    names: Names | None = None
    mentions: tuple[Mention, ...] | None = None  # as the engine found them, before any correction
    outdated: bool = False  # whether the names are those of other corrections, or of another watch list
    brief: Brief = field(default_factory=Brief)
    verdict: str = ""  # why there is no summary, in a sentence
    insisted: bool = False  # whether the reader wants a summary all the same
    words: int = 0  # of the article, without furniture
    place: int = 0
    before: Article | None = None  # what the article was, until its file is read again
    wanted: Span | None = None  # to be revealed once the article is there
    folds: dict[int, bool] = field(default_factory=dict)  # blocks, and whether the reader says that each is furniture
    folds_of: str = ""  # SHA-256 of the file that they are of
    refolds: list[dict[int, bool]] = field(default_factory=list)  # what undoes each change of a fold, the last one last
    undone: list[dict[int, bool]] = field(
        default_factory=list
    )  # what does again each that was undone, the last one last

    @property
    def title(self) -> str:
        """The article's title, or its file's name."""
        return (self.article.meta.title if self.article else "") or line(self.path.name)

    @property
    def entities(self) -> tuple[Entity, ...] | None:
        """Who is in the article."""
        return self.names.entities if self.names else None

    def forget(self) -> None:
        """Keep the article and forget what was found out about it."""
        self.sentences = self.ranking = self.names = self.mentions = None
        self.outdated = False
        self.verdict = ""
        self.brief.forget()


def language_name(tag: str) -> str:
    """Return the English name of a BCP 47 language, "" if it is not known."""
    return QLocale.languageToString(QLocale(tag).language()) if tag and QLocale(tag) != QLocale.c() else ""


def facts_of(article: Article, count: int) -> tuple[str, ...]:
    """Return what stands in the meta line of an article of `count` words: authors, date, site, file, words, time, language."""
    meta = article.meta
    by = "By " + ", ".join(meta.authors) if meta.authors else ""
    facts = (
        by,
        meta.published,
        meta.site,
        meta.source_name,
        counted(count, "word"),
        f"{duration(reading_minutes(count))} read",
        language_name(meta.language),
    )
    return tuple(fact for fact in facts if fact)
