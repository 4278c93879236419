"""How long the left panel takes to show a summary of another length, until it is painted."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtWidgets import QApplication

from nutgraf.gui.appearance import Appearance
from nutgraf.gui.left_panel import LeftPanel
from nutgraf.settings import Settings
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.entity import Entity, Label, Mention, Names
from nutgraf.text.ranking import Length, Measure, Ranking, Summary
from nutgraf.text.sentences import Sentence
from nutgraf.text.span import Span

WORDS = "Pilot {} told the Coastal Authority that a wall of that height keeps no storm out and lets no ship in."
NAME = "Coastal Authority"


@pytest.mark.parametrize("count", [100, 1_000, 20_000])
def test_slider(qtbot, qapp, tmp_path, count):
    builder = ArticleBuilder()
    for number in range(count):
        builder.add(BlockKind.PARAGRAPH, WORDS.format(number))
    article = builder.build(Meta())
    sentences = tuple(Sentence(number, block.span, number) for number, block in enumerate(article.blocks))
    ranking = Ranking("news", tuple(range(count)), (0.0,) * count, ("Central to 8 other sentences",) * count)
    starts = [
        block.span.start + article.text[block.span.start : block.span.end].index(NAME) for block in article.blocks
    ]
    mentions = tuple(Mention(Span(start, start + len(NAME)), Label.ORGANIZATION) for start in starts)
    entities = (Entity(NAME, Label.ORGANIZATION, mentions),)
    appearance = Appearance(Settings(tmp_path / "settings.json"))
    appearance.apply(qapp)
    panel = LeftPanel(appearance, (("news", "News", ""),))
    qtbot.addWidget(panel)
    panel.resize(408, 800)
    panel.show()
    panel.summary.show_analysis(article, sentences, ranking)
    panel.names.show_names(article, Names(tuple(entities)))
    QApplication.processEvents()
    taken = []
    for step in range(101):
        length = max(1, count * step // 100)
        summary = Summary(ranking, tuple(range(length)), Length(Measure.SENTENCES, length))
        begun = time.perf_counter()
        panel.summary.show_summary(summary, entities)
        QApplication.processEvents()
        taken.append(1000 * (time.perf_counter() - begun))
    print(f"\n{count:>6} sentences: median {statistics.median(taken):.1f} ms, 95th of 100 {sorted(taken)[95]:.1f} ms")
