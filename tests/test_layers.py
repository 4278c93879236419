"""What the architecture promises, proved on the program as it is installed."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(path for path in (ROOT / "resources" / "samples").iterdir() if path.is_file())


def python(code, *arguments, **options):
    """Run code in an interpreter of its own."""
    line = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def test_the_terminal_loads_no_part_of_qt():
    code = """
import pkgutil, sys, nutgraf.cli
for module in pkgutil.iter_modules(nutgraf.cli.__path__, "nutgraf.cli."):
    if not module.name.endswith("__main__"):
        __import__(module.name)
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "nutgraf.gui"))])
"""
    done = python(code)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_starting_the_terminal_loads_no_heavy_library():
    heavy = (
        "nltk",
        "sumy",
        "numpy",
        "trafilatura",
        "lxml",
        "pycrfsuite",
        "onnxruntime",
        "py3langid",
        "markdown_it",
        "dask",
        "pyarrow",
    )
    done = python(
        "import sys, nutgraf.cli.main, nutgraf.cli.files; print([name for name in sys.argv[1:] if name in sys.modules])",
        *heavy,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_opening_plain_text_loads_nothing_that_reads_other_formats():
    code = """
import sys
from pathlib import Path
from nutgraf.cancel import Cancel
from nutgraf.readers import open_article, prepare
prepare()
assert open_article(Path(sys.argv[1]), Cancel()).meta.format == "text"
others = ("lxml", "trafilatura", "pypdfium2", "markdown_it", "email.parser",
          *("nutgraf.readers." + each for each in "saved_page pdf_blocks docx_body odt_body rtf_parse chapter mail_html".split()))
print([name for name in others if name in sys.modules])
"""
    text = next(path for path in SAMPLES if path.suffix == ".txt")
    done = python(code, text)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_each_layer_knows_only_those_below_it():
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if not linter:
        pytest.skip("import-linter is not installed beside this interpreter")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


WATCHED = """
import sys

def watch(event, args):
    if event.startswith("socket.") or event.startswith(("urllib.", "http.", "ftplib.", "smtplib.")):
        sys.stderr.write(f"{event} {args}\\n")
        sys.stderr.flush()
        raise BaseException(event)

sys.addaudithook(watch)
"""
COMMANDS = """
from nutgraf.cli.main import main
for command in ("summarize", "names", "text"):
    for form in ("text", "markdown", "html", "json"):
        assert main([command, *sys.argv[2:], "--format", form, "--output", f"{sys.argv[1]}/{command}-{form}"]) == 0
"""
METHODS = """
import json
from nutgraf.cli.answer import Task, answer
from nutgraf.summary import METHODS
from nutgraf.text.ranking import Length, Measure
for method in METHODS:
    for path in sys.argv[1:]:
        line = json.dumps({"id": 1, "path": path}).encode()
        assert json.loads(answer(line, Task(method.name, Length(Measure.WORDS, 50))))["error"] is None
"""


def test_no_socket_is_ever_opened_by_a_command(tmp_path):
    done = python(WATCHED + COMMANDS, tmp_path, *SAMPLES)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("*/*"))) == 12 * len(SAMPLES) > 0


def test_no_socket_is_ever_opened_by_the_stream_with_any_method():
    done = python(WATCHED + METHODS, *SAMPLES)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_watch_would_see_a_socket():
    done = python(WATCHED + "import socket; socket.socket()")
    assert done.returncode != 0
    assert "socket.__new__" in done.stderr


def test_no_folder_is_named_as_a_package_of_others():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert not (ROOT / "desktop" / "__init__.py").exists()


def test_modules_stay_small():
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in (ROOT / "desktop").rglob("*.py")}
    assert not {path.name: count for path, count in lines.items() if count > 400}
    vague = {"utils", "helpers", "misc", "common", "manager"}
    assert not [path for path in lines if path.stem in vague or path.parent.name in vague]


def test_no_words_are_handed_to_qt_as_markup():
    markup = {
        "setHtml",
        "insertHtml",
        "appendHtml",
        "setMarkdown",
        "insertMarkdown",
        "fromHtml",
        "fromMarkdown",
        "loadResource",
    }
    called = {
        (path.name, node.attr)
        for path in (ROOT / "desktop/nutgraf").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in markup
    }
    assert called == set()
