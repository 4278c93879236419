"""Train the model of saved web pages: `python packaging/training/pages.py ../shared/eval resources/models/pages.npz`.

Reads `pages-train/` (saved pages, and what Readability takes for their articles). `--folds 6` cross-validates over the sites of
the pages instead. Needs the dependency group `training`; about ten seconds on one core.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from dataclasses import dataclass, replace
from html import escape
from itertools import cycle, islice
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING
from unittest.mock import patch

import lightgbm
import numpy as np
from labelled_pages import in_article, runs
from lightgbm_trees import PARAMETERS, save_trees
from made_pages import read_stories

from nutgraf.cancel import Cancel
from nutgraf.readers import page_article
from nutgraf.readers.block_features import Known, block_features
from nutgraf.readers.comparing import plain
from nutgraf.readers.leftovers import is_leftover
from nutgraf.readers.page import parse_page
from nutgraf.readers.saved_page import page_content
from nutgraf.text.article import BlockKind
from nutgraf.text.boosted_trees import load_trees
from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.readers.page_blocks import PageBlock

OF_BLOCKS = PARAMETERS | {"num_leaves": 10, "min_data_in_leaf": 60, "feature_fraction": 0.15}
# A front page of headlines, which Readability takes for an article; two whose formulas it writes otherwise.
NO_ARTICLES = frozenset({"nytimes-5", "mathjax", "wikipedia-3"})
TREES = 300
DOCUMENTS = 100  # made ones without furniture
# Readability keeps captions, credits, bylines and notes on authors; by these names of classes they are known.
_BESIDE = re.compile(
    r"caption|credit|attribution|byline|author|contribut|shar(?:e|ing)|social|relat|interstitial|newsletter|promo|player|video|"
    r"posted-date|timestamp|photo|endmark|inline-graphic|subscribe|(?<![a-z])(?:bio|dates?|tags?|ads?)(?![a-z])",
    re.IGNORECASE,
)
_LONGEST_BESIDE = 60  # words


def site_of(name: str) -> str:
    """Return the site that a training page comes from, as its name tells."""
    return re.sub(r"-(?:\d+|post.*|working)$", "", name)


@dataclass(frozen=True)
class Page:
    """A training page: its blocks, those that are its article's, those that repeat its title, and the rows of their features."""

    name: str
    blocks: list[PageBlock]
    known: Known
    labels: np.ndarray
    titles: np.ndarray
    table: np.ndarray


def read_page(name: str, html: str, article: str) -> Page:
    """Return a page, labelled."""
    blocks, known, _ = page_content(parse_page(html), Cancel())
    inside = in_article([Line(block.text, apart=True) for block in blocks], article)
    titles = {plain(each) for each in known.titles}
    return Page(
        name,
        blocks,
        known,
        np.array([yes and not is_beside(block) for block, yes in zip(blocks, inside, strict=True)], bool),
        np.array([plain(block.text) in titles for block in blocks], bool),
        block_features(blocks, known, Cancel())[0],
    )


def is_beside(block: PageBlock) -> bool:
    """Whether a block that Readability keeps stands beside the article's text: a credit, a byline, a pointer; not a caption."""
    if block.kind in {BlockKind.CAPTION, BlockKind.CODE}:
        return False
    short = len(block.text.split()) < _LONGEST_BESIDE
    return is_leftover(block.text) or (short and bool(_BESIDE.search(block.element.get("class", ""))))


def read_pages(folder: Path) -> list[Page]:
    """Return the training pages."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = []
    for name, gold in sorted(truth.items()):
        if name not in NO_ARTICLES:
            html = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
            pages.append(read_page(name, html, gold["articleBody"]))
    return [page for page in pages if page.labels.any()]


def plain_documents(folder: Path, count: int, seed: int) -> list[Page]:
    """Return documents without furniture (notes, letters, lists) made of stories: every block is the article's."""
    draw = random.Random(seed)
    stories = read_stories(folder)
    documents = []
    for number in range(count):
        sentences = list(islice(cycle(draw.choice(stories).sentences), draw.choice([1, 2, 4, 8, 20, 40])))
        html = f"<html><body>{''.join(_parts(sentences, draw))}</body></html>"
        documents.append(read_page(f"document-{number}", html, "\n".join(sentences)))
    return [replace(each, labels=np.ones(len(each.blocks), bool)) for each in documents]


