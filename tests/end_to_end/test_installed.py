"""What people install is whole: `make install` builds the wheel into an environment of its own, and it works from there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from onscreen import Program, Screen

ROOT = Path(__file__).parents[2]
HOME = os.environ.get("HOME", "")  # pip keeps its cache and its settings in the home of who runs the tests
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="make install is for Linux and macOS"),
    pytest.mark.timeout(900),
]


@dataclass(frozen=True)
class Installed:
    home: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "LANG": "C.UTF-8"}
        return subprocess.run(command, cwd=self.home, env=environment, capture_output=True, text=True, timeout=120)

    @property
    def python(self) -> Path:
        return self.home / ".local" / "share" / "nutgraf" / "venv" / "bin" / "python"

    @property
    def sample(self) -> str:
        code = "from nutgraf import assets; print(assets.path('samples', 'harbour.txt'))"
        return self.run(self.python, "-c", code).stdout.strip()

    @property
    def cli(self) -> Path:
        return self.home / ".local" / "bin" / "nutgraf-cli"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    home = tmp_path_factory.mktemp("person")
    make = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "MAKE", "MFLAGS", "VIRTUAL_ENV"))
    }
    make |= {"HOME": str(home), "PYTHON": sys.executable, "PIP_CACHE_DIR": f"{HOME}/.cache/pip"}
    if (settings := Path(HOME, ".config", "pip", "pip.conf")).is_file():
        make["PIP_CONFIG_FILE"] = str(settings)
    done = subprocess.run(
        ["make", "install"], cwd=ROOT, env=make, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    yield Installed(home)
    done = subprocess.run(
        ["make", "uninstall"], cwd=ROOT, env=make, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    kept = home / ".config" / "nutgraf"
    folders = (home / ".local", home / ".config")
    files = {each for folder in folders for each in folder.rglob("*") if each.is_file() and each.suffix != ".cache"}
    left = [each for each in files if not each.is_relative_to(kept)]
    assert not left, f"make uninstall left {left}"


def test_command_summarizes_the_sample(installed: Installed) -> None:
    done = installed.run(installed.cli, "summarize", "--format", "json", installed.sample)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]


def test_installation_holds_every_resource_of_the_checkout(installed: Installed) -> None:
    found = installed.run(installed.python, "-c", "from nutgraf import assets; print(assets.root())").stdout.strip()
    assert not Path(found).is_relative_to(ROOT)
    names = {each.relative_to(ROOT / "resources") for each in (ROOT / "resources").rglob("*") if each.is_file()}
    assert names <= {each.relative_to(found) for each in Path(found).rglob("*")}


def test_command_of_the_terminal_needs_no_qt(installed: Installed) -> None:
    code = "import sys; sys.modules['PySide6'] = None; import nutgraf.cli.main"
    done = installed.run(installed.python, "-c", code)
    assert done.returncode == 0, done.stderr


def test_window_opens_from_the_installation(installed: Installed, screen: Screen) -> None:
    program = Program(screen, installed.home, (str(installed.home / ".local" / "bin" / "nutgraf"),))
    try:
        program.start(installed.sample)
        program.find("Article", "text")
        assert program.close() == 0
    finally:
        program.stop()
    assert program.log() == ""


def test_installed_environment_is_consistent(installed: Installed) -> None:
    done = installed.run(installed.python, "-m", "pip", "check")
    assert done.returncode == 0, done.stdout
