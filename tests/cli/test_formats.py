"""The command reads complex formats in processes of their own, and leaves none behind."""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

WORDS = (
    "The line was closed ten years ago, when its owner ran out of money. Since then the way has taken two hours by car."
)
MARK = "NUTGRAF_TEST_OF_FORMATS"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + WORDS.encode() + b"}")
    (tmp_path / "b.eml").write_text(f"Subject: The ferry\nMessage-ID: <1@example.org>\n\n{WORDS}\n", encoding="utf-8")
    (tmp_path / "c.rtf").write_bytes(b"{\\rtf1" + b"{" * 100_000)
    return sorted(tmp_path.iterdir())


def marked():
    """Return the processes that were started by this test, and theirs."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"{MARK}={os.getpid()}".encode() in (folder / "environ").read_bytes():
                found.append(folder.name)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("jobs", [1, 3])
def test_the_stream_reads_every_format_and_leaves_no_process_behind(start, files, jobs):
    program = start("stream", "--jobs", jobs, env=os.environ | {MARK: str(os.getpid())})
    lines = [json.dumps({"id": path.name, "path": str(path)}) for path in files * 3]
    out, err = program.communicate("\n".join(lines).encode(), timeout=90)
    answers = [json.loads(line) for line in out.splitlines()]
    assert program.returncode == 0
    assert err == b""
    assert len(answers) == len(lines)
    for answer in answers:
        assert (WORDS in answer["text"]) is (answer["id"] != "c.rtf")
        assert (answer["error"] or {}).get("type") == ("Damaged" if answer["id"] == "c.rtf" else None)
    latest = time.monotonic() + 20
    while marked() and time.monotonic() < latest:
        time.sleep(0.1)
    assert marked() == []
