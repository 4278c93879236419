"""Pages made for training: the text of an article wrapped in the furniture of web pages.

The saved pages come from some fifty sites, and what surrounds an article differs more from site to site than articles do. So
bodies of news are wrapped here in menus, notices, share buttons, comments and, the hardest case, teasers: headlines and first
sentences of other stories. Lines of real pages (of the training fold alone) stand among lines made from phrases of sites.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from page_phrases import (
    ADS,
    CALLS,
    COMMENTS,
    COOKIES,
    FOOTER,
    MONTHS,
    NAMES,
    NEWSLETTER,
    POINTERS,
    RELATED,
    REPLIES,
    SECTIONS,
    SHARE,
    TOP,
)

from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.!?][\"'”’ ])\s*(?=[A-Z\"“‘'])|(?<=[.!?])\s+(?=[A-Z\"“‘'])")
Labelled = list[tuple[str, str]]


@dataclass(frozen=True)
class Story:
    """An article that no furniture stands in: its title (or "") and paragraphs of one or more sentences."""

    title: str
    sentences: list[str]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of it that begin with a capital."""
        return frozenset(re.findall(r"\b[A-Z]\w{3,}", " ".join(self.sentences)))


def read_stories(folder: Path) -> list[Story]:
    """Return the news of the training halves: of `summaries/` as running text, of `names/` as sentences."""
    found: list[Story] = []
    for name in ("wire", "daily"):
        for line in (folder / "summaries" / f"{name}.train.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            sentences = [each.strip() for each in _SENTENCE.split(record["text"].replace("\n", " ")) if each.strip()]
            if not record["text"][:200].islower():
                found.append(Story(record.get("title") or "", sentences))
    sys.path.insert(0, str(folder))
    from score_names import documents, lay_out

    for name in ("voa", "web"):
        found += [
            Story("", lay_out(document)[0].split("\n\n"))
            for document in documents(folder / "names" / f"{name}.train.conll")
        ]
    return [story for story in found if 4 <= len(story.sentences) <= 80]


class PageMaker:
    """Makes pages from stories and from the lines above, within and below the articles of real pages."""

    def __init__(self, stories: Sequence[Story], real: Sequence[Labelled], draw: random.Random) -> None:
        self._stories, self._draw = stories, draw
        self._real: dict[str, list[list[str]]] = {"before": [], "inside": [], "after": []}
        for page in real:
            for part, found in self._real.items():
                lines = [text for text, label in page if label == part]
                if len(lines) >= (1 if part == "inside" else 5):
                    found.append(lines)

    def make(self) -> tuple[list[Line], list[str]]:
        """Return a page and its labels."""
        draw = self._draw
        story = self._about = self._shortened(draw.choice(self._stories))
        title = story.title or self._headline(story)
        lines: Labelled = [(each, "before") for each in self._top(title)]
        lines.append((title, "title"))
        lines += [(each, "before") for each in self._under_title(story)]
        lines += self._body(story)
        lines += [(each, "after") for each in self._bottom()]
        return self._lay(lines)

    def _lay(self, lines: Labelled) -> tuple[list[Line], list[str]]:
        """Set blank lines, and bullets before short lines, as one browser would."""
        draw = self._draw
        blank_short, blank_long = draw.choice([(0.0, 0.0), (0.1, 1.0), (0.3, 1.0), (1.0, 1.0), (0.05, 0.6)])
        bullet = draw.choice(["* ", "• ", "", "", "- "])
        laid, labels, long_before = [], [], False
        for text, label in lines:
            long = len(text) > 70
            apart = draw.random() < (blank_long if long or long_before else blank_short)
            marked = bullet + text if bullet and label != "article" and len(text) < 90 and draw.random() < 0.4 else text
            laid.append(Line(marked, apart))
            labels.append(label)
            long_before = long
        return laid, labels

    def _body(self, story: Story) -> Labelled:
        """Return the story in paragraphs of a few sentences, seldom interrupted."""
        draw = self._draw
        most, interrupted = draw.choice([1, 2, 2, 3, 4, 8]), draw.choice([0.0, 0.0, 0.05, 0.15])
        lines: Labelled = []
        at = 0
        while at < len(story.sentences):
            size = draw.randint(1, most)
            lines.append((" ".join(story.sentences[at : at + size]), "article"))
            at += size
            if at < len(story.sentences) and draw.random() < interrupted:
                lines += [(each, "inside") for each in self._interruption()]
        return lines

    def _interruption(self) -> list[str]:
        draw = self._draw
        if self._real["inside"] and draw.random() < 0.3:
            lines = draw.choice(self._real["inside"])
            start = draw.randrange(len(lines))
            return lines[start : start + draw.randint(1, 6)]
        kinds: list[Callable[[], list[str]]] = [
            lambda: [draw.choice(ADS)],
            lambda: [f"{draw.choice(POINTERS)} {self._other_headline()}"],
            lambda: [draw.choice(RELATED), *(self._other_headline() for _ in range(draw.randint(1, 4)))],
            lambda: draw.sample(NEWSLETTER, draw.randint(1, 3)),
            lambda: draw.sample(SHARE, draw.randint(1, 4)),
            self._teasers,
        ]
        return draw.choice(kinds)()

    def _top(self, title: str) -> list[str]:
        draw = self._draw
        if self._real["before"] and draw.random() < 0.5:
            lines = list(draw.choice(self._real["before"]))
        else:
            lines = draw.sample(TOP, draw.randint(0, 6))
            lines += draw.sample(SECTIONS, draw.randint(3, min(40, len(SECTIONS))))
            if draw.random() < 0.4:
                lines = draw.sample(COOKIES, draw.randint(1, 2)) + lines
        if draw.random() < 0.3:
            lines += [draw.choice(RELATED), *self._teasers()]
        if draw.random() < 0.3:
            lines.append(draw.choice([" > ", " / ", " » ", " | "]).join(["Home", *draw.sample(SECTIONS, 2)]))
        if draw.random() < 0.2:
            lines.append(f"{title} - {draw.choice(SECTIONS)}")
        return lines

    def _under_title(self, story: Story) -> list[str]:
        draw = self._draw
        lines = []
        if draw.random() < 0.8:
            by, person = draw.choice(["By ", "", "Written by ", "by "]), self._person()
            lines.append(by + person + draw.choice(["", f", {draw.choice(SECTIONS)}", f" | {self._date()}"]))
        if draw.random() < 0.8:
            lines.append(draw.choice(["Published ", "Updated ", "", "Posted: ", "First published on "]) + self._date())
        if draw.random() < 0.6:
            lines += draw.sample(SHARE, draw.randint(1, 6))
        if draw.random() < 0.3:
            lines.append(
                f"{self._short(story)} ({draw.choice(['Getty Images', 'AP Photo', 'Reuters', 'File', 'AFP'])})"
            )
        return lines

    def _bottom(self) -> list[str]:
        draw = self._draw
        lines = draw.sample(SHARE, draw.randint(0, 5))
        if draw.random() < 0.4:
            lines += [
                draw.choice(["Tags", "Topics", "TAGS:", "More on:", "Filed under:"]),
                *draw.sample(SECTIONS, draw.randint(1, 6)),
            ]
        if draw.random() < 0.3:
            lines += draw.sample(NEWSLETTER, draw.randint(1, 4))
        for _ in range(draw.randint(0, 3)):
            lines += [draw.choice(RELATED), *self._teasers()]
        if draw.random() < 0.1:
            lines += self._another_page()
        if draw.random() < 0.35:
            lines += self._comments()
        if self._real["after"] and draw.random() < 0.5:
            lines += draw.choice(self._real["after"])
        else:
            lines += draw.sample(SECTIONS, draw.randint(0, 25)) + draw.sample(
                FOOTER, draw.randint(2, min(14, len(FOOTER)))
            )
        return lines

    def _teasers(self) -> list[str]:
        """Return other stories in one of the styles of sites: headlines, with dates, with first sentences, or these alone."""
        draw = self._draw
        dated, spoken, called, headed = (draw.random() < each for each in (0.35, 0.5, 0.15, 0.85))
        most = draw.choice([1, 1, 2, 3])
        lines = []
        for _ in range(draw.choice([3, 5, 8, 15, 30])):
            other = self._other()
            if headed or not spoken:
                lines.append(other.title or self._headline(other))
            if spoken:
                words = " ".join(other.sentences[: draw.randint(1, most)])
                lines.append(
                    words
                    if draw.random() < 0.6
                    else words[: draw.randint(60, 200)].rsplit(" ", 1)[0] + draw.choice(["...", "…", " […]"])
                )
            if dated:
                lines.append(draw.choice(["", f"{self._person()} - ", f"{draw.choice(SECTIONS)} | "]) + self._date())
            if called:
                lines.append(draw.choice(CALLS))
        return lines

    def _comments(self) -> list[str]:
        draw = self._draw
        lines = [draw.choice(COMMENTS)]
        for _ in range(draw.choice([1, 3, 8, 20])):
            other = draw.choice(self._stories)
            start = draw.randrange(len(other.sentences))
            lines += [draw.choice([self._person(), draw.choice(NAMES) + str(draw.randint(1, 99))]), self._date()]
            lines.append(" ".join(other.sentences[start : start + draw.randint(1, 3)]))
            if draw.random() < 0.6:
                lines.append(draw.choice(REPLIES))
        return lines

    def _shortened(self, story: Story) -> Story:
        """Return the story, or its first sentences: most news is shorter than what is below it."""
        end = self._draw.choice([1, 2, 3, 5, 8, 12, 20, 80, 80])
        return Story(story.title, story.sentences[:end])

    def _other(self) -> Story:
        """Return another story, often one that shares names with the page's own, as related stories do."""
        draw = self._draw
        if draw.random() < 0.6:
            return draw.choice(self._stories)
        known = self._about.names
        return max(draw.sample(self._stories, 40), key=lambda other: len(other.names & known))

    def _another_page(self) -> list[str]:
        """Return a whole other story, as pages that never end have it below their own."""
        other = self._other()
        lines = [other.title or self._headline(other), *self._under_title(other)]
        return lines + [text for text, _ in self._body(other)]

    def _other_headline(self) -> str:
        other = self._other()
        return other.title or self._headline(other)

    def _headline(self, story: Story) -> str:
        """Return the beginning of the first sentence as a headline."""
        words = story.sentences[0].rstrip(".!?").split()[: self._draw.randint(6, 12)]
        return " ".join(words) if self._draw.random() < 0.6 else " ".join(word[:1].upper() + word[1:] for word in words)

    def _short(self, story: Story) -> str:
        return " ".join(self._draw.choice(story.sentences).split()[: self._draw.randint(5, 20)])

    def _person(self) -> str:
        return f"{self._draw.choice(NAMES)} {self._draw.choice(NAMES)}"

    def _date(self) -> str:
        draw = self._draw
        day, month, year = draw.randint(1, 28), draw.choice(MONTHS), draw.randint(2005, 2025)
        clock = f"{draw.randint(1, 12)}:{draw.randint(0, 59):02} {draw.choice(['AM', 'PM', 'am', 'GMT'])}"
        return draw.choice(
            [
                f"{month} {day}, {year}",
                f"{day} {month} {year}",
                f"{month[:3]} {day}, {year} {clock}",
                f"{day:02}/{draw.randint(1, 12):02}/{year}",
                f"{draw.randint(2, 23)} hours ago",
                f"{draw.randint(2, 6)} days ago",
                f"{year}-{draw.randint(1, 12):02}-{day:02}",
            ]
        )
