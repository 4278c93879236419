"""What stands on printed pages, read back from a PDF."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from nutgraf.analysis import analyse
from nutgraf.cancel import Cancel
from nutgraf.gui.exporting import report_on
from nutgraf.gui.paper import EM, GUTTER, POINTS, Paper, _blocks, _rows_of
from nutgraf.gui.printing import print_pages, size_of
from nutgraf.gui.reading import Reading, facts_of
from nutgraf.gui.theme import load_theme
from nutgraf.readers import open_article
from nutgraf.settings import FACE, THEME, ZOOM
from nutgraf.summary.length import cut
from nutgraf.summary.topic import about
from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder
from nutgraf.text.ranking import Length, Measure


def reported(article, path, length):
    found = analyse(article, cancel=Cancel())
    reading = Reading(path, length, article, None, found.sentences, found.ranking, found.names)
    return report_on(reading, cut(found.ranking, article, found.sentences, Length(Measure.SENTENCES, length)))


@pytest.fixture
def printed(tmp_path, settings, qapp):
    """Print an article to a PDF on A4, and return it opened."""
    documents = []

    def do(article, report):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        file = tmp_path / f"{len(documents)}.pdf"
        printer.setOutputFileName(str(file))
        print_pages(Paper(article, facts_of(article, 340), report, settings, size_of(printer)), printer, Cancel())
        documents.append(pypdfium2.PdfDocument(file))
        return documents[-1]

    yield do
    for document in documents:
        document.close()


def words_of(document):
    """The words of each page, lines joined."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def picture(document, page=0):
    found = document[page].render(scale=1, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA)
    return QImage(bytes(found.buffer), found.width, found.height, found.stride, QImage.Format.Format_RGBA8888).copy()


@pytest.fixture
def long(qapp, article):
    """An article with every kind of block that fills several pages."""
    builder = ArticleBuilder()
    for block in article.blocks:
        builder.add(block.kind, block.span.of(article.text), level=block.level, furniture=block.furniture)
    for number in range(60):
        builder.add(BlockKind.HEADING, f"Chapter {number}", level=2)
        builder.add(BlockKind.PARAGRAPH, f"In chapter {number} the miller of Holm counts his sacks of flour. " * 4)
    return builder.build(Meta(title="A mill turns again", site="The Holm Post", source_name="mill.html"))


def test_title_facts_summary_and_text_stand_in_this_order(story, printed):
    article = open_article(story, Cancel())
    report = reported(article, story, 3)
    (page,) = words_of(printed(article, report))
    sentences = [report.analysis.sentences[n].span.of(article.text) for n in report.summary.sentences]
    places = [page.index("The old mill at Holm will open again"), page.index("IN BRIEF 3 of")]
    places += [page.index(sentence, places[1]) for sentence in sentences]
    places.append(page.index("The mill stood empty", places[-1] + 1))
    assert places == sorted(places)
    assert "mill.txt" in page
    for block in article.blocks:
        assert block.furniture or " ".join(block.span.of(article.text).split()) in page


def test_page_furniture_is_left_out(story, printed, long):
    article = open_article(story, Cancel())
    assert any("Also read" in block.span.of(article.text) for block in article.blocks if block.furniture)
    assert "Also read" not in " ".join(words_of(printed(article, reported(article, story, 3))))
    whole = " ".join(words_of(printed(long, None)))
    for words in ("Home News Sport", "Share this page", "hidden", "Show"):
        assert words not in whole


def test_each_summary_sentence_says_where_it_stands_on_paper(long, story, printed):
    report = reported(long, story, 9)
    pages = words_of(printed(long, report))
    for index in report.summary.sentences:
        sentence = report.analysis.sentences[index]
        words = sentence.span.of(long.text).rpartition("🐟")[2].strip()  # the fish is a picture in its font
        paragraph = 1 + [block for block in long.blocks if block.is_prose].index(long.blocks[sentence.block])
        told = next(
            number
            for number in range(1, len(pages) + 1)
            if f"Paragraph {paragraph}, page {number} ·" in " ".join(pages)
        )
        assert words in pages[told - 1]


def test_every_page_says_which_it_is_and_of_what(long, printed):
    pages = words_of(printed(long, None))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "The Holm Post · mill.html" in page
        assert number == 1 or page.startswith(f"The Holm Post · mill.html {number} / {len(pages)} A mill turns again")


def test_no_line_is_lost_or_printed_twice(long, printed):
    whole = " ".join(words_of(printed(long, None)))
    for number in range(60):
        assert whole.count(f"Chapter {number} In chapter {number} the") == 1  # the heading goes with its text
        assert whole.count(f"In chapter {number} the miller") == 4


