"""Make training pages of HTML files: `python packaging/training/more_pages.py MEASURED NODE FOLDER FILE…`.

Writes into FOLDER, for each HTML file, the page (NAME.html.gz), the text that a browser copies of it (NAME.txt) and, in
truth.json, what Mozilla's Readability takes for its article. NODE is a folder with node_modules that hold @mozilla/readability
and jsdom. Left out are pages that share more than a few runs of eight words with an article of MEASURED (truth.json of the pages
that are measured on), that another page is nearly the same as, and that hold little text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
from pathlib import Path

from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig
from labelled_pages import words

SMALLEST = 5000  # characters of HTML
FEWEST = 150  # words
RUN = 8  # words
SHARED = 5  # runs, of a page with the articles that are measured on
ALIKE = 0.5  # share of runs, from which a page is another one again
READABILITY = """
const fs = require("fs"), {JSDOM, VirtualConsole} = require("jsdom"), {Readability} = require("@mozilla/readability");
const page = new JSDOM(fs.readFileSync(0, "utf8"), {url: "https://example.org/", virtualConsole: new VirtualConsole()});
const article = new Readability(page.window.document).parse();
fs.writeSync(1, article ? article.content : "");
"""


def copied(page: str) -> str:
    """Return the text that a browser copies of a page."""
    text = get_text(page, ParserConfig(css=CSS_PROFILES["relaxed"])) if page.strip() else ""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def readable(page: str, node: Path) -> str:
    """Return the text of what Readability takes for the article, "" where it finds none."""
    done = subprocess.run(["node", "-e", READABILITY], input=page.encode(), cwd=node, capture_output=True, check=True)
    return copied(done.stdout.decode())


def decoded(data: bytes) -> str:
    """Return a page's text by UTF-8, or by the charset that it names."""
    named = re.search(rb"charset=[\"']?([\w-]+)", data[:3000])
    for encoding in ("utf-8", named[1].decode() if named else "latin-1"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of eight words."""
    found = words(text.casefold())
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def main() -> None:
    """Write the pages that may be trained on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", type=Path)
    parser.add_argument("node", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    measured = json.loads(options.measured.read_text(encoding="utf-8")).values()
    held = set().union(*(runs(gold["articleBody"]) for gold in measured))
    taken: list[set[tuple[str, ...]]] = []
    truth = {}
    for file in options.files:
        page = decoded(file.read_bytes())
        text = copied(page) if len(page) >= SMALLEST else ""
        own = runs(text)
        again = any(len(own & other) > ALIKE * min(len(own), len(other)) for other in taken)
        if len(words(text)) < FEWEST or len(own & held) > SHARED or again:
            print("left out:", file.name)
            continue
        taken.append(own)
        name = re.sub(r"^test_?(?:tags_)?", "", file.stem)
        (options.folder / f"{name}.html.gz").write_bytes(gzip.compress(page.encode(), mtime=0))
        (options.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        truth[name] = {"articleBody": readable(page, options.node)}
    (options.folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
