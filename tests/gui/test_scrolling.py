from __future__ import annotations

import pytest

from nutgraf.gui import scrolling
from nutgraf.gui.reader_view import ReaderView
from nutgraf.settings import MOTION
from nutgraf.text.span import Span


@pytest.fixture
def view(qtbot, appearance, article, monkeypatch, request):
    monkeypatch.setattr(scrolling, "GLIDE", 60)
    monkeypatch.setattr(scrolling, "FLASH", 80)
    appearance.settings.set(MOTION, request.param)
    shown = ReaderView(appearance)
    qtbot.addWidget(shown)
    shown.resize(800, 400)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_article(article)
    return shown


@pytest.mark.parametrize("view", ["full"], indirect=True)
def test_with_motion_the_text_glides_to_its_place(qtbot, view):
    bar, passed = view.verticalScrollBar(), []
    bar.valueChanged.connect(passed.append)
    view._scrolling.scroll_to(900)
    assert bar.value() < 900
    qtbot.waitUntil(lambda: bar.value() == 900)
    assert passed == sorted(passed)


@pytest.mark.parametrize("view", ["reduced"], indirect=True)
def test_with_reduced_motion_the_text_is_there_at_once(view):
    passed = []
    view.verticalScrollBar().valueChanged.connect(passed.append)
    view._scrolling.scroll_to(900)
    assert passed == [900]


@pytest.mark.parametrize("view", ["full"], indirect=True)
def test_a_second_place_is_reached_although_the_first_was_not_yet(qtbot, view):
    view._scrolling.scroll_to(900)
    view._scrolling.scroll_to(200)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 200)
    qtbot.wait(80)
    assert view.verticalScrollBar().value() == 200


@pytest.mark.parametrize("view", ["full", "reduced"], indirect=True)
def test_places_outside_the_text_are_its_ends(qtbot, view):
    bar = view.verticalScrollBar()
    view._scrolling.scroll_to(10**8)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    view._scrolling.scroll_to(-500)
    qtbot.waitUntil(lambda: bar.value() == 0)


@pytest.mark.parametrize("view", ["full"], indirect=True)
def test_with_motion_a_flash_fades(qtbot, view):
    strengths = []
    view._scrolling._fade.valueChanged.connect(strengths.append)
    view._scrolling.flash(Span(0, 5))
    assert view.highlights.flash_strength == 1
    qtbot.waitUntil(lambda: view.highlights.flash_strength == 0)
    assert strengths == sorted(strengths, reverse=True)
    assert view._scrolling._hold.isActive() is False


@pytest.mark.parametrize("view", ["reduced"], indirect=True)
def test_with_reduced_motion_a_flash_is_there_and_gone(qtbot, view):
    strengths = []
    view._scrolling._fade.valueChanged.connect(strengths.append)
    view._scrolling.flash(Span(0, 5))
    assert view.highlights.flash_strength == 1
    qtbot.waitUntil(lambda: view.highlights.flash_strength == 0)
    assert strengths == []


@pytest.mark.parametrize("view", ["full"], indirect=True)
def test_a_second_flash_takes_the_place_of_the_first(qtbot, view):
    view._scrolling.flash(Span(0, 5))
    view._scrolling.flash(Span(7, 9))
    assert view.highlights.flashed == Span(7, 9)
    qtbot.waitUntil(lambda: view.highlights.flash_strength == 0)
