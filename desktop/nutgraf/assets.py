"""Where the program's own data lies: inside the installed package, or in the checkout's `resources/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder of resources.

    Raises:
        FileNotFoundError: the program was installed without its resources.

    """
    package = Path(str(files("nutgraf")))
    for folder in (package / "resources", package.parent.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"Nutgraf's resources are missing beside {package}. Please install it again.")


def path(*parts: str) -> Path:
    """Return the path of one resource, such as `path("themes", "light.toml")`."""
    return root().joinpath(*parts)
