from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """A mill and its page

The mill at Holm turns again, see https://example.org/mill and ![a picture](https://example.org/wheel.png).

The river is wide. It runs to the sea. Its banks are low. Maria Lind lives beside it and likes it.
"""
PAGE = """<html><head><title>A mill</title><link rel="stylesheet" href="https://example.org/a.css">
<script src="https://example.org/a.js"></script></head><body><article><h1>A mill</h1>
<img src="https://example.org/wheel.png"><iframe src="https://example.org/frame"></iframe>
<p>The mill at Holm turns again. Maria Lind said so on Monday. The river runs high. The wheel is wet.</p>
<p>It was silent for thirty years. The council voted to repair it. The county pays for most of it.</p>
</article></body></html>"""

# Nothing but `sys` is imported before the hook stands, so that no import can open a socket unseen.
PROGRAM = """
import sys
seen = []
sys.addaudithook(lambda event, args: seen.append((event, str(args))) if event.startswith("socket.") else None)
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from nutgraf.gui.appearance import Appearance
from nutgraf.gui.main_window import MainWindow
from nutgraf.settings import Settings
app = QApplication([])
settings = Settings()
appearance = Appearance(settings, app)
appearance.apply(app)
window = MainWindow(settings, appearance)
window.show()
files = [Path(name) for name in sys.argv[1:]]
window.open_files(files)
shown = []

def look():
    reading = window.session.current
    if not reading or reading.ranking is None or reading.entities is None:
        return
    window.grab()
    window.actions_["copy_markdown"].trigger()
    shown.append(reading.path.name)
    following = window.session.neighbour(+1)
    if following:
        window.session.show(following)
    else:
        app.quit()

clock = QTimer(interval=20)
clock.timeout.connect(look)
clock.start()
QTimer.singleShot(60_000, lambda: app.exit(3))
code = app.exec()
window.close()
print("shown", shown)
print("sockets", seen)
sys.exit(code)
"""


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / "mill.md", tmp_path / "mill.html"]
    for file, text in zip(made, (ARTICLE, PAGE), strict=True):
        file.write_text(text, encoding="utf-8")
    return made


def run(files, *before):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [*before, sys.executable, "-c", PROGRAM, *map(str, files)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def test_python_opens_no_socket_while_articles_are_read_and_shown(files):
    done = run(files)
    assert done.returncode == 0, done.stderr
    assert "shown ['mill.md', 'mill.html']" in done.stdout
    assert "sockets []" in done.stdout


@pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: what Qt itself opens cannot be seen"
)
def test_the_process_opens_no_socket_to_the_internet(files, tmp_path):
    log = tmp_path / "calls"
    if subprocess.run(["strace", "-o", str(log), "true"], capture_output=True).returncode:
        pytest.skip("strace may not trace processes here")
    done = run(files, "strace", "-f", "-qq", "-e", "trace=socket,execve", "-o", str(log))
    assert done.returncode == 0, done.stderr
    assert "shown ['mill.md', 'mill.html']" in done.stdout
    calls = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("execve" in call for call in calls)
    assert [call for call in calls if "AF_INET" in call] == []
