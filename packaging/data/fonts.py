"""Re-create `resources/fonts` from packages on npm, so that nothing is ever downloaded at run time.

    python packaging/data/fonts.py

Google Fonts' builds of Literata and Atkinson Hyperlegible, unchanged, as `@expo-google-fonts` carries them: whole faces. (The
packages of `@fontsource` cut each face in pieces by script, for browsers. Qt does not put the pieces of a family together again:
the piece loaded last hides the others.)
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from npm_package import Package

TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
STYLES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
FAMILIES = {
    "literata": Package(
        "@expo-google-fonts/literata",
        "0.4.3",
        "AuxE7NB6Ae1laRK8uTcap5xI2MYTZOXrAWul4SNGBiq4igP7r/q8IO3vdvO/P1MGiRczuyZ1zhTwSm/CaYeq9A==",
    ),
    "atkinson-hyperlegible": Package(
        "@expo-google-fonts/atkinson-hyperlegible",
        "0.4.1",
        "Xr1XAguU7oEVHy28WxCBmdjPT2BNwH5lFZF2adHb9Cy6qtNgXwDzeAgvESkoq4mQmYW5RzqJZknqQxrTkEm0Xw==",
    ),
}


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as folder:
        for family, package in FAMILIES.items():
            root, target = package.unpack(folder), TARGET / family
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / "LICENSE_FONT", target / "OFL.txt")
            for style in STYLES:
                (face,) = (root / style).glob("*.ttf")
                shutil.copyfile(face, target / face.name)
            print(target.relative_to(TARGET.parent.parent))


if __name__ == "__main__":
    main()
