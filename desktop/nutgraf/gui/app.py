"""The program `nutgraf`: its command line, its one window, its end."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from nutgraf import __version__
from nutgraf.errors import LinkError
from nutgraf.settings import Settings
from nutgraf.text.link import SCHEME, link_to, parse_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from nutgraf.gui.instance import Instance
    from nutgraf.gui.main_window import MainWindow

DESKTOP_FILE = "org.nutgraf.Nutgraf"


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="nutgraf", description="Read articles beside their summaries. For the terminal, see nutgraf-cli."
    )
    parser.add_argument("wanted", nargs="*", metavar="FILE|LINK", help="articles, or nutgraf: links into them")
    parser.add_argument("--version", action="version", version=f"nutgraf {__version__}")
    return parser.parse_args(arguments)


def _absolute(wanted: str) -> str:
    """Return a file or link as one that means the same in every working folder."""
    if wanted.startswith((f"{SCHEME}:", "file:")):
        return wanted
    return link_to(str(Path(wanted).absolute()))


def open_wanted(window: MainWindow, wanted: Sequence[str]) -> None:
    """Open files and links in the window and bring it to the front."""
    targets = []
    for each in wanted:
        try:
            targets.append(parse_link(each))
        except LinkError as error:
            window.messages.say_error(error)
    if targets:
        window.session.open_all(targets)
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    options = _arguments(sys.argv[1:] if arguments is None else arguments)
    try:
        wanted = [_absolute(each) for each in options.wanted]
    except LinkError as error:  # “//server/share” names another machine
        sys.stderr.write(f"{error}\n")
        return 2

    from PySide6.QtWidgets import QApplication

    from nutgraf.gui.instance import Instance

    app = QApplication(sys.argv[:1])
    app.setApplicationName("nutgraf")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_FILE)
    settings = Settings()
    instance = Instance(settings.file.parent)
    if instance.hand_over(wanted):
        return 0
    return _run(app, settings, instance, wanted)


def _prepare_reading() -> None:
    """Start what reads complex formats, while nobody waits for it."""
    from nutgraf.readers import prepare

    prepare()


def _run(app: QApplication, settings: Settings, instance: Instance, wanted: Sequence[str]) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QIcon

    from nutgraf import assets
    from nutgraf.gui.appearance import Appearance
    from nutgraf.gui.crash import CrashReporter
    from nutgraf.gui.main_window import MainWindow

    CrashReporter(app).install()
    appearance = Appearance(settings, app)
    appearance.apply(app)
    app.setWindowIcon(QIcon(str(assets.path("icons", "nutgraf.svg"))))
    window = MainWindow(settings, appearance)
    instance.asked.connect(lambda asked: open_wanted(window, asked))
    instance.listen()
    for sign in (signal.SIGINT, signal.SIGTERM):  # Ctrl+C in the terminal, and the end of a session
        # Python may run the handler in the middle of a paint: the windows are closed after it.
        signal.signal(sign, lambda *_: QTimer.singleShot(0, app.closeAllWindows))
    awake = QTimer(app, interval=250)  # lets Python see these signals
    awake.timeout.connect(lambda: None)
    awake.start()
    window.show()
    Thread(target=_prepare_reading, daemon=True).start()
    open_wanted(window, wanted)
    window.commands.pasting.clear_old()
    code = app.exec()
    instance.close()
    window.session.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
