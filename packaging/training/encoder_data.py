"""What the encoder learns from: documents drawn by the weight of their set, varied, cut into windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from augment import headline, names, strangers
from conll import Sentence
from newswire import Newswire
from torch import Tensor

from nutgraf.names.features import Context
from nutgraf.names.signs import SIGNS, as_rows
from nutgraf.names.tags import TAGS
from nutgraf.names.windows import Window, windows

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from conll import Document

WEIGHTS = {"voa": 46, "wikigold": 13, "web": 12, "politics": 7, "encyclopedia": 6, "posts": 7, "emerging": 5}
MADE_UP = 4  # the weight of newswire that is made up, per hundred like theirs
MADE_UP_WORDS = 130  # about so many words has a document of it
RENAMED, CURLED, UNSTOPPED = 0.3, 0.3, 0.04
POOL = 256  # windows that wait to be drawn
IGNORED = -100
_CURLY = {"'": "’", "'s": "’s", "n't": "n’t"}


class Batch(NamedTuple):
    """`pieces` and `labels` are (windows, pieces), `signs` is (windows, pieces, signs)."""

    pieces: Tensor
    signs: Tensor
    labels: Tensor


def held_out(sets: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """Take a twentieth of each hand-made set, a hundredth of the rest, out of `sets` and return it."""
    kept = {}
    for name, source in sets.items():
        share = 100 if name == "voa" else 20
        kept[name] = source[share // 2 :: share]
        sets[name] = [each for at, each in enumerate(source) if at % share != share // 2]
    return kept


def drawn(sets: dict[str, list[Document]], chance: random.Random) -> Iterator[tuple[Window, list[int]]]:
    """Yield windows without end, each with the label of each piece."""
    lists = names()
    sizes = {
        name: sum(len(sentence.words) for document in source for sentence in document) for name, source in sets.items()
    }
    means = {name: sizes[name] / len(source) for name, source in sets.items()}
    weights = [*(WEIGHTS[name] / means[name] for name in sets), MADE_UP / MADE_UP_WORDS]
    newswire = Newswire(lists, chance)
    queues: dict[str, list[Document]] = {name: [] for name in sets}
    pool: list[tuple[Window, list[int]]] = []
    while True:
        name = chance.choices([*sets, ""], weights)[0]
        if not name:
            pool += labelled(newswire.document())
        else:
            if not queues[name]:
                queues[name] = chance.sample(sets[name], len(sets[name]))
            pool += labelled(varied(queues[name].pop(), lists, chance))
        while len(pool) > POOL:
            yield pool.pop(chance.randrange(len(pool)))


def varied(document: Document, lists: dict[str, list[str]], chance: random.Random) -> Document:
    """Return the document, perhaps with other names, curly quotes, stops left out, or a sentence as a headline."""
    if chance.random() < RENAMED:
        document = strangers(document, lists, chance)
    curled = chance.random() < CURLED
    found = []
    for sentence in document:
        each = headline(sentence, chance) or sentence
        words, tags = each.words, each.tags
        if len(words) > 1 and words[-1] == "." and chance.random() < UNSTOPPED:
            words, tags = words[:-1], tags[:-1]
        found.append(Sentence(_curled(words) if curled else words, tags))
    return found


def _curled(words: Sequence[str]) -> list[str]:
    found = []
    opened = False
    for word in words:
        if word == '"':
            opened = not opened
            found.append("“" if opened else "”")
        else:
            found.append(_CURLY.get(word, word.replace("'", "’")))
    return found


def labelled(document: Document) -> list[tuple[Window, list[int]]]:
    """Return the document's windows, each with the label of each piece: those that do not begin a word have none."""
    texts = [sentence.words for sentence in document]
    found = []
    for window in windows(texts, Context(texts)):
        labels = [IGNORED] * len(window.pieces)
        tags = [tag for number, first, length in window.parts for tag in document[number].tags[first : first + length]]
        for piece, tag in zip(window.heads, tags, strict=True):
            labels[piece] = TAGS.index(tag) if tag in TAGS else 0
        found.append((window, labels))
    return found


def batch(rows: Sequence[tuple[Window, list[int]]]) -> Batch:
    """Return windows of any length as one padded batch."""
    longest = max(len(window.pieces) for window, _ in rows)
    pieces = torch.zeros(len(rows), longest, dtype=torch.long)
    signs = torch.zeros(len(rows), longest, len(SIGNS))
    labels = torch.full((len(rows), longest), IGNORED)
    for row, (window, tags) in enumerate(rows):
        pieces[row, : len(tags)] = torch.tensor(window.pieces)
        labels[row, : len(tags)] = torch.tensor(tags)
        signs[row, : len(tags)] = torch.from_numpy(as_rows(window.signs)).float()
    return Batch(pieces, signs, labels)
