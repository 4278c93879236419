"""Take pictures of the real window in each theme, for the README: `screenshots.py [ARTICLE] [--into FOLDER]`."""

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "end_to_end"))

from onscreen import Program, Screen  # noqa: E402 - it lies among the tests

THEMES = ("light", "sepia", "dark")


def take(screen: Screen, home: Path, article: Path, theme: str, target: Path) -> None:
    """Open the article in this theme, wait for its summary and names, and save the window without its frame."""
    settings = home / ".config" / "nutgraf" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"theme": theme}), encoding="utf-8")
    program = Program(screen, home)
    try:
        program.start(article)
        program.find(re.compile("Summary"), "list")
        program.wait_for(lambda: program.find("Summary", "list").children, "the summary", seconds=60)
        program.wait_for(lambda: program.find("People and organizations", "list").children, "the names", seconds=60)
        program.move((screen.size[0] - 2, screen.size[1] - 2))  # no pointer, no hover
        program.still().save(str(target))
    finally:
        program.stop()


def main() -> None:
    """Take one picture for each theme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path, nargs="?", default=ROOT / "resources" / "samples" / "harbour.txt")
    parser.add_argument("--into", type=Path, default=ROOT / "packaging" / "screenshots")
    asked = parser.parse_args()
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Screen(Path(folder)) as screen:
        for theme in THEMES:
            target = asked.into / f"{theme}.png"
            take(screen, Path(folder) / theme, asked.article.absolute(), theme, target)
            print(target)


if __name__ == "__main__":
    main()
