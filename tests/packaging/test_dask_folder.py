"""The recipe for a folder of articles on a cluster, run as its reader would run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("dask.bag", reason="the recipe needs Dask, which comes with nutgraf[cluster]")

RECIPE = Path(__file__).parents[2] / "packaging" / "recipes" / "dask_folder.py"
TEXT = (
    "The ferry will sail again in June, said Maria Lind. The line was closed ten years ago. Fishermen are less pleased."
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"{TEXT} It is number {number}.", encoding="utf-8")
    (folder / "deep" / "ä 5.md").write_text(f"# Ferry\n\n{TEXT}", encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


IDS = {"0.txt", "1.txt", "2.txt", "3.txt", "deep/ä 5.md", "empty.txt"}


def run(*arguments):
    line = [sys.executable, str(RECIPE), *map(str, arguments)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def answers(results):
    return [json.loads(line) for part in results.glob("part-*.jsonl") for line in part.read_text("ascii").splitlines()]


def test_every_article_is_answered_once_and_a_second_run_does_only_what_is_new(folder, tmp_path):
    results = tmp_path / "results"
    assert run(folder, results, "--partition", 4) == ["0 done before, 6 to do", "6 done, 1 of them with an error"]
    found = {each["id"]: each for each in answers(results)}
    assert len(answers(results)) == len(found)
    assert found.keys() == IDS
    assert found["empty.txt"]["error"]["type"] == "Empty"
    assert "It is number 3." in found["3.txt"]["text"]

    (folder / "new.txt").write_text(TEXT, encoding="utf-8")
    next(results.glob("part-*.jsonl")).unlink()  # as if the first run had been stopped
    left = len(answers(results))
    assert run(folder, results)[0] == f"{left} done before, {7 - left} to do"
    assert {each["id"] for each in answers(results)} == IDS | {"new.txt"}
    assert len(answers(results)) == 7
    assert run(folder, results) == ["7 done before, 0 to do"]


def test_parquet_holds_the_same_and_is_resumed_too(folder, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs pyarrow, which comes with nutgraf[cluster]")
    results = folder / "results"  # inside: its files are not taken for articles
    run(folder, results, "--format", "parquet", "--method", "lead", "--sentences", 1)
    rows = {row["id"]: row for row in parquet.read_table(results).to_pylist()}
    assert rows.keys() == IDS
    row = rows["0.txt"]
    assert row["summary"] == [0]
    assert row["text"][slice(*row["sentences"][0])] == "The ferry will sail again in June, said Maria Lind."
    assert {row["text"][m["start"] : m["end"]] for m in row["mentions"] if m["label"] == "PERSON"} == {"Maria Lind"}
    assert rows["empty.txt"]["error"]["type"] == "Empty"
    assert run(folder, results) == ["6 done before, 0 to do"]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
def test_a_file_name_that_is_not_utf8_has_an_id_too(tmp_path):
    (tmp_path / "articles").mkdir()
    (Path(os.fsdecode(bytes(tmp_path / "articles") + b"/caf\xe9.txt"))).write_text(TEXT, encoding="utf-8")
    for form in ("jsonl", "parquet"):
        run(tmp_path / "articles", tmp_path / form, "--format", form)
        assert run(tmp_path / "articles", tmp_path / form) == ["1 done before, 0 to do"]
    assert [(each["id"], each["error"]) for each in answers(tmp_path / "jsonl")] == [("caf\\udce9.txt", None)]
