"""Score summaries of pages copied as text with their menus: `page_summaries.py --command 'nutgraf-cli stream' FOLDER`.

FOLDER holds `pages/` (NAME.html.gz and truth.json) and `pages-text/` (NAME.txt). Summaries are three sentences long. "own" is the
percentage of their sentences that are the article's: half of a sentence's runs of four words stand in the truth. "kept" is the
mean of ROUGE-1, 2 and Lsum (F1, stemmed) against what the page's own description says, less the same of the summary of the truth
alone; pages without a description of ten words are left out of it.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import shlex
import subprocess
from pathlib import Path
from statistics import fmean

from rouge_score.rouge_scorer import RougeScorer

KINDS = ("rouge1", "rouge2", "rougeLsum")
LENGTH = 3
_DESCRIPTION = re.compile(r"<meta\b[^>]*\b(?:name|property)\s*=\s*[\"'](?:og:)?description[\"'][^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"\bcontent\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


def words(text):
    return re.findall(r"\w+", text)


def runs(text):
    """Return the runs of four words; of a shorter text, the whole."""
    found = words(text.casefold())
    return {tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3))}


def description(page):
    """Return the longest description that a page gives of itself."""
    found = [html.unescape(each[1][1:-1]) for meta in _DESCRIPTION.findall(page) if (each := _CONTENT.search(meta))]
    return max(found, key=len, default="")


def summaries(command, texts):
    """Return for each text the first sentences of its ranking, in reading order."""
    sent = "\n".join(json.dumps({"id": name, "text": text}) for name, text in texts.items())
    done = subprocess.run(
        shlex.split(command), input=sent, capture_output=True, text=True, encoding="utf-8", check=True
    )
    found = {}
    for answer in map(json.loads, done.stdout.splitlines()):
        spans = [answer["sentences"][index] for index in sorted(answer["ranking"][:LENGTH])]
        found[answer["id"]] = [" ".join(answer["text"][start:end].split()) for start, end in spans]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default="nutgraf-cli stream")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    truth = json.loads((options.folder / "pages" / "truth.json").read_text(encoding="utf-8"))
    bodies = {name: gold["articleBody"] for name, gold in truth.items()}
    pages = {name: (options.folder / "pages-text" / f"{name}.txt").read_text(encoding="utf-8") for name in truth}
    ours, clean = summaries(options.command, pages), summaries(options.command, bodies)
    own = []
    for name, sentences in ours.items():
        true = runs(bodies[name])
        own += [100.0 * (2 * len(found & true) >= len(found)) for found in map(runs, sentences)]
    scorer = RougeScorer(KINDS, use_stemmer=True)
    kept = []
    for name in truth:
        page = gzip.decompress((options.folder / "pages" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        reference = description(page)
        if len(words(reference)) >= 10:
            scores = [scorer.score(reference, "\n".join(each[name])) for each in (ours, clean)]
            found, best = (100 * fmean(score[kind].fmeasure for kind in KINDS) for score in scores)
            kept.append(found - best)
    print(f"{len(own)} sentences  own {fmean(own):.1f}  {len(kept)} descriptions  kept {fmean(kept):+.2f}")


if __name__ == "__main__":
    main()
