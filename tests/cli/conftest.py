"""An article in a file, and the command as a shell starts it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

COMMAND = [sys.executable, "-m", "nutgraf.cli"]
PARAGRAPHS = (
    "The ferry between Lund and Osby will sail again in June, said Maria Lind, the mayor of Osby, on Monday.",
    (
        "The line was closed ten years ago, when its owner, Northern Ferries, ran out of money. "
        "Since then the way around the bay has taken two hours by car."
    ),
    (
        "“We have waited a long time,” Ms. Lind said. The council of Osby has set aside four million crowns for a new pier. "
        "Northern Ferries will sail four times a day in summer and twice in winter."
    ),
    (
        "Fishermen are less pleased. Ib Holt, who speaks for them, fears for the herring. "
        "He wants the ships to go slower near the shore."
    ),
)
TEXT = "\n\n".join(["Ferry line returns after ten years", *PARAGRAPHS]) + "\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "ferry.md"
    path.write_text(f"# {TEXT}", encoding="utf-8")
    return path


@pytest.fixture
def start():
    """Start the command with pipes; what is still running at the end is ended."""
    running = []

    def begin(*arguments, **options):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        if sys.platform != "win32":
            options["preexec_fn"] = lambda: signal.signal(
                signal.SIGINT, signal.SIG_DFL
            )  # a job in the background ignores it
        running.append(subprocess.Popen([*COMMAND, *map(str, arguments)], **(pipes | options)))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
            with suppress(BrokenPipeError):
                pipe.close()


def request(identity, **what):
    return json.dumps({"id": identity, **what}).encode() + b"\n"
