"""`nutgraf-cli stream`: JSON lines in, JSON lines out, in this process or shared among several."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from nutgraf.cli.answer import LONGEST, answer
from nutgraf.cli.crew import Crew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nutgraf.cli.answer import Task


def stream(
    source: BinaryIO, sink: BinaryIO, task: Task, jobs: int = 1, answered: Callable[[], None] = lambda: None
) -> None:
    """Answer every line of `source` on `sink` at once, in order where `jobs` is 1, else as the processes get done.

    `answered` is called after each answer, one call at a time.

    No more than two lines a process are held at any time.

    Raises:
        BrokenPipeError: nobody reads the answers any more.

    """
    if jobs == 1:
        for line in requests(source):
            sink.write(answer(line, task))
            sink.flush()
            answered()
    else:
        with Crew(jobs, task, sink, answered) as crew:
            for line in requests(source):
                crew.send(line)
            crew.finish()


def requests(source: BinaryIO) -> Iterator[bytes]:
    """Yield the lines that hold something; of a line longer than `LONGEST`, only its beginning is ever in memory."""
    while line := source.readline(LONGEST):
        rest = line
        while not rest.endswith(b"\n") and (rest := source.readline(LONGEST)):
            pass
        if not line.isspace():
            yield line
