"""Write the weights of the rankers: `python packaging/training/summaries.py ../shared/eval/summaries resources/models/summary`.

Reads `*.train.jsonl` alone (lines of "text", "reference"), and with `--studies` the source archive of `allofplos` 0.12.0, without
which the weights for studies stay as they are. Of each article many summaries are drawn, cut at budgets of words, and
judged by ROUGE against the reference; the model learns to give the best of them the highest score. `--folds 5` cross-validates
instead of writing: each article is summed up by a model that has not seen it, and compared with its first sentences at several
budgets, with 95 % intervals of the bootstrap. The same data give the same bytes; about a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums of floats hang on how they are shared out

import numpy as np
from concept_fit import Held, learn_concepts
from linear_fit import least_squares, minimum_risk
from rouge import Judged
from studies import studies

from nutgraf.cancel import Cancel
from nutgraf.readers import read_text
from nutgraf.summary import study, tense
from nutgraf.summary.features import Features
from nutgraf.summary.model import BUDGET, Likely, Model
from nutgraf.summary.selection import choose
from nutgraf.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from rouge import Picked

    from nutgraf.text.article import Article
    from nutgraf.text.sentences import Sentence

    Floats = NDArray[np.float64]

_RARE = 0.005  # of the sentences have the column: too few to learn its weight from
SETS = ("repeats", "dangles", "follows")  # what a set is measured by, beside the columns of its sentences


@dataclass(frozen=True, eq=False)
class Recipe:
    """What a model is learned from, and how.

    Candidates are drawn around the order of `prior`, and `wander` times as far in random directions. `prior` is also where
    learning starts, `sharp` times as strong; `ignored` columns are not learned; `added` weighs what the data cannot teach
    (columns, or what a set is measured by); ROUGE-1, 2 and L have `shares` in what a candidate is worth. `concepts` are
    worth so much: words, and pairs of words, of which it is learned what a summary is likely to hold.
    """

    name: str
    files: tuple[str, ...]
    budgets: tuple[int, ...]
    measured: tuple[int, ...]
    drawn: int
    prior: Mapping[str, float]
    wander: float
    learn: Callable[[Sequence[tuple[Floats, Floats]], Floats, float], Floats]
    sharp: float
    pull: float
    added: Mapping[str, float]
    ignored: tuple[str, ...] = ()
    shares: tuple[int, int, int] = (1, 1, 1)
    concepts: Mapping[str, float] = field(default_factory=dict)


NEWS = Recipe(
    name="news",
    files=("wire.train", "daily.train"),
    budgets=(45, 65, 95),
    measured=(40, 60, 80, 100),
    drawn=120,
    prior={"1/root of place": 1, "LexRank": 0.4, "above 9 words": 0.2, "repeats": -0.3},
    wander=0,
    learn=minimum_risk,
    sharp=20,
    pull=0.03,
    added={},
)
# What reports and transcripts want cannot be learned from stories, which have no findings, citations, exhibits and fillers.
LONG_READ = Recipe(
    name="long_read",
    files=("story.train",),
    budgets=(400,),
    measured=(200, 400),
    drawn=360,
    prior={},
    wander=1,
    learn=least_squares,
    sharp=1,
    pull=0.003,
    added={
        "states a finding": 5,
        "cites": -3.5,
        "points to an exhibit": -5,
        "no full stop": -5,
        "speaks of the page": -15,
        "written style in talk": 20,
        "repeats": -6,
        "balance": 10,
    },
    ignored=(  # single places of fifty stories, and numbers, which reports live on
        *("1/place", "1/root of place", "log place", "first", "second", "third", "fourth", "fifth", "last"),
        *("first twentieth", "last tenth", "numbers"),
    ),
)

# Stories are no talk; in them what stands without what it leans on costs, though ROUGE cares little for that.
STORY = replace(
    LONG_READ,
    name="story",
    added={**LONG_READ.added, "written style in talk": 0, "repeats": -8, "dangles": -1},
)

# Studies come from an archive of their own, in two layouts; what these have no example of is added.
STUDY = Recipe(
    name="study",
    files=("study.published", "study.lines"),
    budgets=(200,),
    measured=(200,),
    drawn=400,
    prior={},
    wander=1,
    learn=least_squares,
    sharp=1,
    pull=0.01,
    added={
        "speaks of the page": -50,
        "dangles": -4,
        "states the aim": 8,  # it is to be told though the conclusion repeats it
    },
    concepts={"words": 40, "pairs": 40},  # by cross-validation
    shares=(1, 2, 1),  # by cross-validation, the mean of the three stays and ROUGE-2 gains 0.2
)


class Example:
    """An article with its reference, what is seen of its sentences, and candidate summaries."""

    def __init__(self, recipe: Recipe, source: str, number: int, text: str, reference: str) -> None:
        self.source, self.number = source, number
        self.article: Article = read_text(text, "", Cancel())
        self.sentences: tuple[Sentence, ...] = split_sentences(self.article, Cancel())
        self.features = Features(self.article, self.sentences, Cancel())
        if recipe is STUDY:
            study.add_columns(self.features, self.article, self.sentences)
        if recipe is STORY:
            tense.add_columns(self.features, self.article, self.sentences, Cancel())
        self.judged = Judged((each.span.of(self.article.text) for each in self.sentences), reference)
        self.values = self.features.centred
        self.held = Held(self.article, self.sentences, self.features, reference) if recipe.concepts else None
        self.groups: list[tuple[Floats, Floats]] = []

    def draw(self, recipe: Recipe, rng: np.random.Generator) -> None:
        """Draw candidate summaries around the prior's order and judge them."""
        count = len(self.sentences)
        base = self.features.values @ columns_of(recipe.prior, self.features.names)
        base = (base - base.mean()) / (base.std() or 1)
        for budget in recipe.budgets:
            picked = {self.judged.pick(range(count), budget): None}
            for _ in range(3 * recipe.drawn):
                score = base
                if recipe.wander:
                    score = base + recipe.wander * self.direction(recipe, rng)
                order = np.argsort(-(score * rng.uniform(0.2, 3) + rng.gumbel(size=count)))
                picked[self.judged.pick(order.tolist(), budget)] = None
                if len(picked) >= recipe.drawn:
                    break
            features = np.stack([self.measure(each, budget) for each in picked])
            self.groups.append((features, np.array([self.judged.mean(each, recipe.shares) for each in picked])))

    def direction(self, recipe: Recipe, rng: np.random.Generator) -> Floats:
        """Return what a model of random weights, most of them 0, makes of the sentences."""
        values = self.values[:, [name not in recipe.ignored for name in self.features.names]]
        weights = rng.normal(size=values.shape[1]) * (rng.random(values.shape[1]) < 0.3)
        score = values / (values.std(axis=0) + 1e-6) @ weights
        return score / (score.std() or 1)

    def measure(self, picked: Picked, budget: int) -> Floats:
        """Return a summary's columns: means over its words, then how its sentences stand to each other."""
        chosen = [index for index, _ in picked]
        share = np.array([words / budget for _, words in picked])
        near = np.stack([self.features.matrix.cosines(self.features.weights, index)[chosen] for index in chosen])
        np.fill_diagonal(near, 0)
        follows = np.array([index - 1 in chosen for index in chosen])
        leans = np.isin(chosen, self.features.leaning)
        sets = (share @ near @ share, share @ (leans & ~follows), share @ follows)
        return np.concatenate([share @ self.values[chosen], sets])

    def order(self, model: Model) -> tuple[int, ...]:
        """Return the sentences as the model ranks them."""
        return choose(self.article, self.sentences, self.features, model, Cancel()).order


