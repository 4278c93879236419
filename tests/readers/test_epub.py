import io
import zipfile

import pytest
from packed import chapter, epub, zipped

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Protected
from nutgraf.readers import epub as epub_module
from nutgraf.readers import read_source
from nutgraf.readers.base import Source

ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">'
    '<EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
)
NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>'
    '<li><a href="b.xhtml">The second part</a></li></ol></nav></body></html>'
)


def read(chapters, **more):
    article = read_source(Source(epub(chapters, **more), "a.epub"), Cancel())
    return article, [(str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks]


def test_chapters_come_in_the_order_of_the_spine_under_level_1_headings():
    chapters = [
        ("b.xhtml", chapter("<h2>Two</h2><h3>Deep</h3><p>B.</p>")),
        ("a.xhtml", chapter("<h1>One</h1><p>A.</p>")),
    ]
    _, blocks = read(chapters, order=["a.xhtml", "b.xhtml"])
    assert blocks == [
        ("title", 0, "The dark tower"), ("heading", 1, "One"), ("paragraph", 0, "A."), ("heading", 1, "Two"),
        ("heading", 2, "Deep"), ("paragraph", 0, "B."),
    ]  # fmt: skip


def test_a_chapter_without_a_heading_has_its_name_from_the_contents():
    listed = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    _, blocks = read([("b.xhtml", chapter("<p>B.</p>"))], parts=[("OPS/nav.xhtml", NAV)], extra=listed)
    assert [words for *_, words in blocks] == ["The dark tower", "The second part", "B."]


def test_entities_pictures_and_notes_are_read():
    body = (
        '<p>Caf&eacute;&nbsp;<i>now</i> &amp; then.<a epub:type="noteref" href="#n">1</a></p>'
        '<p>More.</p><p><img src="x" alt="The tower"/></p>'
        '<aside epub:type="footnote" id="n">1. The log.</aside>'
    )
    _, blocks = read([("a.xhtml", chapter(body))])
    assert [(kind, words) for kind, _, words in blocks] == [
        ("title", "The dark tower"), ("paragraph", "Café now & then.1"), ("paragraph", "1. The log."), ("paragraph", "More."),
        ("caption", "The tower"),
    ]  # fmt: skip


def test_a_chapter_that_is_not_well_formed_is_read_as_html():
    _, blocks = read([("a.xhtml", "<html><head><title/></head><body><p>One<p>Two</body>")])
    assert [words for *_, words in blocks] == ["The dark tower", "One", "Two"]


def test_properties_are_known():
    meta = read([("a.xhtml", chapter("<p>Words.</p>"))])[0].meta
    assert (meta.title, meta.authors, meta.published, meta.language) == (
        "The dark tower", ("Ana Lima", "Tom Reed"), "2025-03-04", "en"
    )  # fmt: skip


def test_missing_chapters_are_told_and_a_book_of_none_is_damaged():
    chapters = [("a.xhtml", chapter("<p>A.</p>")), ("b.xhtml", chapter("<p>B.</p>"))]
    whole = epub(chapters)
    part = Source(whole.replace(b"OPS/b.xhtml", b"OPS/c.xhtml"), "a.epub")
    assert read_source(part, Cancel()).notices == ("1 of 2 chapters are missing from the file.",)
    none = Source(whole.replace(b"OPS/b.xhtml", b"OPS/c.xhtml").replace(b"OPS/a.xhtml", b"OPS/d.xhtml"), "a.epub")
    with pytest.raises(Damaged, match="none of its chapters"):
        read_source(none, Cancel())


def test_copy_protection_says_so_and_hidden_fonts_are_none():
    chapters = [("a.xhtml", chapter("<p>A.</p>"))]
    with pytest.raises(Protected, match=r"a\.epub.*DRM"):
        read(
            chapters,
            parts=[("META-INF/encryption.xml", ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))],
        )
    assert read(chapters, parts=[("META-INF/encryption.xml", ENCRYPTION.format("http://www.idpf.org/2008/embedding"))])


OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title>Tides</dc:title></metadata><manifest><item id="a" href="{}" media-type="{}"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
CONTAINER = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
XHTML = "application/xhtml+xml"


