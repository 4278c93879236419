from nutgraf.cancel import Cancel
from nutgraf.readers.office_html import as_styled
from nutgraf.readers.page import parse_page
from nutgraf.readers.tree import TreeLaying
from nutgraf.text.article import Meta

SPACES = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"


def read(html, body=""):
    page = parse_page(f"<html><body{body}>{html}</body></html>")
    as_styled(page)
    laying = TreeLaying(Cancel())
    laying.lay(page.find("body"))
    article = laying.builder.build(Meta())
    return [(str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks]


def test_word_s_title_and_quotes_are_what_their_styles_say():
    assert read("<p class=MsoTitle>Tides</p><p class=MsoQuote>It rose.</p><p class=MsoNormal>And fell.</p>") == [
        ("heading", 1, "Tides"), ("quote", 1, "It rose."), ("paragraph", 0, "And fell."),
    ]  # fmt: skip


def test_a_title_of_google_docs_is_one_and_another_page_s_class_is_not():
    title = '<p class="c2 title">Tides</p>'
    assert read(title, ' class="c5 doc-content"') == [("heading", 1, "Tides")]
    assert read(title) == [("paragraph", 0, "Tides")]


def test_lists_of_filtered_pages_are_told_by_the_spaces_behind_their_marks():
    items = (
        f"<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt'>3.{SPACES}One</p>"
        f"<p class=MsoListParagraph style='margin-left:72.0pt'><span style='font-family:Symbol'>·{SPACES}</span>Two</p>"
    )
    assert read(items) == [("item", 1, "3. One"), ("item", 2, "• Two")]


def test_words_that_google_docs_makes_bold_by_a_class_are_strong():
    page = parse_page(
        "<html><head><style>.c3{font-weight:700}</style></head><body class='doc-content'><p><span class='c3'>Tides</span></p>"
    )
    as_styled(page)
    assert [each.text for each in page.iter("b")] == ["Tides"]
