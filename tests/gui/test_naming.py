"""Names in the background: told meanwhile, what is in sight first, and never searched twice for a correction."""

from __future__ import annotations

import pytest

import nutgraf.names
from nutgraf.gui import naming
from nutgraf.gui.session import Session

PARAGRAPHS = 40


@pytest.fixture
def session(qapp, settings, monkeypatch):
    monkeypatch.setattr(naming, "BETWEEN", 0.0)
    monkeypatch.setattr(naming, "SHARE", 1)
    made = Session(settings)
    yield made
    made.stop()


@pytest.fixture
def long(tmp_path):
    """A long article in which every paragraph names someone else."""
    file = tmp_path / "long.txt"
    given = ("Maria", "Peter", "Anna", "John", "Laura")
    family = ("Lind", "Holt", "Berg", "Carter", "Weiss", "Moreno", "Novak", "Larsen")
    people = [f"{given[n % 5]} {family[n % 8]}" for n in range(PARAGRAPHS)]
    filler = "The river was high that week, and the bridge stayed closed until the water fell again. " * 6
    file.write_text(
        "\n\n".join(f"{name} spoke to the council on Monday. {filler}" for name in people), encoding="utf-8"
    )
    return file


def settle(qtbot, session):
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_names_come_piece_by_piece_and_the_last_word_replaces_them(qtbot, session, long):
    told = []
    session.naming.connect(lambda reading, names: told.append((reading.names, names)))
    session.open_all([(long, None)])
    settle(qtbot, session)
    counts = [len(names.entities) for _, names in told]
    assert len(counts) >= 2
    assert counts[0] < counts[-1]
    assert all(before is None for before, _ in told)
    assert len(session.current.names.entities) >= counts[-1] > 0


def test_what_is_in_sight_comes_first(qtbot, session, long):
    told = []
    session.naming.connect(lambda _, names: told.append(names))
    session.open_all([(long, None)])
    settle(qtbot, session)
    text = session.current.article.text
    session.place_in_sight = lambda: len(text) // 2
    told.clear()
    session.name_again()
    settle(qtbot, session)
    starts = {mention.span.start for entity in told[0].entities for mention in entity.mentions}
    assert min(starts) > len(text) // 4
    assert any(0 <= start - len(text) // 2 < 800 for start in starts)


def test_a_correction_asks_no_engine(qtbot, session, long, monkeypatch):
    session.open_all([(long, None)])
    settle(qtbot, session)
    before = session.current.names

    def never(*_, **__):
        raise AssertionError("searched again")

    monkeypatch.setattr(nutgraf.names, "find_mentions", never)
    session.name_anew()
    settle(qtbot, session)
    assert session.current.names == before
    assert not session.current.outdated


def test_articles_that_are_not_shown_follow_when_they_are(qtbot, session, long, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Maria Lind spoke to the council on Monday. She was glad.\n", encoding="utf-8")
    session.open_all([(long, None)])
    settle(qtbot, session)
    first = session.current
    session.open_all([(other, None)])
    settle(qtbot, session)
    session.name_anew()
    settle(qtbot, session)
    assert first.outdated
    assert first.names is not None
    session.show(first)
    settle(qtbot, session)
    assert not first.outdated