@pytest.mark.parametrize(
    ("container", "package"),
    [
        (CONTAINER.format("OPS/book.opf"), OPF.format("A.XHTML", XHTML)),
        (CONTAINER.format("/OPS/book.opf"), OPF.format("a.xhtml", "text/xml")),
        (CONTAINER.format("OPS\\book.opf"), OPF.format("..\\OPS\\a.xhtml", XHTML)),
        (CONTAINER.format("gone.opf"), OPF.format("a.xhtml", XHTML)),
        (None, OPF.format("a.xhtml", XHTML)),
        (CONTAINER.format("OPS/book.opf"), OPF.format("a.xhtml", XHTML).replace("Tides", "Tides & more") + "junk"),
    ],
)
def test_books_of_careless_programs_are_read(container, package):
    parts = {"mimetype": "application/epub+zip", "OPS/book.opf": package, "OPS/a.xhtml": chapter("<p>The light.</p>")}
    parts |= {"META-INF/container.xml": container} if container else {}
    article = read_source(Source(zipped(parts.items()), "a.epub"), Cancel())
    assert article.meta.title.startswith("Tides")
    assert article.text.endswith("The light.")


def test_a_formula_in_a_chapter_is_words_without_its_source():
    math = "<math><semantics><msup><mi>c</mi><mn>2</mn></msup><annotation>c^2</annotation></semantics></math>"
    _, blocks = read([("a.xhtml", chapter(f"<p>That is {math}.</p>"))])
    assert blocks[-1][2] == "That is c²."


def test_the_words_of_an_item_follow_its_number_and_lists_count_as_they_say():
    body = '<ol start="4"><li><p>Four.</p><p>More of it.</p></li><li value="9">Nine.</li></ol><ul><li><p>One.</p></li></ul>'
    _, blocks = read([("a.xhtml", chapter(body))])
    assert blocks[1:] == [
        ("item", 1, "4. Four."), ("item", 1, "More of it."), ("item", 1, "9. Nine."), ("item", 1, "• One."),
    ]  # fmt: skip


def test_raised_figures_stay_apart_and_the_printed_pages_numbers_are_left_out():
    body = (
        '<p>10<sup>6</sup> m<sup>2</sup> on the 1<sup>st</sup>, <span epub:type="pagebreak" id="p7">7</span>rebuilt.</p>'
        "<p>Zeit\xadraum</p>"
    )
    _, blocks = read([("a.xhtml", chapter(body))])
    assert [words for *_, words in blocks[1:]] == ["10⁶ m² on the 1st, rebuilt.", "Zeitraum"]


def test_a_chapter_of_links_to_chapters_is_furniture():
    links = "".join(f'<p><a href="{name}.xhtml">Part {name}</a></p>' for name in "abc")
    article, _ = read([("toc.xhtml", chapter(f"<h1>Contents</h1>{links}")), ("a.xhtml", chapter("<p>Words.</p>"))])
    assert [block.furniture for block in article.blocks] == [False, True, True, True, True, False]


def test_a_picture_is_not_named_by_its_file():
    body = '<p><img src="a.jpg" alt="tower-03.jpg"/></p><p><img src="b.jpg" alt="The tower"/></p>'
    _, blocks = read([("a.xhtml", chapter(body))])
    assert [words for *_, words in blocks[1:]] == ["The tower"]


def locked(*names):
    parts = "".join(
        f'<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="aes128-cbc"/>'
        f'<CipherData><CipherReference URI="OPS/{name}"/></CipherData></EncryptedData>'
        for name in names
    )
    return [("META-INF/encryption.xml", f"<encryption>{parts}</encryption>")]


def test_only_encrypted_chapters_are_left_out_and_counted():
    chapters = [("a.xhtml", chapter("<p>Read.</p>")), ("b.xhtml", b"\x90\x00\x91")]
    article, blocks = read(chapters, parts=locked("b.xhtml", "font.otf"))
    assert [words for *_, words in blocks] == ["The dark tower", "Read."]
    assert article.notices == ("1 of 2 chapters are encrypted and not shown.",)
    with pytest.raises(Protected):
        read(chapters, parts=locked("a.xhtml", "b.xhtml"))


