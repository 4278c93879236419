"""How long a summary of another length takes: to cut it with what stands on its cards, and to paint it in the left panel."""

from __future__ import annotations

import random
import statistics
import time

import pytest
from PySide6.QtWidgets import QApplication

from nutgraf.gui.appearance import Appearance
from nutgraf.gui.brief import Brief, Ranked
from nutgraf.gui.card_notes import notes_of
from nutgraf.gui.left_panel import LeftPanel
from nutgraf.settings import Settings
from nutgraf.summary.coverage import Ground
from nutgraf.summary.length import cut
from nutgraf.summary.sections import sections
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


@pytest.mark.parametrize("count", [500, 5_000])
@pytest.mark.parametrize("by_section", [False, True])
def test_recut(count, by_section):
    builder = ArticleBuilder()
    for number in range(count):
        if number % 50 == 0:
            builder.add(BlockKind.HEADING, f"Part {number}", level=2)
        builder.add(BlockKind.PARAGRAPH, WORDS.format(number))
    article = builder.build(Meta(language="en"))
    blocks = [(index, block.span) for index, block in enumerate(article.blocks) if block.kind is BlockKind.PARAGRAPH]
    sentences = tuple(Sentence(number, span, index) for number, (index, span) in enumerate(blocks))
    order = random.Random(1).sample(range(count), count)
    ranking = Ranking("news", tuple(order), (0.0,) * count, ("",) * count, (), tuple(range(1, count, 5)))
    ranked = Ranked(ranking, ranking, (), Ground(article, sentences), sections(article, sentences))
    brief = Brief(by_section=by_section, ranked=ranked)
    taken = []
    for step in range(101):
        length = max(1, count * step // 100)
        begun = time.process_time()
        summary = brief.tailored(cut(ranking, article, sentences, Length(Measure.SENTENCES, length)))
        notes_of(summary, article, sentences)
        brief.headings(summary)
        ranked.ground.coverage(summary.sentences).in_words()
        taken.append(1000 * (time.process_time() - begun))
    how = "by section" if by_section else "as a whole"
    print(
        f"\n{count:>6} sentences {how}: median {statistics.median(taken):.1f} ms of CPU, 95th {sorted(taken)[95]:.1f} ms"
    )
