"""Newswire and talk of the web, made up from `newswire.toml`: results, bylines, headings in capitals, reviews of shops."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from augment import initials
from conll import Document, Sentence, sentence

from nutgraf import assets

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_LEFT_OUT = 0.25  # of a document's lines after the heading
_COINED = 0.3  # of people's second names and of towns with mines and plants, the share that is in no list
_REPEATED = 3  # places of a shape without a numbered slot, as tables have them
_MONTHS = ("January", "March", "April", "June", "August", "September", "October", "December")
Filling = tuple[str, str]  # words, and their kind or ""


class Newswire:
    """Documents without end, filled with names from the gazetteer's `lists` by their kind."""

    def __init__(self, lists: dict[str, list[str]], chance: random.Random) -> None:
        with Path(__file__).with_suffix(".toml").open("rb") as file:
            self._shapes = tomllib.load(file)
        with assets.path("models", "names", "words.toml").open("rb") as file:
            peoples = tomllib.load(file)["nationalities"]
        self._peoples = [each.title() for each in peoples if each.isalpha()]
        self._lists = lists
        self._chance = chance
        self._kept: dict[str, Filling] = {}

    def document(self) -> Document:
        """Return the next document."""
        self._kept = {}
        shapes = self._shapes["documents"]
        [shape] = self._chance.choices(shapes, [each["weight"] for each in shapes])
        found = []
        for at, line in enumerate(shape["lines"]):
            if at and self._chance.random() < _LEFT_OUT:
                continue
            numbered = any(number for _, number in _SLOT.findall(line))
            times = 1 if numbered or at == 0 else self._chance.randint(1, _REPEATED)
            found += [self._line(line) for _ in range(times)]
        return found

    def _line(self, line: str) -> Sentence:
        loud = line.startswith("^")
        pairs: list[tuple[str, str]] = []
        for written in line.removeprefix("^").split():
            at = 0
            for slot in _SLOT.finditer(written):
                self._add(pairs, written[at : slot.start()], "", loud)
                words, kind = self._filling(*slot.groups())
                for number, word in enumerate(words.split()):
                    tag = f"{'I' if number else 'B'}-{kind}" if kind else ""
                    self._add(pairs, word, tag, loud, glued=number == 0 and slot.start() > 0)
                at = slot.end()
            self._add(pairs, written[at:], "", loud, glued=at > 0)
        return sentence(pairs)

    @staticmethod
    def _add(pairs: list[tuple[str, str]], word: str, tag: str, loud: bool, *, glued: bool = False) -> None:
        """Add a token; what is part of no name clings to the number or mark it was written beside."""
        if not word:
            return
        word = word.upper() if loud else word
        if glued and pairs and not tag and pairs[-1][1] == "O":
            pairs[-1] = (pairs[-1][0] + word, "O")
        else:
            pairs.append((word, tag or "O"))

    def _filling(self, slot: str, number: str) -> Filling:
        if slot in {"sur", "given"}:
            words = self._filling("per", number)[0].split()
            return (" ".join(words[1:]) if slot == "sur" else words[0]), "PER"
        key = slot + number
        if number and key in self._kept:
            return self._kept[key]
        drawn = self._draw(slot)
        if number:
            self._kept[key] = drawn
        return drawn

    def _of(self, name: str) -> str:
        return self._chance.choice(self._shapes[name])

    def _name(self, kind: str) -> str:
        return self._chance.choice(self._lists[kind])

    def _rare(self, kind: str) -> str:
        """Return a name of the kind, or one that is in no list: the beginning of one and the end of another."""
        one, other = self._name(kind), self._name(kind)
        if self._chance.random() < _COINED:
            return one[: (len(one) + 1) // 2] + other[len(other) // 2 :].lower()
        return one

    def _number(self) -> str:
        return str(
            self._chance.choice(
                (self._chance.randint(0, 9), self._chance.randint(0, 99), self._chance.randint(100, 999))
            )
        )

    def _draw(self, slot: str) -> Filling:
        """Return new words for a slot."""
        makers: dict[str, Callable[[], Filling]] = {
            "per": lambda: (f"{self._name('given')} {self._rare('family')}", "PER"),
            "short": lambda: (f"{initials(self._chance)} {self._name('family')}", "PER"),
            "init": lambda: (f"{self._chance.choice(string.ascii_uppercase)}. {self._name('family')}", "PER"),
            "team": lambda: (self._club(), "ORG"),
            "american": lambda: (self._of("american"), "ORG"),
            "nickname": lambda: (self._of("nicknames"), "ORG"),
            "major": lambda: (f"{self._of('american')} {self._of('nicknames')}", "ORG"),
            "agency": lambda: (self._of("agencies"), "ORG"),
            "paper": lambda: (self._of("papers"), "ORG"),
            "party": lambda: (self._of("parties"), "ORG"),
            "body": lambda: (self._composed("bodies"), "ORG"),
            "firm": lambda: (self._composed("firms"), "ORG"),
            "shop": lambda: (self._composed("shops"), "ORG"),
            "brand": lambda: (self._of("brands"), "ORG"),
            "usa": lambda: (self._of("american"), "LOC"),
            "city": lambda: (self._name("city"), "LOC"),
            "town": lambda: (self._rare("city"), "LOC"),
            "country": lambda: (self._name("country"), "LOC"),
            "nation": lambda: (self._name("country"), "LOC"),
            "people": lambda: (self._chance.choice(self._peoples), "MISC"),
            "title": lambda: (self._of("titles"), ""),
            "rank": lambda: (self._of("ranks"), ""),
            "code": lambda: (self._of("codes"), ""),
            "act": lambda: (self._composed("acts"), ""),
            "day": lambda: (self._of("days"), ""),
            "league": lambda: (self._of("leagues"), ""),
            "round": lambda: (self._of("rounds"), ""),
            "sport": lambda: (self._of("sports"), ""),
            "event": lambda: (self._of("events"), ""),
            "n": lambda: (self._number(), ""),
            "set": lambda: (f"{self._chance.randint(0, 7)}-{self._chance.randint(0, 7)}", ""),
            "time": lambda: (f"{self._chance.randint(5, 90)}.{self._chance.randint(10, 99)}", ""),
            "date": self._date,
        }
        return makers[slot]()

    def _date(self) -> Filling:
        year, month, day = self._chance.randint(1990, 2026), self._chance.randint(1, 12), self._chance.randint(1, 28)
        if self._chance.random() < 0.7:
            return f"{year}-{month:02}-{day:02}", ""
        return f"{self._chance.choice(_MONTHS)} {day}", ""

    def _club(self) -> str:
        draw = self._chance.random()
        if draw < 0.5:
            return self._of("clubs")
        city = self._name("city")
        if draw < 0.8:
            return city
        return self._of("club_patterns").format(city)

    def _composed(self, name: str) -> str:
        def part(match: re.Match[str]) -> str:
            kind = match[1]
            if kind == "people":
                return self._chance.choice(self._peoples)
            if kind == "letters":
                return "".join(self._chance.choices(string.ascii_uppercase, k=self._chance.randint(2, 4)))
            return self._name(kind)

        return _SLOT.sub(part, self._of(name))
