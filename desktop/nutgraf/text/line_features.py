"""What can be seen of a line of a page copied as text, for the model that tells articles from page furniture.

The kinds of evidence are those of boilerplate detection: length, stop words and neighbours (Kohlschütter, Fankhauser and
Nejdl, 2010, "Boilerplate Detection using Shallow Text Features", section 3; Pomikálek, 2011, "Removing Boilerplate and Duplicate
Content from Web Corpora", chapter 3), here without the page's markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.text.page_words import FUNCTION_WORDS, PATTERNS


@dataclass(frozen=True, slots=True)
class Line:
    """A line (a paragraph, where lines were joined) and whether a blank line stands before it."""

    text: str
    apart: bool


TOPICS = tuple(name for name, _ in PATTERNS)
SHORT = 7  # words: below it a line that does not end as a sentence is a menu's
PAGE_TOPICS = ("share", "menu", "related", "legal", "comments", "letter")
OWN_FEATURES = (
    "words", "characters a word", "stop", "sentences", "commas a word", "function words", "lower case", "capitals",
    "upper case", "bullet", "apart", "speech", "digits", "colon", "dots", "question", "prose", "begins in lower case", "bar",
    *TOPICS,
)  # fmt: skip

_BULLET = re.compile(r"([•‣◦▪▫●○■□·∙*+–—-]|o|\d{1,3}[.)])(?:\s+|$)")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_SENTENCE = re.compile(r"[a-zà-ÿ0-9\"”’'»)][.!?][\"”’'»)]*\s+[\"“‘'«(]?[A-ZÀ-Þ0-9]")
_SPEECH = re.compile(r"[\"“”„«»「]")
_LONGEST_NOTICE = 12  # words
_LONGEST = 4000  # characters of a line that are looked at
_PROSE_WORDS = 15  # a line of so many words is taken for prose when neighbourhoods are described


class SeenLine:
    """One line, measured.

    `size` counts words, `sentences` the ends of sentences; `terms` are the words that carry meaning: those of five letters, and
    names as they are written.
    """

    __slots__ = (
        "apart",
        "body",
        "bullet",
        "capitals",
        "functions",
        "lower",
        "names",
        "prose",
        "sentences",
        "size",
        "stop",
        "terms",
    )

    def __init__(self, line: Line) -> None:
        self.apart = line.apart
        text = line.text[:_LONGEST]
        bullet = _BULLET.match(text)
        self.bullet = 0 if not bullet else 1 if bullet[1][0].isdigit() else 2
        self.body = text[bullet.end() :] if bullet else text
        words = _WORD.findall(self.body)
        wide = sum(1 for c in self.body if c >= "\u2e80")  # scripts without spaces: about two characters a word
        self.size = len(words) + wide // 2
        count = max(1, len(words))
        self.functions = sum(1 for word in words if word.lower() in FUNCTION_WORDS) / count
        self.lower = sum(1 for word in words if word[0].islower()) / count
        self.stop = bool(_STOP.search(self.body))
        self.sentences = len(_SENTENCE.findall(self.body)) + self.stop
        self.prose = self.size >= _PROSE_WORDS and (self.stop or self.functions > 0.25 or wide > 20)
        telling = [word for word in words if word.lower() not in FUNCTION_WORDS]
        self.names = {word for word in telling if word[0].isupper()}
        self.terms = self.names | {word.casefold() for word in telling if len(word) >= 5 and not word[0].isupper()}
        self.capitals = len([word for word in words if word[0].isupper()]) / count

    def own(self) -> list[float]:
        """Return what is seen of the line by itself, as `OWN_FEATURES` names it."""
        body, words = self.body, max(1, self.size)
        return [
            self.size,
            len(body) / words,
            self.stop,
            self.sentences,
            body.count(",") / words,
            self.functions,
            self.lower,
            self.capitals,
            body.isupper(),
            self.bullet,
            self.apart,
            bool(_SPEECH.search(body)),
            sum(map(str.isdigit, body)) / max(1, len(body)),
            body.endswith(":"),
            body.endswith(("...", "…")),
            body.endswith("?"),
            self.prose,
            body[:1].islower(),
            "|" in body,
            *(bool(pattern.search(body)) for _, pattern in PATTERNS),
        ]


def speaks_of_the_page(line: Line) -> bool:
    """Whether this is a short line in the words of menus, share buttons, notices and the like."""
    if len(line.text) > 200 or len(line.text.split()) > _LONGEST_NOTICE or line.text.endswith((".", "?", "!")):
        return False
    return any(name in PAGE_TOPICS and pattern.search(line.text) for name, pattern in PATTERNS)
