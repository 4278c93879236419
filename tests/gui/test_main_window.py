from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nutgraf.gui.main_window import MainWindow
from nutgraf.settings import METHOD, ORGANIZATIONS, PEOPLE, RECENT, SENTENCES
from nutgraf.text.entity import Label
from nutgraf.text.span import Span


@pytest.fixture
def window(qtbot, settings, appearance):
    made = MainWindow(settings, appearance)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def settle(qtbot, window):
    return lambda: qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=30_000)


@pytest.fixture
def opened(window, settle, story):
    """The window with the story open and all known about it."""
    window.open_files([story])
    settle()
    return window


@pytest.fixture
def other(tmp_path):
    file = tmp_path / "river.txt"
    file.write_text(
        "About the river\n\n" + "The river is wide. It runs to the sea. Its banks are low. Its fish are many.\n"
    )
    return file


def reading(window):
    return window.session.current


def words_of(window, index):
    return reading(window).sentences[index].span.of(reading(window).article.text)


def is_in_sight(window, span):
    view = window.page.view
    return 0 <= view.top_of(span.start) - view.verticalScrollBar().value() <= view.viewport().height()


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# --- states ----------------------------------------------------------------------------------------------------------


def test_without_an_article_the_quiet_page_is_shown_and_nothing_can_be_done_to_one(window):
    assert window.pages.currentWidget() is window.welcome
    assert not window.left.isVisible()
    assert window.windowTitle() == "Nutgraf"
    for name in ("export_markdown", "copy", "find", "reload", "close", "longer", "undo_fold", "back", "forward"):
        assert not window.actions_[name].isEnabled(), name
    for name in ("open", "sample", "settings", "keys", "about", "quit"):
        assert window.actions_[name].isEnabled(), name


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
    opened._cut(5)
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
    assert opened.left.summary.current_length() == 5
    assert abs(opened.page.view.block_at(opened.page.view.place()) - opened.page.view.block_at(place)) <= 1
    assert opened.actions_["forward"].isEnabled()


def drop(window, urls):
    data = QMimeData()
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


def test_no_part_of_the_window_takes_dropped_files_in_its_place(opened):
    from PySide6.QtWidgets import QLineEdit

    takers = [each for each in opened.findChildren(QWidget) if each.acceptDrops() and not isinstance(each, QLineEdit)]
    assert takers == []


# --- the summary -----------------------------------------------------------------------------------------------------


def test_the_slider_cuts_the_ranking_and_never_ranks_again(opened, monkeypatch):
    import nutgraf.summary

    def never(name):
        raise AssertionError("ranked again")

    monkeypatch.setattr(nutgraf.summary, "method", never)
    ranking = reading(opened).ranking
    most = opened.left.summary.slider.maximum()
    for length in (1, 2, most, 4):
        opened.left.summary.slider.setValue(length)
        assert len(opened.summary.sentences) == length
        assert set(opened.summary.sentences) == set(ranking.order[:length])
        assert [number for _, number in opened.page.view.highlights.summary] == list(range(1, length + 1))
    assert reading(opened).ranking is ranking
    assert not opened.session.jobs.busy


def test_keys_make_the_summary_shorter_and_longer(opened):
    opened.actions_["longer"].trigger()
    assert len(opened.summary.sentences) == 4
    opened.actions_["shorter"].trigger()
    opened.actions_["shorter"].trigger()
    assert len(opened.summary.sentences) == 2
    for _ in range(5):
        opened.actions_["shorter"].trigger()
    assert len(opened.summary.sentences) == 1


def test_another_method_ranks_again_and_keeps_the_length(opened, settle):
    opened.left.summary.slider.setValue(4)
    opened.left.summary.methodChosen.emit("lead")
    settle()
    assert opened.settings.text(METHOD) == "lead"
    assert reading(opened).ranking.method == "lead"
    assert opened.summary.sentences == (0, 1, 2, 3)


def test_a_new_article_has_the_length_that_is_set(window, settle, story, settings):
    settings.set(SENTENCES, 2)
    window.open_files([story])
    settle()
    assert len(window.summary.sentences) == 2


def test_a_sentence_of_the_summary_leads_to_its_place_and_flashes_it(opened):
    opened.resize(700, 420)
    last = opened.summary.sentences[-1]
    opened.left.summary.sentenceChosen.emit(last)
    span = reading(opened).sentences[last].span
    assert is_in_sight(opened, span)
    assert opened.page.view.highlights.flashed == span


def test_a_number_in_the_margin_chooses_its_sentence(opened):
    opened.page.view.sentence_clicked.emit(2)
    assert opened.left.summary.current_sentence() == opened.summary.sentences[1]


def test_keys_go_from_one_summary_sentence_to_the_next_and_round(opened):
    order = opened.summary.sentences
    reached = []
    for name in ("next_sentence", "next_sentence", "next_sentence", "next_sentence", "previous_sentence"):
        opened.actions_[name].trigger()
        reached.append(opened.page.view.highlights.flashed)
    spans = [reading(opened).sentences[index].span for index in order]
    assert reached == [spans[0], spans[1], spans[2], spans[0], spans[2]]


