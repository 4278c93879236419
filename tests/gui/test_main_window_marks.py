from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from nutgraf.gui.names_details import Mate
from nutgraf.settings import METHOD, ORGANIZATIONS, PEOPLE, SENTENCES
from nutgraf.text.entity import Label
from nutgraf.text.span import Span


def reading(window):
    return window.session.current


def is_in_sight(window, span):
    view = window.page.view
    return 0 <= view.top_of(span.start) - view.verticalScrollBar().value() <= view.viewport().height()


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
    opened.names_desk.choose_at(entity.mentions[0].span.start)
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


def test_a_companion_is_chosen_where_both_are_named(window, settle, tmp_path):
    file = tmp_path / "met.txt"
    file.write_text(
        "Maria Lind bought the mill. Peter Holt sold it. Mr. Holt met Mrs. Lind on Friday. Both were glad.\n"
    )
    window.open_files([file])
    settle()
    panel = window.left.names
    lind, holt = reading(window).names.entities
    panel.choose(lind, lind.mentions[0].span)
    mate = next(row for row in panel.list.rows.rows if isinstance(row, Mate))
    panel.list.detailed.emit(mate)
    sentence = reading(window).sentences[mate.sentences[0]].span
    assert panel.chosen is holt
    assert panel.list.row_at(panel.list.currentIndex()).subject is holt
    assert holt.mentions[panel.list.painter_of_rows.at].span in sentence
    assert window.page.view.highlights.flashed == sentence


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
    opened.actions_["undo"].trigger()
    settle()
    assert not reading(opened).article.blocks[index].furniture


def test_a_selection_over_several_paragraphs_folds_them_all(opened, settle):
    first, last = block_with(opened, "Peter Holt"), block_with(opened, "Critics say")
    blocks = reading(opened).article.blocks
    opened.page.view.select(Span(blocks[first].span.start + 4, blocks[last].span.start + 4))
    opened.actions_["fold"].trigger()
    settle()
    assert all(reading(opened).article.blocks[index].furniture for index in range(first, last + 1))
