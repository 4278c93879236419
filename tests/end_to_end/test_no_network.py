"""Nutgraf never uses the network: the kernel's own record of a whole session shows no socket but local ones."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from onscreen import Program, Screen
from onscreen.program import COMMAND

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Mill wheel turns again</title>
<link rel="stylesheet" href="http://192.0.2.1/style.css"><meta http-equiv="refresh" content="1; url=http://192.0.2.1/next">
<script src="http://192.0.2.1/script.js"></script></head>
<body><article><h1>Mill wheel turns again</h1><img src="http://192.0.2.1/wheel.png" alt="The wheel">
<p>The wheel of the old mill turns again after sixty years, the millers’ guild said on Friday.</p>
<p>Anna Holm, who leads the guild, said that <a href="http://192.0.2.1/grain">grain</a> will be ground there from June.</p>
<p>The repairs took three winters. Carpenters replaced every second paddle with oak from the hills.</p></article>
<iframe src="http://192.0.2.1/frame"></iframe></body></html>
"""


@pytest.fixture
def traced(screen: Screen, home: Path) -> Program:
    """Nutgraf under strace, which writes every socket that it or a child of it asks for."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    record = home / "sockets.txt"
    strace = ("strace", "--daemonize", "--follow-forks", "--seccomp-bpf", "-e", "trace=socket", "-o", str(record))
    return Program(screen, home, (*strace, str(COMMAND)))


def test_reading_a_page_full_of_remote_parts_opens_no_socket_to_the_network(traced: Program) -> None:
    page = traced.home / "mill.html"
    page.write_text(PAGE, encoding="utf-8")
    try:
        traced.start(page)
        traced.find(re.compile("Anna Holm"))
        traced.key("ctrl+f")
        traced.type("wheel")
        traced.close()
    finally:
        traced.stop()
    record = (traced.home / "sockets.txt").read_text()
    families = set(re.findall(r"socket\((\w+)", record))
    assert "AF_UNIX" in families, "the record holds the display's own socket at least"
    assert families <= {"AF_UNIX"}, record


@pytest.mark.parametrize("arguments", [("summarize",), ("names",), ("text",)], ids=lambda each: each[0])
def test_terminal_opens_no_socket_to_the_network(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    strace = shutil.which("strace") or pytest.skip("strace is not installed")
    page, record = tmp_path / "mill.html", tmp_path / "sockets.txt"
    page.write_text(PAGE, encoding="utf-8")
    tracing = (strace, "--follow-forks", "--seccomp-bpf", "-e", "trace=socket", "-o", str(record))
    command = (str(COMMAND.with_name("nutgraf-cli")), *arguments, str(page))
    done = subprocess.run((*tracing, *command), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Anna Holm" in done.stdout
    assert set(re.findall(r"socket\((\w+)", record.read_text())) <= {"AF_UNIX"}, record.read_text()
