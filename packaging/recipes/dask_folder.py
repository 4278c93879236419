#!/usr/bin/env python3
"""Analyse a folder of articles with Dask, on all processors of one machine or on a cluster.

    pip install "nutgraf[cluster]"
    python dask_folder.py ARTICLES RESULTS                       # JSON lines, on this machine
    python dask_folder.py ARTICLES RESULTS --format parquet
    python dask_folder.py ARTICLES RESULTS --scheduler tcp://…   # both folders shared by all machines

Each article is answered as `nutgraf-cli stream` answers it; its id is its path below ARTICLES. A partition's answers are one file
in RESULTS, written whole or not at all, so the work can be stopped at any time: started again, it does what is not done yet.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from nutgraf.cli.answer import Task, answer
from nutgraf.readers import READERS
from nutgraf.summary import DEFAULT, METHODS
from nutgraf.text.ranking import Length, Measure

FORMATS = ("jsonl", "parquet")


def main() -> int:
    """Run the command line."""
    options = _arguments()
    options.results.mkdir(parents=True, exist_ok=True)
    for draft in options.results.glob(".part-*.tmp"):  # of a run that was stopped
        draft.unlink()
    done = finished(options.results)
    todo = [
        each for each in articles(options.articles, options.results) if identity(each, options.articles) not in done
    ]
    print(f"{len(done)} done before, {len(todo)} to do", file=sys.stderr)
    if todo:
        task = Task(options.method, Length(Measure.SENTENCES, options.sentences))
        failed = run(todo, options, task)
        print(f"{len(todo)} done, {failed} of them with an error", file=sys.stderr)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="folder of articles, with the folders in it")
    parser.add_argument("results", type=Path, help="folder for the results")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    parser.add_argument(
        "--scheduler", help="address of a Dask cluster's scheduler; without it, processes of this machine"
    )
    parser.add_argument("--partition", type=int, default=200, help="articles a file of results (%(default)s)")
    parser.add_argument("--method", choices=[method.name for method in METHODS], default=DEFAULT)
    parser.add_argument("--sentences", type=int, default=3)
    return parser.parse_args()


def articles(folder: Path, results: Path) -> list[Path]:
    """Return the files that Nutgraf reads, by their names' endings, without the results of earlier runs."""
    suffixes = {suffix for reader in READERS for suffix in reader.suffixes}
    own = results.resolve()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes and path.is_file() and own not in path.resolve().parents
    )


def identity(path: Path, folder: Path) -> str:
    """Return an article's id: its path below the folder, with bytes that are not UTF-8 written out."""
    return path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()


def finished(results: Path) -> set[str]:
    """Return the ids that the results hold."""
    ids: set[str] = set()
    for part in results.glob("part-*.jsonl"):
        with part.open(encoding="ascii") as lines:
            ids.update(json.loads(line)["id"] for line in lines)
    for part in results.glob("part-*.parquet"):
        import pyarrow.parquet

        ids.update(pyarrow.parquet.read_table(part, columns=["id"]).column("id").to_pylist())
    return ids


def run(todo: list[Path], options: argparse.Namespace, task: Task) -> int:
    """Analyse the articles, and return how many were answered with an error."""
    import dask.bag

    requests = [
        {"id": identity(path, options.articles), "path": os.fsencode(path.absolute())} for path in todo
    ]  # bytes: Dask cannot send a path that is not UTF-8
    bag = dask.bag.from_sequence(requests, partition_size=options.partition)
    results, form = options.results.absolute(), options.format
    counts = bag.map_partitions(lambda part: [_answer_part(list(part), results, form, task)])
    if options.scheduler:
        from dask.distributed import Client

        with Client(options.scheduler):
            return sum(counts.compute())
    return sum(counts.compute(scheduler="processes"))


def _answer_part(requests: list[dict[str, Any]], results: Path, form: str, task: Task) -> int:
    """Answer the requests of one partition in one file, and return how many were answered with an error."""
    lines = []
    for request in requests:
        sent = {"id": request["id"], "path": os.fsdecode(request["path"])}
        lines.append(answer(json.dumps(sent).encode("ascii"), task))
    name = hashlib.sha256("\0".join(request["id"] for request in requests).encode()).hexdigest()[:16]
    draft = results / f".part-{name}-{os.getpid()}.tmp"
    if form == "parquet":
        _write_parquet(draft, [json.loads(line) for line in lines])
    else:
        draft.write_bytes(b"".join(lines))
    draft.replace(results / f"part-{name}.{form}")
    return sum(json.loads(line)["error"] is not None for line in lines)


def _write_parquet(path: Path, answers: list[dict[str, Any]]) -> None:
    """Write answers as a table: pairs stay lists, triples and objects become structs."""
    import pyarrow as pa
    import pyarrow.parquet

    pairs = pa.list_(pa.list_(pa.int64(), 2))
    numbers = pa.list_(pa.int64())

    def triples(last: str) -> pa.DataType:
        return pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64()), (last, pa.string())]))

    entity = pa.struct(
        [
            ("name", pa.string()),
            ("label", pa.string()),
            ("aliases", pa.list_(pa.string())),
            ("role", pa.string()),
            ("mentions", pairs),
        ]
    )
    schema = pa.schema(
        [
            ("id", pa.string()),
            ("text", pa.string()),
            ("blocks", triples("kind")),
            ("furniture", pairs),
            ("sentences", pairs),
            ("ranking", numbers),
            ("summary", numbers),
            ("mentions", triples("label")),
            ("entities", pa.list_(entity)),
            ("error", pa.struct([("type", pa.string()), ("message", pa.string())])),
        ]
    )
    for each in answers:
        each["blocks"] = [dict(zip(("start", "end", "kind"), block, strict=True)) for block in each["blocks"]]
        each["mentions"] = [dict(zip(("start", "end", "label"), found, strict=True)) for found in each["mentions"]]
    pyarrow.parquet.write_table(pa.Table.from_pylist(answers, schema), path)


if __name__ == "__main__":
    sys.exit(main())
