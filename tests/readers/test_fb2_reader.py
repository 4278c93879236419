import pytest
from packed import zipped

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged
from nutgraf.readers import READERS, read_source
from nutgraf.readers.base import Source
from nutgraf.readers.fb2 import Fb2Reader

INFO = """<description><title-info><genre>news</genre>
<author><first-name>Ana</first-name><last-name>Lima</last-name></author><author><nickname>reed</nickname></author>
<book-title>The Ferry</book-title><annotation><p>What it is.</p></annotation><date value="2024-05-31">in May</date><lang>en</lang>
</title-info></description>"""


def book(inside, head=""):
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">{inside}</FictionBook>'


def read(inside, head=""):
    source = Source(book(inside, head).encode(), "a.fb2")
    assert Fb2Reader().recognises(source)
    return Fb2Reader().read(source, Cancel())


def blocks(article):
    return [(b.kind.value, b.level, b.span.of(article.text)) for b in article.blocks]


def test_what_the_book_says_of_itself_is_known():
    article = read(INFO + "<body><section><p>Words.</p></section></body>")
    meta = article.meta
    assert (meta.title, meta.authors, meta.published, meta.language) == (
        "The Ferry",
        ("Ana Lima", "reed"),
        "2024-05-31",
        "en",
    )
    assert blocks(article) == [("title", 0, "The Ferry"), ("quote", 1, "What it is."), ("paragraph", 0, "Words.")]


def test_sections_are_headings_and_cites_and_poems_keep_their_place():
    article = read(
        "<body><title><p>A</p><p>Book</p></title><epigraph><p>Said.</p><text-author>Tom</text-author></epigraph>"
        "<section><title><p>One</p></title><subtitle>Less</subtitle><section><title><p>In</p></title>"
        "<cite><p>Cited.</p></cite><poem><stanza><v>First line</v><v>second line</v></stanza></poem></section></section></body>"
    )
    assert blocks(article) == [
        ("title", 0, "A Book"), ("quote", 1, "Said."), ("quote", 1, "Tom"), ("heading", 1, "One"), ("heading", 2, "Less"),
        ("heading", 2, "In"), ("quote", 1, "Cited."), ("paragraph", 0, "First line"), ("paragraph", 0, "second line"),
    ]  # fmt: skip


def test_notes_follow_the_block_that_cites_them_and_are_not_read_twice():
    article = read(
        '<body><section><p>One<a l:href="#n1" type="note">[1]</a>.</p><p>Two.</p></section></body>'
        '<body name="notes"><section id="n1"><title><p>1</p></title><p>Said here.</p></section></body>'
    )
    assert [words for _, _, words in blocks(article)] == ["One[1].", "1 Said here.", "Two."]


