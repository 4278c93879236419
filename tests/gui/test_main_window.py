from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

from nutgraf.gui.actions import key_table
from nutgraf.gui.keys_dialog import KeysDialog
from nutgraf.gui.main_window import MainWindow
from nutgraf.gui.note_page import PATIENCE
from nutgraf.gui.settings_dialog import SettingsDialog
from nutgraf.gui.type_popover import TypePopover
from nutgraf.settings import RECENT


def reading(window):
    return window.session.current


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# --- states ----------------------------------------------------------------------------------------------------------


def test_without_an_article_the_quiet_page_is_shown_and_nothing_can_be_done_to_one(window):
    assert window.pages.currentWidget() is window.welcome
    assert not window.left.isVisible()
    assert window.windowTitle() == "Nutgraf"
    for name in ("export_markdown", "copy", "find", "reload", "close", "longer", "fold", "back", "forward"):
        assert not window.actions_[name].isEnabled(), name
    for name in ("open", "sample", "settings", "keys", "about", "quit"):
        assert window.actions_[name].isEnabled(), name


def test_the_keyboard_begins_at_what_opens_an_article(window):
    assert window.focusWidget() is window.welcome.open


@pytest.fixture
def never_read(monkeypatch):
    """From now on no file is ever read to its end."""
    import nutgraf.readers

    def read_for_ever(_path, cancel):
        while True:
            cancel.check()
            time.sleep(0.01)

    return lambda: monkeypatch.setattr(nutgraf.readers, "open_article", read_for_ever)


def test_while_a_file_is_read_nothing_is_said_of_its_summary_or_its_names(qtbot, window, story, never_read):
    never_read()
    window.open_files([story])
    qtbot.waitUntil(lambda: "Reading mill.txt…" in said(window.waiting))
    qtbot.wait(PATIENCE)  # after which work would be said to be going on
    assert "Looking" not in said(window.left)
    assert "Choosing" not in said(window.left)


def test_a_file_that_takes_too_long_is_given_up_for_the_article_before_it(qtbot, opened, other, story, never_read):
    never_read()
    opened.open_files([other])
    qtbot.keyClick(opened.waiting, Qt.Key.Key_Escape)
    assert not opened.session.jobs.busy - {"rank", "names"}
    assert reading(opened).path == story
    assert opened.pages.currentWidget() is opened.page


def test_reading_again_that_takes_too_long_is_given_up_for_the_article_as_it_was(qtbot, opened, story, never_read):
    never_read()
    before = reading(opened).article
    opened.actions_["reload"].trigger()
    assert opened.pages.currentWidget() is opened.waiting
    qtbot.keyClick(opened.waiting, Qt.Key.Key_Escape)
    assert reading(opened).article is before


def test_an_article_is_shown_beside_its_summary_and_its_names(opened):
    assert opened.pages.currentWidget() is opened.page
    assert opened.left.isVisible()
    assert opened.page.view.article is reading(opened).article
    assert len(opened.summary.sentences) == 3
    assert opened.left.summary.list.rows.sentences == opened.summary.sentences
    assert [number for _, number in opened.page.view.highlights.summary] == [1, 2, 3]
    named = sum(len(entity.mentions) for entity in reading(opened).entities)
    assert named > 0
    assert len(opened.page.view.highlights.mentions) == named
    for name in ("export_markdown", "copy", "find", "reload", "close", "longer"):
        assert opened.actions_[name].isEnabled(), name


def test_the_title_stands_in_the_windows_bar(opened):
    assert opened.windowTitle() == "The old mill at Holm will open again — Nutgraf"