def columns_of(weights: Mapping[str, float], names: Sequence[str]) -> Floats:
    """Return the weights in the order of the names."""
    return np.array([weights.get(name, 0.0) for name in names])


def rows(recipe: Recipe, folder: Path, archive: Path | None) -> Iterator[tuple[str, int, str, str]]:
    """Yield (source, number, text, reference); what has one number is one article."""
    if recipe is STUDY:
        for number, layouts in enumerate(studies(archive) if archive else ()):
            for source, (text, reference) in zip(recipe.files, layouts, strict=True):
                yield source, number, text, reference
        return
    number = 0
    for name in recipe.files:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield name, number, row["text"], row["reference"]
            number += 1


def read(recipe: Recipe, folder: Path, archive: Path | None = None) -> list[Example]:
    """Return the recipe's articles with their candidates."""
    rng = np.random.default_rng(0)
    examples = [Example(recipe, *row) for row in rows(recipe, folder, archive)]
    for example in examples:
        example.draw(recipe, rng)
    return examples


def learn(recipe: Recipe, examples: Collection[Example]) -> Model:
    """Return the model, learned on columns of equal spread."""
    names = (*next(iter(examples)).features.names, *SETS)
    spread = np.concatenate(
        [
            np.concatenate([each.values for each in examples]).std(axis=0),
            np.concatenate([found[:, -3:] - found[:, -3:].mean(axis=0) for e in examples for found, _ in e.groups]).std(
                0
            ),
        ]
    )
    held = np.concatenate([each.features.values != 0 for each in examples]).mean(axis=0)
    spread[: len(held)][held < _RARE] = np.inf
    spread[[name in recipe.ignored for name in names]] = np.inf
    prior = columns_of(recipe.prior, names) * np.where(np.isinf(spread), 0, spread)
    sizes = Counter(each.source for each in examples)
    groups = [
        (found / spread, worth)
        for each in examples
        for found, worth in each.groups
        * round(max(sizes.values()) / sizes[each.source])  # no source is to outweigh another
    ]
    weights = dict(zip(names, recipe.learn(groups, recipe.sharp * prior, recipe.pull) / spread, strict=True))
    weights["repeats"] *= 2 * BUDGET / np.mean(recipe.budgets)  # of a pair each takes off from the other
    weights |= recipe.added
    found = rounded(weights)
    rest = {name: found.pop(name, 0.0) for name in (*SETS, "balance")}
    return Model(found, **rest, **likely(recipe, examples))


