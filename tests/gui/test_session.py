from __future__ import annotations

from threading import Event

import pytest

from nutgraf import names
from nutgraf.errors import Empty, Unreadable
from nutgraf.gui.session import Session
from nutgraf.settings import ENGINE, METHOD, SENTENCES
from nutgraf.text.span import Span


class Heard:
    """What a session told, by the names of its signals."""

    def __init__(self, session):
        self.all = []
        for name in ("shown", "article_read", "refolded", "ranked", "named", "failed", "unexpected"):
            getattr(session, name).connect(lambda *what, name=name: self.all.append((name, what[-1])))

    def names(self):
        return [name for name, _ in self.all]


@pytest.fixture
def session(qapp, settings):
    made = Session(settings)
    yield made
    made.stop()


@pytest.fixture
def files(tmp_path):
    """Three small articles."""
    made = []
    for name in ("mill", "river", "school"):
        file = tmp_path / f"{name}.txt"
        sentences = (
            f"The {name} is old.",
            "It was built by Maria Lind.",
            "The town is proud of it.",
            "It will stay open.",
        )
        file.write_text(f"About the {name}\n\n" + " ".join(sentences * 2) + "\n", encoding="utf-8")
        made.append(file)
    return made


def settle(qtbot, session):
    qtbot.waitUntil(lambda: not session.jobs.busy)


def open_one(qtbot, session, file, span=None):
    session.open_all([(file, span)])
    settle(qtbot, session)
    return session.current


def paths(session):
    return [reading.path for reading in session.readings]


# --- one article -----------------------------------------------------------------------------------------------------


def test_an_article_fills_up_as_its_parts_are_known(qtbot, session, files):
    heard = Heard(session)
    reading = open_one(qtbot, session, files[0])
    names = heard.names()
    assert names[:2] == ["shown", "article_read"]
    assert sorted(names[2:]) == ["named", "ranked"]
    assert all(what is reading for _, what in heard.all)
    assert reading.article.meta.source_name == "mill.txt"
    assert len(reading.sentences) == 8
    assert sorted(reading.ranking.order) == list(range(8))
    assert reading.entities is not None


def test_a_new_article_has_the_length_that_is_set(qtbot, session, files):
    session.settings.set(SENTENCES, 5)
    assert open_one(qtbot, session, files[0]).length == 5


def test_the_method_that_is_set_ranks(qtbot, session, files):
    session.settings.set(METHOD, "lead")
    assert open_one(qtbot, session, files[0]).ranking.method == "lead"


def test_a_method_that_is_no_longer_there_gives_way_to_the_default(qtbot, session, files):
    session.settings.set(METHOD, "a method of old")
    heard = Heard(session)
    assert open_one(qtbot, session, files[0]).ranking.method == "news"
    assert "unexpected" not in heard.names()


@pytest.mark.parametrize("engine", ["neural", "linear"])
def test_the_engine_that_is_set_finds_the_names(qtbot, session, files, engine):
    session.settings.set(ENGINE, engine)
    assert open_one(qtbot, session, files[0]).names.engine == names.engine(engine).name


def test_another_engine_names_again_and_ranks_no_second_time(qtbot, session, files):
    reading = open_one(qtbot, session, files[0])
    heard = Heard(session)
    session.settings.set(ENGINE, "linear")
    session.name_again()
    settle(qtbot, session)
    assert heard.names() == ["named"]
    assert reading.names.engine == "linear"


def test_another_method_ranks_again_and_splits_and_names_no_second_time(qtbot, session, files):
    reading = open_one(qtbot, session, files[0])
    sentences, entities = reading.sentences, reading.entities
    heard = Heard(session)
    session.settings.set(METHOD, "lead")
    session.rank_again()
    settle(qtbot, session)
    assert heard.names() == ["ranked"]
    assert reading.ranking.method == "lead"
    assert reading.sentences is sentences
    assert reading.entities is entities


def test_another_method_ranks_the_other_articles_when_they_are_shown(qtbot, session, files):
    first = open_one(qtbot, session, files[0])
    open_one(qtbot, session, files[1])
    session.settings.set(METHOD, "lead")
    session.rank_again()
    settle(qtbot, session)
    assert first.ranking is None
    session.show(first)
    settle(qtbot, session)
    assert first.ranking.method == "lead"


# --- errors ----------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_is_an_error_in_its_place(qtbot, session, tmp_path):
    heard = Heard(session)
    reading = open_one(qtbot, session, tmp_path / "missing.txt")
    assert isinstance(reading.error, Unreadable)
    assert heard.names() == ["shown", "failed"]
    assert session.current is reading


