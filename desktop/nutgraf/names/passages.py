"""Where names are looked for: sentences, and the lines around them that are part of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.tokens import token_spans
from nutgraf.text.article import BlockKind
from nutgraf.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_LINES = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.CAPTION})
# "SALTMERE —", "NEW DELHI, India (AP) —": where a story was written, which is nobody's name. The agency stays to be found.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]{2,}(?: [A-Z.'’-]+)*(?:, [A-Z][\w. ]{1,24}?)?(?=\s+(?:\([^()]{1,30}\)\s*)?[—–-]{1,2}\s)"
)
_INITIAL = re.compile(r"[A-Z]\.\s+")
_LONGEST = 400  # tokens; a text without stops is cut, so that no step takes long


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a line: its tokens and where they stand in the article's text."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens `first` up to, not including, `last`."""
        return Span(self.spans[first][0], self.spans[last - 1][1])


def passage(text: str, span: Span) -> Passage:
    """Return the tokens of a span."""
    spans = token_spans(text, span.start, span.end)
    return Passage(tuple(text[start:end] for start, end in spans), tuple(spans))


def _after_dateline(text: str, span: Span) -> Span:
    """Return the span of an article's beginning without the place where it was written."""
    dateline = _DATELINE.match(text, span.start, span.end)
    return Span(dateline.end(), span.end) if dateline else span


def passages(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> list[Passage]:
    """Return all passages with at least one token, in reading order; none is furniture or code.

    Raises:
        Cancelled: the token was set.

    """
    spans = [_with_initial(article, each) for each in sentences]
    spans[:1] = [_after_dateline(article.text, span) for span in spans[:1]]
    spans += [block.span for block in article.blocks if block.kind in _LINES and not block.furniture]
    found = []
    for span in sorted(spans):
        cancel.check()
        each = passage(article.text, span)
        for first in range(0, len(each.words), _LONGEST):
            last = first + _LONGEST
            found.append(Passage(each.words[first:last], each.spans[first:last]))
    return found


def _with_initial(article: Article, sentence: Sentence) -> Span:
    """Return the sentence's span with the letter before it that looks like an item's, and may be an initial: "B. Lara c Khan"."""
    block, start = article.blocks[sentence.block].span, sentence.span.start
    initial = _INITIAL.fullmatch(article.text, block.start, start)
    return Span(block.start, sentence.span.end) if initial else sentence.span


def is_latin(words: Sequence[str]) -> bool:
    """Whether the words are in Latin letters: of others the models know nothing, and would guess."""
    letters = [word[0] for word in words if word[0].isalpha()]
    return 2 * sum(letter <= "\u024f" for letter in letters) > len(letters)


def may_name(words: Sequence[str]) -> bool:
    """Whether there is a capital that does not merely open the sentence, or opens it with a word that is not an everyday one."""
    opening = True
    for word in words:
        if word[0].isalnum():
            capital = word != "I" and not word.islower() and any(map(str.isupper, word))
            if capital and not (opening and plain(word) in gazetteer().lower_case):
                return True
            opening = False
    return False


def is_casual(texts: Sequence[Sequence[str]]) -> bool:
    """Whether capitals are left out in the text, as in posts: a tenth of its passages and more begin with a small letter."""
    return 10 * sum(words[0][0].islower() for words in texts if words) > len(texts)
