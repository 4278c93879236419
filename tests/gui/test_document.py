from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextFormat

from nutgraf.gui.document import HEADINGS, LOWER_HEADING, ArticleDocument, look_of
from nutgraf.gui.folding import Folding
from nutgraf.settings import FACE, LEADING, TEXT_SIZE
from nutgraf.text.article import BlockKind, MarkKind, Meta
from nutgraf.text.builder import ArticleBuilder


@pytest.fixture
def folding(article):
    return Folding(article)


@pytest.fixture
def document(article, folding, appearance):
    made = ArticleDocument(article, folding, appearance)
    made.setTextWidth(600)
    return made


def fragments(document):
    """Yield each block's index, with the words and format of each stretch of it."""
    block = document.begin()
    while block.isValid():
        for each in block:
            yield block.blockNumber(), each.fragment().text(), each.fragment().charFormat()
        block = block.next()


def height_of(document, index):
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(index)).height()


def test_the_document_holds_the_articles_text_and_nothing_else(article, document):
    assert document.toRawText().replace("\u2029", "\n") == article.text
    assert document.blockCount() == len(article.blocks)


def test_a_position_is_the_offset_in_utf_16(article, document):
    for index, block in enumerate(article.blocks):
        at = document.findBlockByNumber(index)
        assert at.position() == document.utf16.units(block.span.start)
        assert at.text() == block.span.of(article.text)


def test_every_offset_knows_its_block(article, document):
    for index, block in enumerate(article.blocks):
        assert {document.block_at(offset) for offset in range(block.span.start, block.span.end + 1)} == {index}


def test_words_that_look_like_markup_stay_words(appearance):
    hostile = '<img src="file:///etc/passwd"><b>bold</b> &amp; <a href="javascript:x">link</a>'
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, hostile)
    builder.add(BlockKind.CODE, "<style>* {color: red}</style>\n<script>x</script>")
    article = builder.build(Meta())
    document = ArticleDocument(article, Folding(article), appearance)
    assert document.toRawText().replace("\u2029", "\n") == article.text
    for _, _, form in fragments(document):
        assert not form.isImageFormat()
        assert not form.isAnchor()
        assert form.objectType() == QTextFormat.ObjectTypes.NoObject.value


def test_marks_are_set_where_they_are_and_nowhere_else(article, document):
    form_of = {words: form for _, words, form in fragments(document)}
    assert form_of["silent"].fontItalic()
    assert form_of["Maria Lind"].fontWeight() > 600
    link = form_of["its owner"]
    assert link.isAnchor()
    assert link.anchorHref() == "https://example.org/owner"
    assert sum(form.isAnchor() for form in form_of.values()) == 1
    assert not form_of[" sold it to "].fontItalic()
    assert not form_of[" sold it to "].fontWeight() > 600


def test_marks_over_each_other_add_up(appearance):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "one two three four")
    article = builder.build(Meta())
    from nutgraf.text.article import Mark
    from nutgraf.text.span import Span

    marks = (Mark(MarkKind.STRONG, Span(0, 13)), Mark(MarkKind.EMPHASIS, Span(4, 18)), Mark(MarkKind.LINK, Span(8, 13)))
    article = replace(article, marks=marks)
    document = ArticleDocument(article, Folding(article), appearance)
    found = [
        (words, form.fontWeight() > 600, form.fontItalic(), form.isAnchor()) for _, words, form in fragments(document)
    ]
    assert found == [
        ("one ", True, False, False),
        ("two ", True, True, False),
        ("three", True, True, True),
        (" four", False, True, False),
    ]


def test_folded_blocks_take_no_room(article, document, folding):
    assert [height_of(document, index) for index in (0, 4, 5)] == [0, 0, 0]
    assert height_of(document, 3) > 0
    closed = document.size().height()
    folding.set_all(is_open=True)
    document.fold()
    assert all(height_of(document, index) > 0 for index in (0, 4, 5))
    assert document.size().height() > closed + 60
    folding.set_all(is_open=False)
    document.fold()
    assert [height_of(document, index) for index in (0, 4, 5)] == [0, 0, 0]
    assert document.size().height() == pytest.approx(closed)


