"""Tell the current user's desktop about Nutgraf, or take it back: `desktop.py install BIN [--defaults]`, `desktop.py uninstall`.

It follows the freedesktop.org specifications for desktop entries, icon themes and MIME applications, and needs Python alone.
"""

import argparse
import os
import shutil
import subprocess
from pathlib import Path

from defaults import add_default, remove_default

HERE = Path(__file__).parent
ICONS = HERE.parents[1] / "resources" / "icons"
ID = "org.nutgraf.Nutgraf"
LINKS = "x-scheme-handler/nutgraf"
ARTICLES = ("text/plain", "text/markdown")  # web pages stay with the browser; "Open with" offers Nutgraf for them


def data_home() -> Path:
    """Return the user's folder for data of programs."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def mime_file() -> Path:
    """Return the file in which the user's default programs are named."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "mimeapps.list"


def targets() -> dict[Path, Path]:
    """Return where each file of ours goes, and which it is; desktop entries are written, not copied."""
    home = data_home()
    hicolor = home / "icons" / "hicolor"
    sizes = {
        hicolor / f"{each.stem}x{each.stem}" / "apps" / f"{ID}.png": each for each in (HERE / "icons").glob("*.png")
    }
    return {
        home / "applications" / f"{ID}.desktop": HERE / f"{ID}.desktop",
        home / "applications" / f"{ID}.Link.desktop": HERE / f"{ID}.Link.desktop",
        home / "metainfo" / f"{ID}.metainfo.xml": HERE / f"{ID}.metainfo.xml",
        hicolor / "scalable" / "apps" / f"{ID}.svg": ICONS / "nutgraf.svg",
        hicolor / "symbolic" / "apps" / f"{ID}-symbolic.svg": ICONS / "nutgraf-symbolic.svg",
        **sizes,
    }


def quoted(path: Path) -> str:
    """Return a path as `Exec` wants it: quoted, and escaped once for the quotes and once more as every value is."""
    escaped = "".join(f"\\{each}" if each in '"`$\\' else each for each in str(path)).replace("%", "%%")
    return '"' + escaped.replace("\\", "\\\\") + '"'


def entry(source: Path, program: Path) -> str:
    """Return a desktop entry that starts this very program, whether or not its folder is on the PATH."""
    text = source.read_text(encoding="utf-8")
    text = text.replace("Exec=nutgraf %", f"Exec={quoted(program)} %")
    return text.replace("TryExec=nutgraf", "TryExec=" + str(program).replace("\\", "\\\\"))


def refresh() -> None:
    """Renew the desktop's caches where it has the tools for it; without them it looks into the folders itself."""
    home = data_home()
    for line in (
        ["update-desktop-database", "-q", str(home / "applications")],
        ["gtk-update-icon-cache", "-q", "-t", "-f", str(home / "icons" / "hicolor")],
    ):
        if shutil.which(line[0]) and Path(line[-1]).is_dir():
            subprocess.run(line, check=False)


def install(program: Path, *, defaults: bool) -> None:
    """Put the files in place; `nutgraf:` links are ours in any case, text files only if `defaults` says so."""
    for target, source in targets().items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".desktop":
            target.write_text(entry(source, program), encoding="utf-8")
        else:
            shutil.copyfile(source, target)
    add_default(mime_file(), LINKS, f"{ID}.Link.desktop")
    for kind in ARTICLES if defaults else ():
        add_default(mime_file(), kind, f"{ID}.desktop")
    refresh()


def uninstall() -> None:
    """Remove the files; the default programs are again what they were."""
    for target in targets():
        target.unlink(missing_ok=True)
    remove_default(mime_file(), LINKS, f"{ID}.Link.desktop")
    for kind in ARTICLES:
        remove_default(mime_file(), kind, f"{ID}.desktop")
    refresh()


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description="Tell the current user’s desktop about Nutgraf, or take it back.")
    commands = parser.add_subparsers(dest="command", required=True)
    adding = commands.add_parser("install")
    adding.add_argument("program", type=Path, help="the command that opens the window")
    adding.add_argument("--defaults", action="store_true", help="open text files and Markdown with Nutgraf")
    commands.add_parser("uninstall")
    asked = parser.parse_args()
    if asked.command == "install":
        install(asked.program.absolute(), defaults=asked.defaults)
    else:
        uninstall()


if __name__ == "__main__":
    main()