def test_the_sentence_under_the_reading_position_is_marked(opened):
    span = reading(opened).sentences[opened.summary.sentences[1]].span
    opened.page.view.reading_moved.emit(span.start + 3)
    assert opened.left.summary.list.painter_of_rows.reading == opened.summary.sentences[1]
    opened.page.view.reading_moved.emit(0)
    assert opened.left.summary.list.painter_of_rows.reading is None


def test_a_link_opens_its_article_at_the_sentence(window, settle, story):
    span = Span(200, 240)
    window.open_files([story], span)
    settle()
    assert window.page.view.highlights.flashed == span
    assert is_in_sight(window, span)


# --- names -----------------------------------------------------------------------------------------------------------


def point_of(window, offset):
    view = window.page.view
    view.reveal(Span(offset, offset + 1), flash=False)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().utf16.units(offset))
    return view.cursorRect(cursor).center() + QPoint(3, 0)


def test_a_name_in_the_text_is_chosen_by_a_click(qtbot, opened):
    entity = reading(opened).entities[0]
    point = point_of(opened, entity.mentions[0].span.start + 1)
    qtbot.mouseClick(opened.page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.left.names.list.painter_of_rows.chosen is entity
    ticks = {tick.offset for tick in opened.page.strip._ticks}
    assert {mention.span.start for mention in entity.mentions} <= ticks


def test_keys_go_from_one_mention_to_the_next(opened):
    entity = next(each for each in reading(opened).entities if len(each.mentions) > 1)
    opened.choose_mention(entity.mentions[0])
    opened.actions_["next_mention"].trigger()
    assert opened.page.view.highlights.flashed == entity.mentions[1].span
    opened.actions_["previous_mention"].trigger()
    assert opened.page.view.highlights.flashed == entity.mentions[0].span


@pytest.mark.parametrize(
    ("action", "setting", "label"),
    [("people", PEOPLE, Label.PERSON), ("organizations", ORGANIZATIONS, Label.ORGANIZATION)],
)
def test_a_kind_is_hidden_in_text_summary_and_names_together(opened, settings, action, setting, label):
    assert opened.actions_[action].isChecked()
    opened.actions_[action].trigger()
    assert settings.flag(setting) is False
    for shown in (
        opened.page.view.highlights.shown,
        opened.left.summary.list.painter_of_rows.shown,
        opened.left.names.list.rows.shown,
    ):
        assert shown == frozenset(Label) - {label}
    opened.left.names.kindToggled.emit(label, True)
    assert opened.actions_[action].isChecked()
    assert opened.page.view.highlights.shown == frozenset(Label)


def test_a_hidden_kind_stays_hidden_in_the_next_article(opened, settle, other):
    opened.actions_["people"].trigger()
    opened.open_files([other])
    settle()
    assert opened.page.view.highlights.shown == {Label.ORGANIZATION}


# --- furniture -------------------------------------------------------------------------------------------------------


def block_with(window, words):
    article = reading(window).article
    return next(index for index, block in enumerate(article.blocks) if words in block.span.of(article.text))


def test_furniture_is_folded_and_shown_by_its_switch(opened):
    index = block_with(opened, "Also read")
    assert opened.page.view.folding.hidden == {index}
    assert not opened.actions_["furniture"].isChecked()
    opened.actions_["furniture"].trigger()
    assert opened.page.view.folding.hidden == frozenset()
    assert opened.actions_["furniture"].isChecked()
    opened.actions_["furniture"].trigger()
    assert opened.page.view.folding.hidden == {index}


def test_a_wrong_fold_is_undone_and_summary_and_names_follow(opened, settle):
    index = block_with(opened, "Also read")
    before = len(reading(opened).sentences)
    opened.page.view.refold_asked.emit({index: False})
    settle()
    assert not reading(opened).article.blocks[index].furniture
    assert len(reading(opened).sentences) > before
    assert opened.page.view.article is reading(opened).article
    assert opened.page.view.folding.folds == ()
    assert opened.left.summary.slider.maximum() == len(reading(opened).sentences)
    opened.messages._action.click()
    settle()
    assert reading(opened).article.blocks[index].furniture
    assert len(reading(opened).sentences) == before


def test_a_paragraph_is_folded_by_its_command_and_the_change_undone(opened, settle):
    index = block_with(opened, "Peter Holt")
    opened.page.view.select(
        Span(reading(opened).article.blocks[index].span.start, reading(opened).article.blocks[index].span.end)
    )
    opened.actions_["fold"].trigger()
    settle()
    assert reading(opened).article.blocks[index].furniture
    assert not any(sentence.block == index for sentence in reading(opened).sentences)
    opened.actions_["undo_fold"].trigger()
    settle()
    assert not reading(opened).article.blocks[index].furniture


def test_a_selection_over_several_paragraphs_folds_them_all(opened, settle):
    first, last = block_with(opened, "Peter Holt"), block_with(opened, "Critics say")
    blocks = reading(opened).article.blocks
    opened.page.view.select(Span(blocks[first].span.start + 4, blocks[last].span.start + 4))
    opened.actions_["fold"].trigger()
    settle()
    assert all(reading(opened).article.blocks[index].furniture for index in range(first, last + 1))


# --- the end ---------------------------------------------------------------------------------------------------------


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