def likely(recipe: Recipe, examples: Collection[Example]) -> dict[str, Likely]:
    """Return by kind what is learned of the concepts, where the recipe weighs them."""
    articles = [each.held for each in examples if each.held]
    return {
        kind: Likely(worth, rounded(learn_concepts(articles, kind)))
        for kind, worth in recipe.concepts.items()
        if articles
    }


def rounded(weights: Mapping[str, float]) -> dict[str, float]:
    """Return those weights that are not 0 in three places."""
    return {name: round(float(weight), 3) for name, weight in weights.items() if abs(weight) >= 0.0005}


def interval(values: Floats) -> tuple[float, float]:
    """Return the 95 % interval of the mean over resampled articles."""
    rng = np.random.default_rng(0)
    drawn = np.sort(values[rng.integers(0, len(values), (2000, len(values)))].mean(axis=1))
    return drawn[50], drawn[1949]


def held_out(recipe: Recipe, examples: Sequence[Example], folds: int) -> list[tuple[int, ...]]:
    """Return each article's sentences as a model ranks them that has not seen it."""
    orders: list[tuple[int, ...]] = [()] * len(examples)
    parts = np.random.default_rng(1).permutation(1 + max(each.number for each in examples))
    for fold in range(folds):
        held = set(parts[fold::folds].tolist())
        model = learn(recipe, [each for each in examples if each.number not in held])
        for place, each in enumerate(examples):
            if each.number in held:
                orders[place] = each.order(model)
    return orders


@cache
def _unseen(folder: Path, recipe: Recipe) -> tuple[list[Example], list[tuple[int, ...]]]:
    examples = read(recipe, folder)
    return examples, held_out(recipe, examples, folds=5)


def unseen(folder: Path, recipe: Recipe, file: str) -> list[tuple[int, ...]]:
    """Return the rankings of the articles of one of the recipe's files, each by a model that has not seen it.

    Long read has stories ranked by their own recipe, as it does when it is used.
    """
    examples, orders = _unseen(folder, recipe)
    if recipe is LONG_READ:
        _, told = _unseen(folder, STORY)
        orders = [
            own if tense.told_in_the_past(each.article, each.sentences, Cancel()) else order
            for each, order, own in zip(examples, orders, told, strict=True)
        ]
    return [order for each, order in zip(examples, orders, strict=True) if each.source == file]


def cross_validate(recipe: Recipe, examples: Sequence[Example], folds: int) -> None:
    """Print how far models that have not seen an article are above its first sentences."""
    gains = np.zeros((len(examples), len(recipe.measured)))
    for number, order in enumerate(held_out(recipe, examples, folds)):
        judged = examples[number].judged
        for column, budget in enumerate(recipe.measured):
            lead = judged.mean(judged.pick(range(len(order)), budget))
            gains[number, column] = judged.mean(judged.pick(order, budget)) - lead
    sources = np.array([each.source for each in examples])
    for source in ("", *recipe.files):
        own = gains[sources == source] if source else gains
        for label, values in [*zip(recipe.measured, own.T, strict=True), ("all", own.mean(axis=1))]:
            print(
                f"{source or 'together':<12} {label!s:>4} words  {values.mean():+.2f} [%+.2f, %+.2f]" % interval(values)
            )


def main() -> None:
    """Write the models, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--studies", type=Path, help="source archive of the package allofplos 0.12.0")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", choices=[each.name for each in RECIPES])
    options = parser.parse_args()
    for recipe in RECIPES:
        if options.only in {None, recipe.name} and (options.studies or recipe is not STUDY):
            examples = read(recipe, options.data, options.studies)
            if options.folds:
                cross_validate(recipe, examples, options.folds)
            else:
                write(learn(recipe, examples), options.models / f"{recipe.name}.json")


def write(model: Model, path: Path) -> None:
    """Write a model's weights by their names."""
    weights = {name: each for name, each in asdict(model).items() if each is not None}
    path.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


RECIPES = (NEWS, LONG_READ, STORY, STUDY)

if __name__ == "__main__":
    main()
