"""Train the models of page furniture: `python packaging/training/furniture.py ../shared/eval resources/models --more FOLDER`.

Reads `pages-train/` and the folders of `--more` (`more_pages.py`): pages as the text a browser copies, with what Readability
takes for the article. Makes pages from the training halves of `summaries/` and `names/` (`made_pages.py`), takes some of their
texts as they are, which are no pages, makes others (`made_texts.py`) and takes the text files of `--texts`, which are none, and
remarks, letters and posts with each sentence on a line.

Three models: `furniture.npz` reads a page's lines; `furniture-page.npz` tells pages from other texts, and `furniture-again.npz`
reads the lines again, both by what the first made of texts that it was not trained on (four folds, parted by site). What they
make of the pages of folds that they have not seen is printed. Needs the dependency group `training`; ten minutes of one core.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
from labelled_pages import OTHER, SMALL, Page, read_files, read_pages, read_short_lined, read_texts, variants, words
from lightgbm_trees import PARAMETERS, save_trees
from made_pages import PageMaker, read_stories
from made_texts import TextMaker

from nutgraf.cancel import Cancel
from nutgraf.text.furniture import PAGE, agreed, cut
from nutgraf.text.page_features import PageTable, page_features
from nutgraf.text.page_signs import page_signs
from nutgraf.text.second_reading import second_features

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.text.line_features import Line

FOLDS = 4
OF_PAGES = PARAMETERS | {"learning_rate": 0.08, "num_leaves": 8, "min_data_in_leaf": 15, "feature_fraction": 0.4}
TREES = {"article": 200, "title": 60, "again": 120, "page": 60}
ARTICLE, TITLE = frozenset({"article", "title"}), frozenset({"title"})
PAGES, TEXTS = frozenset({"page", "variant", "made"}), frozenset({"text", "file", "short"})  # kinds of examples
PAGE_WEIGHTS = {"page": 2.0, "variant": 0.3, "made": 0.3}  # in telling pages from other texts, else 1


@dataclass
class Example:
    """A page or text: its kind, its fold, its lines with their labels, what a line weighs, and what is seen of it.

    `chances` and `titles` are what a first reading made of its lines that had not been trained on them. Without labels it is no
    page, and not trained on by line.
    """

    kind: str
    fold: int
    lines: list[Line]
    labels: list[str]
    weight: float
    seen: PageTable = field(init=False)
    chances: np.ndarray = field(init=False)
    titles: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.seen = page_features(self.lines, Cancel())

    @cached_property
    def known(self) -> np.ndarray:
        """Which lines are not disputed."""
        return np.array([label != "disputed" for label in self.labels], bool)

    @cached_property
    def signs(self) -> np.ndarray:
        """What tells whether it is a page."""
        return page_signs(self.seen.columns(), self.chances)[0][None]

    @cached_property
    def second(self) -> np.ndarray:
        """What the second reading sees."""
        return second_features(self.seen.columns(), self.chances, self.titles, self.seen.lines)[0]


def examples(folder: Path, options: argparse.Namespace) -> list[Example]:
    """Return all that is trained on. A page of many lines weighs more than one of few, but not as much more."""
    draw = random.Random(options.seed)
    pages = [page for each in (folder / "pages-train", *options.more) for page in read_pages(each)]
    sites = sorted({page.site for page in pages if len(page.lines) >= SMALL})
    draw.shuffle(sites)
    folds = {site: place % FOLDS for place, site in enumerate(sites)}
    found = [
        Example("text", place % FOLDS, lines, labels, 0.3)
        for place, (lines, labels) in enumerate(read_texts(folder, draw, options.share))
    ]
    for page in pages:
        small = len(page.lines) < SMALL
        for place, (lines, labels) in enumerate(variants(page, draw)):
            kind = "small" if small else "variant" if place else "page"
            found.append(Example(kind, folds.get(page.site, 0), lines, labels, 1.5 * len(lines) ** -0.5))
    stories = read_stories(folder)
    for fold in range(FOLDS):
        held: list[Page] = [page for page in pages if len(page.lines) >= SMALL and folds[page.site] == fold]
        maker = PageMaker(stories, [page.labelled for page in held], draw)
        for _ in range(options.made // FOLDS):
            lines, labels = maker.make()
            found.append(Example("made", fold, lines, labels, 3.0 * len(lines) ** -0.5))
    texts = TextMaker(stories, draw)
    found += [Example("file", place % FOLDS, texts.make(), [], 1.0) for place in range(options.made_texts)]
    found += [Example("file", group % FOLDS, lines, [], 1.0) for group, lines in read_files(options.texts)]
    found += [Example("short", place % FOLDS, lines, [], 1.0) for place, lines in enumerate(read_short_lined(folder))]
    return found


def fit(
    tables: Sequence[np.ndarray],
    truths: Sequence[np.ndarray],
    weights: Sequence[float],
    trees: int,
    parameters: dict[str, Any] = PARAMETERS,
) -> Any:  # noqa: ANN401 - LightGBM's booster
    """Return trees that tell the rows whose truth is 1; a row weighs what its table does."""
    heavy = np.concatenate([np.full(len(truth), weight) for truth, weight in zip(truths, weights, strict=True)])
    data = lightgbm.Dataset(np.vstack(tables), label=np.concatenate(truths), weight=heavy)
    return lightgbm.train(parameters, data, trees)


def fit_lines(
    found: Sequence[Example], wanted: frozenset[str], trees: int, table: Callable[[Example], np.ndarray]
) -> Any:  # noqa: ANN401
    """Return trees that tell lines with a wanted label."""
    labelled = [each for each in found if each.labels]
    truths = [np.array([label in wanted for label in each.labels], float)[each.known] for each in labelled]
    return fit([table(each)[each.known] for each in labelled], truths, [each.weight for each in labelled], trees)


def fit_page(found: Sequence[Example]) -> Any:  # noqa: ANN401
    """Return trees that tell pages from texts; a page cut to its article alone is neither."""
    told = [each for each in found if each.kind in TEXTS or (each.kind in PAGES and not OTHER.isdisjoint(each.labels))]
    truths = [np.array([float(each.kind in PAGES)]) for each in told]
    weights = [PAGE_WEIGHTS.get(each.kind, 1.0) for each in told]
    return fit([each.signs for each in told], truths, weights, TREES["page"], OF_PAGES)


def read_first(found: Sequence[Example]) -> None:
    """Let every example be read by a model that was trained on the other folds."""
    for fold in range(FOLDS):
        others = [each for each in found if each.fold != fold]
        article, title = (
            fit_lines(others, wanted, TREES[name], lambda each: each.seen.matrix)
            for name, wanted in (("article", ARTICLE), ("title", TITLE))
        )
        for each in found:
            if each.fold == fold:
                each.chances, each.titles = article.predict(each.seen.matrix), title.predict(each.seen.matrix)
        print(f"first reading of fold {fold + 1} of {FOLDS}", flush=True)


def judge(found: Sequence[Example]) -> None:
    """Print what the models make of folds that they were not trained on: of pages by the words of their lines, and of texts."""
    scores: list[tuple[float, ...]] = []
    taken = dict.fromkeys((*sorted(PAGES), *sorted(TEXTS)), 0)
    for fold in range(FOLDS):
        others = [each for each in found if each.fold != fold]
        page, again = fit_page(others), fit_lines(others, ARTICLE, TREES["again"], lambda each: each.second)
        for each in found:
            if each.fold == fold and each.kind in taken:
                chance = float(page.predict(each.signs)[0])
                taken[each.kind] += chance >= PAGE
                if each.kind == "page":
                    scores.append(_scores(each, agreed(each.chances, again.predict(each.second))))
    whole = Counter(each.kind for each in found)
    print("taken for pages:", ", ".join(f"{count} of {whole[kind]} {kind}" for kind, count in taken.items()))
    for what, at in (("kept", 0), ("sure", 2)):
        precision, recall = (fmean(score[which] for score in scores) for which in (at, at + 1))
        print(f"{what}: F1 {2 * precision * recall / (precision + recall):.3f} P {precision:.3f} R {recall:.3f}")


def _scores(each: Example, chances: np.ndarray) -> tuple[float, ...]:
    """Return by words, disputed lines aside, the precision and recall of what is kept, and of what is kept without doubt."""
    places = cut(each.lines, each.seen.columns(), chances, each.titles)
    scores: list[float] = []
    for kept in (
        [not place.furniture for place in places],
        [not (place.furniture or place.doubtful) for place in places],
    ):
        sizes = Counter[tuple[str, bool]]()
        for line, label, keep in zip(each.lines, each.labels, kept or [True] * len(each.lines), strict=True):
            sizes["other" if label in OTHER else label, keep] += len(words(line.text))
        hits = sizes["article", True]
        scores += [hits / max(1, hits + sizes["other", True]), hits / max(1, hits + sizes["article", False])]
    return tuple(scores)


def main() -> None:
    """Train the three models, and judge them by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="folders of more pages")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders of text files that are no pages")
    parser.add_argument("--made", type=int, default=900, help="pages to make")
    parser.add_argument("--made-texts", type=int, default=500, help="texts to make")
    parser.add_argument("--share", type=float, default=0.06, help="of the texts that are no pages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = examples(options.data, options)
    print(f"{len(found)} examples of {sum(len(each.lines) for each in found)} lines", flush=True)
    read_first(found)
    judge(found)
    first = {
        name: fit_lines(found, wanted, TREES[name], lambda each: each.seen.matrix)
        for name, wanted in (("article", ARTICLE), ("title", TITLE))
    }
    each = found[0]
    save_trees(options.models / "furniture.npz", each.seen.names, first)
    names = second_features(each.seen.columns(), each.chances, each.titles, each.seen.lines)[1]
    again = fit_lines(found, ARTICLE, TREES["again"], lambda each: each.second)
    save_trees(options.models / "furniture-again.npz", names, {"article": again})
    names = page_signs(each.seen.columns(), each.chances)[1]
    save_trees(options.models / "furniture-page.npz", names, {"page": fit_page(found)})


if __name__ == "__main__":
    main()
