"""No library opens a socket when it is imported, and none brings a client that would."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(event) if event in {"socket.bind", "socket.connect"} else None)
from nutgraf.offline import load_urllib3
load_urllib3()
import IMPORTED
assert not opened, opened
assert "urllib3" in sys.modules
"""


@pytest.mark.parametrize("imported", ["sumy.summarizers.lex_rank", "trafilatura"])
def test_no_socket_is_opened_by_importing(imported):
    done = subprocess.run([sys.executable, "-c", CODE.replace("IMPORTED", imported)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_python_still_knows_its_own_socket_afterwards():
    code = (
        "import socket; known = socket.has_ipv6; from nutgraf.offline import load_urllib3; load_urllib3(); "
        "assert socket.has_ipv6 is known"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not importlib.util.find_spec("onnxruntime"), reason="ONNX Runtime is not installed")
def test_what_runs_the_encoder_of_names_knows_no_address_to_send_telemetry_to():
    origin = importlib.util.find_spec("onnxruntime").origin
    libraries = [
        file for file in Path(origin).parent.rglob("*") if {".so", ".dylib", ".pyd", ".dll"} & set(file.suffixes)
    ]
    assert libraries
    assert [file.name for file in libraries if b"events.data.microsoft.com" in file.read_bytes()] == []
