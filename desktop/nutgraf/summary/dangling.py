"""Sentences that lean on the one before: they open with "He", "This" or "However", and say too little without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.summary.kept import kept
from nutgraf.summary.terms import watched
from nutgraf.text.abbreviations import SPEECH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

_MARKS = r"[\s(\[–—-]*"  # what stands in quotation marks points to the speaker’s world, not to the text
_SPOKEN = "|".join(sorted(SPEECH))
_PRONOUN = r"(?:he|she|they|it|his|her|hers|their|theirs|its|him|them|himself|herself|themselves)"
_POINTING = r"(?:this|that|these|those|such|both|neither|the (?:former|latter|same|other|others|two|pair|duo))"
_TURNING = (
    r"(?:however|therefore|thus|hence|moreover|furthermore|nevertheless|nonetheless|instead|meanwhile|consequently|"
    r"accordingly|likewise|similarly|conversely|besides|otherwise|then|so|but|and|yet|or|nor|also|still|too|"
    r"as a result|in addition|in turn|in contrast|by contrast|on the other hand|for example|for instance|"
    r"at the same time|even so|that said|in other words|in fact|indeed|after that|since then|to this end)"
)
_OPENS = re.compile(rf"{_MARKS}(?:{_PRONOUN}|{_POINTING}|{_TURNING})\b(?!-)", re.IGNORECASE)
# "It is clear that …", "that he came is …": these point forward.
_FORWARD = re.compile(
    rf"{_MARKS}(?:it(?:\s+(?:is|was|has|will|would|may|might|can|could|took|takes|comes|came|seems|seemed|appears|appeared)|[’']s)\b"
    r"[^.;]{0,60}?\b(?:that|to|whether|how|who|when|as)\b|both\s+\w+\s+and\b|such\s+as\b|so\s+far\b|then\s*-)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?:\b(?:he|she|they)\s+(?:{_SPOKEN})|\b(?:{_SPOKEN})\s+(?:he|she|they))\s*[.”\"']*\s*$", re.IGNORECASE
)
_QUOTED = re.compile(r"\s*(?:[“\"‘]|``)")


def leans(words: str) -> bool:
    """Tell whether an English sentence opens with what stands for something said before, or quotes someone called "he"."""
    if _OPENS.match(words):
        return not _FORWARD.match(words)
    return bool(_QUOTED.match(words) and _SPEAKER.search(words))


@kept
def leaning(article: Article, sentences: Sequence[Sentence], cancel: Cancel) -> tuple[int, ...]:
    """Return the indices of the sentences that lean on the one before; none in languages other than English.

    Raises:
        Cancelled: the token was set.

    """
    if article.meta.language.partition("-")[0] not in {"", "en"}:
        return ()
    return tuple(each.index for each in watched(sentences, cancel) if each.index and leans(each.span.of(article.text)))
