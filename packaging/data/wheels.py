"""A wheel from PyPI, checked to be the very file that a script was written for."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path


def fetch(requirement: str, sha256: str, folder: str) -> Path:
    """Download the wheel into `folder` and check it."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, requirement]
    subprocess.run(command, check=True)
    (wheel,) = Path(folder).glob("*.whl")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{wheel.name} is not the file this script was written for.")
    return wheel
