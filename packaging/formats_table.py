"""Open every file of a folder and write what became of it: `python packaging/formats_table.py FOLDER > tests/floors/formats.md`.

FOLDER holds one folder for each format. The table says how many files opened; those that were refused follow, each with the type
and the sentence that a reader is shown.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from nutgraf.cancel import Cancel
from nutgraf.errors import ReadError
from nutgraf.readers import open_article, prepare


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the error's type and sentence, "" where it opened."""

    name: str
    kind: str = ""
    sentence: str = ""


def outcome(path: Path) -> Outcome:
    """Open a file."""
    try:
        open_article(path, Cancel())
    except ReadError as error:
        sentence = str(error).replace(f"“{path.name}”", "…").replace("|", "\\|")
        return Outcome(path.name, type(error).__name__, sentence)
    return Outcome(path.name)


def main() -> None:
    """Write the table."""
    prepare()
    folders = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
    found = {each.name: [outcome(path) for path in sorted(each.iterdir()) if path.is_file()] for each in folders}
    print("# What opens\n\nMade by `packaging/formats_table.py` over files from the test suites of other readers.\n")
    print("| format | files | opened | refused |\n|---|---|---|---|")
    for name, outcomes in found.items():
        opened = sum(1 for each in outcomes if not each.kind)
        print(f"| {name} | {len(outcomes)} | {opened} | {len(outcomes) - opened} |")
    total = [each for outcomes in found.values() for each in outcomes]
    refused = sum(1 for each in total if each.kind)
    print(f"| all | {len(total)} | {len(total) - refused} | {refused} |")
    print("\n## Refused\n\n| file | type | what is said |\n|---|---|---|")
    for each in total:
        if each.kind:
            print(f"| {each.name} | {each.kind} | {each.sentence} |")


if __name__ == "__main__":
    main()
