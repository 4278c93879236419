from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from nutgraf.gui.article_page import ArticlePage
from nutgraf.gui.reading import Reading
from nutgraf.gui.scrolling import GLIDE
from nutgraf.gui.subject import places
from nutgraf.settings import MOTION, THEME
from nutgraf.text.entity import Entity, Label, Mention, Names, Watched
from nutgraf.text.sentences import Sentence
from nutgraf.text.span import Span


@pytest.fixture
def page(qtbot, appearance, article):
    made = ArticlePage(appearance)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    made.view.show_article(article)
    return made


def spans_of(article, words):
    found, start = [], article.text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = article.text.find(words, start + 1)
    return found


def count_said(page):
    return page.find_bar.findChild(QLabel).text()


def current(page):
    return page._found[page.view.highlights.current_found]


# --- finding ---------------------------------------------------------------------------------------------------------


def test_all_results_are_marked_and_counted(page, article):
    page.find_bar.open_bar("banks")
    spans = spans_of(article, "banks")
    assert [span for span, _ in page.view.highlights.found] == spans
    assert count_said(page) == f"1 of {len(spans)}"
    assert current(page) == spans[0]


def test_steps_go_round_both_ends(page, article):
    page.find_bar.open_bar("weighed")
    assert count_said(page) == "1 of 1"
    page.step(+1)
    assert count_said(page) == "1 of 1"
    page.find_bar.field.setText("banks")
    count = len(spans_of(article, "banks"))
    page.step(-1)
    assert count_said(page) == f"{count} of {count}"
    page.step(+1)
    assert count_said(page) == f"1 of {count}"


def test_a_result_is_scrolled_to(page, article):
    page.find_bar.open_bar("Paragraph 30")
    top = page.view.top_of(current(page).start) - page.view.verticalScrollBar().value()
    assert 0 < top < page.view.viewport().height()


def test_the_search_begins_where_the_reader_is(page, article):
    start = spans_of(article, "Paragraph 20")[0].start
    page.view.go_to_place(start)
    page.open_find()
    for letters in ("f", "fi", "fis", "fish"):
        page.find_bar.field.setText(letters)
        assert page.view.block_at(current(page).start) == page.view.block_at(start)
    page.open_find()
    assert page.view.block_at(current(page).start) == page.view.block_at(start)


def test_typing_after_a_step_stays_at_that_result(page, article):
    page.open_find()
    page.find_bar.field.setText("fis")
    page.step(+1)
    page.step(+1)
    third = current(page)
    page.find_bar.field.setText("fish")
    assert current(page).start == third.start


def test_typing_on_stays_at_the_first_result_in_sight(page, article):
    page.find_bar.open_bar("Paragraph 1")
    first = current(page)
    page.find_bar.field.setText("Paragraph 1 ")
    assert current(page).start == first.start


@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_words_of_which_only_the_beginning_is_found_lead_back_to_where_the_search_began(
    page, article, settings, motion
):
    settings.set(MOTION, motion)
    page.view.go_to_place(spans_of(article, "Paragraph 5 ")[0].start)
    before = page.view.verticalScrollBar().value()
    page.open_find()
    page.find_bar.field.setText("Paragraph 39")
    page.find_bar.field.setText("Paragraph 39 is not there")
    QTest.qWait(2 * GLIDE)
    assert abs(page.view.verticalScrollBar().value() - before) <= 4
    assert count_said(page) == "Not found"


def test_nothing_moves_for_words_that_are_nowhere_while_other_folds_are_opened(page, article):
    page.open_find()
    page.find_bar.field.setText("no such words")
    page.view.go_to_place(spans_of(article, "Paragraph 9 ")[0].start)
    place = page.view.place()
    page.view.open_all_folds(is_open=True)
    assert page.view.place() == place


def test_after_a_step_words_that_are_nowhere_lead_back_to_that_result(page, article):
    page.open_find()
    page.find_bar.field.setText("Paragraph 2")
    page.step(+1)
    result = current(page)
    page.find_bar.field.setText("Paragraph 3")
    page.find_bar.field.setText("Paragraph 3 is not there")
    QTest.qWait(2 * GLIDE)
    top = page.view.top_of(result.start) - page.view.verticalScrollBar().value()
    assert 0 <= top <= page.view.viewport().height()


def test_what_is_folded_is_found_once_it_is_shown(page):
    page.find_bar.open_bar("another story")
    assert count_said(page) == "Not found"
    page.view.open_all_folds(is_open=True)
    assert count_said(page) == "1 of 1"


def test_nothing_found_marks_nothing_and_steps_nowhere(page):
    page.find_bar.open_bar("no such words")
    page.step(+1)
    assert len(page.view.highlights.found) == 0
    assert page.view.highlights.current_found == -1


def test_the_search_begins_with_the_words_that_are_selected(page, article):
    page.view.select(spans_of(article, "Maria Lind")[0])
    page.open_find()
    assert page.find_bar.field.text() == "Maria Lind"


def test_the_end_of_a_search_selects_its_result_and_unmarks_the_rest(page, article):
    page.find_bar.open_bar("Maria Lind")
    page.find_bar.close_bar()
    assert page.view.selected_text() == "Maria Lind"
    assert len(page.view.highlights.found) == 0
    assert page.view.hasFocus()


def test_another_article_is_searched_for_the_same_words(page, article):
    page.find_bar.open_bar("banks")
    reading = Reading(Path("/a.txt"), 3, article=article)
    page.view.show_article(article.refold(dict.fromkeys(range(12, 50), True)))
    page.restart(reading)
    assert count_said(page) == f"1 of {len(spans_of(article, 'banks')) - 3 * 38}"


