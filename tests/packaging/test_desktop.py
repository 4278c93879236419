"""The desktop's files are valid, say the same, and come and go without a trace."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from pathlib import Path

import numpy as np
import pytest

import desktop

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
PROGRAMS = ("/opt/nutgraf/bin/nutgraf", '/home/ana/my "own" $programs/100%/back\\slash/nutgraf')
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="freedesktop.org’s files are Linux’s")


def entry_of(file: Path) -> dict[str, str]:
    parser = RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def needs(command: str) -> str:
    return shutil.which(command) or pytest.skip(f"{command} is not installed")


@pytest.mark.parametrize("file", sorted(LINUX.glob("*.desktop")), ids=lambda each: each.name)
def test_entry_is_valid(file: Path) -> None:
    done = subprocess.run([needs("desktop-file-validate"), file], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_metainfo_is_valid() -> None:
    command = [needs("appstreamcli"), "validate", "--no-net", LINUX / f"{desktop.ID}.metainfo.xml"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_metainfo_names_the_types_of_the_entries() -> None:
    types = ";".join(entry_of(each)["MimeType"].strip(";") for each in LINUX.glob("*.desktop"))
    tree = ET.parse(LINUX / f"{desktop.ID}.metainfo.xml")
    assert {each.text for each in tree.iterfind("provides/mediatype")} == set(types.split(";"))


def test_newest_release_of_the_metainfo_is_this_version() -> None:
    from nutgraf import __version__

    tree = ET.parse(LINUX / f"{desktop.ID}.metainfo.xml")
    release = tree.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


def test_icons_are_drawings_of_the_mark() -> None:
    from PySide6.QtGui import QImage

    import icons

    for size in icons.SIZES:
        drawn = icons.draw(size)
        kept = QImage(str(LINUX / "icons" / f"{size}.png")).convertToFormat(drawn.format())
        assert kept.size() == drawn.size()
        apart = np.frombuffer(kept.constBits(), np.uint8).astype(int) - np.frombuffer(drawn.constBits(), np.uint8)
        assert np.abs(apart).mean() < 2, f"{size}.png is not of this mark: run packaging/linux/icons.py"


@only_linux
@pytest.mark.parametrize("program", PROGRAMS)
def test_installed_entry_starts_this_program_with_any_path(home: Path, program: str) -> None:
    desktop.install(Path(program), defaults=True)
    file = home / ".local" / "share" / "applications" / f"{desktop.ID}.desktop"
    assert subprocess.run([needs("desktop-file-validate"), file], capture_output=True, text=True).stdout == ""
    entry = entry_of(file)
    assert entry["Exec"].endswith(" %F")
    value = entry["Exec"].replace("\\\\", "\\")[1:-4]  # as the desktop reads it: a value's escapes, then the quotes'
    unquoted = "".join(each for at, each in enumerate(value) if each != "\\" or (at and value[at - 1] == "\\"))
    assert unquoted.replace("%%", "%") == program


@only_linux
def test_uninstall_leaves_nothing_behind(home: Path) -> None:
    config = home / ".config" / "mimeapps.list"
    config.parent.mkdir(exist_ok=True)
    config.write_text("[Default Applications]\ntext/plain=mousepad.desktop\n")
    desktop.install(Path("/opt/nutgraf/bin/nutgraf"), defaults=True)
    assert len(list(home.rglob("*Nutgraf*"))) == len(desktop.targets())
    desktop.uninstall()
    assert not list(home.rglob("*Nutgraf*"))
    assert config.read_text() == "[Default Applications]\ntext/plain=mousepad.desktop\n"


@only_linux
def test_defaults_of_text_files_are_left_alone_when_not_asked_for(home: Path) -> None:
    desktop.install(Path("/opt/nutgraf/bin/nutgraf"), defaults=False)
    assert (home / ".config" / "mimeapps.list").read_text() == (
        f"[Default Applications]\n{desktop.LINKS}={desktop.ID}.Link.desktop;\n"
    )
    desktop.uninstall()
    assert not (home / ".config" / "mimeapps.list").exists()


@only_linux
def test_desktop_finds_nutgraf_for_articles_and_links(home: Path) -> None:
    gio = needs("gio")
    desktop.install(Path(sys.executable), defaults=True)
    for kind, entry in (*zip(desktop.ARTICLES, [desktop.ID] * 2, strict=True), (desktop.LINKS, f"{desktop.ID}.Link")):
        said = subprocess.run([gio, "mime", kind], capture_output=True, text=True).stdout
        assert said.splitlines()[0].endswith(f"{entry}.desktop"), said


@only_linux
def test_web_pages_stay_with_the_browser_and_can_be_opened_with_nutgraf(home: Path) -> None:
    gio = needs("gio")
    browser = home / ".local" / "share" / "applications" / "browser.desktop"
    browser.parent.mkdir(parents=True)
    browser.write_text("[Desktop Entry]\nType=Application\nName=Browser\nExec=true %u\nMimeType=text/html;\n")
    config = home / ".config" / "mimeapps.list"
    config.parent.mkdir(exist_ok=True)
    config.write_text("[Default Applications]\ntext/html=browser.desktop\n")
    desktop.install(Path(sys.executable), defaults=True)
    said = subprocess.run([gio, "mime", "text/html"], capture_output=True, text=True).stdout
    assert said.splitlines()[0].endswith("browser.desktop"), said
    assert f"{desktop.ID}.desktop" in said
