from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from nutgraf.gui.cards import Cards
from nutgraf.settings import TEXT_SIZE
from nutgraf.text.entity import Entity, Label, Watched
from nutgraf.text.utf16 import Utf16

ARABIC = "أعلن المجلس أنه سينفق أربعين مليون كرونة على جدار منخفض، وقالت Ingrid Solheim إن المجلس لا يملك مكانا أفضل."
EMOJI = "🙂🙂 Everyone in the harbour agreed 🙂 that Ingrid Solheim was right."


def laid_out(appearance, analysis, width=337):
    cards = Cards(appearance)
    cards.set_width(width)
    cards.set_article(analysis.article, analysis.sentences, analysis.ranking)
    cards.set_entities(analysis.names.entities)
    return cards


def drawn(card, sentence, words):
    """Where the glyphs of `words` are drawn: their bounding rectangle on each line."""
    start = Utf16(sentence).units(sentence.index(words))
    layout = card.layout
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin, end = max(start, line.textStart()), min(start + len(words), line.textStart() + line.textLength())
        while begin < end and sentence.encode("utf-16-le")[2 * end - 2 : 2 * end] == b" \0":
            end -= 1  # the space at which a line is broken is not boxed
        if begin < end:
            area = QRectF()
            for run in line.glyphRuns(begin, end - begin):
                area = area.united(run.boundingRect())
            yield area


@pytest.mark.parametrize("sentence", [ARABIC, EMOJI], ids=["right to left", "outside the basic plane"])
@pytest.mark.parametrize("width", [150, 337])
def test_names_are_boxed_where_they_are_drawn(light, make_analysis, sentence, width):
    analysis = make_analysis([(sentence,)], [(Label.PERSON, ("Ingrid Solheim",), "")])
    card = laid_out(light, analysis, width).card(0)
    areas = list(drawn(card, sentence, "Ingrid Solheim"))
    assert len(card.boxes) == len(areas) >= 1
    for (box, label, _), area in zip(card.boxes, areas, strict=True):
        assert label is Label.PERSON
        assert box.left() == pytest.approx(area.left(), abs=4)
        assert box.right() == pytest.approx(area.right(), abs=4)
        assert box.top() < area.center().y() < box.bottom()


def test_a_name_broken_across_lines_has_a_box_on_each(light, harbour):
    card = laid_out(light, harbour).card(2)
    of_institute = [box for box, label, _ in card.boxes if label is Label.ORGANIZATION]
    assert len(of_institute) >= 2
    assert len({box.top() for box in of_institute}) == len(of_institute)


def test_watched_and_doubtful_names_are_boxed_as_such(light, harbour):
    cards = laid_out(light, harbour)
    solheim = harbour.names.entities[0]
    doubtful = replace(solheim, mentions=tuple(replace(each, confidence=0.2) for each in solheim.mentions))
    cards.set_entities((doubtful,))
    cards.set_watched((Watched("Solheim", (), (solheim.mentions[0].span,)),))
    assert [(label, doubt) for _, label, doubt in cards.card(2).boxes] == [(Label.PERSON, True), (None, False)]


def test_only_the_sentence_s_own_names_are_boxed(light, harbour):
    cards = laid_out(light, harbour)
    assert [len(cards.card(n).boxes) > 0 for n in range(9)] == [
        False,
        False,
        True,
        True,
        True,
        True,
        False,
        False,
        True,
    ]


def test_very_long_words_are_broken_to_fit(light, make_analysis):
    analysis = make_analysis([("Donaudampfschiff" * 20,)], [])
    card = laid_out(light, analysis, 120).card(0)
    assert card.layout.lineCount() > 5
    assert max(card.layout.lineAt(n).naturalTextWidth() for n in range(card.layout.lineCount())) <= 120


def test_height_follows_width_and_size(qtbot, light, harbour):
    cards = laid_out(light, harbour)
    wide = cards.height(0)
    assert wide == cards.card(0).layout.lineCount() * cards.line
    cards.set_width(180)
    narrow = cards.height(0)
    assert narrow > wide
    light.settings.set(TEXT_SIZE, 30)
    cards.restyle()
    assert cards.height(0) > narrow


def test_the_words_are_the_article_s_own(light, harbour):
    cards = laid_out(light, harbour)
    assert [cards.text(each.index) for each in harbour.sentences] == [
        each.span.of(harbour.article.text) for each in harbour.sentences
    ]


def test_how_sure_a_name_is_is_asked_once_for_all_its_places(light, harbour, monkeypatch):
    asked, surest = [], Entity.confidence.fget
    monkeypatch.setattr(Entity, "confidence", property(lambda self: asked.append(self) or surest(self)))
    laid_out(light, harbour)
    assert asked == list(harbour.names.entities)


def test_words_from_right_to_left_begin_at_the_right_on_every_line(light, make_analysis):
    cards = laid_out(light, make_analysis([(ARABIC,)], ()), width=200)
    layout = cards.card(0).layout
    assert layout.lineCount() > 1
    for number in range(layout.lineCount()):
        assert layout.lineAt(number).naturalTextRect().right() == pytest.approx(200, abs=6)