# --- marks -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def maria(article):
    role = spans_of(article, "She kept the name")[0]
    span = spans_of(article, "Maria Lind")[0]
    return Entity("Maria Lind", Label.PERSON, (Mention(span, Label.PERSON),), role=role)


def test_summary_sentences_are_numbered_in_reading_order(page, article):
    spans = [spans_of(article, words)[0] for words in ("She kept the name.", "Then the stone is lowered.")]
    page.show_summary([Sentence(4, spans[0], 3), Sentence(9, spans[1], 8)])
    assert list(page.view.highlights.summary) == [(spans[0], 1), (spans[1], 2)]
    assert [tick.offset for tick in page.strip._ticks] == [span.start for span in spans]


def test_who_is_mentioned_at_an_offset_is_known(page, maria):
    page.show_names(Names((maria,)))
    start = maria.mentions[0].span.start
    assert page.entity_of(start) is maria
    assert page.entity_of(start - 1) is None
    assert page.entity_of(-1) is None


def test_the_chosen_names_mentions_are_in_the_strip_unless_its_kind_is_hidden(page, maria):
    page.show_names(Names((maria,)))
    assert page.strip._ticks == ()
    page.show_chosen(maria)
    assert [tick.offset for tick in page.strip._ticks] == [maria.mentions[0].span.start]
    page.view.highlights.shown = frozenset({Label.ORGANIZATION})
    page.show_chosen(maria)
    assert page.strip._ticks == ()
    page.show_chosen(None)
    assert page.strip._ticks == ()


def test_ticks_take_the_colours_of_another_theme(qtbot, page, maria, appearance):
    page.show_names(Names((maria,)))
    page.show_chosen(maria)
    before = page.strip._ticks[0].colour
    with qtbot.waitSignal(appearance.changed):
        appearance.settings.set(THEME, "dark")
    assert page.strip._ticks[0].colour == appearance.theme.person_line != before


def test_a_name_is_explained_and_a_link_shown_where_the_pointer_rests(page, maria, article):
    def point(offset):
        cursor = QTextCursor(page.view.document())
        cursor.setPosition(page.view.document().utf16.units(offset))
        return page.view.cursorRect(cursor).center() + QPoint(3, 0)

    page.show_names(Names((maria,)))
    on_name = point(maria.mentions[0].span.start + 1)
    assert page.view.tool_tip_at(on_name) == "Maria Lind, She kept the name · named 1 time"
    assert page.view.tool_tip_at(point(spans_of(article, "its owner")[0].start + 1)) == "https://example.org/owner"
    page.view.highlights.shown = frozenset()
    assert page.view.tool_tip_at(on_name) == ""


def test_a_watched_name_is_chosen_and_explained_as_one_and_boxed_in_the_strip(page, article):
    spans = spans_of(article, "river")[:3]
    river = Watched("River", (), tuple(spans))
    page.show_names(Names(watched=(river,)))
    assert page.subject_of(spans[1].start + 2) == (river, spans[1])
    assert page.subject_of(spans[1].end) is None
    page.show_chosen(river)
    assert [(tick.offset, tick.boxed) for tick in page.strip._ticks] == [(span.start, True) for span in spans]
    page.view.reveal(spans[0], flash=False)
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(page.view.document().utf16.units(spans[0].start + 1))
    assert page.view.tool_tip_at(page.view.cursorRect(cursor).center()) == "River · named 3 times · watched"


def test_how_sure_a_name_is_is_asked_once_for_all_its_places(page, article, monkeypatch):
    asked, surest = [], Entity.confidence.fget
    monkeypatch.setattr(Entity, "confidence", property(lambda self: asked.append(self) or surest(self)))
    mentions = tuple(Mention(span, Label.ORGANIZATION, 0.7) for span in spans_of(article, "river"))
    page.show_names(Names((Entity("River", Label.ORGANIZATION, mentions),)))
    assert {mention.confidence for _, mention in page.view.highlights.mentions} == {0.7}
    assert len(mentions) > len(asked) == 1


def test_a_watched_name_whose_kind_is_not_marked_is_boxed_in_the_strip(page, maria):
    watched = Watched(maria.name, maria.aliases, places(maria))
    page.show_names(Names((maria,), watched=(watched,)))
    page.show_chosen(maria)
    assert not any(tick.boxed for tick in page.strip._ticks)
    page.show_kinds(frozenset({Label.ORGANIZATION}))
    assert [tick.offset for tick in page.strip._ticks if tick.boxed] == [span.start for span in places(maria)]


def test_a_doubtful_name_is_said_to_be_one(page, maria):
    doubtful = replace(maria, mentions=tuple(replace(each, confidence=0.3) for each in maria.mentions), role=None)
    page.show_names(Names((doubtful,)))
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(page.view.document().utf16.units(maria.mentions[0].span.start + 1))
    point = page.view.cursorRect(cursor).center()
    assert page.view.tool_tip_at(point) == "Maria Lind · named 1 time · doubtful"


def test_controls_that_turn_the_direction_of_words_are_shown_as_such(page, article, maria):
    from nutgraf.gui.article_page import _visible

    assert _visible("https://example.org/\u202egpj.exe") == "https://example.org/\ufffdgpj.exe"
    assert len(_visible("x" * 5000)) == 300
    page.show_names(Names((replace(maria, name="Maria\u2067 Lind"),)))
    assert page.entity_of(maria.mentions[0].span.start).name == "Maria\u2067 Lind"


def test_another_article_forgets_who_was_chosen(page, maria, article):
    page.show_names(Names((maria,)))
    page.show_chosen(maria)
    page.view.show_article(article)
    page.restart(Reading(Path("/a.txt"), 3, article=article))
    assert page.strip._ticks == ()
    assert page.entity_of(maria.mentions[0].span.start) is None
