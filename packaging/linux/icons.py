"""Draw the application's icons in their sizes from `resources/icons/nutgraf.svg`, for desktops that take no SVG."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
MARK = HERE.parents[1] / "resources" / "icons" / "nutgraf.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(size: int) -> QImage:
    """Return the mark, `size` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(MARK)).render(painter)
    painter.end()
    return image


def main() -> None:
    """Write one PNG for each size."""
    for size in SIZES:
        if not draw(size).save(str(HERE / "icons" / f"{size}.png")):
            sys.exit(f"The icon of {size} pixels could not be written.")


if __name__ == "__main__":
    main()
