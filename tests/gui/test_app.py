from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf import __version__
from nutgraf.gui.app import _absolute, main, open_wanted
from nutgraf.gui.main_window import MainWindow
from nutgraf.text.link import link_to, parse_link
from nutgraf.text.span import Span


@pytest.fixture
def window(qtbot, settings, appearance):
    made = MainWindow(settings, appearance)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("name", ["mill.txt", "sub/mill (1).txt", "zoë 🌾.txt", "100%.txt", "a#b?c.txt", "-x.txt"])
def test_a_file_of_the_working_folder_means_the_same_in_every_other(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert parse_link(_absolute(name)) == (tmp_path / name, None)


def test_links_are_passed_on_as_they_are():
    for link in ("nutgraf:///home/ana/a.txt#char=3,9", "file:///home/ana/a.txt"):
        assert _absolute(link) == link


def test_files_and_links_are_opened_and_the_first_is_shown(qtbot, window, story, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another article stands here. It is short.")
    open_wanted(window, [link_to(str(story), Span(100, 140)), link_to(str(other))])
    qtbot.waitUntil(lambda: window.summary is not None)
    assert [reading.path for reading in window.session.readings] == [story, other]
    assert window.page.view.highlights.flashed == Span(100, 140)


@pytest.mark.parametrize("link", ["nutgraf://server/share/a.txt", "file://server/a.txt", "nutgraf:a.txt"])
def test_a_link_that_leads_elsewhere_is_said_and_the_rest_is_opened(qtbot, window, story, link):
    open_wanted(window, [link, link_to(str(story))])
    assert "is not a link to an article on this computer" in window.messages.words
    qtbot.waitUntil(lambda: window.summary is not None)
    assert window.session.current.path == story


def test_a_minimized_window_comes_back(window):
    window.showMinimized()
    open_wanted(window, [])
    assert not window.isMinimized()


def start(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "nutgraf.gui.app", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_the_version_is_said_without_a_window():
    with start("--version") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out.strip(), err) == (0, f"nutgraf {__version__}", "")


def test_a_file_of_another_machine_is_refused_in_words(capsys):
    assert main(["//server/share/a.txt"]) == 2
    assert "does not name a file on this computer" in capsys.readouterr().err


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_in_the_terminal_or_the_end_of_a_session_ends_the_program_and_places_are_kept(home, story, sign):
    with start(str(story)) as process:
        kept = home / ".config" / "nutgraf" / "settings.json"
        until(lambda: kept.exists() and str(story.name) in kept.read_text())  # the article was shown
        process.send_signal(sign)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, unexpected(err)) == (0, [])
    assert story.name in json.loads(kept.read_text())["bookmarks"]


def test_a_second_start_hands_its_file_over_and_ends(home, story, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another article stands here. It is short.")
    kept = home / ".config" / "nutgraf" / "settings.json"
    with start(str(story)) as first:
        until(lambda: kept.exists() and story.name in kept.read_text())
        with start(str(other)) as second:
            second.communicate(timeout=60)
        assert second.returncode == 0
        assert first.poll() is None
        until(lambda: other.name in kept.read_text())
        first.send_signal(signal.SIGINT)
        _, err = first.communicate(timeout=60)
    assert (first.returncode, unexpected(err)) == (0, [])


def unexpected(log):
    """Return the lines that are not the offscreen platform's own apologies."""
    return [line for line in log.splitlines() if not line.startswith("This plugin does not support")]


def until(holds):
    from time import monotonic, sleep

    end = monotonic() + 60
    while not holds():
        assert monotonic() < end, "waited in vain"
        sleep(0.05)  # another process is waited for: there is no event loop here


def test_the_programs_name_is_that_of_its_desktop_file():
    from nutgraf.gui.app import DESKTOP_FILE

    root = Path(__file__).parents[2]
    assert list((root / "packaging" / "linux").rglob(f"{DESKTOP_FILE}.desktop*"))