def test_an_error_is_told_again_when_its_article_is_shown_again(qtbot, session, files, tmp_path):
    bad = open_one(qtbot, session, tmp_path / "missing.txt")
    open_one(qtbot, session, files[0])
    heard = Heard(session)
    session.show(bad)
    assert heard.names() == ["shown", "failed"]


@pytest.mark.parametrize("way", ["open", "reload"])
def test_a_file_that_can_be_read_by_now_is_read(qtbot, session, tmp_path, way):
    file = tmp_path / "late.txt"
    file.write_text(" ")
    reading = open_one(qtbot, session, file)
    assert isinstance(reading.error, Empty)
    file.write_text("The mill turns again. The river runs high. The wheel is wet. The flour is fine.")
    session.reload() if way == "reload" else session.open_all([(file, None)])
    settle(qtbot, session)
    assert session.current is reading
    assert reading.error is None
    assert len(reading.sentences) == 4
    assert len(session.readings) == 1


def test_what_goes_wrong_in_ranking_is_told_and_the_article_stays(qtbot, session, files, monkeypatch):
    from nutgraf import summary

    class Broken:
        name = "news"

        def rank(self, article, sentences, cancel):
            raise ZeroDivisionError

    monkeypatch.setattr(summary, "method", lambda name: Broken())
    heard = Heard(session)
    reading = open_one(qtbot, session, files[0])
    told = [what for name, what in heard.all if name == "unexpected"]
    assert [type(what) for what in told] == [ZeroDivisionError]
    assert reading.article
    assert reading.entities is not None


# --- several articles ------------------------------------------------------------------------------------------------


def test_several_files_open_in_order_and_the_first_is_shown(qtbot, session, files):
    session.open_all([(file, None) for file in files])
    settle(qtbot, session)
    assert paths(session) == files
    assert session.current.path == files[0]


def test_files_open_behind_the_current_article(qtbot, session, files):
    first = open_one(qtbot, session, files[0])
    open_one(qtbot, session, files[1])
    session.show(first)
    settle(qtbot, session)
    open_one(qtbot, session, files[2])
    assert paths(session) == [files[0], files[2], files[1]]


def test_an_article_opened_meanwhile_wins(qtbot, session, files, monkeypatch):
    import nutgraf.readers

    real, begun, go, cancelled = nutgraf.readers.open_article, Event(), Event(), []

    def slow_first(path, cancel):
        if path == files[0]:
            begun.set()
            go.wait(60)
            cancelled.append(cancel.is_set)
        return real(path, cancel)

    monkeypatch.setattr(nutgraf.readers, "open_article", slow_first)
    heard = Heard(session)
    session.open_all([(files[0], None)])
    qtbot.waitUntil(begun.is_set)
    session.open_all([(files[1], None)])
    qtbot.waitUntil(lambda: {"ranked", "named"} <= set(heard.names()))
    go.set()
    qtbot.waitUntil(lambda: bool(cancelled))
    settle(qtbot, session)
    qtbot.wait(20)
    assert cancelled == [True]
    assert session.current.path == files[1]
    assert {what.path for name, what in heard.all if name != "shown"} == {files[1]}


def test_an_article_left_before_it_was_read_is_read_when_shown_again(qtbot, session, files):
    session.open_all([(files[0], None)])
    session.open_all([(files[1], None)])
    settle(qtbot, session)
    first = next(reading for reading in session.readings if reading.path == files[0])
    assert first.article is None
    session.show(first)
    settle(qtbot, session)
    assert first.article
    assert first.ranking
    assert first.entities is not None


def test_opening_the_same_file_again_goes_to_it_and_reads_nothing(qtbot, session, files):
    first = open_one(qtbot, session, files[0])
    article = first.article
    open_one(qtbot, session, files[1])
    heard = Heard(session)
    assert open_one(qtbot, session, files[0], Span(3, 9)) is first
    assert first.article is article
    assert first.wanted == Span(3, 9)
    assert len(session.readings) == 2
    assert heard.names() == ["shown"]


def test_a_file_named_in_another_way_is_the_same(qtbot, session, files, monkeypatch):
    monkeypatch.chdir(files[0].parent)
    first = open_one(qtbot, session, files[0])
    assert open_one(qtbot, session, type(files[0])("mill.txt")) is first
    assert open_one(qtbot, session, files[0].parent / "." / "mill.txt") is first


def test_opening_nothing_changes_nothing(qtbot, session, files):
    first = open_one(qtbot, session, files[0])
    session.open_all([])
    assert session.current is first


