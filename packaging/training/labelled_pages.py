"""Pages and other texts whose lines are labelled: before the article, its title, of it, inside or after it, or disputed.

What is the article is told by two programs that go by the page's markup, Mozilla's Readability and trafilatura; paragraphs of
which they think differently are disputed and not trained on. Pages of which they agree too little are left out: front pages,
forums.
"""

from __future__ import annotations

import difflib
import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trafilatura import extract

from nutgraf.cancel import Cancel
from nutgraf.readers.wrapping import paragraphs
from nutgraf.text.line_features import Line

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable
    from pathlib import Path

SMALL = 40  # lines: pages below it are made for single traits of HTML and are trained on, never validated
PARAGRAPH = 15  # words, from which a line is no caption or byline
AGREED = 0.7  # share of the words that either program takes for the article which both must take
FILE_SIZES = 800, 60_000  # bytes of a text file
MOST_LINES = 1000  # of a text file that are looked at
MARKED_UP = frozenset({".html", ".htm", ".js", ".css", ".svg", ".xml", ".json"})
SHORT_LINED = ("web", "posts", "emerging")  # data of names: remarks, letters, posts
OTHER = frozenset({"before", "inside", "after"})  # labels of lines that surely are not the article's
Example = tuple[list[Line], list[str]]


@dataclass(frozen=True)
class Page:
    """A page of the training set: its lines with their labels."""

    name: str
    lines: list[Line]
    labels: list[str]

    @property
    def site(self) -> str:
        """The site that it comes from, as its name tells: the letters that it begins with."""
        found = re.match(r"[a-z]+", self.name.casefold())
        return found[0] if found else self.name

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
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        html = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        lines = [Line(each.text, each.apart) for each in paragraphs(text, Cancel())]
        votes = [in_article(lines, gold["articleBody"])]
        if len(lines) >= SMALL:
            votes.append(in_article(lines, extract(html, include_comments=False) or ""))
        labels = label(lines, [all(vote) for vote in zip(*votes, strict=True)], title_of(html))
        if agreement(lines, votes) >= AGREED:
            pages.append(Page(name, lines, disputed(lines, labels, votes)))
    return [page for page in pages if "article" in page.labels]


def agreement(lines: list[Line], votes: list[list[bool]]) -> float:
    """Return the share of the words that any of `votes` takes for the article which all of them take."""
    sizes = [len(words(line.text)) for line in lines]
    any_, all_ = (sum(size for size, *each in zip(sizes, *votes, strict=True) if taken(each)) for taken in (any, all))
    return all_ / max(1, any_)


def disputed(lines: list[Line], labels: list[str], votes: list[list[bool]]) -> list[str]:
    """Return the labels, those of paragraphs that only some of `votes` take for the article replaced.

    A line of the size of a caption or a byline that only some take is not the article's.
    """
    return [
        "disputed" if len(words(line.text)) >= PARAGRAPH and label in OTHER and any(each) else label
        for line, label, *each in zip(lines, labels, *votes, strict=True)
    ]


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


def read_short_lined(folder: Path) -> list[list[Line]]:
    """Return the texts of the data of names whose lines may be as short as a menu's, every sentence a paragraph."""
    sys.path.insert(0, str(folder))
    from score_names import documents, lay_out

    texts = [
        lay_out(document)[0] for name in SHORT_LINED for document in documents(folder / "names" / f"{name}.train.conll")
    ]
    found = [[Line(each.text, each.apart) for each in paragraphs(text, Cancel())] for text in texts]
    return [lines for lines in found if len(lines) > 1]


def read_files(folders: Iterable[Path]) -> list[tuple[int, list[Line]]]:
    """Return the text files in some folders that are no pages, each once: the number of their folder, and their lines."""
    found: list[tuple[int, list[Line]]] = []
    known: set[bytes] = set()
    groups: dict[Path, int] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if (
            path.suffix in MARKED_UP
            or not FILE_SIZES[0] <= len(data) <= FILE_SIZES[1]
            or b"\0" in data
            or data in known
        ):
            continue
        known.add(data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        lines = [Line(each.text, each.apart) for each in paragraphs(text, Cancel())][:MOST_LINES]
        if len(lines) > 1:
            found.append((groups.setdefault(path.parent, len(groups)), lines))
    return found
