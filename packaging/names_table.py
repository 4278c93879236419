"""Score what finds names, one beside the other, in one run: `python packaging/names_table.py DATA > tests/floors/names.md`.

DATA is the folder of score_names.py, with the sets in `names/`. With `--spacy PYTHON`, the Python of an environment that has
spaCy and its small model (`names_spacy.py` says how), it is scored too.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

SETS = ("worldnews", "web", "posts", "emerging", "voa")
OURS = ("neural", "linear")
_ROW = re.compile(r"^\S+\.dev +(\S+) +(\S+) +(\S+)", re.MULTILINE)


def score(command: list[str], path: Path, data: Path) -> tuple[list[str], float]:
    """Return F1 of both, of people and of organizations, and the seconds of CPU that it all took."""
    before = os.times()
    line = [sys.executable, str(data / "score_names.py"), "--command", shlex.join(command), str(path)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    after = os.times()
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    [(person, organization, both)] = _ROW.findall(done.stdout)
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return [both, person, organization], spent


def words(path: Path) -> int:
    """Return how many tokens that are words a set has."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum(line[0].isalnum() for line in lines if line.strip())


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--spacy", metavar="PYTHON")
    options = parser.parse_args()
    commands = {f"Nutgraf, {name}": [sys.executable, "-m", "nutgraf.cli", "stream", "--engine", name] for name in OURS}
    if options.spacy:
        commands["spaCy, en_core_web_sm"] = [options.spacy, str(Path(__file__).with_name("names_spacy.py"))]
    print("# How well names are found\n")
    print(
        "Made by `packaging/names_table.py`: strict F1 of people and organizations together / of people / of organizations, by"
    )
    print(
        "score_names.py over sets that nothing was trained on. The last column is words a second of one core, start and"
    )
    print("all else that the program does with an article (reading, summary) included.\n")
    print("| | " + " | ".join(f"{name}.dev" for name in SETS) + " | words/s |\n|---|" + "---|" * (len(SETS) + 1))
    for name, command in commands.items():
        total, spent, cells = 0, 0.0, []
        for each in SETS:
            path = options.data / "names" / f"{each}.dev.conll"
            figures, seconds = score(command, path, options.data)
            cells.append(" / ".join(figures))
            total, spent = total + words(path), spent + seconds
        print(f"| {name} | {' | '.join(cells)} | {total / spent:,.0f} |", flush=True)
    print(
        "\nThe labels of voa.dev are a machine's and hold titles (“President”, “Mr.”). NLTK's chunker is not here: its data"
    )
    print("cannot be had from a package registry.")


if __name__ == "__main__":
    main()