def test_back_and_forth(qtbot, session, files):
    session.open_all([(file, None) for file in files])
    settle(qtbot, session)
    assert session.neighbour(-1) is None
    session.show(session.neighbour(+1))
    settle(qtbot, session)
    assert session.current.path == files[1]
    assert session.neighbour(-1).path == files[0]
    assert session.neighbour(+1).path == files[2]


def test_closing_shows_the_article_before_else_the_one_after(qtbot, session, files):
    session.open_all([(file, None) for file in files])
    session.show(session.readings[1])
    settle(qtbot, session)
    session.close_current()
    settle(qtbot, session)
    assert session.current.path == files[0]
    session.close_current()
    settle(qtbot, session)
    assert session.current.path == files[2]
    heard = Heard(session)
    session.close_current()
    assert heard.all == [("shown", None)]
    session.close_current()
    assert session.readings == []
    assert session.neighbour(1) is None


def test_reloading_reads_what_the_file_holds_now(qtbot, session, files):
    reading = open_one(qtbot, session, files[0])
    session.refold({1: True})
    settle(qtbot, session)
    files[0].write_text("Another text stands here now. It is short.", encoding="utf-8")
    session.reload()
    settle(qtbot, session)
    assert reading.article.text == "Another text stands here now. It is short."
    assert reading.refolds == []
    assert len(reading.sentences) == 2


def test_reloading_a_file_that_is_gone_is_an_error(qtbot, session, files):
    reading = open_one(qtbot, session, files[0])
    files[0].unlink()
    session.reload()
    settle(qtbot, session)
    assert isinstance(reading.error, Unreadable)
    assert reading.article is None


# --- folds -----------------------------------------------------------------------------------------------------------


def test_a_paragraph_made_furniture_takes_its_sentences_and_names_along(qtbot, session, story):
    reading = open_one(qtbot, session, story)
    before = reading.sentences
    block = next(
        index
        for index, block in enumerate(reading.article.blocks)
        if "Peter Holt" in block.span.of(reading.article.text)
    )
    assert any(each.block == block for each in before)
    heard = Heard(session)
    session.refold({block: True})
    assert reading.sentences is None
    settle(qtbot, session)
    assert heard.names()[0] == "refolded"
    assert sorted(heard.names()[1:]) == ["named", "ranked"]
    assert not any(each.block == block for each in reading.sentences)
    assert len(reading.ranking.order) == len(reading.sentences) < len(before)
    place = reading.article.blocks[block].span
    assert not any(mention.span in place for entity in reading.entities for mention in entity.mentions)


def test_each_change_of_a_fold_can_be_undone_the_last_one_first(qtbot, session, story):
    reading = open_one(qtbot, session, story)
    original, sentences = reading.article, reading.sentences
    session.refold({1: True})
    settle(qtbot, session)
    once = reading.article
    session.refold({1: False, 2: True})
    settle(qtbot, session)
    session.undo_refold()
    settle(qtbot, session)
    assert reading.article == once
    session.undo_refold()
    settle(qtbot, session)
    assert reading.article == original
    assert reading.sentences == sentences
    session.undo_refold()
    assert reading.article == original


def test_a_change_that_changes_nothing_is_not_one(qtbot, session, story):
    reading = open_one(qtbot, session, story)
    ranking, heard = reading.ranking, Heard(session)
    session.refold({1: reading.article.blocks[1].furniture})
    session.refold({})
    assert reading.ranking is ranking
    assert reading.refolds == []
    assert heard.all == []


def test_folds_cannot_be_changed_without_an_article(session):
    session.refold({0: True})
    session.undo_refold()
    session.reload()
    session.rank_again()
    assert session.current is None


# --- the end ---------------------------------------------------------------------------------------------------------


def test_stop_ends_all_work_and_nothing_is_heard_afterwards(qtbot, session, files):
    session.open_all([(files[0], None)])
    heard = Heard(session)
    session.stop()
    qtbot.wait(30)
    assert heard.all == []
    assert not session.jobs.busy


def test_one_goes_back_to_an_article_whose_file_has_gone_when_it_is_to_be_read_again(qtbot, session, files):
    reading = open_one(qtbot, session, files[0])
    article = reading.article
    files[0].unlink()
    for _ in range(2):
        session.reload()
        settle(qtbot, session)
    assert reading.article is None
    session.leave_unread()
    settle(qtbot, session)
    assert session.current is reading
    assert reading.article is article
    assert reading.error is None
    assert reading.names is not None
