"""What the program imports is what its package asks for: whoever installs it has no dependency groups."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
BROUGHT = {"urllib3"}  # by sumy and trafilatura; Nutgraf imports it before them, without the socket that it would bind


def imported():
    """Return the top-level names that any module of the program imports, wherever in it."""
    for file in (ROOT / "desktop" / "nutgraf").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {plain(re.match(r"[\w.-]+", each)[0]) for each in project["dependencies"]}
    providers = packages_distributions()
    names = set(imported()) - set(sys.stdlib_module_names) - {"nutgraf"} - BROUGHT
    assert {"numpy", "lxml"} <= names
    assert {name for name in names if not asked & set(map(plain, providers.get(name, [])))} == set()
