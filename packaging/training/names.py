"""Train the linear engine of names: `python packaging/training/names.py FOLDER`, where FOLDER holds the *.train.conll files.

The model card beside the model says what the files are. The result is the same on every run with the same versions.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import folds
import lowercase
import pycrfsuite
from augment import headline, names, strangers
from cleaning import clean
from conll import Document, documents

from nutgraf.names.features import Context, features

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parents[2] / "resources" / "models" / "names" / "linear.crfsuite"
NOISY = "voa"
WEIGHTS = {"voa": 1, "wikigold": 3, "web": 3, "politics": 2, "encyclopedia": 1, "posts": 1, "emerging": 1}
KINDS = {"PER", "ORG", "LOC"}
PARAMETERS = {"c1": 0.3, "c2": 0.01, "max_iterations": 80, "feature.minfreq": 3, "feature.possible_transitions": True}
RENAMED = 0.3  # the share of documents whose people get names from the lists


def read(folder: Path) -> dict[str, list[Document]]:
    """Return the training documents by the name of their set, cleaned."""
    sets = {name: list(documents(folder / f"{name}.train.conll")) for name in WEIGHTS}
    clean(sets[NOISY], [document for name in sets if name != NOISY for document in sets[name]])
    return sets


def examples(document: Document, chance: random.Random) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the features and labels of a document's sentences."""
    context = Context(sentence.words for sentence in document)
    for sentence in document:
        for each in (sentence, headline(sentence, chance)):
            if each:
                tags = [tag if tag[2:] in KINDS else "O" for tag in each.tags]
                yield features(each.words, context), tags


def train(sets: dict[str, list[Document]], out: Path, parameters: dict[str, float], *, verbose: bool = True) -> None:
    """Write the model learned from `sets`."""
    chance = random.Random(20)
    lists = names()
    trainer = pycrfsuite.Trainer(verbose=verbose)
    trainer.set_params(parameters)
    for name, source in sets.items():
        for original in source * WEIGHTS[name]:
            document = strangers(original, lists, chance) if chance.random() < RENAMED else original
            for rows, tags in examples(document, chance):
                trainer.append(pycrfsuite.ItemSequence(rows), tags)
    trainer.train(str(out))


def train_quickly(sets: dict[str, list[Document]], out: Path) -> None:
    """Write a model good enough to judge labels."""
    train(sets, out, PARAMETERS | {"max_iterations": 35, "c1": 0.1}, verbose=False)


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    began = time.perf_counter()
    sets = read(options.folder)
    lowercase.write(document for name in sets for document in sets[name])
    print(f"mended {folds.mend(sets, NOISY, train_quickly)} labels in {time.perf_counter() - began:.0f} s")
    train(sets, options.out, PARAMETERS)
    print(f"{options.out.name}: {options.out.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
