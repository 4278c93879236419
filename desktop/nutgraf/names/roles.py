"""What the article says that someone is: "Russia's defence minister", "the head of the union", each as a span of its words.

Only patterns that rarely mislead are taken: a noun phrase that ends in a role right before the name, an apposition between
commas right after it, and "who heads" and the like.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.names.gazetteer import gazetteer, plain
from nutgraf.names.passages import Passage, passages
from nutgraf.text.entity import Entity, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.cancel import Cancel
    from nutgraf.text.article import Article
    from nutgraf.text.entity import Mention
    from nutgraf.text.sentences import Sentence
    from nutgraf.text.span import Span

_COURTESY = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "madam", "madame", "monsieur", "herr", "frau", "shri", "smt",
    "sri", "dr",
})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"of", "for", "and", "the", "on", "&"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})
_HEADS = frozenset({
    "heads", "leads", "chairs", "runs", "directs", "founded", "co-founded", "owns", "commands", "edits", "manages",
    "coaches", "represents", "headed", "led", "chaired", "ran", "directed", "commanded", "edited", "managed",
    "coached", "teaches", "oversees", "governs",
})  # fmt: skip
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "--", "(", ")", "!", "?", "”", '"'})
_NOT_IN_ROLE = frozenset({
    "on", "in", "at", "by", "to", "from", "with", "as", "but", "and", "or", "if", "when", "while", "after",
    "before", "since", "that", "this", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his", "her",
    "their", "our", "its", "my", "your", "who", "which", "what", "where", "there", "here", "then", "so", "for",
    "of", "about", "against", "between", "under", "over", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "is", "was", "are", "were", "be", "been", "has", "had", "have", "said", "says", "told",
    "not", "also", "meanwhile", "however", "yesterday", "today", "tomorrow", "earlier", "later", "now",
})  # fmt: skip
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_SPEECH = frozenset({"said", "says", "told", "is", "was", "has", "had"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "from"})
_LONGEST = 16  # tokens of a role
_REACH = 8  # tokens in which an apposition must come to what someone is


def with_roles(
    entities: Iterable[Entity], article: Article, sentences: Sequence[Sentence], cancel: Cancel
) -> tuple[Entity, ...]:
    """Return the entities with the role that the article gives first, where it gives one.

    Raises:
        Cancelled: the token was set.

    """
    places = passages(article, sentences, cancel)
    starts = [each.spans[0][0] for each in places]
    named = {mention.span.start for entity in entities for mention in entity.mentions}
    done = []
    for entity in entities:
        cancel.check()
        roles = (
            _role(mention, entity.label, places[at], named)
            for mention in entity.mentions
            if (at := bisect_right(starts, mention.span.start) - 1) >= 0
        )
        best = sorted((role for role in roles if role), key=lambda span: len(span) <= len("president"))
        done.append(replace(entity, role=best[0] if best else None))
    return tuple(done)


def _role(mention: Mention, label: Label, place: Passage, named: set[int]) -> Span | None:
    first = next((at for at, span in enumerate(place.spans) if span[0] == mention.span.start), None)
    last = next((at for at, span in enumerate(place.spans) if span[1] == mention.span.end), None)
    if first is None or last is None:
        return None
    return (
        (_before(place, first) if label == Label.PERSON else None)
        or _relative(place, last + 1, label)
        or _apposition(place, last + 1, label, named)
    )


def _before(place: Passage, first: int) -> Span | None:
    """Return the noun phrase that ends right before the name in a title or a role."""
    words = place.words
    last = first
    if last and plain(words[last - 1]) in _COURTESY:
        last -= 1
    if not last or not _is_role(words[last - 1]):
        return None
    at = last
    while at > 0 and last - at < _LONGEST and _extends(words, at - 1):
        at -= 1
    while at < last and (
        _opens_sentence(words, at) or plain(words[at]) in _GENITIVE | _NOT_IN_ROLE | _JOINING | _ARTICLES
    ):
        at += 1
    return place.span(at, last) if at < last else None


def _opens_sentence(words: Sequence[str], at: int) -> bool:
    """Whether the word is capitalised only because it is the first: "Named for economist Ana Ruiz"."""
    known = gazetteer()
    low = plain(words[at])
    return at == 0 and low in known.lower_case and low not in known.roles | known.title_words


def _is_role(word: str) -> bool:
    known = gazetteer()
    low = plain(word)
    return low not in _COURTESY and (low in known.roles or low in known.titles) and word[0].isalpha()


def _extends(words: Sequence[str], at: int) -> bool:
    """Whether the word may belong to a role that goes on after it."""
    word = words[at]
    low = plain(word)
    known = gazetteer()
    if word in _GENITIVE:
        return at > 0 and words[at - 1][0].isupper()
    if low in {"and", "of", "for", "&", "on"}:
        return 0 < at < len(words) - 1 and _carries(words[at - 1]) and _carries(words[at + 1])
    if low in _NOT_IN_ROLE or low in _ARTICLES:
        return False
    worn = known.title_words | known.roles | known.organization_words
    return word[0].isupper() or low in worn or known.is_people(low) or low.startswith("ex-")


def _carries(word: str) -> bool:
    return word[0].isupper() or _is_role(word) or plain(word) in gazetteer().title_words or word == "the"


def _apposition(place: Passage, start: int, label: Label, named: set[int]) -> Span | None:
    """Return the noun phrase between a comma (or bracket) right after the name and the next one."""
    words = place.words
    if start >= len(words) - 1 or words[start] not in {",", "("}:
        return None
    first = start + 1
    article = plain(words[first]) in _ARTICLES
    if not article and (label == Label.ORGANIZATION or not _opens(words, first)):
        return None
    last = _phrase_end(words, first)
    core = _core(words, first, last)
    if core is None or (last < len(words) and words[last] not in _STOPS | _RELATIVE):
        return None
    if any(place.spans[at][0] in named and not _owns(words, at) for at in range(first, core)) and not article:
        return None  # the next member of a list
    first += article and last - first > 1
    return place.span(first, last)


def _phrase_end(words: Sequence[str], first: int) -> int:
    at = first
    while at < len(words) and at - first < _LONGEST and words[at] not in _STOPS | _RELATIVE | _SPEECH:
        at += 1
    return at


def _core(words: Sequence[str], first: int, last: int) -> int | None:
    """Return where the phrase says what someone is, which is before its first preposition."""
    for at in range(first, min(last, first + _REACH)):
        if plain(words[at]) in _PREPOSITIONS:
            return None
        if _is_role(words[at]):
            return at
    return None


def _owns(words: Sequence[str], at: int) -> bool:
    """Whether a name at `at` is there as an owner or part of a role: "Acme's chairman", "Acme chief executive"."""
    return any(word in _GENITIVE or _is_role(word) for word in words[at + 1 : at + 5])


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether a role begins here without an article: "former mayor", "Kenya's foreign minister", "Acme chief executive"."""
    low = plain(words[at])
    if _is_role(words[at]) or low in gazetteer().title_words or gazetteer().is_people(low):
        return True
    follows = words[at + 1 : at + 5]
    return words[at][0].isupper() and not {",", "and", "who"} & set(follows[:2]) and any(map(_is_role, follows))


def _relative(place: Passage, start: int, label: Label) -> Span | None:
    """Return "heads the union" of ", who heads the union,"."""
    words = place.words
    if label != Label.PERSON or words[start : start + 2] != (",", "who") or start + 3 >= len(words):
        return None
    first = start + 2
    if words[first] not in _HEADS:
        return None
    at = first + 1
    while at < len(words) and words[at] not in _STOPS and at - first < _LONGEST:
        at += 1
    return place.span(first, at) if at - first > 1 and (at == len(words) or words[at] in _STOPS) else None
