"""The documents speak of what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path.name for path in ROOT.glob("*.md"))
FOLDERS = ("desktop", "packaging", "resources", "tests")
FILES = {f"/{path.relative_to(ROOT).as_posix()}" for each in FOLDERS for path in (ROOT / each).rglob("*.*")}
NAMED = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|sh|toml|npz|md|svg))`")
TESTS = re.compile(r"`(?:…?\w+)?…(?:\w+…?)?`")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_is_there(document):
    named = NAMED.findall((ROOT / document).read_text(encoding="utf-8"))
    assert [
        name for name in named if not any(file.endswith(f"/{name}") for file in FILES) and not (ROOT / name).is_file()
    ] == []


def test_every_test_that_keeps_a_promise_is_there():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    tests = re.findall(r"def (test_\w+)", sources)
    named = [each.strip("`") for each in TESTS.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8"))]
    assert len(named) > 10
    assert [name for name in named if not any(re.search(name.replace("…", r"\w*"), test) for test in tests)] == []
