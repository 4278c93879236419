from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel
from nutgraf.gui.exporting import Exporting, report_on
from nutgraf.gui.reading import Reading
from nutgraf.readers import open_article
from nutgraf.settings import EXPORT_FOLDER, EXPORT_REASONS
from nutgraf.summary.length import cut
from nutgraf.text.ranking import Length, Measure


class Messages:
    def __init__(self):
        self.said, self.errors = [], []

    def say(self, words, action="", do=None):
        self.said.append(words)

    def say_error(self, error):
        self.errors.append(error)


@pytest.fixture
def reading(story):
    article = open_article(story, Cancel())
    found = analyse(article, cancel=Cancel())
    return Reading(story, 3, article, None, found.sentences, found.ranking, found.names)


@pytest.fixture
def summary(reading):
    return cut(reading.ranking, reading.article, reading.sentences, Length(Measure.SENTENCES, 3))


@pytest.fixture
def messages():
    return Messages()


@pytest.fixture
def exporting(qtbot, settings, messages):
    window = QWidget()
    qtbot.addWidget(window)
    made = Exporting(window, settings, messages)
    made.window_for_test = window
    return made


@pytest.fixture
def dialog(monkeypatch):
    """The dialog that asks where to: give it an answer, and see what it suggested."""

    class Dialog:
        answer, suggested = "", ""

    def ask(window, title, start, kinds):
        Dialog.suggested = start
        return Dialog.answer, kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return Dialog


@pytest.mark.parametrize(
    ("name", "suffix", "opens"), [("markdown", ".md", "---"), ("html", ".html", "<!"), ("json", ".json", "{")]
)
def test_the_file_is_written_where_the_reader_says(
    exporting, reading, summary, messages, dialog, tmp_path, name, suffix, opens
):
    dialog.answer = str(tmp_path / f"out{suffix}")
    exporting.save(name, reading, summary)
    text = (tmp_path / f"out{suffix}").read_text(encoding="utf-8")
    assert text.lstrip().startswith(opens)
    first = reading.sentences[summary.sentences[0]].span.of(reading.article.text)
    assert first.split(",")[0].split("’")[0][:30] in text
    assert messages.said == [f"Exported to {tmp_path / f'out{suffix}'}."]
    assert not messages.errors


def test_the_suggested_file_lies_beside_the_article_at_first_and_where_the_last_export_went_then(
    exporting, reading, summary, dialog, tmp_path, settings
):
    dialog.answer = ""
    exporting.save("markdown", reading, summary)
    assert dialog.suggested.startswith(str(reading.path.parent))
    assert dialog.suggested.endswith(".md")
    (tmp_path / "exports").mkdir()
    dialog.answer = str(tmp_path / "exports" / "a.md")
    exporting.save("markdown", reading, summary)
    assert settings.text(EXPORT_FOLDER) == str(tmp_path / "exports")
    exporting.save("json", reading, summary)
    assert dialog.suggested.startswith(str(tmp_path / "exports"))


def test_a_dialog_that_is_closed_writes_nothing(exporting, reading, summary, messages, dialog, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    exporting.save("markdown", reading, summary)
    assert sorted(tmp_path.rglob("*")) == before
    assert messages.said == messages.errors == []


def test_a_file_that_the_reader_agreed_to_replace_is_replaced(exporting, reading, summary, messages, dialog, tmp_path):
    target = tmp_path / "out.md"
    target.write_text("old")
    dialog.answer = str(target)  # the dialog itself has asked
    exporting.save("markdown", reading, summary)
    assert target.read_text(encoding="utf-8") != "old"
    assert not messages.errors


def test_a_file_that_was_not_asked_about_is_never_overwritten(exporting, reading, summary, messages, dialog, tmp_path):
    target = tmp_path / "out.md"
    target.write_text("old")
    dialog.answer = str(tmp_path / "out")  # no such file, so nothing was asked; the ending is added
    exporting.save("markdown", reading, summary)
    assert target.read_text() == "old"
    assert len(messages.errors) == 1
    assert messages.said == []


def test_a_name_with_a_dot_keeps_all_of_it(exporting, reading, summary, messages, dialog, tmp_path):
    dialog.answer = str(tmp_path / "Version 2.0 of the mill")
    exporting.save("markdown", reading, summary)
    assert (tmp_path / "Version 2.0 of the mill.md").exists()
    assert not (tmp_path / "Version 2.0 of the mill").exists()


def test_a_folder_that_takes_no_file_is_said(exporting, reading, summary, messages, dialog, tmp_path):
    dialog.answer = str(tmp_path / "no such folder" / "out.md")
    exporting.save("markdown", reading, summary)
    assert len(messages.errors) == 1


def test_markdown_is_copied(exporting, reading, summary, messages):
    exporting.copy(reading, summary)
    copied = QApplication.clipboard().text()
    assert copied.startswith("---\n")
    assert copied.count("\n> ") >= 3 or copied.count("> ") >= 3
    assert messages.said == ["Copied the summary as Markdown."]


def test_an_export_before_the_names_are_known_has_none(reading, summary):
    reading.names = None
    assert report_on(reading, summary).analysis.names.entities == ()


def test_the_export_is_of_what_is_on_the_screen(exporting, reading, dialog, tmp_path):
    short = cut(reading.ranking, reading.article, reading.sentences, Length(Measure.SENTENCES, 2))
    dialog.answer = str(tmp_path / "out.json")
    exporting.save("json", reading, short)
    exported = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(exported["summary"]["sentences"]) == 2


def test_the_summary_on_the_screen_is_exported_while_another_is_worked_out(exporting, reading, summary, messages):
    reading.ranking = None
    exporting.copy(reading, summary)
    assert messages.said == ["Copied the summary as Markdown."]
    for index in summary.sentences:
        assert reading.sentences[index].span.of(reading.article.text) in QApplication.clipboard().text()


def test_reasons_are_told_in_full_where_that_is_set(exporting, settings, reading, summary):
    exporting.copy(reading, summary)
    assert "Enters at" not in QApplication.clipboard().text()
    settings.set(EXPORT_REASONS, True)
    exporting.copy(reading, summary)
    assert QApplication.clipboard().text().count("- Enters at") == 3


def test_a_file_without_a_title_gives_its_own_name_without_its_ending(exporting, reading, summary, dialog, tmp_path):
    untitled = replace(reading.article, meta=replace(reading.article.meta, title=""))
    reading.article = untitled
    exporting.save("markdown", reading, summary)
    assert dialog.suggested.endswith("/mill.md")
