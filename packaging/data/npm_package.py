"""Fetch a package from npm's registry, by name, version and checksum."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A package as `npm view <name>@<version> dist.integrity` knows it."""

    name: str
    version: str
    sha512: str

    def unpack(self, folder: str) -> Path:
        """Download the package into `folder`, check that it is the one we know, and return its unpacked root."""
        target = Path(folder) / self.name.replace("/", "-")
        target.mkdir()
        subprocess.run(["npm", "pack", "--silent", f"{self.name}@{self.version}"], cwd=target, check=True)
        (archive,) = target.glob("*.tgz")
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != self.sha512:
            sys.exit(f"{archive.name} is not the file this script was written for.")
        with tarfile.open(archive) as content:
            content.extractall(target, filter="data")
        return target / "package"