def test_markup_in_a_title_is_shown_as_plain_text(window, settle, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(
        "<html><head><title>&lt;b&gt;Bold&lt;/b&gt; news</title></head><body><article><h1>&lt;b&gt;Bold&lt;/b&gt; news</h1>"
        + "<p>The mill turns again and the river runs high this spring.</p>" * 6
        + "</article></body></html>"
    )
    window.open_files([file])
    settle()
    title = next(label for label in window.top.findChildren(QLabel) if label.objectName() == "articleTitle")
    assert reading(window).title == "<b>Bold</b> news"
    assert title.textFormat() is Qt.TextFormat.PlainText
    assert title.text().startswith("<b>")


def test_an_article_too_short_to_summarise_says_so(window, settle, tmp_path):
    file = tmp_path / "short.txt"
    file.write_text("The mill turns.")
    window.open_files([file])
    settle()
    assert window.summary is None
    assert "short" in said(window.left.summary)
    assert not window.actions_["export_markdown"].isEnabled()
    assert window.page.view.toPlainText() == "The mill turns."
    assert "3 words · 1 sentence " in f"{said(window.statusBar())} "


def test_a_file_that_cannot_be_read_shows_its_error_and_the_open_article_stays_reachable(
    opened, settle, tmp_path, story
):
    missing = tmp_path / "missing.txt"
    opened.open_files([missing])
    settle()
    assert opened.pages.currentWidget() is opened.error
    assert not opened.left.isVisible()
    assert "missing.txt" in said(opened.error)
    assert opened.error.back.isVisible()
    opened.error.back.click()
    settle()
    assert opened.pages.currentWidget() is opened.page
    assert reading(opened).path == story
    assert opened.left.isVisible()
    assert len(opened.session.readings) == 1


def test_the_first_file_of_all_that_cannot_be_read_leads_back_to_nothing(window, settle, tmp_path):
    window.open_files([tmp_path / "missing.txt"])
    settle()
    assert window.pages.currentWidget() is window.error
    assert not window.error.back.isVisible()
    window.actions_["close"].trigger()
    assert window.pages.currentWidget() is window.welcome


def test_a_file_that_could_not_be_read_can_be_read_again(window, settle, tmp_path):
    file = tmp_path / "late.txt"
    window.open_files([file])
    settle()
    file.write_text("The mill turns again. The river runs high. The wheel is wet. The flour is fine.")
    assert window.actions_["reload"].isEnabled()
    window.actions_["reload"].trigger()
    settle()
    assert window.pages.currentWidget() is window.page
    assert window.left.isVisible()


def test_what_nobody_expected_while_reading_closes_that_article_alone(qtbot, opened, settle, other, monkeypatch):
    import nutgraf.readers

    def broken(path, cancel):
        raise ZeroDivisionError("broken reader")

    monkeypatch.setattr(nutgraf.readers, "open_article", broken)
    with qtbot.captureExceptions() as caught:
        opened.open_files([other])
        settle()
    assert [error[0] for error in caught] == [ZeroDivisionError]
    assert opened.pages.currentWidget() is opened.page
    assert len(opened.session.readings) == 1


def test_the_last_article_closed_leaves_the_quiet_page_with_what_was_read(opened, story):
    opened.actions_["close"].trigger()
    assert opened.pages.currentWidget() is opened.welcome
    assert not opened.left.isVisible()
    assert [row.path for row in opened.welcome._rows] == [str(story)]


def test_recent_files_are_kept_the_last_one_first_and_once(opened, settle, other, story):
    opened.open_files([other])
    settle()
    opened.open_files([story])
    settle()
    assert opened.settings.list(RECENT) == (str(story), str(other))


def test_a_recent_file_is_opened_by_a_click(qtbot, opened, settle, story):
    opened.actions_["close"].trigger()
    qtbot.waitUntil(opened.welcome._rows[0].isVisible)
    opened.welcome._rows[0].click()
    settle()
    assert reading(opened).path == story


# --- several articles ------------------------------------------------------------------------------------------------


def test_back_and_forth_keep_place_length_and_marks(opened, settle, other):
    first = reading(opened)
    opened.resize(700, 420)
    opened.summary_desk.cut(5)
    opened.page.view.reveal(first.sentences[-1].span, flash=False)
    place = opened.page.view.place()
    assert place > 0
    opened.open_files([other])
    settle()
    assert opened.page.view.place() == 0
    assert len(opened.summary.sentences) == 3
    assert opened.actions_["back"].isEnabled()
    assert not opened.actions_["forward"].isEnabled()
    opened.actions_["back"].trigger()
    settle()
    assert reading(opened) is first
    assert len(opened.summary.sentences) == 5
    assert opened.left.summary.slider.value() == 5
    assert abs(opened.page.view.block_at(opened.page.view.place()) - opened.page.view.block_at(place)) <= 1
    assert opened.actions_["forward"].isEnabled()


def drop(window, urls=(), text=""):
    data = QMimeData()
    if text:
        data.setText(text)
    else:
        data.setUrls(urls)
    none, action = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(200, 200), action, data, Qt.MouseButton.LeftButton, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(200, 200), action, data, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_several_files_are_dropped_and_the_first_is_shown(window, settle, story, other):
    assert drop(window, [QUrl.fromLocalFile(str(story)), QUrl.fromLocalFile(str(other)), QUrl("https://example.org/x")])
    settle()
    assert [each.path for each in window.session.readings] == [story, other]
    assert reading(window).path == story


def test_what_is_no_file_of_this_computer_cannot_be_dropped(window):
    assert not drop(window, [QUrl("https://example.org/a.txt")])
    assert not drop(window, [])


def test_words_of_another_program_are_dropped_as_an_article(window, settle):
    assert drop(window, text="The mill is old.\n\nIts wheel turns. The river runs high. The flour is fine.")
    settle()
    assert "Its wheel turns." in window.page.view.article.text


def test_no_part_of_the_window_takes_dropped_files_in_its_place(opened):
    from PySide6.QtWidgets import QLineEdit

    takers = [each for each in opened.findChildren(QWidget) if each.acceptDrops() and not isinstance(each, QLineEdit)]
    assert takers == []


# --- the end ---------------------------------------------------------------------------------------------------------


def test_the_words_below_the_title_are_counted_anew_when_a_paragraph_is_folded(opened, settle):
    before = reading(opened).words
    assert f"{before} words" in opened.page.view.facts
    opened.session.refold({1: True})
    settle()
    assert reading(opened).words < before
    assert f"{reading(opened).words} words" in opened.page.view.facts


def test_a_window_closed_while_work_goes_on_is_silent(qtbot, settings, appearance, story, other):
    for _ in range(5):
        window = MainWindow(settings, appearance)
        qtbot.addWidget(window)
        window.show()
        window.open_files([story, other])
        window.close()
        assert not window.session.jobs.busy
    qtbot.wait(50)


def test_many_articles_shown_and_left_leave_nothing_behind(qtbot, opened, settle, other, story):
    for _ in range(15):
        opened.open_files([other])
        qtbot.wait(3)
        opened.open_files([story])
        qtbot.wait(3)
    settle()
    assert reading(opened).path == story
    assert opened.summary is not None
    assert opened.page.view.article is reading(opened).article


@pytest.mark.parametrize(
    ("work", "summary", "names"), [("rank", True, False), ("names", False, True), ("sentences", True, True)]
)
def test_what_could_not_be_worked_out_is_said_in_its_place(opened, work, summary, names):
    with pytest.raises(ZeroDivisionError):
        opened._show_fault(work, ZeroDivisionError())
    labels = [label.text() for label in opened.left.findChildren(QLabel) if not label.isHidden()]
    assert ("The summary could not be made." in labels) is summary
    assert ("The names could not be looked for." in labels) is names


def test_names_of_other_languages_are_not_guessed_and_that_is_said(window, settle, tmp_path):
    story = tmp_path / "muehle.txt"
    story.write_text(
        "Die Mühle am Fluss ist alt und steht seit vielen Jahren still. Der Rat der Stadt will sie kaufen. " * 6,
        encoding="utf-8",
    )
    window.open_files([story])
    settle()
    labels = [label.text() for label in window.left.names.findChildren(QLabel)]
    assert "Names are found in English articles. This one seems to be in German." in labels


@pytest.mark.parametrize("state", ["article", "searches", "no article", "settings", "keys", "type"])
def test_whatever_can_be_used_has_a_name_for_screen_readers(opened, qapp, state):
    if state == "searches":
        for name in ("find", "search_names", "topic", "only_sentences"):
            opened.actions_[name].trigger()
            if isinstance(field := qapp.focusWidget(), QLineEdit):
                field.setText("mill")
    elif state == "no article":
        opened.session.close_current()
    of = {
        "settings": lambda: SettingsDialog(opened.appearance, [("news", "News")], opened),
        "keys": lambda: KeysDialog(key_table(), opened),
        "type": lambda: TypePopover(opened.appearance, opened),
    }.get(state, lambda: opened)()
    of.show()
    QApplication.processEvents()
    used = (
        QAbstractButton,
        QLineEdit,
        QAbstractSlider,
        QComboBox,
        QAbstractSpinBox,
        QAbstractItemView,
        QSplitterHandle,
    )
    shown = [each for kind in used for each in of.findChildren(kind) if each.isVisible()]
    shown = [
        each for each in shown if not isinstance(each, QScrollBar) and not isinstance(each.parent(), QAbstractSpinBox)
    ]
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in shown]
    assert [each for each, name in zip(shown, names, strict=True) if not name] == []
    assert shown
    if of is not opened:
        of.close()
        of.deleteLater()


