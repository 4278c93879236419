"""What the encoder learns from: documents drawn by the weight of their set, varied, cut into windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
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
    from encoder_teachers import Teachers

WEIGHTS = {"voa": 46, "wikigold": 13, "web": 18, "politics": 7, "encyclopedia": 6, "posts": 7, "emerging": 8}
MADE_UP = 8  # the weight of texts that are made up, beside theirs
MADE_UP_WORDS = 130  # about so many words has a document of it
RENAMED, CURLED, UNSTOPPED = 0.3, 0.3, 0.04
POOL = 256  # windows that wait to be drawn
_CURLY = {"'": "’", "'s": "’s", "n't": "n’t"}


class Example(NamedTuple):
    """A window, and (words, tags) how likely each tag is for each of its words: 0 or 1 where people say it."""

    window: Window
    tags: np.ndarray


class Batch(NamedTuple):
    """`pieces` is (windows, pieces), `signs` (windows, pieces, signs), `tags` (windows, pieces, tags): 0 where no word begins."""

    pieces: Tensor
    signs: Tensor
    tags: Tensor


def held_out(sets: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """Take a twentieth of each hand-made set, a hundredth of the rest, out of `sets` and return it."""
    kept = {}
    for name, source in sets.items():
        share = 100 if name == "voa" else 20
        kept[name] = source[share // 2 :: share]
        sets[name] = [each for at, each in enumerate(source) if at % share != share // 2]
    return kept


def drawn(
    sets: dict[str, list[Document]], chance: random.Random, teachers: Teachers | None = None
) -> Iterator[Example]:
    """Yield examples without end; what `teachers` say of a document is half of what is to be learned of it."""
    lists = names()
    sizes = {
        name: sum(len(sentence.words) for document in source for sentence in document) for name, source in sets.items()
    }
    means = {name: sizes[name] / len(source) for name, source in sets.items()}
    weights = [*(WEIGHTS[name] / means[name] for name in sets), MADE_UP / MADE_UP_WORDS]
    newswire = Newswire(lists, chance)
    queues: dict[str, list[Document]] = {name: [] for name in sets}
    pool: list[Example] = []
    while True:
        name = chance.choices([*sets, ""], weights)[0]
        if not name:
            pool += labelled(newswire.document())
        else:
            if not queues[name]:
                queues[name] = chance.sample(sets[name], len(sets[name]))
            examples = labelled(varied(queues[name].pop(), lists, chance))
            pool += map(teachers.teach, examples) if teachers else examples
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


def labelled(document: Document) -> list[Example]:
    """Return the document's windows with their tags."""
    texts = [sentence.words for sentence in document]
    found = []
    for window in windows(texts, Context(texts)):
        tags = [tag for number, first, length in window.parts for tag in document[number].tags[first : first + length]]
        found.append(
            Example(
                window, np.eye(len(TAGS), dtype=np.float32)[[TAGS.index(tag) if tag in TAGS else 0 for tag in tags]]
            )
        )
    return found


def batch(examples: Sequence[Example]) -> Batch:
    """Return windows of any length as one padded batch."""
    longest = max(len(each.window.pieces) for each in examples)
    pieces = torch.zeros(len(examples), longest, dtype=torch.long)
    signs = torch.zeros(len(examples), longest, len(SIGNS))
    tags = torch.zeros(len(examples), longest, len(TAGS))
    for row, (window, likely) in enumerate(examples):
        pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        signs[row, : len(window.pieces)] = torch.from_numpy(as_rows(window.signs)).float()
        tags[row, window.heads] = torch.from_numpy(likely)
    return Batch(pieces, signs, tags)
