from hypothesis import given
from hypothesis import strategies as st

from nutgraf.text.article import BlockKind, Meta
from nutgraf.text.builder import ArticleBuilder, Run


def build(*blocks):
    builder = ArticleBuilder()
    for kind, content in blocks:
        builder.add(kind, content)
    return builder.build(Meta())


def test_blocks_are_joined_by_one_line_feed():
    article = build((BlockKind.PARAGRAPH, " One\n two "), (BlockKind.PARAGRAPH, "   "), (BlockKind.QUOTE, "three"))
    assert article.text == "One two\nthree"
    assert [block.span.of(article.text) for block in article.blocks] == ["One two", "three"]


def test_white_space_between_runs_is_folded_and_marks_cover_the_words():
    article = build((BlockKind.PARAGRAPH, [Run("see "), Run(" the tower ", strong=True), Run(" now", link="x")]))
    assert article.text == "see the tower now"
    assert [(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("strong", "the tower ", ""),
        ("link", "now", "x"),
    ]


def test_marks_that_touch_are_joined():
    article = build((BlockKind.PARAGRAPH, [Run("a", strong=True), Run("b", strong=True, emphasis=True), Run("c")]))
    assert [(str(mark.kind), mark.span.of(article.text)) for mark in article.marks] == [
        ("strong", "ab"),
        ("emphasis", "b"),
    ]


def test_code_keeps_its_lines_and_its_indentation():
    assert build((BlockKind.CODE, "if x:\n\ty\r\nz\n")).text == "if x:\u2028    y\u2028z"


def test_what_cannot_stand_in_a_document_is_replaced():
    assert build((BlockKind.PARAGRAPH, "a\x00b\ud800c\ufffcd")).text == "a\ufffdb\ufffdc\ufffdd"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([BlockKind.PARAGRAPH, BlockKind.CODE]), st.lists(st.builds(Run, st.text(), st.booleans()))
        )
    )
)
def test_offsets_hold_for_any_runs(blocks):
    article = build(*blocks)
    assert article.text == "\n".join(block.span.of(article.text) for block in article.blocks)
    for mark in article.marks:
        assert any(mark.span in block.span for block in article.blocks)


def test_signs_of_typesetting_are_taken_from_runs():
    assert build((BlockKind.PARAGRAPH, [Run("light\xadhouse \ufeffat\u2060 sea")])).text == "lighthouse at sea"
