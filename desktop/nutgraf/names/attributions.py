"""Who said what within one sentence: each verb of speech with its speaker and the words that it introduces or follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.names.citations import Citations
from nutgraf.names.reports import Reports
from nutgraf.names.speech_verbs import SpeechVerbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.names.discourse import Discourse
    from nutgraf.names.speech_verbs import Verb
    from nutgraf.names.spoken_sentence import Said
    from nutgraf.names.units import Unit

_PAIR = 2  # verbs of a sentence, of which the first may say nothing


def said(text: str, units: Sequence[Unit], low: int, high: int, discourse: Discourse) -> Iterator[Said]:
    """Yield what is said in the sentence, units `low` up to `high` of a block, in no order, possibly overlapping."""
    sentence = (text, units, low, high, discourse)
    reports, citations = Reports(*sentence), Citations(*sentence)
    verbs = _speaking(list(SpeechVerbs(*sentence).verbs()), reports, low)
    end = reports.end()
    for number, verb in reversed(list(enumerate(verbs))):
        start = verbs[number - 1].last if number else low
        found = list(reports.of(verb, start, end, alone=len(verbs) == 1))
        if found:  # else it was no verb of speech here: "if she promises a pier"
            end = reports.end_before(verb)
        elif number and reports.is_subordinate(verb) and reports.clause_after(verb, end) is not None:
            end = reports.comma_before(verb) or end
        yield from found
    yield from citations.according()
    yield from citations.judged()


def _speaking(verbs: Sequence[Verb], reports: Reports, low: int) -> Sequence[Verb]:
    """Return the verbs without one that says nothing before an attribution: "Acme posted a loss, it said"."""
    if len(verbs) != _PAIR or reports.is_subordinate(verbs[0]):
        return verbs
    return verbs if any(reports.of(verbs[0], low, verbs[1].first, alone=False)) else verbs[1:]
