"""Re-create `resources/icons/lucide` from Lucide's package on npm.

    python packaging/data/icons.py [name …]

Fetches the icons that are there already and those named.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from npm_package import Package

TARGET = Path(__file__).resolve().parents[2] / "resources" / "icons" / "lucide"
LUCIDE = Package(
    "lucide-static",
    "1.62.0",
    "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
)


def main() -> None:
    """Write the files."""
    names = sorted({file.stem for file in TARGET.glob("*.svg")} | set(sys.argv[1:]))
    with tempfile.TemporaryDirectory() as folder:
        root = LUCIDE.unpack(folder)
        shutil.copyfile(root / "LICENSE", TARGET / "LICENSE")
        for name in names:
            shutil.copyfile(root / "icons" / f"{name}.svg", TARGET / f"{name}.svg")
    print(f"{len(names)} icons in {TARGET.relative_to(TARGET.parents[2])}")


if __name__ == "__main__":
    main()
