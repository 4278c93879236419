import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged
from nutgraf.readers.base import Source
from nutgraf.readers.markdown import MarkdownReader


def read(text):
    article = MarkdownReader().read(Source(text.encode(), "a.md"), Cancel())
    return article, [(str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks]


def test_blocks_are_those_of_the_markdown():
    _, blocks = read(
        "# Title\n\nWords\nwrapped.\n\n## Head\n\n- one\n  - deeper\n\n3. three\n4. four\n\n> said\n\n```\nx = 1\n  y\n```\n"
    )
    assert blocks == [
        ("title", 0, "Title"),
        ("paragraph", 0, "Words wrapped."),
        ("heading", 2, "Head"),
        ("item", 1, "• one"),
        ("item", 2, "• deeper"),
        ("item", 1, "3. three"),
        ("item", 1, "4. four"),
        ("quote", 1, "said"),
        ("code", 0, "x = 1\u2028  y"),
    ]


def test_emphasis_and_links_are_marks_and_a_target_stays_as_written():
    article, _ = read("See **the *old* tower** and [its page](../tower.html?a=1&b=2).")
    marks = {(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks}
    assert ("strong", "the old tower", "") in marks
    assert ("link", "its page", "../tower.html?a=1&b=2") in marks
    assert any(kind == "emphasis" and words == "old" for kind, words, _ in marks)


def test_a_table_is_one_line_a_row():
    _, blocks = read("| a | b |\n|---|---|\n| 1 | *2* |\n")
    assert [words for *_, words in blocks] == ["a · b", "1 · 2"]


def test_front_matter_tells_of_the_article_and_is_no_text():
    article, blocks = read(
        "---\ntitle: 'On tides'\nauthors:\n  - Ana Lima\n  - Tom Reed\ndate: 2024-05-03\nlang: en-GB\n---\n"
        "\n# On tides\n\nWords.\n"
    )
    meta = article.meta
    assert (meta.title, meta.authors) == ("On tides", ("Ana Lima", "Tom Reed"))
    assert (meta.published, meta.language) == ("2024-05-03", "en-GB")
    assert [kind for kind, *_ in blocks] == ["title", "paragraph"]


def test_html_is_never_kept_as_markup():
    article, _ = read("<div onclick='x()'>in a <b>box</b></div>\n\nand <script>alert(1)</script> inline\n")
    assert "<" not in article.text


def test_deep_nesting_is_read_or_refused_in_words():
    assert read("> " * 20 + "deep\n")[1] == [("quote", 20, "deep")]
    with pytest.raises(Damaged, match="nested too deeply"):
        read("> " * 3000 + "deep\n")


def test_notes_follow_the_block_that_cites_them():
    notes = "[^a]: Said *here*.\n[^b]: And there.\n[^c]: In a row.\n"
    _, blocks = read(f"One[^a] and two.[^b]\n\n- three[^a]\n\n| c[^c] | d |\n|---|---|\n| e | f |\n\n{notes}")
    assert [(kind, words) for kind, _, words in blocks] == [
        ("paragraph", "One[1] and two.[2]"), ("caption", "[1] Said here."), ("caption", "[2] And there."), ("item", "• three[1]"),
        ("paragraph", "c[3] · d"), ("caption", "[3] In a row."), ("paragraph", "e · f"),
    ]  # fmt: skip


def test_a_picture_alone_is_a_caption_and_is_not_named_by_its_file():
    _, blocks = read("![The tower](a.jpg)\n\n![a.jpg](a.jpg)\n\nSee ![it](b.jpg) here.\n")
    assert [(kind, words) for kind, _, words in blocks] == [("caption", "The tower"), ("paragraph", "See it here.")]


def test_front_matter_in_toml_tells_of_the_article():
    article, blocks = read(
        '+++\ntitle = "On tides"\nauthors = ["Ana Lima", "Tom Reed"]\ndate = 2024-05-03\n+++\n\nWords.\n'
    )
    assert (article.meta.title, article.meta.authors) == ("On tides", ("Ana Lima", "Tom Reed"))
    assert article.meta.published == "2024-05-03"
    assert [kind for kind, *_ in blocks] == ["title", "paragraph"]


def test_html_blocks_are_blocks_and_tags_say_how_words_look():
    article, blocks = read(
        "<h1 align=center>The <b>tower</b></h1>\n\n<p>One &amp; two</p>\n<p><img src=x alt='The tower'></p>\n"
        "<script>bad()</script>\n\n"
        "<table><tr><td>a</td><td>b</td></tr></table>\n\n<ul><li>c<ul><li>d</li></ul></li></ul>\n\n<!-- unseen\n\n-->\n\n"
        "A<br>line, 10<sup>6</sup>, <b>bold</b>, <a href='https://tower.example/'>there</a><script>worse()</script>.\n"
    )
    assert blocks == [
        ("title", 0, "The tower"), ("paragraph", 0, "One & two"), ("caption", 0, "The tower"), ("paragraph", 0, "a · b"),
        ("item", 1, "• c"), ("item", 2, "• d"), ("paragraph", 0, "A line, 10⁶, bold, there."),
    ]  # fmt: skip
    marks = {(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks}
    assert marks == {("strong", "bold", ""), ("link", "there", "https://tower.example/")}
    assert article.meta.title == "The tower"


def test_wiki_links_are_links_and_other_files_are_not_shown():
    article, _ = read("See [[The tower]] and [[Harbour#Now|the harbour]], not ![[tower.png]] \\[[this]] or [[1]](b).")
    assert article.text == "See The tower and the harbour, not [[this]] or [1]."
    assert [(mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("The tower", "The tower"), ("the harbour", "Harbour#Now"), ("[1]", "b")
    ]  # fmt: skip


def test_what_says_how_the_text_is_set_is_no_text():
    _, blocks = read(
        "# Tower {#top .dark}\n\n::: {.callout-note}\nIn a box.\n:::\n\nWords.\n{: .lead}\n\n> [!NOTE]\n> Said.\n\n    ::: code\n"
    )
    assert [(kind, words) for kind, _, words in blocks] == [
        ("title", "Tower"), ("paragraph", "In a box."), ("paragraph", "Words."), ("quote", "Said."), ("code", "::: code"),
    ]  # fmt: skip


def test_terms_and_their_definitions_are_paragraphs_of_their_own():
    assert [words for *_, words in read("Ebb\n: The tide goes.\n: It went.\n")[1]] == [
        "Ebb",
        "The tide goes.",
        "It went.",
    ]


@pytest.mark.parametrize("piece", ["<b>", "<div>", "<!--", "<a href='", "[[", "</div>"])
def test_tags_by_the_thousand_cost_no_more_than_their_words(piece):
    article, _ = read(f"Words.\n\n<div>\n{piece * 4_000}\n")
    assert article.text.startswith("Words.")
