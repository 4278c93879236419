"""How fast the stream answers articles of some 250 words, and whether its memory stays flat (Linux)."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

LINES = 5000
JOBS = 2
WORDS = [
    "ferry",
    "mayor",
    "June",
    "council",
    "bay",
    "money",
    "pier",
    "harbour",
    "owner",
    "Monday",
    "price",
    "ships",
    "summer",
    "winter",
    "crowns",
    "closed",
    "said",
    "called",
]
NAMES = ("Maria Lind", "Ib Holt", "Northern Ferries", "Ana Berg", "the council of Osby")


def text(random_source):
    """Return a news-like text of some 300 words, never the same twice."""

    def sentence():
        words = random_source.choices(WORDS, k=random_source.randint(8, 22))
        words.insert(random_source.randrange(len(words)), random_source.choice(NAMES))
        return f"On day {random_source.randint(1, 4000)} {' '.join(words)}."

    return "\n\n".join(" ".join(sentence() for _ in range(3)) for _ in range(6))


def resident(group):
    """Return the mebibytes that all processes of a group hold."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            total += int(fields[21]) * 4096
    return total // 2**20


def test_stream():
    line = [sys.executable, "-m", "nutgraf.cli", "stream", "--jobs", str(JOBS)]
    program = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    source = random.Random(1)

    def ask():
        for number in range(LINES):
            program.stdin.write(json.dumps({"id": number, "text": text(source)}).encode() + b"\n")
        program.stdin.close()

    threading.Thread(target=ask, daemon=True).start()
    began = time.perf_counter()
    for done, _ in enumerate(program.stdout, 1):
        if done % (LINES // 10) == 0:
            pace = done / (time.perf_counter() - began)
            print(f"{done:>8} answered  {pace:7.1f} a second  {resident(program.pid):>6} MiB", flush=True)
    assert program.wait() == 0
