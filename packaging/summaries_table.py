"""Measure every method on every file: `python packaging/summaries_table.py ../shared/eval/summaries > tests/floors/summaries.md`.

Names of files (“wire.dev”) after the folder choose among them.
Files named `*.train.jsonl` were learned from: there, News and Long read are models that have not seen the article (five folds).
ROUGE is that of `training/rouge.py`, which the tests hold against rouge-score; summaries are cut at a budget of words.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "training"))
from rouge import Judged
from summaries import RECIPES, interval, unseen

from nutgraf.cancel import Cancel
from nutgraf.readers import read_text
from nutgraf.summary import METHODS, method
from nutgraf.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BUDGETS = {"wire": 60, "daily": 60, "story": 400, "paper": 200, "meeting": 110}
HEAD = """# Summaries measured

Made by `packaging/summaries_table.py`. ROUGE-1, 2 and L (F, 0 to 100) against human summaries, at a budget of words; then how
far the mean of the three is above that of the first sentences cut at the same budget, with the 95 % interval of the bootstrap.
Nothing was learned from the files marked dev. In the files marked train, News and Long read are measured by five-fold
cross-validation.
"""


class File:
    """The articles of a file with their references."""

    def __init__(self, path: Path) -> None:
        self.name, self.budget = path.stem, BUDGETS[path.stem.split(".")[0]]
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.articles = [read_text(row["text"], "", Cancel()) for row in rows]
        self.sentences = [split_sentences(article, Cancel()) for article in self.articles]
        self.judged = [
            Judged((each.span.of(article.text) for each in sentences), row["reference"])
            for article, sentences, row in zip(self.articles, self.sentences, rows, strict=True)
        ]

    def scores(self, orders: Sequence[Sequence[int]]) -> Floats:
        """Return the three scores of each article's summary."""
        pairs = zip(self.judged, orders, strict=True)
        return np.array([judged.scores(judged.pick(order, self.budget)) for judged, order in pairs])

    def orders(self, name: str) -> list[tuple[int, ...]]:
        """Return how the method of that name ranks each article's sentences."""
        ranker = method(name)
        return [
            ranker.rank(article, sentences, Cancel()).order
            for article, sentences in zip(self.articles, self.sentences, strict=True)
        ]


def lines(file: File, folder: Path) -> Iterator[str]:
    """Yield the file's table."""
    yield f"\n## {file.name}: {len(file.articles)} articles, {file.budget} words\n"
    yield "| method | ROUGE-1 | ROUGE-2 | ROUGE-L | over the first sentences |\n|---|---|---|---|---|"
    lead = file.scores([range(len(each)) for each in file.sentences])
    learned = {recipe.name: recipe for recipe in RECIPES}
    seen = {name for name, recipe in learned.items() if file.name in recipe.files}
    for each in METHODS:
        if each.name == "automatic":
            continue
        orders = unseen(folder, learned[each.name], file.name) if each.name in seen else file.orders(each.name)
        found = file.scores(orders)
        gains = found.mean(axis=1) - lead.mean(axis=1)
        title = f"{each.title}, cross-validated" if each.name in seen else each.title
        shown = " | ".join(f"{score:.2f}" for score in found.mean(axis=0))
        over = f"{gains.mean():+.2f} [%+.2f, %+.2f]" % interval(gains)
        yield f"| {title} | {shown} | {'' if each.name == 'lead' else over} |"
        print(file.name, title, shown, over, file=sys.stderr, flush=True)


def main() -> None:
    """Write the tables."""
    folder, only = Path(sys.argv[1]), sys.argv[2:]
    print(HEAD)
    for path in sorted(folder.glob("*.jsonl"), key=lambda path: (path.stem.split(".")[::-1], path.stem)):
        if not only or path.stem in only:
            print("\n".join(lines(File(path), folder)), flush=True)


if __name__ == "__main__":
    main()