def test_below_and_above_a_summary_too_no_line_is_printed_twice(long, story, printed):
    report = reported(long, story, 30)
    summary = [report.analysis.sentences[index].span.of(long.text) for index in report.summary.sentences]
    whole = " ".join(words_of(printed(long, report)))
    for number in range(60):
        words = f"In chapter {number} the miller"
        assert whole.count(words) == 4 + sum(words in sentence for sentence in summary)


def test_a_page_reaches_below_the_last_line_on_it(long, story, settings):
    paper = Paper(long, (), reported(long, story, 40), settings, (788, 900))
    for document in (paper._summary, paper._document):
        for block in _blocks(document):
            *_, last = _rows_of(block, 0, joined=False)
            assert last.bottom >= block.layout().lineAt(block.layout().lineCount() - 1).rect().bottom()


@pytest.mark.parametrize("theme", ["dark", "contrast-dark", "sepia"])
def test_paper_is_white_and_its_words_are_dark_whatever_the_theme(story, printed, settings, theme):
    article = open_article(story, Cancel())
    report = reported(article, story, 3)
    settings.set(THEME, "light")
    light = picture(printed(article, report))
    settings.set(THEME, theme)
    settings.set(ZOOM, 200)
    assert picture(printed(article, report)) == light
    assert light.pixelColor(5, 5) == QColor("white")
    colours = {light.pixel(x, y) for x in range(light.width()) for y in range(60, 300)}
    assert min(QColor(colour).lightnessF() for colour in colours) < 0.2


def test_the_readers_face_is_the_papers(story, printed, settings):
    article = open_article(story, Cancel())
    settings.set(FACE, "literata")
    before = picture(printed(article, None))
    settings.set(FACE, "atkinson")
    assert picture(printed(article, None)) != before


def test_letters_set_as_one_are_found_as_they_are_spelt(printed, settings):
    builder = ArticleBuilder()
    builder.add(
        BlockKind.PARAGRAPH, "The thrifty officer left often. Their flagship drifted after the raft, fjord by fjord."
    )
    article = builder.build(Meta(title="The thrifty officer"))
    (page,) = words_of(printed(article, None))
    assert "The thrifty officer left often. Their flagship drifted after the raft, fjord by fjord." in page


def test_without_a_title_the_text_begins_at_the_top(printed, settings):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Only this is said.")
    (page,) = words_of(printed(builder.build(Meta(source_name="note.txt")), None))
    assert "Only this is said." in page
    assert "note.txt" in page


def test_the_topic_and_the_headings_of_sections_are_printed(tmp_path, printed):
    file = tmp_path / "report.md"
    file.write_text(
        "# The harbour\n\nThe harbour is old. It was built long ago.\n\n"
        "## Walls\n\nThe walls are of stone. They crumble in winter.\n\n"
        "## Boats\n\nThe boats are of wood. They leak in spring.\n"
    )
    article = open_article(file, Cancel())
    report = reported(article, file, 2)
    steered = about(report.analysis.ranking, article, report.analysis.sentences, "stone", Cancel())
    first = report.summary.sentences[0]
    report = replace(report, summary=replace(report.summary, ranking=steered), headings={first: "Of the walls"})
    (page,) = words_of(printed(article, report))
    assert "About: stone" in page
    assert "Of the walls" in page


def test_a_page_is_filled_to_its_foot_and_no_further(long, settings):
    height = 1200.0
    paper = Paper(long, (), None, settings, (788, height))
    assert paper.count > 3
    filled = [bottom - top for top, bottom in paper._pages]
    assert max(filled) <= height
    assert min(filled[:-1]) > height * 0.7


def test_on_narrow_paper_words_keep_to_the_page(long, settings):
    narrow, wide = (Paper(long, (), None, settings, (width, 500)) for width in (420, 3000))
    assert narrow._column < 420
    assert narrow.count > wide.count
    assert wide._column * POINTS / EM < 72 * 7.5  # no line is longer than a reader follows


def test_sentences_have_their_bars_on_a_page_that_begins_inside_the_summary(long, story, settings):
    paper = Paper(long, (), reported(long, story, 40), settings, (788, 900))
    page = paper._pages_of_sentences()[min(paper._pages_of_sentences())] - 1
    assert page > 0  # the summary fills the first
    picture = QImage(788, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paper.paint(painter, page)
    painter.end()
    bar = load_theme("light").summary_line
    assert any(picture.pixelColor(GUTTER - 13, y) == bar for y in range(picture.height()))
