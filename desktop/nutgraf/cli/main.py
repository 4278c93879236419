"""The command `nutgraf-cli`."""

from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING

from nutgraf.cli import arguments
from nutgraf.cli.exits import DONE, INTERRUPTED, PIPE_CLOSED
from nutgraf.cli.terminal import say
from nutgraf.names import AUTOMATIC, NONE, engine
from nutgraf.names.wishes import Wishes, read_wishes

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(line: Sequence[str] | None = None) -> int:
    """Run a command line (by default the program's own) and return its exit code."""
    multiprocessing.freeze_support()  # a frozen program is its own worker
    parser = arguments.parser()
    options = parser.parse_args(line)
    if (
        options.command != "stream"
        and options.output is None
        and len(options.files) > 1
        and options.format != arguments.TEXT
    ):
        parser.error(f"several articles as {options.format} need --output FOLDER")
    if options.command == "names" and options.engine == NONE:
        parser.error("names are what this command shows: it needs an engine")
    try:
        code = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    if code in {INTERRUPTED, PIPE_CLOSED}:
        _drop_output()
    return code


def _run(options: argparse.Namespace) -> int:
    """Do what the command says."""
    for out in (sys.stdout, sys.stderr):
        _write_anything(out)
    wishes = _wishes(options)
    _say_who_is_at_work(options.engine)
    if options.command == "stream":
        from nutgraf.cli.answer import Task
        from nutgraf.cli.progress import Progress
        from nutgraf.cli.stream import stream

        with Progress(None, shown=not sys.stdout.isatty()) as progress:
            length = arguments.length(options)
            task = Task(options.method, length, options.about, options.keywords, options.engine, wishes)
            stream(sys.stdin.buffer, sys.stdout.buffer, task, options.jobs, progress.step)
        return DONE
    from nutgraf.cli.files import run

    return run(options, wishes)


def _say_who_is_at_work(asked: str) -> None:
    """Say which engine finds the names if the one that was asked for cannot."""
    at_work = engine(asked) if asked != NONE else None
    if at_work and asked not in {AUTOMATIC, at_work.name}:
        say(f"What the engine “{asked}” needs is not installed here, so that “{at_work.name}” finds the names instead.")


def _wishes(options: argparse.Namespace) -> Wishes:
    """Return what the user wishes of names, and say which lines of their files were not understood."""
    if not options.corrections:
        return Wishes(least=options.sure)
    wishes, complaints = read_wishes(options.sure)
    for complaint in complaints:
        say(complaint)
    return wishes


def _write_anything(out: object) -> None:
    """Make a stream take every letter: UTF-8 for files and pipes, and what a terminal lacks replaced."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure and getattr(out, "isatty", lambda: True)():
        reconfigure(errors="replace")
    elif reconfigure:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _drop_output() -> None:
    """Send what is still unwritten nowhere: the interpreter's last flush would complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # standard output is no file, as under test
        return
