"""The command `nutgraf-cli`."""

from __future__ import annotations

import argparse
import sys

from nutgraf.cli.answer import Task
from nutgraf.cli.stream import stream
from nutgraf.text.ranking import Length, Measure


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="nutgraf-cli")
    commands = parser.add_subparsers(dest="command", required=True)
    streaming = commands.add_parser("stream")
    streaming.add_argument("--jobs", type=int, default=1)
    streaming.add_argument("--method", default="news")
    options = parser.parse_args(arguments)
    task = Task(options.method, Length(Measure.SENTENCES, 3))
    stream(sys.stdin.buffer, sys.stdout.buffer, task, options.jobs)
    return 0
