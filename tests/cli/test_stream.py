from __future__ import annotations

import io
import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from nutgraf.cli import stream as module
from nutgraf.cli.answer import Task
from nutgraf.cli.crew import Crew
from nutgraf.cli.stream import requests, stream
from nutgraf.text.ranking import Length, Measure

from .conftest import TEXT, request

TASK = Task("news", Length(Measure.SENTENCES, 3))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
each = pytest.mark.parametrize("jobs", [1, 2])


def answers(lines, jobs=1, task=TASK):
    sink = io.BytesIO()
    stream(io.BytesIO(b"".join(lines)), sink, task, jobs)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_one_process_answers_in_order():
    lines = [request(n, text=f"Line {n}.") for n in range(5)]
    assert [found["id"] for found in answers(lines)] == [0, 1, 2, 3, 4]


def test_several_processes_answer_every_line_once_and_alike():
    lines = [request(n, text=TEXT + f"\n\nIt is line {n}.") for n in range(12)] + [b"bad\n"]
    alone, shared = answers(lines), answers(lines, jobs=3)
    assert sorted(shared, key=str) == sorted(alone, key=str)


@each
def test_bad_lines_are_answered_and_the_stream_goes_on(jobs):
    lines = [
        request(1, text="One."),
        b"bad\n",
        b"\n",
        b"  \r\n",
        request(2, path="/no/such"),
        request(3, text="Three.")[:-1],
    ]
    found = answers(lines, jobs)
    assert sorted((str(a["id"]), bool(a["error"])) for a in found) == [
        ("1", False),
        ("2", True),
        ("3", False),
        ("None", True),
    ]


def test_the_method_and_the_length_are_those_asked_for():
    long = answers([request(1, text=TEXT)], task=Task("lead", Length(Measure.SENTENCES, 5)))[0]
    assert long["ranking"] == sorted(long["ranking"])
    assert long["summary"] == [0, 1, 2, 3, 4]


def test_of_a_line_that_is_too_long_only_the_beginning_is_held(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 10)
    assert list(requests(io.BytesIO(b"short\n" + b"x" * 95 + b"\nnext\n" + b"y" * 10 + b"\nlast"))) == [
        b"short\n",
        b"x" * 10,
        b"next\n",
        b"y" * 10,
        b"last",
    ]


class Endless:
    """Requests without end, counted as they are read."""

    def __init__(self):
        self.read = 0

    def readline(self, _=-1):
        self.read += 1
        return request(self.read, text="A line.")


def test_no_more_requests_are_read_than_are_worked_on():
    source, go_on, jobs = Endless(), threading.Event(), 2

    class Slow(io.BytesIO):
        def write(self, _):
            go_on.wait(60)
            raise BrokenPipeError

    def run():
        with pytest.raises(BrokenPipeError):
            stream(source, Slow(), TASK, jobs)

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(3)
    held = source.read
    go_on.set()
    thread.join(60)
    assert not thread.is_alive()
    assert 0 < held <= 2 * jobs + 1


def test_a_process_that_dies_costs_its_request_and_nothing_else():
    sink = io.BytesIO()
    with Crew(1, TASK, sink, lambda: None) as crew:
        crew.send(request("first", text="A line."))
        while not sink.getvalue():
            time.sleep(0.01)
        os.kill(next(iter(crew._processes)).pid, signal.SIGTERM)
        next(iter(crew._processes)).join()
        crew.send(request("lost", text="A line."))
        crew.send(request("after", text="A line."))
        crew.finish()
    found = [json.loads(line) for line in sink.getvalue().splitlines()]
    assert [(a["id"], a["error"] and a["error"]["type"]) for a in found] == [
        ("first", None),
        ("lost", "Crashed"),
        ("after", None),
    ]


@each
def test_each_answer_is_there_before_the_next_question_is_asked(start, jobs):
    program = start("stream", "--jobs", jobs)
    for number in range(3):
        program.stdin.write(request(number, text="A line."))
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["id"] == number
    program.stdin.close()
    assert program.wait(30) == 0
    assert program.stderr.read() == b""


@posix
@each
def test_a_closed_pipe_ends_it_quietly(start, jobs):
    program = start("stream", "--jobs", jobs)
    program.stdin.write(request(0, text="A line."))
    program.stdin.flush()
    program.stdout.readline()
    program.stdout.close()
    with suppress(BrokenPipeError):
        for number in range(100_000):
            program.stdin.write(request(number, text="A line."))
            program.stdin.flush()
    assert program.wait(30) == 141
    assert program.stderr.read() == b""


@posix
@each
def test_an_interrupt_ends_it_quietly_with_all_its_processes(start, jobs):
    program = start("stream", "--jobs", jobs, start_new_session=True)
    program.stdin.write(request(0, text="A line."))
    program.stdin.flush()
    program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    assert program.wait(30) == 130
    assert program.stderr.read() == b""
    assert ends(program.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_an_interrupt_while_processes_are_starting_is_quiet_too(start):
    program = start("stream", "--jobs", 2, start_new_session=True)
    program.stdin.write(request(0, text="A line.") + request(1, text="A line."))
    program.stdin.flush()
    while sum("spawn_main" in line for line in commands(program.pid)) < 2:
        time.sleep(0.01)
    os.killpg(program.pid, signal.SIGINT)
    assert program.wait(30) == 130
    assert program.stderr.read() == b""


def commands(group):
    """Yield the command lines of a group's processes."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if int((folder / "stat").read_text().rpartition(")")[2].split()[2]) == group:
                yield (folder / "cmdline").read_text()


@posix
def test_processes_end_with_a_parent_that_was_killed(start):
    program = start("stream", "--jobs", 2, start_new_session=True)
    program.stdin.write(request(0, text="A line."))
    program.stdin.flush()
    program.stdout.readline()
    program.kill()
    program.wait(30)
    assert ends(program.pid)


def ends(group):
    """Whether all processes of a group end within some seconds."""
    latest = time.monotonic() + 20
    while time.monotonic() < latest:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
