"""Whether a sentence ends at a stop: rules over the word before it, the signs about it and the words that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.text import abbreviations as english
from nutgraf.text.abbreviations_abroad import GERMAN_STARTERS
from nutgraf.text.lexicon import Kind, bare, is_vowelless, kind
from nutgraf.text.punkt import punkt

if TYPE_CHECKING:
    from nutgraf.text.style import Style

PICTURES = "\U0001f300"  # the first of the emoji; older signs, ✔ and ❤, are bullets and words
_SPEECH = "|".join(sorted(english.SPEECH))
_SPEAKER = re.compile(rf"(?:[\w’'.-]+\s){{1,3}}(?:{_SPEECH})\b", re.IGNORECASE)
_TAG = re.compile(rf"(?:[\w’'.-]+\s){{1,3}}(?:{_SPEECH})[.,](?!\w)", re.IGNORECASE)
_LIST_MARKER = re.compile(r"\d{1,3}|[a-z]|[ivx]{1,5}")
_NUMERAL = re.compile(r"[#\d]|[A-Z]{1,4}-?\d{3}")
_CODE = re.compile(r"[A-Z]{1,4}-?\d")  # "S2" of “Fig. S2”
_LETTER = re.compile(r"[IVXLC]+\b|[A-Z]\b(?![.’'])")
_ONE_LETTER = re.compile(r"[^\W\d_]\.")
_CITATION = re.compile(r"[^()]{1,60}\)[.,;:]")
_GOES_ON = (",", ";", ":", ")", "]", "%", "/", "&", "=")
_SHORT_WORDS = english.word_set(
    "is it me us up in on so to do go we he be by my at of or if an as am ok hi ya im id u r"
)
_SMALL_STARTERS = english.word_set(
    """
    i i'm im you you're it it's we he she they there this these what where when why so are do does did can ok please pls
    thanks thank any just my your
    """
)
_EARLY = 4  # words: "At 5 a.m. Mr. Hale went" has not said anything yet


@dataclass(slots=True)  # not frozen: one is made for each stop in doubt, and freezing triples what it costs
class Stop:
    """A stop and what stands about it.

    `before` are the last words of the sentence so far, without the stop; `small` says that it begins with a small letter,
    `first` that `word`, which ends at the stop, is all of it. `stop` is the stop without spaces, `closing` the quotes and
    brackets after it. `opening` are quotes, brackets and dashes before `rest`, the words that follow.
    """

    before: str
    small: bool
    first: bool
    word: str
    stop: str
    closing: str
    opening: str
    rest: str

    @property
    def following(self) -> str:
        """The next word with what is attached to it."""
        return self.rest.partition(" ")[0]

    @property
    def goes_on_small(self) -> bool:
        """Whether a small letter follows."""
        return self.rest[:1].islower()

    @property
    def is_ellipsis(self) -> bool:
        """Whether this is "…" or a row of full stops."""
        return "…" in self.stop or (self.stop.count(".") >= 2 and not set(self.stop) & set("!?"))

    @property
    def is_picture(self) -> bool:
        """Whether this is no stop but an emoji."""
        return self.stop[0] >= PICTURES

    @property
    def next_word(self) -> str:
        """The next word in lower case, alone: "it" of “it’s,”."""
        return re.split(r"[’']", self.following.rstrip(",:;.!?’'”\")…"))[0].lower()

    @property
    def starter(self) -> bool:
        """Whether a word follows that opens sentences, with a capital."""
        if not self.rest[:1].isupper() or _ONE_LETTER.match(self.rest):
            return False
        return self.next_word in english.STARTERS and not self.rest.startswith(("Under Secretary", "Under-Secretary"))

    @property
    def opens(self) -> bool:
        """Whether what follows owes its capital to its place, by a list of starters or by Punkt."""
        return self.starter or (self.rest[:1].isupper() and punkt().opens(self.next_word))


def ends(s: Stop, style: Style) -> bool:
    """Decide whether the sentence ends at this stop, which a space follows."""
    if not s.rest and not s.opening:
        return True
    if s.rest.startswith(_GOES_ON) and not s.opening:
        return False
    if s.closing and s.opening.endswith("(") and _CITATION.match(s.rest):  # “… compared.” (Holm 55).
        return False
    if s.is_picture:
        return s.opens
    if set(s.stop) & set("!?؟;"):
        return _ends_at_mark(s, style)
    if s.is_ellipsis:
        return _ends_at_ellipsis(s)
    if not s.word or (style.lowered and style.spaced):
        return not s.word and (style.lowered or not s.goes_on_small)
    if s.goes_on_small and not style.lowered:
        return _ends_before_small(s, style)
    return _ends_at_full_stop(s, style)


def _ends_at_mark(s: Stop, style: Style) -> bool:
    """Decide for "?" and "!": “Why now?” Mr. Ito asked. is one sentence."""
    if s.word and bare(s.word) in english.EXCLAMATORY and not s.starter:
        return False
    if s.goes_on_small and not style.lowered:
        return not s.closing and (style.careless or s.small or s.next_word in _SMALL_STARTERS)
    if s.word.endswith(","):  # what is left of a comma and a quote in the wrong encoding
        return False
    tag = _SPEAKER if s.closing else _TAG
    return not ((style.lowered or not s.starter) and tag.match(s.rest))


def _ends_at_ellipsis(s: Stop) -> bool:
    """Decide for "…": it ends a sentence before a capital, except "I", which has one anywhere, and a bracket."""
    if not s.rest[:1].isupper():
        return False
    return bool(s.closing) or s.next_word != "i" or s.stop == ".."


def _ends_before_small(s: Stop, style: Style) -> bool:
    """Decide for a full stop before a small letter: some writers begin sentences so."""
    word = bare(s.word).rstrip(')"”’')
    if s.closing.strip("*_") or kind(s.word, style.language) or not word[-1:].isalnum():
        return False
    return word in _SHORT_WORDS or (len(word) > 2 and not is_vowelless(word))


def _ends_at_full_stop(s: Stop, style: Style) -> bool:
    """Decide for a full stop after a word; a capital, a digit or a sign follows, or the text has no capitals."""
    found = kind(s.word, style.language)
    if s.closing and not s.starter and _TAG.match(s.rest):
        return False
    if s.first and (_LIST_MARKER.fullmatch(bare(s.word)) or bare(s.word) in english.POSTSCRIPTS):
        return False
    if not found:
        return True
    if found & (Kind.TITLE | Kind.BRIDGE):
        return bool(found & Kind.TITLE) and s.rest[:1].isupper() and s.next_word in english.SURE_STARTERS
    if found & Kind.NUMBERED and _is_number_of(s):
        return False
    if found & Kind.INITIALS:
        return _ends_at_initials(s)
    if not found & ~Kind.NUMBERED:
        return True
    return _ends_at_abbreviation(s, found, style)


def _is_number_of(s: Stop) -> bool:
    """Whether what follows is the number or letter that the word announces."""
    if s.closing:
        return False
    if _NUMERAL.match(s.rest):
        return True
    if _CODE.match(s.rest):
        return s.word not in english.WORDS_TOO
    told = not s.word.islower() or s.rest[0] not in "AI"  # "modern art. I like it", and "Art. I"
    return told and bare(s.word) in english.LETTERED and bool(_LETTER.match(s.rest))


def _ends_at_initials(s: Stop) -> bool:
    """Decide for "J", "J.K", "U.S", after which a name or a noun follows mostly."""
    if _ONE_LETTER.match(s.rest):
        return False
    if s.starter or (s.closing and s.rest[:1].isupper()):
        return True
    if len(bare(s.word)) > 1:
        return s.next_word.endswith("ly") and s.opens  # "in the U.S. Unfortunately"
    previous = s.before.split(" ")[-2:-1]
    return bool(previous) and bare(previous[0]) in english.LABELS


def _ends_at_abbreviation(s: Stop, found: Kind, style: Style) -> bool:
    """Decide for the abbreviations that may stand at the end of a sentence as well as inside."""
    capital = s.rest[:1].isupper()
    if style.lowered or s.opening.endswith("("):
        return False
    if s.starter or s.closing:
        return True
    if found & Kind.ORDINAL:
        return s.next_word in GERMAN_STARTERS
    if found & (Kind.MONTH | Kind.CLOSING) or style.language:
        return capital
    if found & Kind.SUFFIX:
        return capital and s.next_word not in english.NAMED_AFTER
    if found & Kind.HOUR:
        early = s.first or s.before.count(" ") < _EARLY
        return capital and not early and s.next_word not in english.AFTER_HOURS
    return s.opens
