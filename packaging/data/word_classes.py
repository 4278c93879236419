"""Re-create `resources/words` from a wheel on PyPI: which English words are no nouns.

    python packaging/data/word_classes.py

The lexicon of Brill's tagger gives each word's most frequent part of speech; `textblob` (MIT) carries it in its wheel.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

from wheels import fetch

REQUIREMENT = "textblob==0.20.1"
SHA256 = "f957699169a3e7b9a03a504883111b7b6973679496b9af959db2f74ee2449977"
INSIDE = "textblob/en/en-lexicon.txt"
TARGET = Path(__file__).resolve().parents[2] / "resources" / "words"

WORD = re.compile(r"([a-z]{2,}(?:-[a-z]+)*) ([A-Z]+\$?)( |$)")
FILES = {
    "adjectives.txt": ("JJ",),
    "participles.txt": ("VBG", "VBN"),
    "verbs.txt": ("VB", "VBD", "VBP", "VBZ", "MD"),
    "others.txt": ("RB", "RBR", "RBS", "JJR", "JJS", "IN", "CC", "DT", "PDT", "CD", "UH", "WRB", "WP", "WDT", "PRP", "EX", "RP"),
}  # fmt: skip

README = f"""\
English words by their most frequent part of speech, nouns left out: lower-case words of the lexicon of Eric Brill's tagger
(1992, “A simple rule-based part of speech tagger”), trained on the Brown corpus and the Penn Treebank, as {REQUIREMENT}
carries it; `packaging/data/word_classes.py` re-creates them. Copyright 1993 by the Massachusetts Institute of Technology and the
University of Pennsylvania, MIT licence (below). Some words come from the Twitter Part-of-Speech Annotated Data of Carnegie Mellon
University (Gimpel et al. 2011), CC BY 3.0.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the “Software”), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main() -> None:
    """Write the lists."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(fetch(REQUIREMENT, SHA256, folder)) as wheel:
        lexicon = wheel.read(INSIDE).decode("utf-8")
    classes = {match[1]: match[2] for line in lexicon.splitlines() if (match := WORD.match(line))}
    TARGET.mkdir(exist_ok=True)
    (TARGET / "README.md").write_text(README, encoding="utf-8")
    for name, tags in FILES.items():
        words = sorted(word for word, tag in classes.items() if tag in tags)
        (TARGET / name).write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
