from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from nutgraf.gui.instance import Instance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from nutgraf.gui.instance import Instance
app = QCoreApplication([])
print(Instance(Path(sys.argv[1])).hand_over(sys.argv[2:]))
"""

DEAD = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from nutgraf.gui.instance import Instance
app = QCoreApplication([])
Instance(Path(sys.argv[1])).listen()
os._exit(0)
"""


STARTING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from nutgraf.gui.instance import Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
if instance.hand_over(sys.argv[2:]):
    print("handed over")
    sys.exit()
time.sleep(1)  # as a window takes its time to show
heard = []
instance.asked.connect(lambda wanted: (heard.extend(wanted), len(heard) == 2 and app.quit()))
instance.listen()
QTimer.singleShot(20_000, app.quit)
app.exec()
print("window", *sorted([*heard, *sys.argv[2:]]))
"""


@pytest.fixture
def home_of_settings(tmp_path):
    return tmp_path / "config"


@pytest.fixture
def running(qapp, home_of_settings):
    first = Instance(home_of_settings)
    first.listen()
    yield first
    first.close()


def start_second(home, *wanted):
    return subprocess.Popen([sys.executable, "-c", SECOND, str(home), *wanted], stdout=subprocess.PIPE, text=True)


def answer_of(qtbot, process):
    qtbot.waitUntil(lambda: process.poll() is not None)
    with process:
        return process.stdout.read().strip()


def test_without_a_running_window_nothing_is_handed_over(qapp, home_of_settings):
    assert Instance(home_of_settings).hand_over(["nutgraf:///a.txt"]) is False


def test_a_second_start_hands_its_files_to_the_running_window(qtbot, running, home_of_settings):
    wanted = ["nutgraf:///home/ana/mill.txt", "nutgraf:///home/ana/zoë 🌾.txt#char=1,2"]
    with qtbot.waitSignal(running.asked) as asked:
        second = start_second(home_of_settings, *wanted)
    assert asked.args == [wanted]
    assert answer_of(qtbot, second) == "True"


def test_a_second_start_without_files_brings_the_window_to_the_front(qtbot, running, home_of_settings):
    with qtbot.waitSignal(running.asked) as asked:
        second = start_second(home_of_settings)
    assert asked.args == [[]]
    assert answer_of(qtbot, second) == "True"


def test_another_folder_of_settings_is_another_window(qtbot, running, tmp_path):
    with qtbot.assertNotEmitted(running.asked):
        assert Instance(tmp_path / "other").hand_over(["nutgraf:///a.txt"]) is False


def test_a_socket_left_by_a_program_that_died_is_taken_over(qtbot, home_of_settings):
    dead = subprocess.run([sys.executable, "-c", DEAD, str(home_of_settings)])
    assert dead.returncode == 0
    heir = Instance(home_of_settings)
    assert heir.hand_over(["nutgraf:///a.txt"]) is False
    heir.listen()
    try:
        with qtbot.waitSignal(heir.asked) as asked:
            second = start_second(home_of_settings, "nutgraf:///b.txt")
        assert asked.args == [["nutgraf:///b.txt"]]
        assert answer_of(qtbot, second) == "True"
    finally:
        heir.close()


@pytest.mark.parametrize(
    "garbage",
    [
        b"garbage\n",
        b"\xff\xfe\n",
        b"{}\n",
        b"[1, 2]\n",
        b'[["nested"]]\n',
        b"null\n",
        b"no line end",
        b"",
        b"[" * 200_000 + b"\n",
        b'"nutgraf:///a.txt"\n',
    ],
    ids=["words", "bytes", "object", "numbers", "nested", "null", "endless", "nothing", "deep", "string"],
)
def test_garbage_is_ignored_and_the_window_goes_on_listening(qtbot, running, home_of_settings, garbage):
    with qtbot.assertNotEmitted(running.asked, wait=50):
        socket = QLocalSocket()
        socket.connectToServer(running._name)
        assert socket.waitForConnected(2000)
        socket.write(garbage)
        socket.flush()
        qtbot.wait(30)
        socket.disconnectFromServer()
    with qtbot.waitSignal(running.asked) as asked:
        second = start_second(home_of_settings, "nutgraf:///after.txt")
    assert asked.args == [["nutgraf:///after.txt"]]
    assert answer_of(qtbot, second) == "True"


def test_many_requests_at_once_are_all_heard(qtbot, running):
    asked, sockets = [], []
    running.asked.connect(asked.append)
    for number in range(10):
        socket = QLocalSocket()
        socket.connectToServer(running._name)
        assert socket.waitForConnected(2000)
        socket.write(f'["nutgraf:///{number}.txt"]\n'.encode())
        socket.flush()
        sockets.append(socket)
    qtbot.waitUntil(lambda: len(asked) == 10)
    assert sorted(each[0] for each in asked) == [f"nutgraf:///{number}.txt" for number in range(10)]


def test_a_window_that_hangs_is_not_waited_for_long(qapp, home_of_settings, monkeypatch):
    from nutgraf.gui import instance

    monkeypatch.setattr(instance, "PATIENCE", 50)
    silent = QLocalServer()
    try:
        assert silent.listen(instance._name(home_of_settings))
        assert Instance(home_of_settings).hand_over(["nutgraf:///a.txt"]) is False
    finally:
        silent.close()


def test_a_program_that_answers_otherwise_is_no_window(qtbot, home_of_settings):
    other, heard = QLocalServer(), []

    def hear():
        socket = other.nextPendingConnection()
        heard.append(socket)
        socket.readyRead.connect(lambda: (socket.write(b"no\n"), socket.flush()))

    other.newConnection.connect(hear)
    assert other.listen(Instance(home_of_settings)._name)
    assert answer_of(qtbot, start_second(home_of_settings, "nutgraf:///a.txt")) == "False"
    assert len(heard) == 1
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes, not socket files")
def test_only_this_user_may_speak_to_the_window(running):
    from pathlib import Path

    assert Path(running._server.fullServerName()).stat().st_mode & 0o077 == 0


def test_after_the_end_nothing_is_heard(qapp, home_of_settings):
    first = Instance(home_of_settings)
    first.listen()
    first.close()
    assert Instance(home_of_settings).hand_over(["nutgraf:///a.txt"]) is False


def test_of_several_starts_at_once_one_becomes_the_window_and_hears_the_others(home_of_settings):
    command = [sys.executable, "-c", STARTING, str(home_of_settings)]
    started = [subprocess.Popen([*command, f"{name}.txt"], stdout=subprocess.PIPE, text=True) for name in "abc"]
    said = sorted(process.communicate(timeout=60)[0].strip() for process in started)
    assert said == ["handed over", "handed over", "window a.txt b.txt c.txt"]


def test_where_no_lock_can_be_had_a_window_opens_without_waiting(qapp, home_of_settings, tmp_path, monkeypatch):
    from nutgraf.gui import instance

    monkeypatch.setattr(instance.QDir, "tempPath", lambda: str(tmp_path / "missing"))
    monkeypatch.setattr(instance.QThread, "msleep", lambda _: pytest.fail("it waited"))
    assert Instance(home_of_settings).hand_over(["nutgraf:///a.txt"]) is False
