"""How many of an article's keywords the summary that a person wrote of it has too: `bench_keywords.py SUMMARIES.jsonl …`."""

import json
import re
import sys
import time
from pathlib import Path

from nutgraf.cancel import Cancel
from nutgraf.readers import read_text
from nutgraf.summary.keywords import keywords
from nutgraf.summary.terms import stemmer
from nutgraf.text.sentences import split_sentences

WORD = re.compile(r"[\w'’-]+")


def stems(text: str) -> str:
    """Return the stems of a text between spaces."""
    stem = stemmer("en")
    return f" {' '.join(stem(word) for word in WORD.findall(text.lower()))} "


for name in sys.argv[1:]:
    lines = Path(name).read_text(encoding="utf-8").splitlines()
    hits, count, spent = 0, 0, 0.0
    for row in map(json.loads, lines):
        article = read_text(row["text"], "", Cancel())
        sentences = split_sentences(article, Cancel())
        begun = time.process_time()
        found = keywords(article, sentences, Cancel())
        spent += time.process_time() - begun
        count += len(found)
        reference = stems(str(row["reference"]))
        hits += sum(stems(each.words) in reference for each in found)
    share, each = 100 * hits / count, 1000 * spent / len(lines)
    print(
        f"{Path(name).stem:<16} {share:5.1f} % of {count / len(lines):.1f} in the reference, {each:.1f} ms of CPU an article"
    )