def test_every_stop_of_the_tab_key_can_be_named(opened, qtbot):
    opened.session.close_current()
    stops = []
    opened.top.setFocus()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget() or opened, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    names = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in stops]
    assert all(names), stops


def test_what_is_to_be_known_of_an_article_stays_until_another_is_shown(window, settle, story, tmp_path):
    mail = tmp_path / "letter.eml"
    mail.write_text(
        "Subject: The mill\nFrom: ana@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nThe mill turns again. It was silent for long.\n"
        "--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=mill.png\n\nx\n--b--\n"
    )
    window.open_files([mail])
    settle()
    assert "mill.png" in window.messages.words
    assert not window.messages._timer.isActive()
    window.open_files([story])
    settle()
    assert not window.messages.isVisible()


def test_the_text_has_the_keyboard_after_a_message_is_dismissed_by_it(qtbot, opened):
    opened.messages.say("Copied.")
    opened.messages._close.setFocus()
    opened.messages._close.click()
    assert opened.page.view.hasFocus()


def test_escape_in_the_text_dismisses_a_message(qtbot, opened):
    opened.messages.say("3 of 12 pages hold no text.", stay=True)
    qtbot.keyClick(opened.page.view, Qt.Key.Key_Escape)
    assert not opened.messages.isVisible()


@pytest.mark.parametrize("width", [640, 900])
def test_the_find_bar_takes_no_room_from_the_summary(opened, width):
    opened.resize(width, 600)
    QApplication.processEvents()
    before = opened.splitter.sizes()
    opened.actions_["find"].trigger()
    QApplication.processEvents()
    assert opened.splitter.sizes() == before
    assert opened.width() == width