def test_opening_one_fold_leaves_the_other_closed(document, folding):
    folding.set_open(folding.folds[1], is_open=True)
    document.fold()
    assert [document.findBlockByNumber(index).isVisible() for index in (0, 4, 5)] == [False, True, True]


def test_the_headers_room_stands_above_the_first_block_after_it(document):
    before = document.size().height()
    assert document.last_of_header() == 2
    assert document.header_host() == 3
    document.set_header_room(100)
    assert document.size().height() == pytest.approx(before + 100)
    document.set_header_room(40)
    assert document.size().height() == pytest.approx(before + 40)


def test_the_headers_room_moves_when_the_block_that_bore_it_is_folded(article, appearance):
    changed = article.refold({3: True})
    folding = Folding(changed)
    document = ArticleDocument(changed, folding, appearance)
    document.set_header_room(100)
    margins = {index: document.findBlockByNumber(index).blockFormat().topMargin() for index in (3, 6)}
    assert document.header_host() == 6
    folding.set_all(is_open=True)
    document.fold()
    assert document.header_host() == 3
    after = {index: document.findBlockByNumber(index).blockFormat().topMargin() for index in (3, 6)}
    assert after[3] == pytest.approx(margins[3] + 100)
    assert after[6] == pytest.approx(margins[6] - 100)


def test_an_article_without_title_bears_its_header_at_the_first_words(appearance):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Menu", furniture=True)
    builder.add(BlockKind.PARAGRAPH, "The mill turns.")
    article = builder.build(Meta())
    document = ArticleDocument(article, Folding(article), appearance)
    assert document.last_of_header() == -1
    assert document.header_host() == 1


def test_an_article_all_of_furniture_has_no_place_for_a_header(appearance):
    builder = ArticleBuilder()
    builder.add(BlockKind.PARAGRAPH, "Menu", furniture=True)
    article = builder.build(Meta())
    document = ArticleDocument(article, Folding(article), appearance)
    document.set_header_room(50)
    assert document.header_host() == -1


def test_the_readers_type_is_used(article, folding, appearance):
    appearance.settings.set(TEXT_SIZE, 24)
    appearance.settings.set(FACE, "atkinson")
    appearance.settings.set(LEADING, 200)
    document = ArticleDocument(article, folding, appearance)
    assert document.em == 24
    block = document.findBlockByNumber(3)
    assert block.blockFormat().lineHeight() == pytest.approx(48)
    assert block.begin().fragment().charFormat().font().pixelSize() == 24
    assert "Atkinson" in block.begin().fragment().charFormat().font().family()


def test_headings_are_larger_the_higher_they_stand(article):
    heading = article.blocks[6]
    scales = [look_of(replace(heading, level=level)).scale for level in (1, 2, 3, 4, 5, 6)]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] == HEADINGS[1].scale
    assert scales[-1] == LOWER_HEADING.scale > 1


@pytest.mark.parametrize("marker", ["• ", "12. ", "a) "])
def test_the_lines_of_an_item_begin_where_its_words_do_after_the_marker(appearance, marker):
    builder = ArticleBuilder()
    builder.add(BlockKind.ITEM, marker + "First the grain is weighed and then the stone is lowered. " * 4, level=1)
    article = builder.build(Meta())
    made = ArticleDocument(article, Folding(article), appearance)
    made.setTextWidth(400)
    made.documentLayout().documentSize()
    layout = made.findBlockByNumber(0).layout()
    first, second = layout.lineAt(0), layout.lineAt(1)
    assert abs(first.cursorToX(len(marker))[0] - second.cursorToX(second.textStart())[0]) < 1


def test_nothing_can_be_undone_in_a_text_that_is_only_read(document):
    assert not document.isUndoRedoEnabled()
    assert not document.isUndoAvailable()


def test_a_list_that_opens_an_article_stands_as_far_below_the_header_as_a_paragraph_would(appearance):
    def room(kind):
        builder = ArticleBuilder()
        builder.add(kind, "- eggs")
        article = builder.build(Meta())
        made = ArticleDocument(article, Folding(article), appearance)
        made.set_header_room(30)
        return made.begin().blockFormat().topMargin()

    assert room(BlockKind.ITEM) == room(BlockKind.PARAGRAPH) > 30
