from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from nutgraf.gui.links import ask_and_open, may_be_opened


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a?b=c#d",
        "https://example.org",
        "HTTPS://EXAMPLE.ORG/x",
        "mailto:ana@example.org",
        "https://bücher.example/ö",
    ],
)
def test_the_web_and_mail_may_be_opened(address):
    assert may_be_opened(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<b>x</b>",
        "nutgraf:///home/ana/a.txt",
        "ftp://example.org/x",
        "smb://server/share",
        "vbscript:x",
        "about:blank",
        "ssh://example.org",
        "x-apple.systempreferences:x",
        "http:",
        "http:///path",
        "https://",
        "//example.org/x",
        "/etc/passwd",
        "page.html",
        "#top",
        "",
        "http://exa mple.org",
        "http://[::1",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript:alert(1)",
    ],
)
def test_nothing_else_may_be_opened(address):
    assert may_be_opened(address) is None


class Answer:
    """Answers the question in the reader's place, and keeps what was asked and opened."""

    def __init__(self, monkeypatch, choice):
        self.asked, self.opened = [], []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: self.opened.append(url.toString()))
        monkeypatch.setattr(
            QMessageBox, "exec", lambda box: self.asked.append((box.informativeText(), box.textFormat()))
        )
        monkeypatch.setattr(
            QMessageBox,
            "clickedButton",
            lambda box: next((each for each in box.buttons() if each.text().replace("&", "") == choice), None),
        )


class Messages:
    def __init__(self):
        self.said = []

    def say(self, words):
        self.said.append(words)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_link_is_opened_only_when_the_reader_says_so(monkeypatch, window):
    answer = Answer(monkeypatch, "Open in the browser")
    ask_and_open(window, "https://example.org/a", Messages())
    assert answer.opened == ["https://example.org/a"]
    assert answer.asked[0][0] == "https://example.org/a"


@pytest.mark.parametrize("choice", ["Cancel", "nothing, the box was closed"])
def test_a_link_that_is_not_wanted_is_not_opened(monkeypatch, window, choice):
    answer = Answer(monkeypatch, choice)
    ask_and_open(window, "https://example.org/a", Messages())
    assert len(answer.asked) == 1
    assert answer.opened == []


def test_a_link_can_be_copied_instead(monkeypatch, window):
    answer = Answer(monkeypatch, "Copy the link")
    ask_and_open(window, "https://example.org/a b", Messages())
    assert answer.opened == []
    ask_and_open(window, "https://example.org/ö", Messages())
    assert QApplication.clipboard().text() == "https://example.org/%C3%B6"


def test_a_mail_is_written_not_browsed(monkeypatch, window):
    answer = Answer(monkeypatch, "Write a mail")
    ask_and_open(window, "mailto:ana@example.org", Messages())
    assert answer.opened == ["mailto:ana@example.org"]


def test_the_host_is_shown_as_it_is_and_never_as_markup(monkeypatch, window):
    from PySide6.QtCore import Qt

    answer = Answer(monkeypatch, "Cancel")
    ask_and_open(window, "https://аррӏе.example/x", Messages())
    shown, form = answer.asked[0]
    assert shown.startswith("https://xn--")
    assert form is Qt.TextFormat.PlainText


def test_a_very_long_link_is_cut(monkeypatch, window):
    answer = Answer(monkeypatch, "Cancel")
    ask_and_open(window, "https://example.org/" + "x" * 3000, Messages())
    assert len(answer.asked[0][0]) == 400


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)"])
def test_a_link_that_leads_elsewhere_is_refused_in_words_and_never_asked_about(monkeypatch, window, address):
    answer, messages = Answer(monkeypatch, "Open in the browser"), Messages()
    ask_and_open(window, address, messages)
    assert answer.asked == answer.opened == []
    assert "does not open it" in messages.said[0]