def _parts(sentences: list[str], draw: random.Random) -> Iterator[str]:
    """Yield elements that hold a few of the sentences each."""
    forms = ["<p>{}</p>"] * 4 + [
        "<div>{}</div>",
        "{}<br><br>",
        "<h2>{:.40}</h2>",
        "<pre>{}</pre>",
        "<blockquote>{}</blockquote>",
    ]
    forms += ["<ul><li>{}</li></ul>", "<ol><li>{}</li></ol>", "<table><tr><td>{:.30}</td><td>{}</td></tr></table>"]
    forms += ['<p><a href="/a">{:.50}</a></p>', '<ul><li><a href="/a">{:.50}</a> {}</li></ul>']
    chosen = draw.sample(forms, draw.randint(1, 4))
    at = 0
    while at < len(sentences):
        size = draw.randint(1, 4)
        said = escape(" ".join(sentences[at : at + size]))
        at += size
        yield draw.choice(chosen).format(said, said)


def train(pages: list[Page], path: Path) -> None:
    """Train on the pages, each weighing as the root of its number of blocks, and write the model."""
    chosen = [~page.titles for page in pages]
    table = np.vstack([page.table[rows] for page, rows in zip(pages, chosen, strict=True)])
    labels = np.concatenate([page.labels[rows] for page, rows in zip(pages, chosen, strict=True)])
    weights = np.concatenate([np.full(rows.sum(), len(rows) ** -0.5) for rows in chosen])
    data = lightgbm.Dataset(table, label=labels.astype(float), weight=weights / weights.mean())
    names = block_features(pages[0].blocks, pages[0].known, Cancel())[1]
    save_trees(path, names, {"article": lightgbm.train(OF_BLOCKS, data, TREES)})


def judge(page: Page) -> tuple[float, float]:
    """Return precision and recall of runs of four words, titles and captions aside, of what the reader keeps of a page."""
    kept = page_article.find_article(page.blocks, page.known, Cancel())
    found, true = (
        runs(
            "\n".join(
                b.text
                for b, y, t in zip(page.blocks, chosen, page.titles, strict=True)
                if y and not t and b.kind != "caption"
            )
        )
        for chosen in (kept, page.labels)
    )
    hits = (found & true).total()
    return hits / max(1, found.total()), hits / max(1, true.total())


def validate(pages: list[Page], always: list[Page], path: Path, folds: int, seed: int) -> None:
    """Train on the sites of all folds but one, judge those of that one, and print the means over the pages."""
    sites = sorted({site_of(page.name) for page in pages})
    random.Random(seed).shuffle(sites)
    scores = []
    for fold in range(folds):
        held = set(sites[fold::folds])
        train([*always, *(page for page in pages if site_of(page.name) not in held)], path)
        model = load_trees(path)
        with patch.object(page_article, "page_model", lambda model=model: model):
            scores += [judge(page) for page in pages if site_of(page.name) in held]
    precision, recall = (fmean(score[which] for score in scores) for which in (0, 1))
    print(f"F1 {2 * precision * recall / (precision + recall):.4f} P {precision:.4f} R {recall:.4f}")


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    pages = read_pages(options.data / "pages-train")
    documents = plain_documents(options.data, DOCUMENTS, options.seed)
    print(f"{len(pages)} pages, {sum(len(page.blocks) for page in pages)} blocks")
    if options.folds:
        validate(pages, documents, options.model, options.folds, options.seed)
    else:
        train([*documents, *pages], options.model)


if __name__ == "__main__":
    main()
