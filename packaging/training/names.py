"""Train the linear engine of names: `python packaging/training/names.py FOLDER`, where FOLDER holds the *.train.conll files.

The model card beside the model says what the files are. The result is the same on every run with the same versions.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite
from cleaning import clean
from conll import Document, Sentence, documents

from nutgraf.names.features import Context, features

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "linear.crfsuite"
NOISY = "voa"
WEIGHTS = {"voa": 1, "wikigold": 3, "web": 3, "politics": 2, "encyclopedia": 1, "posts": 1, "emerging": 1}
KINDS = {"PER", "ORG", "LOC"}
PARAMETERS = {"c1": 0.2, "c2": 0.01, "max_iterations": 120, "feature.minfreq": 3, "feature.possible_transitions": True}
SHOUTED = 0.03  # the share of sentences that are learned once more as a headline in capitals
TITLED = 0.05  # and as one with every word capitalised


def read(folder: Path) -> dict[str, list[Document]]:
    """Return the training documents by the name of their set, cleaned."""
    sets = {name: list(documents(folder / f"{name}.train.conll")) for name in WEIGHTS}
    clean(sets[NOISY], [document for name in sets if name != NOISY for document in sets[name]])
    return sets


def loud(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """Return the sentence as a headline would have it, for a few sentences."""
    draw = chance.random()
    if draw < SHOUTED:
        return Sentence([word.upper() for word in sentence.words], sentence.tags)
    if draw < SHOUTED + TITLED:
        return Sentence([word[0].upper() + word[1:] for word in sentence.words], sentence.tags)
    return None


def examples(document: Document, chance: random.Random) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the features and labels of a document's sentences."""
    context = Context(sentence.words for sentence in document)
    for sentence in document:
        for each in (sentence, loud(sentence, chance)):
            if each:
                tags = [tag if tag[2:] in KINDS else "O" for tag in each.tags]
                yield features(each.words, context), tags


def train(sets: dict[str, list[Document]], out: Path, parameters: dict[str, float], *, verbose: bool = True) -> None:
    """Write the model learned from `sets`."""
    chance = random.Random(20)
    trainer = pycrfsuite.Trainer(verbose=verbose)
    trainer.set_params(parameters)
    for name, source in sets.items():
        for document in source:
            for rows, tags in examples(document, chance):
                items = pycrfsuite.ItemSequence(rows)
                for _ in range(WEIGHTS[name]):
                    trainer.append(items, tags)
    trainer.train(str(out))


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    began = time.perf_counter()
    train(read(options.folder), options.out, PARAMETERS)
    print(f"{options.out.name}: {options.out.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
