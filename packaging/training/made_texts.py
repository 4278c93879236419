"""Texts made for training that are no pages and yet have short lines: minutes, recipes, letters, interviews, verse, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from page_phrases import MONTHS, NAMES, SECTIONS

from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from made_pages import Story

_SHORTEST, _LONGEST = 2, 9  # words of a short line


class TextMaker:
    """Makes texts from the sentences of stories."""

    def __init__(self, stories: Sequence[Story], draw: random.Random) -> None:
        self._stories, self._draw = stories, draw

    def make(self) -> list[Line]:
        """Return a text."""
        draw = self._draw
        self._story = draw.choice(self._stories)
        kinds: list[Callable[[], list[str]]] = [
            self._minutes, self._recipe, self._letter, self._interview, self._verse, self._notes, self._table, self._remarks,
        ]  # fmt: skip
        texts = draw.choice(kinds)()
        blank = draw.choice([0.0, 0.1, 0.4, 1.0])
        return [Line(text, not index or draw.random() < blank) for index, text in enumerate(texts)]

    def _prose(self, most: int) -> list[str]:
        """Return a few paragraphs of the story."""
        draw, sentences = self._draw, self._story.sentences
        start = draw.randrange(len(sentences))
        found = sentences[start : start + draw.randint(1, most)]
        size = draw.randint(1, 4)
        return [" ".join(found[at : at + size]) for at in range(0, len(found), size)]

    def _short(self) -> str:
        """Return some words of one of the stories, with a capital."""
        words = self._draw.choice(self._draw.choice(self._stories).sentences).split()
        start = self._draw.randrange(len(words))
        found = " ".join(words[start : start + self._draw.randint(_SHORTEST, _LONGEST)]).rstrip(".!?")
        return found[:1].upper() + found[1:]

    def _list(self, most: int) -> list[str]:
        """Return short lines behind the same bullet, behind numbers, or behind nothing."""
        bullet = self._draw.choice(["- ", "* ", "• ", "", "1"])
        lines = [self._short() for _ in range(self._draw.randint(2, most))]
        return [f"{place}. {line}" if bullet == "1" else bullet + line for place, line in enumerate(lines, start=1)]

    def _minutes(self) -> list[str]:
        draw = self._draw
        lines = [f"Minutes of the {draw.choice(SECTIONS).lower()} meeting", self._day()]
        lines += [
            f"Present: {', '.join(self._person() for _ in range(draw.randint(2, 6)))}",
            f"Apologies: {self._person()}",
        ]
        for number in range(1, draw.randint(3, 10)):
            lines += [f"{number}. {self._short()}", *self._prose(5)]
            if draw.random() < 0.5:
                lines += [f"Action: {self._person()} to {self._short().lower()}"]
        return [*lines, f"Next meeting: {self._day()}"]

    def _recipe(self) -> list[str]:
        draw = self._draw
        units = ("g", "ml", "tbsp", "tsp", "cups", "slices", "cloves", "")
        parts = [
            f"{draw.randint(1, 500)} {draw.choice(units)} {self._short().lower()}".replace("  ", " ")
            for _ in range(draw.randint(4, 14))
        ]
        return [
            self._short(),
            *self._prose(3),
            f"Serves {draw.randint(2, 8)}",
            "Ingredients",
            *parts,
            "Method",
            *self._prose(10),
        ]

    def _letter(self) -> list[str]:
        draw = self._draw
        address = [self._person(), f"{draw.randint(1, 99)} {self._short()}", self._day()]
        name = self._person().split()[0]
        close = draw.choice(["Best wishes,", "Yours sincerely,", "Kind regards,", "Love,", "Thanks,", "Cheers,"])
        return [
            *address[draw.randint(0, 2) :],
            f"{draw.choice(['Dear', 'Hi', 'Hello'])} {name},",
            *self._prose(12),
            close,
            self._person(),
        ]

    def _interview(self) -> list[str]:
        draw = self._draw
        one, other = draw.choice(
            [("Q", "A"), (self._person(), self._person()), (self._person().upper(), self._person().upper())]
        )
        lines = self._prose(4)
        for _ in range(draw.randint(4, 20)):
            lines += [f"{one}: {self._short()}?", f"{other}: {' '.join(self._prose(3))}"]
        return lines

    def _verse(self) -> list[str]:
        draw = self._draw
        words = " ".join(self._prose(12)).split()
        size = draw.randint(4, 8)
        lines = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
        return [self._short(), *(line[:1].upper() + line[1:] for line in lines)]

    def _notes(self) -> list[str]:
        """Return headings, paragraphs and lists, as manuals, reports and plans have them."""
        draw = self._draw
        lines = [self._short(), *self._prose(4)]
        for _ in range(draw.randint(2, 9)):
            lines.append(draw.choice(["", "## ", f"{draw.randint(1, 9)}.{draw.randint(1, 9)} "]) + self._short())
            lines += self._prose(6) if draw.random() < 0.8 else []
            lines += self._list(8) if draw.random() < 0.5 else []
        return lines

    def _table(self) -> list[str]:
        draw = self._draw
        columns, parted = draw.randint(2, 5), draw.choice([" · ", " | ", "\t", ", "])
        rows = [
            parted.join([self._short(), *(str(draw.randint(1, 9999)) for _ in range(columns))])
            for _ in range(draw.randint(4, 40))
        ]
        return [self._short(), *self._prose(4), *rows, *self._prose(4)]

    def _remarks(self) -> list[str]:
        """Return a list with nothing around it: of things to do, of names, of titles, of remarks."""
        draw = self._draw
        made = draw.choice([self._short, self._person, lambda: self._short() + draw.choice([".", "?", "!", ""])])
        return [made() for _ in range(draw.randint(5, 60))]

    def _person(self) -> str:
        return f"{self._draw.choice(NAMES)} {self._draw.choice(NAMES)}"

    def _day(self) -> str:
        return f"{self._draw.randint(1, 28)} {self._draw.choice(MONTHS)} {self._draw.randint(1990, 2025)}"
