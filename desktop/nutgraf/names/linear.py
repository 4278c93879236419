"""The engine "linear": a conditional random field over words, then what the document as a whole tells."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from nutgraf import assets
from nutgraf.names.features import Context, features
from nutgraf.names.passages import is_latin, passages
from nutgraf.names.phrases import Phrase
from nutgraf.names.stretches import read_in_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pycrfsuite import Tagger

    from nutgraf.cancel import Cancel
    from nutgraf.names.base import Found
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

_tagging = Lock()  # one tagger holds one sentence at a time


@cache
def _tagger() -> Tagger:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(assets.path("models", "names", "linear.crfsuite")))
    return tagger


class Linear:
    """Tags sentence by sentence with a linear-chain CRF (Lafferty, McCallum and Pereira, ICML 2001), as CRFsuite decodes it."""

    name = "linear"
    title = "A linear model, fast and light"
    languages = frozenset({"en", "pcm"})  # Nigerian Pidgin, for which tables in English are taken as well

    def is_ready(self) -> bool:
        """Return True: the model is part of the program."""
        return True

    def mentions(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        cancel: Cancel,
        *,
        found: Found | None = None,
        first: Span | None = None,
    ) -> tuple[Mention, ...]:
        """Return the mentions in reading order, none overlapping, none in furniture or code.

        Raises:
            Cancelled: the token was set.

        """
        places = passages(article, sentences, cancel)
        texts = [each.words for each in places]
        context = Context(cancel.watch(texts))
        steps = [(at, at + 1) for at in range(len(texts))]

        def tag(stretch: range) -> list[Phrase]:
            return [phrase for number in stretch for phrase in _tag(number, texts[number], context, cancel)]

        return read_in_stretches(places, steps, tag, cancel, found=found, first=first)


def _tag(number: int, words: Sequence[str], context: Context, cancel: Cancel) -> Iterator[Phrase]:
    """Yield the phrases of one passage; confidence is the lowest of its tokens’ marginal probabilities."""
    cancel.check()
    if not is_latin(words):
        return
    rows = features(words, context)
    with _tagging:
        tagger = _tagger()
        tags = tagger.tag(rows)
        sure = [tagger.marginal(tag, at) if tag != "O" else 1.0 for at, tag in enumerate(tags)]
    first = 0
    while first < len(tags):
        last = first + 1
        kind = tags[first][2:]
        while last < len(tags) and tags[last] == "I-" + kind:
            last += 1
        if kind:
            yield Phrase(number, first, last, kind, min(sure[first:last]))
        first = last if kind else first + 1