def test_marks_pictures_and_tables():
    article = read(
        '<body><section><p>A <strong>b</strong> <emphasis>c</emphasis> <a l:href="https://example.org/">d</a>.</p>'
        '<image l:href="#x" alt="A quay"/><table><tr><td>e</td><td>f</td></tr></table></section></body>'
    )
    assert [(kind, words) for kind, _, words in blocks(article)] == [
        ("paragraph", "A b c d."),
        ("caption", "A quay"),
        ("paragraph", "e · f"),
    ]
    assert [(mark.kind.value, mark.target) for mark in article.marks] == [
        ("strong", ""),
        ("emphasis", ""),
        ("link", "https://example.org/"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE FictionBook [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE FictionBook [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE FictionBook SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_a_document_type_is_refused_and_nothing_is_expanded_or_fetched(head):
    with pytest.raises(Damaged, match=r"a\.fb2"):
        Fb2Reader().read(
            Source(
                book("<body><p>&a;</p></body>" if "ENTITY" in head else "<body><p>x</p></body>", head).encode(), "a.fb2"
            ),
            Cancel(),
        )


def test_a_book_that_is_cut_off_is_damaged():
    with pytest.raises(Damaged, match="not well-formed"):
        Fb2Reader().read(Source(book("<body><section><p>Words").encode()[:-30], "a.fb2"), Cancel())


def test_a_book_is_known_by_its_bytes_whatever_it_is_called():
    for name in ("a.fb2", "a.xml", "a.txt", "a"):
        for data in (
            book("<body/>").encode(),
            book("<body/>", "<!-- a --><?x y?>").encode(),
            book("<body/>").replace("utf-8", "utf-16").encode("utf-16"),
        ):
            source = Source(data, name)
            assert next(reader for reader in READERS if reader.recognises(source)).name == "fb2"


def test_pictures_are_passed_over_however_large():
    picture = f'<binary id="i" content-type="image/png">{"A" * (11 << 20)}</binary>'
    assert blocks(read("<body><section><p>Words.</p></section></body>" + picture)) == [("paragraph", 0, "Words.")]


def test_a_book_alone_in_a_zip_file_is_read():
    inside = book(INFO + "<body><section><p>Words.</p></section></body>")
    source = Source(zipped([("Ferry.fb2", inside)]), "Ferry.fb2.zip")
    article = read_source(source, Cancel())
    assert (article.meta.format, article.meta.title) == ("fb2", "The Ferry")
    assert article.text.endswith("Words.")


def test_a_zip_file_that_only_says_that_it_holds_a_book_is_damaged():
    source = Source(zipped([("Ferry.fb2", "Words.")]), "Ferry.fb2.zip")
    with pytest.raises(Damaged, match=r"Ferry\.fb2\.zip"):
        read_source(source, Cancel())


def test_a_book_that_is_not_well_formed_is_mended():
    cited = '<body><section><p>Tea & salt&nbsp;<a l:href="#n1" type="note">1</a>, 10<sup>6</sup></p>'
    assert read(f"{cited}<p>An open<p>door.</p></section></body>").text == "Tea & salt 1, 10⁶\nAn open door."


def test_a_book_that_lies_about_its_encoding_is_read():
    text = book("<body><section><p>Смотритель ушёл из башни раньше всех остальных.</p></section></body>")
    article = Fb2Reader().read(Source(text.encode("cp1251"), "a.fb2"), Cancel())
    assert article.text == "Смотритель ушёл из башни раньше всех остальных."
    assert article.meta.encoding == "cp1251"


def test_notes_are_captions_and_those_that_nothing_cites_come_last():
    article = read(
        '<body><section><p>One<a l:href="#n1" type="note">[1]</a>.</p></section></body><body name="notes">'
        '<section id="n1"><title><p>1</p></title><p>Said.</p></section>'
        '<section id="n2"><title><p>2</p></title><p>Unsaid.</p></section>'
        "</body>"
    )
    assert blocks(article) == [("paragraph", 0, "One[1]."), ("caption", 0, "1 Said."), ("caption", 0, "2 Unsaid.")]


def test_a_poems_title_is_below_its_sections_and_stars_are_no_heading():
    poem = "<poem><title><p>Tide</p></title><stanza><v>Rise.</v></stanza></poem><subtitle>* * *</subtitle><p>End.</p>"
    article = read(f"<body><section><title><p>One</p></title>{poem}</section></body>")
    assert blocks(article) == [
        ("heading", 1, "One"), ("heading", 2, "Tide"), ("paragraph", 0, "Rise."), ("paragraph", 0, "* * *"),
        ("paragraph", 0, "End."),
    ]  # fmt: skip


def test_a_document_type_that_declares_nothing_is_looked_past():
    assert read("<body><section><p>One.</p></section></body>", "<!DOCTYPE FictionBook>\n").text == "One."


def test_a_zip_file_named_so_may_hold_more_than_the_book():
    data = zipped([("readme.txt", "x"), ("a.fb2", book("<body><section><p>One.</p></section></body>"))])
    assert read_source(Source(data, "a.fb2.zip"), Cancel()).text == "One."


def test_typed_bullets_are_items_and_paragraphs_of_code_are_code():
    article = read(
        "<body><section><p>• one</p><p>Two • not.</p><p><code>x = 1</code></p><p>A <code>y</code> in it.</p></section></body>"
    )
    assert blocks(article) == [
        ("item", 1, "• one"), ("paragraph", 0, "Two • not."), ("code", 0, "x = 1"), ("paragraph", 0, "A y in it."),
    ]  # fmt: skip
