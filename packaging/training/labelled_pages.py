"""Pages and other texts whose lines are labelled: before the article, its title, of it, inside or after it."""

from __future__ import annotations

import difflib
import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.cancel import Cancel
from nutgraf.readers.wrapping import paragraphs
from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    import random
    from pathlib import Path

NO_ARTICLES = frozenset({"nytimes-5"})  # a front page of headlines, which Readability takes for an article
Example = tuple[list[Line], list[str]]


@dataclass(frozen=True)
class Page:
    """A page of the training set: its lines with their labels, and its article's words."""

    name: str
    lines: list[Line]
    labels: list[str]
    article: str

    @property
    def site(self) -> str:
        """The site that it comes from, as its name tells."""
        return re.sub(r"-(?:\d+|post.*|working)$", "", self.name)

    @property
    def labelled(self) -> list[tuple[str, str]]:
        """The texts of its lines with their labels."""
        return [(line.text, label) for line, label in zip(self.lines, self.labels, strict=True)]


def words(text: str) -> list[str]:
    """Return the words, as pages are scored."""
    return re.findall(r"\w+", text)


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words, as pages are scored."""
    found = words(text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3)) if found)


def plain(text: str) -> str:
    """Return the text as lines are compared."""
    return " ".join(words(text.casefold()))


def in_article(lines: list[Line], article: str) -> list[bool]:
    """Align the page's lines with the article's: equal lines in order, then lines most of whose runs are the article's."""
    ours = [plain(line.text) for line in lines]
    theirs = [plain(line) for line in article.splitlines()]
    found = [False] * len(lines)
    for a, _, size in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for index in range(a, a + size):
            found[index] = bool(ours[index])
    known = set(runs(article.casefold()))
    for index, line in enumerate(lines):
        own = runs(line.text.casefold())
        if len(words(line.text)) >= 6 and sum(run in known for run in own) >= 0.6 * len(own):
            found[index] = True
    return found


def title_of(page: str) -> set[str]:
    """Return what may be the title: the page's `<h1>`s, its `<title>` and that without the site's name."""
    found = re.findall(r"<h1\b[^>]*>(.*?)</h1>", page, re.DOTALL | re.IGNORECASE)
    whole = re.findall(r"<title\b[^>]*>(.*?)</title>", page, re.DOTALL | re.IGNORECASE)[:1]
    parts = [part for each in whole for part in re.split(r"\s[|–—-]\s|\s::\s", each)]
    return {plain(re.sub(r"<[^>]+>|&\w+;", " ", each)) for each in [*found, *whole, *parts]} - {""}


def label(lines: list[Line], inside: list[bool], titles: set[str]) -> list[str]:
    """Return each line’s label: before, title, article, inside or after."""
    if not any(inside):
        return ["before"] * len(lines)
    # The article begins and ends with its first and last line of some length: a menu may repeat a short line of it.
    long = [i for i, yes in enumerate(inside) if yes and len(words(lines[i].text)) >= 8] or [
        i for i, yes in enumerate(inside) if yes
    ]
    first, last = long[0], long[-1]
    while first > 0 and inside[first - 1]:
        first -= 1
    while last + 1 < len(lines) and inside[last + 1]:
        last += 1
    labels = []
    for index, yes in enumerate(inside):
        if index < first:
            labels.append("before")
        elif index > last:
            labels.append("after")
        else:
            labels.append("article" if yes else "inside")
    for index in range(min(last, first + 5), -1, -1):
        if plain(lines[index].text) in titles and len(words(lines[index].text)) >= 2:
            labels[index] = "title"
            break
    return labels


def read_pages(folder: Path) -> list[Page]:
    """Return the training pages, labelled."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    pages = []
    for name, gold in sorted(truth.items()):
        if name in NO_ARTICLES:
            continue
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        html = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        lines = [Line(each.text, each.apart) for each in paragraphs(text, Cancel())]
        inside = in_article(lines, gold["articleBody"])
        pages.append(Page(name, lines, label(lines, inside, title_of(html)), gold["articleBody"]))
    return [page for page in pages if "article" in page.labels]


def variants(page: Page, draw: random.Random) -> list[Example]:
    """Return the page as it is, and as other browsers and other selections with the mouse would copy it."""
    made: list[Example] = [(page.lines, page.labels)]
    made += [
        ([Line(_rebullet(line.text, bullet), line.apart) for line in page.lines], page.labels) for bullet in ("• ", "")
    ]
    made.append(([Line(line.text, apart=index == 0) for index, line in enumerate(page.lines)], page.labels))
    made.append(([Line(line.text, apart=True) for line in page.lines], page.labels))
    kept = [index for index, each in enumerate(page.labels) if each in {"article", "title"}]
    if kept:
        for above, below in (
            (0, 0),
            (draw.randint(1, 8), draw.randint(0, 4)),
            (draw.randint(3, 30), draw.randint(3, 30)),
        ):
            cut = slice(max(0, kept[0] - above), kept[-1] + 1 + below)
            made.append((page.lines[cut], page.labels[cut]))
    return [(lines, labels) for lines, labels in made if lines]


def _rebullet(text: str, bullet: str) -> str:
    return re.sub(r"^(?:[*+o#]\s+|[*+o#]$)", bullet, text).strip() or "•"


def read_texts(folder: Path, draw: random.Random, share: float) -> list[Example]:
    """Return texts that are no pages, laid out in several ways; every line of them is the article's."""
    found: list[Example] = []
    for path in sorted((folder / "summaries").glob("*.train.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if draw.random() < share:
                title = record.get("title") or ""
                text = f"{title}\n\n{record['text']}" if title else record["text"]
                lines = [Line(each.text, each.apart) for each in paragraphs(text, Cancel())][:120]
                found.append((lines, ["title" if title and not index else "article" for index in range(len(lines))]))
    sys.path.insert(0, str(folder))
    from score_names import documents, lay_out

    for path in sorted((folder / "names").glob("*.train.conll")):
        for document in documents(path):
            if draw.random() < share:
                text = lay_out(document)[0]
                text = text if draw.random() < 0.6 else text.replace("\n\n", "\n")
                lines = [Line(each.text, each.apart) for each in paragraphs(text, Cancel())]
                found.append((lines, ["article"] * len(lines)))
    return [(lines, labels) for lines, labels in found if len(lines) > 1]
