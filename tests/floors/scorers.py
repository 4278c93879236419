"""The scorers of the measuring data, run as programs, and the figures read from the tables they print."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

COMMAND = shlex.join([sys.executable, "-m", "nutgraf.cli", "stream", "--jobs", "2"])

# What is measured: the scorer and its arguments, "{data}" being its folder.
RUNS = {
    **{
        f"names {name}": ("score_names.py", f"{{data}}/names/{name}.conll")
        for name in ("voa.dev", "worldnews.dev", "web.dev", "posts.dev", "emerging.dev")
    },
    **{
        f"summaries {name}": ("score_summaries.py", "--sentences", "3", f"{{data}}/summaries/{name}.jsonl")
        for name in ("wire.dev", "daily.dev")
    },
    **{
        f"summaries {name} {words} words": (
            "score_summaries.py",
            "--words",
            str(words),
            f"{{data}}/summaries/{name}.jsonl",
        )
        for name, words in (
            ("wire.dev", 60),
            ("daily.dev", 60),
            ("story.dev", 400),
            ("paper.dev", 200),
            ("meeting.dev", 110),
        )
    },
    "pages html": ("score_pages.py", "{data}/pages/truth.json"),
    "pages text": ("score_pages.py", "--texts", "{data}/pages-text", "{data}/pages/truth.json"),
    "summaries-of-pages text": (str(Path(__file__).with_name("page_summaries.py")), "{data}"),
}
_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_TABLES = {
    "names": (
        re.compile(rf"^\S+\.dev +{_NUMBER} +{_NUMBER} +{_NUMBER}", re.MULTILINE),
        ("person", "organization", "both"),
    ),
    "summaries": (
        re.compile(rf"^\S+\.dev +\d+ +{_NUMBER}/{_NUMBER}/{_NUMBER} +\S+ +{_NUMBER} \[", re.MULTILINE),
        ("rouge1", "rouge2", "rougeL", "gain"),
    ),
    "summaries-of-pages": (
        re.compile(rf"^\d+ sentences +own {_NUMBER} +\d+ descriptions +kept {_NUMBER}", re.MULTILINE),
        ("own", "kept"),
    ),
    "pages": (
        re.compile(rf"^\d+ pages +F1 {_NUMBER} +precision {_NUMBER} +recall {_NUMBER}", re.MULTILINE),
        ("f1", "precision", "recall"),
    ),
}


def measure(run, data):
    """Return the figures of one run, by name."""
    program, *arguments = RUNS[run]
    command = f"{COMMAND} --engine none" if run.startswith("summaries") else COMMAND
    line = [sys.executable, str(data / program), "--command", command, *(each.format(data=data) for each in arguments)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return figures(run, done.stdout)


def figures(run, printed):
    """Return the figures of a table that a scorer printed."""
    table, names = _TABLES[run.split()[0]]
    rows = table.findall(printed)
    assert len(rows) == 1, f"one row was expected in:\n{printed}"
    return dict(zip(names, map(float, rows[0]), strict=True))
