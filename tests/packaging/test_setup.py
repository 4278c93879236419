"""The set-up installs what is missing as root, else says how; and `make run` is of use without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETUP = ROOT / "packaging" / "setup"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the set-up is a shell’s")


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A folder of commands, to be all that a script finds; each command added writes its call into `calls`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def add(system: Path, name: str, then: str = "") -> None:
    file = system / name
    file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{system.parent}/calls"\n{then}\n')
    file.chmod(0o755)


def run(script: Path, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", script, *arguments], env={"PATH": str(path)}, capture_output=True, text=True, timeout=60
    )


def calls(system: Path) -> list[str]:
    file = system.parent / "calls"
    return [each for each in file.read_text().splitlines() if each.startswith("apt-get")] if file.exists() else []


def test_without_root_one_line_is_printed_and_nothing_is_installed(system: Path) -> None:
    add(system, "id", "echo 1000")
    add(system, "apt-get")
    done = run(SETUP / "debian.sh", "xvfb", "openbox", path=system)
    assert done.returncode == 0
    assert "    sudo apt-get install --no-install-recommends --yes xvfb openbox\n" in done.stderr
    assert calls(system) == []


def test_root_installs_and_renews_the_lists_only_when_that_fails(system: Path) -> None:
    add(system, "id", "echo 0")
    add(system, "apt-get")
    run(SETUP / "debian.sh", "xvfb", path=system)
    assert calls(system) == ["apt-get install --no-install-recommends --yes xvfb"]

    add(system, "apt-get", f'[ "$1" = update ] || [ "$(wc -l <"{system.parent}/calls")" -gt 5 ]')
    (system / "wc").symlink_to("/usr/bin/wc")
    done = run(SETUP / "debian.sh", "xvfb", path=system)
    assert [each.split()[1] for each in calls(system)[1:]] == ["install", "update", "install"]
    assert done.returncode == 0, "what cannot be installed is said, and the rest goes on"


def test_system_without_debians_packages_is_told_what_is_missing(system: Path) -> None:
    done = run(SETUP / "debian.sh", "xvfb", path=system)
    assert (done.returncode, done.stderr) == (0, "Missing on this system, by the names of Debian's packages: xvfb\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries are Linux’s")
def test_only_missing_libraries_and_programs_are_asked_for(system: Path, tmp_path: Path) -> None:
    for name in ("uname", "dirname"):
        (system / name).symlink_to(f"/usr/bin/{name}")
    add(system, "id", "echo 0")
    add(system, "apt-get")
    add(system, "xdotool")
    add(system, "ldconfig", "echo '  libhere.so.1 (libc6,x86-64) => /lib/libhere.so.1'")
    folder = tmp_path / "setup"
    folder.mkdir()
    for name in ("system.sh", "debian.sh"):
        (folder / name).write_bytes((SETUP / name).read_bytes())
        (folder / name).chmod(0o755)
    (folder / "system.txt").write_text(
        "# what is needed\nrun library libhere.so.1 libhere1\nrun library libgone.so.2 libgone2\n\n"
        "test command xdotool xdotool\ntest command openbox openbox\ntest file /nowhere/at-all at-all\ntest command ob ob-too\n"
    )
    run(folder / "system.sh", "run", path=system)
    run(folder / "system.sh", "test", path=system)
    line = "apt-get install --no-install-recommends --yes"
    assert calls(system) == [f"{line} libgone2", f"{line} libgone2 openbox at-all ob-too"]


def test_list_of_the_system_is_well_formed() -> None:
    rows = [
        each.split() for each in (SETUP / "system.txt").read_text().splitlines() if each and not each.startswith("#")
    ]
    assert all(
        len(each) == 4 and each[0] in {"run", "test"} and each[1] in {"library", "command", "file"} for each in rows
    )
    assert len({each[2] for each in rows}) == len(rows)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_run_without_a_display_says_so_and_shows_the_summary(home: Path) -> None:
    stamp = Path(sys.prefix, ".nutgraf-run")
    if not stamp.exists() or not stamp.read_text().startswith(f"{ROOT} "):
        pytest.skip("the tests do not run in the environment that make builds")
    article = home / "an article’s $name.txt"
    article.write_text(
        "Old bridge closes for repairs\n\nThe old bridge over the river Elm closes on Monday, the council said. "
        "Drivers must take the road by the mill until spring. The work costs two million crowns.\n"
    )
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment |= {"VENV": sys.prefix, "FILE": str(article)}
    done = subprocess.run([SETUP / "run.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "There is no display here" in done.stderr
    assert "The old bridge over the river Elm closes on Monday" in done.stdout


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A virtual environment that only writes down what it is asked to do."""
    folder = tmp_path / "venv"
    (folder / "bin").mkdir(parents=True)
    for name in ("pip", "python"):
        file = folder / "bin" / name
        file.write_text(
            f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/calls"\necho "pip 26 from {folder}/lib (python 3)"\n'
        )
        file.chmod(0o755)
    return folder


def build(environment: Path) -> list[str]:
    """Run venv.sh on an environment, with a Python that writes down what it is asked to do; return all calls."""
    python = environment.parent / "python3"
    python.write_text(f'#!/bin/sh\necho "system $*" >>"{environment.parent}/calls"\n')
    python.chmod(0o755)
    given = os.environ | {"VENV": str(environment), "PYTHON": str(python)}
    subprocess.run([SETUP / "venv.sh", "run"], env=given, capture_output=True, check=True, timeout=60)
    return (environment.parent / "calls").read_text().splitlines()


def test_an_environment_that_others_made_is_kept_and_used(environment: Path) -> None:
    done = build(environment)
    assert not any("venv --clear" in each for each in done)
    assert "python -m pip install --quiet --editable ." in done
    assert len(build(environment)) == len(done), "the second time there is nothing to do"


def test_an_environment_that_was_copied_is_made_anew(environment: Path) -> None:
    pip = environment / "bin" / "pip"
    pip.write_text(pip.read_text().replace(str(environment), "/elsewhere"))
    assert f"system -m venv --clear {environment}" in build(environment)


def test_an_environment_that_does_not_work_is_made_anew(environment: Path) -> None:
    (environment / "bin" / "pip").unlink()
    assert f"system -m venv --clear {environment}" in build(environment)