def changed(data, old, new):
    """Return a book with other words in its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped([(name, archive.read(name).replace(old, new)) for name in archive.namelist()])


def test_a_book_without_a_spine_is_read_in_the_manifests_order():
    data = epub([("a.xhtml", chapter("<p>One.</p>")), ("b.xhtml", chapter("<p>Two.</p>"))])
    article = read_source(Source(changed(data, b"spine>", b"spare>"), "a.epub"), Cancel())
    assert article.text.split("\n") == ["The dark tower", "One.", "Two."]


def test_a_document_type_of_a_chapter_is_left_out_with_what_it_declares():
    text = '<!DOCTYPE html [<!ENTITY tower "fort">]><html><body><p>The &tower; &amp; more &c.</p></body></html>'
    _, blocks = read([("a.xhtml", text)])
    assert [words for *_, words in blocks[1:]] == ["The \ufffd & more &c."]


def test_an_author_that_a_program_made_up_is_none():
    data = changed(epub([("a.xhtml", chapter("<p>A.</p>"))]), b">Tom Reed<", b">Unknown<")
    assert read_source(Source(data, "a.epub"), Cancel()).meta.authors == ("Ana Lima",)


def test_what_project_gutenberg_says_around_a_book_is_furniture():
    frame = '<section class="pg-boilerplate pgheader" id="pg-header"><h2>The licence</h2><p>For the use of anyone.</p></section>'
    article, _ = read([("a.xhtml", chapter(f"{frame}<h1>One</h1><p>A.</p>"))])
    assert [block.span.of(article.text) for block in article.blocks if not block.furniture] == [
        "The dark tower",
        "One",
        "A.",
    ]


def test_a_chapters_name_that_is_typed_as_a_paragraph_is_its_heading():
    listed = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    typed = chapter("<div><p class='big'>The second part</p></div><p>B.</p>")
    _, blocks = read([("b.xhtml", typed)], parts=[("OPS/nav.xhtml", NAV)], extra=listed)
    assert blocks[1:] == [("heading", 1, "The second part"), ("paragraph", 0, "B.")]


LINKED = {
    "as pandoc writes": (
        "<a href='#fn1' id='fnref1'>1</a>",
        "<ol><li id='fn1'><p>The log.<a href='#fnref1'>↩︎</a></p><p>It went on.</p></li></ol>",
    ),
    "by its number": (
        "<sup><a id='r1' href='a.xhtml#n1'>1</a></sup>",
        "<p id='n1'><a href='a.xhtml#r1'>1</a>. The log.</p><p>It went on.</p>",
    ),
    "as Project Gutenberg writes": (
        "<a id='FNanchor_1'></a><a href='#Footnote_1'>[1]</a>",
        "<div><p><a id='Footnote_1'></a><a href='#FNanchor_1'><span>[1]</span></a> The log.</p></div><p>It went on.</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", LINKED)
def test_what_links_back_to_where_it_is_cited_is_a_note(form):
    cited, note = LINKED[form]
    _, blocks = read([("a.xhtml", chapter(f"<p>He left.{cited} It was dark.</p><p>More.</p>{note}"))])
    assert blocks[1:3] == [("paragraph", 0, "He left.[1] It was dark."), ("caption", 0, "[1] The log.")]
    assert [words for *_, words in blocks].count("It went on.") == 1


def test_a_link_to_a_paragraph_that_does_not_link_back_moves_nothing():
    _, blocks = read([("a.xhtml", chapter("<p>See <a href='#b'>below</a>.</p><p>Between.</p><p id='b'>There.</p>"))])
    assert [words for *_, words in blocks[1:]] == ["See below.", "Between.", "There."]


def test_a_picture_with_a_caption_is_named_once():
    figures = (
        "<figure><img alt='The boat' src='x'/><figcaption>The boat</figcaption></figure>"
        "<div><img alt='A gull' src='x'/><p class='caption'>Figure 2: a gull</p></div>"
    )
    _, blocks = read([("a.xhtml", chapter(figures))])
    assert blocks[1:] == [("caption", 0, "The boat"), ("paragraph", 0, "A gull"), ("caption", 0, "Figure 2: a gull")]


def test_what_the_title_page_says_again_is_folded():
    page = chapter("<h1>The dark tower</h1><p>Ana Lima</p><p>Tom Reed</p>")
    article, blocks = read([("t.xhtml", page), ("a.xhtml", chapter("<p>He left.</p>"))])
    assert [words for *_, words in blocks] == ["The dark tower", "Ana Lima", "Tom Reed", "He left."]
    assert [block.furniture for block in article.blocks] == [False, True, True, False]


def test_a_title_that_a_program_made_up_is_none():
    with zipfile.ZipFile(io.BytesIO(epub([("a.xhtml", chapter("<h1>One</h1><p>He left.</p>"))]))) as book:
        parts = [(name, book.read(name).replace(b"The dark tower", b"Unknown Title")) for name in book.namelist()]
    assert read_source(Source(zipped(parts, zipfile.ZIP_STORED), "a.epub"), Cancel()).text == "One\nHe left."


def linked(*notes):
    return "<h2>Notes</h2>" + "".join(notes)


CITED = '<h1>One</h1><p>The tower<a id="r{0}" href="notes.xhtml#n{0}"{1}><sup>{0}</sup></a> fell.</p><p>It rained.</p>'


@pytest.mark.parametrize(
    "note",
    [
        '<p id="n1"><a href="a.xhtml#r1">1.</a> The log.</p>',  # Sigil, Vellum
        '<ol><li id="n1" epub:type="endnote"><p>The log. <a href="a.xhtml#r1">↩</a></p></li></ol>',  # pandoc, Word’s makers
        '<dl><dt>[<a id="n1" href="a.xhtml#r1">←1</a>]</dt><dd><p>The log.</p></dd></dl>',  # Calibre, of Word documents
        '<section><div id="n1"><p><a href="a.xhtml#r1">1</a> The log.</p></div></section>',  # InDesign
    ],
)
def test_a_note_in_another_file_of_the_book_follows_the_paragraph_that_cites_it(note):
    _, blocks = read([("a.xhtml", chapter(CITED.format(1, ""))), ("notes.xhtml", chapter(linked(note)))])
    assert blocks == [
        ("title", 0, "The dark tower"), ("heading", 1, "One"), ("paragraph", 0, "The tower[1] fell."),
        ("caption", 0, "[1] The log."), ("paragraph", 0, "It rained."),
    ]  # fmt: skip


def test_what_is_left_of_a_file_of_notes_is_read_where_it_stands():
    uncited = '<p id="n2"><a href="a.xhtml#r2">2.</a> Uncited.</p>'
    notes = chapter(linked('<p id="n1"><a href="a.xhtml#r1">1.</a> The log.</p>', uncited))
    _, blocks = read([("a.xhtml", chapter(CITED.format(1, ""))), ("notes.xhtml", notes)])
    assert [words for *_, words in blocks][3:] == ["[1] The log.", "It rained.", "Notes", "2. Uncited."]


def test_chapters_that_link_to_each_other_by_numbers_stay_where_they_are():
    one = chapter('<p id="a1">See <a href="b.xhtml#b1">2</a>.</p>')
    two = chapter('<p id="b1"><a href="a.xhtml#x">1</a> and more.</p>')
    _, blocks = read([("a.xhtml", one), ("b.xhtml", two)])
    assert [words for *_, words in blocks] == ["The dark tower", "See 2.", "1 and more."]


def test_chapters_that_all_link_to_each_other_are_not_held_all_at_once(monkeypatch):
    held = []
    take = epub_module._Chapters.take
    monkeypatch.setattr(
        epub_module._Chapters, "take", lambda self, part: held.append(len(self._cited)) or take(self, part)
    )
    names = [f"c{n}.xhtml" for n in range(60)]
    links = " ".join(f'<a href="{name}#a">{n}</a>' for n, name in enumerate(names))
    body = chapter(f'<p id="a">Words {"of it " * 60}{links}.</p>')
    article = epub_module.EpubReader().read(Source(epub([(name, body) for name in names]), "a.epub"), Cancel())
    assert 0 < max(held) <= epub_module._AHEAD
    assert article.text.count("Words") == len(names)


def test_words_that_a_style_sheet_makes_italic_are_emphasis():
    listed = '<item id="css" href="a.css" media-type="text/css"/><item id="gone" href="b.css" media-type="text/css"/>'
    body = chapter('<p>It was <span class="CharOverride-1">never</span> lit.</p>')
    article, _ = read([("a.xhtml", body)], parts=[("OPS/a.css", ".CharOverride-1 {font-style:italic;}")], extra=listed)
    assert [(str(mark.kind), mark.span.of(article.text)) for mark in article.marks] == [("emphasis", "never")]


def test_a_page_of_a_heading_or_a_picture_stays_though_a_chapter_before_it_leads_to_it():
    one = chapter('<p>See <a href="b.xhtml#b1">Part 2</a> and <a href="c.xhtml#c1">Fig. 1</a>.</p>')
    two = chapter('<h1 id="b1">Part Two</h1>')
    three = chapter('<div id="c1"><img alt="A map of the coast" src="c.png"/></div>')
    _, blocks = read([("a.xhtml", one), ("b.xhtml", two), ("c.xhtml", three)])
    assert [words for *_, words in blocks] == [
        "The dark tower", "See Part 2 and Fig. 1.", "Part Two", "A map of the coast",
    ]  # fmt: skip
