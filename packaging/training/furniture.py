"""Train the model of page furniture: `python packaging/training/furniture.py ../shared/eval resources/models/furniture.npz`.

Reads `pages-train/` (pages as the text a browser copies, and what Readability takes for the article), makes pages from the
training halves of `summaries/` and `names/` (`made_pages.py`), and takes some of their texts as they are, which are no pages.
`--folds 4` cross-validates over the sites of the pages instead. Needs the dependency group `training`; about two minutes on one
core.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any
from unittest.mock import patch

import lightgbm
import numpy as np
from labelled_pages import Page, read_pages, read_texts, runs, variants
from lightgbm_trees import save_trees
from made_pages import PageMaker, Story, read_stories

from nutgraf.cancel import Cancel
from nutgraf.text import furniture
from nutgraf.text.boosted_trees import load_trees
from nutgraf.text.line_features import Line
from nutgraf.text.page_features import page_features

SMALL = 40  # lines: pages below it are made for single traits of HTML and are trained on, never validated
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "max_depth": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
TREES = {"article": 200, "title": 60}
LABELS = {"article": frozenset({"article", "title"}), "title": frozenset({"title"})}


@dataclass(frozen=True)
class Example:
    """The features of a page's or text's lines, their labels, and what a line of it weighs in training."""

    table: np.ndarray
    labels: list[str]
    weight: float


def example(lines: list[Line], labels: list[str], weight: float) -> Example:
    """Return an example; a page of many lines weighs more than one of few, but not as much more."""
    return Example(page_features(lines, Cancel())[0], labels, weight * len(lines) ** -0.5)


class Data:
    """What is trained on: the same texts for every fold, made pages and the variants of real ones by fold."""

    def __init__(self, folder: Path, options: argparse.Namespace) -> None:
        draw = random.Random(options.seed)
        self.pages = read_pages(folder / "pages-train")
        sites = sorted({page.site for page in self.pages if len(page.lines) >= SMALL})
        self.folds = {site: place % max(1, options.folds) for place, site in enumerate(sites)}
        self.always = [
            Example(page_features(lines, Cancel())[0], labels, 0.3)
            for lines, labels in read_texts(folder, draw, options.share)
        ]
        self.by_fold: list[list[Example]] = [[] for _ in range(max(1, options.folds))]
        stories = read_stories(folder)
        for page in self.pages:
            into = self.by_fold[self.folds[page.site]] if len(page.lines) >= SMALL else self.always
            into += [example(lines, labels, 1.5) for lines, labels in variants(page, draw)]
        for fold in range(len(self.by_fold)):
            self.by_fold[fold] += self._made(stories, fold, options.made // len(self.by_fold), draw)

    def _made(self, stories: list[Story], fold: int, count: int, draw: random.Random) -> list[Example]:
        """Return made pages whose real lines come from the sites of this fold alone."""
        real = [page.labelled for page in self.held(fold)]
        maker = PageMaker(stories, real, draw)
        return [example(*maker.make(), 3.0) for _ in range(count)]

    def held(self, fold: int) -> list[Page]:
        """Return the pages of a fold, to validate on."""
        return [page for page in self.pages if len(page.lines) >= SMALL and self.folds[page.site] == fold]

    def without(self, fold: int | None) -> list[Example]:
        """Return all examples but those of a fold."""
        return self.always + [each for number, found in enumerate(self.by_fold) if number != fold for each in found]


def train(examples: list[Example], path: Path) -> None:
    """Train both ensembles, and write them."""
    table = np.vstack([each.table for each in examples])
    weights = np.concatenate([np.full(len(each.labels), each.weight) for each in examples])
    boosters: dict[str, Any] = {}
    for name, wanted in LABELS.items():
        truth = np.array([label in wanted for each in examples for label in each.labels], float)
        data = lightgbm.Dataset(table, label=truth, weight=weights)
        boosters[name] = lightgbm.train(PARAMETERS, data, TREES[name])
    names = page_features([Line("a", apart=True), Line("b", apart=True)], Cancel())[1]
    save_trees(path, names, boosters)


def judge(pages: list[Page], path: Path) -> list[tuple[float, float, float, float]]:
    """Return of each page the precision and recall (runs of four words) of what is kept, and of what is kept without doubt."""
    found = []
    with patch.object(furniture, "_model", lambda: load_trees(path)):
        for page in pages:
            places = furniture.find_furniture(page.lines, Cancel())
            true = runs(page.article)
            scores: list[float] = []
            for keep in (lambda place: not place.furniture, lambda place: not place.furniture and not place.doubtful):
                kept = runs("\n".join(line.text for line, place in zip(page.lines, places, strict=True) if keep(place)))
                hits = (kept & true).total()
                scores += [hits / max(1, kept.total()), hits / max(1, true.total())]
            found.append(tuple(scores))
    return found


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--made", type=int, default=800, help="pages to make")
    parser.add_argument("--share", type=float, default=0.06, help="of the texts that are no pages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = Data(options.data, options)
    print(f"{len(data.pages)} pages, {len(data.without(None))} examples")
    if not options.folds:
        train(data.without(None), options.model)
        return
    scores = []
    for fold in range(options.folds):
        train(data.without(fold), options.model)
        scores += judge(data.held(fold), options.model)
    for what, precisions, recalls in (("kept", 0, 1), ("sure", 2, 3)):
        precision, recall = (fmean(score[which] for score in scores) for which in (precisions, recalls))
        print(f"{what}: F1 {2 * precision * recall / (precision + recall):.3f} P {precision:.3f} R {recall:.3f}")


if __name__ == "__main__":
    main()
