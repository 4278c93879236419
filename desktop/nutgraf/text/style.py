"""How a text is set, which tells what its stops mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.text.lexicon import kind, known_language

_SAMPLE = 20_000  # characters looked at: from the start, the middle and the end of a long text
_LETTERS = 4_000  # of them, for capitals and scripts
_STOP = re.compile(r"[.!?](?:\s|$)")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of a whole text; one sentence is too little to go by.

    `lowered` has no capitals, `spaced` has a space before its stops ("did not . the"), `careless` often begins sentences in small
    letters, `greek` ends questions with a semicolon. `language` is as `known_language` names it.
    """

    lowered: bool = False
    spaced: bool = False
    careless: bool = False
    greek: bool = False
    language: str = ""

    @classmethod
    def of(cls, text: str, language: str = "") -> Style:
        """Judge a text; `language` is BCP 47, "" where it is not known."""
        sample = _sample(text)
        letters = sample[:: 1 + len(sample) // _LETTERS]
        capitals = sum(map(str.isupper, letters))
        small = sum(map(str.islower, letters))
        apart, attached, before_capital, before_small = _stops(sample)
        return cls(
            lowered=capitals * 250 <= small and small > 0,
            spaced=apart > attached,
            careless=before_small > 1 and 4 * before_small >= before_capital,
            greek=2 * len(_GREEK.findall(letters)) > small,
            language=known_language(language),
        )


def _stops(sample: str) -> tuple[int, int, int, int]:
    """Count the stops after a space and after a word, and of the latter those before a capital and a small letter."""
    apart = attached = before_capital = before_small = 0
    for stop in _STOP.finditer(sample):
        at, end = stop.span()
        apart += sample[at - 1 : at].isspace()
        attached += sample[at - 1 : at].isalnum()
        if sample[max(0, at - 2) : at].isalpha():  # and no "U.S." or "J."
            before_capital += sample[end : end + 1].isupper()
            if sample[end : end + 1].islower():
                before_small += not kind(sample[max(0, at - 20) : at].rpartition(" ")[2])
    return apart, attached, before_capital, before_small


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    part, middle = _SAMPLE // 3, len(text) // 2
    return text[:part] + text[middle : middle + part] + text[-part:]
