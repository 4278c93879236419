import pytest
from printed import at, lines, pdf, written
from pypdfium2 import PdfDocument

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Empty, Protected, ReadError
from nutgraf.readers import read_source
from nutgraf.readers.base import Source
from nutgraf.readers.pdf import PdfReader
from nutgraf.readers.pdf_lines import page_lines
from nutgraf.readers.pdf_paragraphs import runs_of
from nutgraf.readers.pdf_text import Box, Segment, page_segments
from nutgraf.text.builder import Run

LEFT = (
    "The lighthouse at the point went dark on",
    "Monday for the first time in two hundred",
    "years, and nobody came to see it. The keep-",
    "er had left in the spring, long before the",
    "lamp itself was taken from its tower and",
)
RIGHT = (
    "carried to a museum far inland. Fishers say",
    "that they find their way without it. A light",
    "on the breakwater shows them the mouth of the",
    "harbour, and satellites do the rest of it on",
    "nights when the fog has come down to the sea.",
)
OTHER = (
    "In summer the tower was painted white.",
    "It is now grey.",
    "Nobody minds.",
    "Almost nobody.",
    "The sea does not.",
)
WHOLE = " ".join([*LEFT, *RIGHT]).replace("keep- er", "keeper")


def read(*pages, **more):
    article = PdfReader().read(Source(pdf(*pages, **more), "a.pdf"), Cancel())
    return article, [(str(block.kind), block.span.of(article.text)) for block in article.blocks if not block.furniture]


def folded(article):
    return [block.span.of(article.text) for block in article.blocks if block.furniture]


def column(texts, x=50, y=700):
    return lines(x, y, *texts)


def test_two_columns_are_read_one_after_the_other_and_broken_words_joined():
    across = at(50, 740, "The dark tower and the people who lived with its light", 18)
    _, blocks = read(across + column(LEFT) + column(RIGHT, 320))
    assert blocks == [("title", "The dark tower and the people who lived with its light"), ("paragraph", WHOLE)]


def test_columns_are_found_in_whatever_order_they_are_drawn():
    drawn = "".join(
        at(320, 700 - 12 * n, b) + at(50, 700 - 12 * n, a) for n, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    _, blocks = read(drawn)
    assert blocks == [("paragraph", WHOLE)]


def test_a_paragraph_goes_on_over_the_page_and_its_heads_and_feet_are_furniture():
    def page(number, texts):
        return at(50, 770, f"Coast Weekly, issue {number}") + column(texts) + at(300, 30, f"{number}")

    article, blocks = read(page(7, LEFT), page(8, RIGHT), page(9, OTHER))
    assert blocks[0] == ("paragraph", WHOLE)
    assert sorted(folded(article)) == ["7", "8", "9", *(f"Coast Weekly, issue {n}" for n in (7, 8, 9))]


def test_a_hyphen_stays_where_the_word_has_it_elsewhere():
    texts = (
        "A well-known keeper of the old light, a well-",
        "known man in all of the town, was not there to",
        "see it.",
    )
    _, blocks = read(column(texts))
    assert (
        blocks[0][1]
        == "A well-known keeper of the old light, a well-known man in all of the town, was not there to see it."
    )


def test_larger_and_bold_lines_are_headings():
    page = (
        at(50, 760, "The dark tower", 24) + at(50, 720, "How it went out", 14) + column(LEFT, y=700)
        + at(50, 620, "What comes next", 10, font=2) + column(RIGHT, y=604)
    )  # fmt: skip
    article, blocks = read(page)
    assert [kind for kind, _ in blocks] == ["title", "heading", "paragraph", "heading", "paragraph"]
    assert [block.level for block in article.blocks if block.level] == [2, 3]
    assert article.meta.title == "The dark tower"


def test_an_indented_line_and_a_wide_gap_begin_paragraphs():
    page = (
        column([*LEFT[:3], "er had left."])
        + at(65, 652, "In summer the tower was painted white, and")
        + at(50, 640, "it is now grey.")
    )
    _, blocks = read(page + at(50, 600, "After a gap."))
    assert len(blocks) == 3
    assert blocks[1][1] == "In summer the tower was painted white, and it is now grey."


def test_items_and_rows_of_tables_stand_alone():
    rows = "".join(
        at(50, 600 - 12 * n, a) + at(300, 600 - 12 * n, b)
        for n, (a, b) in enumerate([("Year", "Keeper"), ("1824", "Blythe")])
    )
    _, blocks = read(column(LEFT) + at(60, 630, "• a museum of the sea") + at(60, 618, "• a smaller light") + rows)
    assert blocks[1:] == [
        ("item", "• a museum of the sea"), ("item", "• a smaller light"), ("paragraph", "Year · Keeper"),
        ("paragraph", "1824 · Blythe"),
    ]  # fmt: skip


def test_a_footnote_does_not_part_a_paragraph():
    _, blocks = read(column(LEFT) + at(50, 60, "1 The keeper's own log.", 7), column(RIGHT))
    assert blocks == [("paragraph", WHOLE), ("caption", "1 The keeper's own log.")]


def test_weight_and_slant_are_kept():
    article, _ = read(
        at(50, 700, "A")
        + at(62, 700, "bold", font=2)
        + at(90, 700, "and a")
        + at(120, 700, "slanted", font=3)
        + column(RIGHT)
    )
    assert {(str(mark.kind), mark.span.of(article.text)) for mark in article.marks} == {
        ("strong", "bold"),
        ("emphasis", "slanted"),
    }


def test_links_to_addresses_are_kept_and_actions_are_not():
    def link(x, action):
        return f"<</Type/Annot/Subtype/Link/Rect[{x} 695 {x + 40} 712]/A<<{action}>>>>"

    annotations = link(45, "/S/URI/URI(https://tower.example/a)") + link(145, "/S/JavaScript/JS(app.alert\\(1\\))")
    article, _ = read(
        at(50, 700, "Tower") + at(88, 700, "and") + at(150, 700, "alarm"), extra=f"/Annots[{annotations}]"
    )
    assert [(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("link", "Tower", "https://tower.example/a")
    ]


def test_a_table_of_contents_is_furniture():
    article, blocks = read(at(50, 740, "1 How it went out" + " ." * 30 + " 3") + column(LEFT))
    assert folded(article)[0].startswith("1 How it went out")
    assert len(blocks) == 1


def test_a_running_head_of_two_pages_among_many_is_furniture():
    heads = ["The lamp", "The lamp", "The keeper", "The keeper", "The sea", "The sea"]
    pages = [at(50, 770, head) + column([f"{chr(97 + n)} {text}" for text in LEFT]) for n, head in enumerate(heads)]
    assert folded(read(*pages)[0]) == heads


@pytest.mark.parametrize(
    "turn", ["0 1 -1 0 600 0", "0 -1 1 0 0 800", "-1 0 0 -1 600 800"], ids=["left", "right", "over"]
)
def test_a_turned_page_reads_like_one_that_is_not(turn):
    _, blocks = read(f"q {turn} cm\n{column(LEFT, x=20, y=500)}Q")
    assert blocks == [("paragraph", " ".join(LEFT).replace("keep- er", "keeper"))]


def test_properties_are_known():
    info = "/Title(Microsoft Word - The dark tower)/Author(Ana Lima; Tom Reed)/CreationDate(D:20250304100000Z)"
    meta = read(column(LEFT), info=info)[0].meta
    assert (meta.title, meta.authors, meta.published) == ("The dark tower", ("Ana Lima", "Tom Reed"), "2025-03-04")
    assert read(column(LEFT), info="/Title(tower.docx)/Author(admin)")[0].meta.title == ""


def test_a_scan_says_that_it_holds_pictures_and_pages_without_text_are_counted():
    picture = "q 500 0 0 500 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
    with pytest.raises(Empty, match=r"a\.pdf.*pictures of pages"):
        read(picture)
    article, _ = read(column(LEFT), picture, "")
    assert article.notices == ("2 of 3 pages hold no text, but pictures of it or drawings.",)
    assert read(column(LEFT), "")[0].notices == ("1 of 2 pages holds no text.",)


def test_what_is_no_pdf_is_damaged_and_a_locked_one_protected():
    for data in (b"%PDF-1.7", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj", pdf(column(LEFT))[:60]):
        with pytest.raises(ReadError, match=r"a\.pdf"):
            read_source(Source(data, "a.pdf"), Cancel())
    lock = f"<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>".encode()
    pages = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0/Kids[]>>", 7: lock}
    with pytest.raises(Protected, match="password"):
        read_source(Source(written(pages, "/Encrypt 7 0 R/ID[<00><00>]"), "a.pdf"), Cancel())


def test_a_named_file_of_another_kind_is_read_by_its_bytes():
    assert (
        read_source(Source(b"A note about files that begin with %PDF- and end well.", "a.txt"), Cancel()).meta.format
        == "text"
    )
    assert read_source(Source(b"\n\n" + pdf(column(LEFT)), "a.txt"), Cancel()).meta.format == "pdf"


def test_a_deflated_stream_that_goes_on_for_ever_is_refused(caplog):
    bomb = pdf(b"BT /F1 10 Tf (a) Tj ET\n" + b" " * (1 << 30), packed=True)
    assert len(bomb) < 2 << 20
    with pytest.raises(ReadError, match=r"bomb\.pdf"):
        read_source(Source(bomb, "bomb.pdf"), Cancel())
    caplog.clear()  # the process that read it is gone, which is noted


def test_pages_that_contain_themselves_end():
    loop = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>"}
    with pytest.raises((Damaged, Empty), match=r"a\.pdf"):
        read_source(Source(written(loop, ""), "a.pdf"), Cancel())


def test_a_page_of_thousands_of_labels_is_read():
    labels = "".join(at(14 * (n % 40), 790 - 7.8 * (n // 40), f"m{n}", 3.5) for n in range(4000))
    article, _ = read(labels)
    assert len(article.text.replace("·", " ").split()) == 4000


def form(*fields, page=""):
    """Return a PDF of one page with a form; each field is (rectangle, the dictionary's entries)."""
    content = page.encode()
    widgets = {
        20 + n: f"<</Type/Annot/Subtype/Widget/Rect[{rect}]{entries}>>".encode()
        for n, (rect, entries) in enumerate(fields)
    }
    listed = " ".join(f"{number} 0 R" for number in widgets)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return written(
        {
            1: f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{listed}]/DR<</Font<</F1 3 0 R>>>>/DA(/F1 10 Tf)>>>>".encode(),
            2: b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
            3: font,
            4: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Annots[{listed}]"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode(),
            5: f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream",
            **widgets,
        },
        "",
    )


def test_what_was_typed_into_a_form_stands_where_it_was_typed():
    words = at(50, 700, "Name:") + at(50, 680, "Town:") + at(50, 660, "Keeps the light:") + at(50, 640, "Secret:")
    data = form(
        ("80 698 200 712", "/FT/Tx/T(name)/V(Ana Lima)"),
        ("80 678 200 692", "/FT/Ch/Ff 131072/T(town)/Opt[(Porto)(Faro)]/V(Faro)"),
        ("140 658 152 672", "/FT/Btn/T(keeps)/V/Yes/AS/Yes/AP<</N<</Yes 5 0 R/Off 5 0 R>>>>"),
        ("90 638 200 652", "/FT/Tx/Ff 8192/T(secret)/V(hunter2)"),
        ("90 618 200 632", "/F 2/FT/Tx/T(hidden)/V(unseen)"),
        page=words,
    )
    text = PdfReader().read(Source(data, "a.pdf"), Cancel()).text
    assert " ".join(text.replace(" · ", " ").split()) == "Name: Ana Lima Town: Faro Keeps the light: ☑ Secret:"


def test_a_form_alone_is_read_and_a_note_typed_onto_the_page_too():
    typed = form(("50 600 300 660", "/FT/Tx/Ff 4096/T(a)/V(The first line.\\nThe second line.)"))
    assert PdfReader().read(Source(typed, "a.pdf"), Cancel()).text == "The first line. The second line."
    note = typed.replace(b"/Subtype/Widget", b"/Subtype/FreeText").replace(b"/V(", b"/Contents(")
    assert PdfReader().read(Source(note, "a.pdf"), Cancel()).text == "The first line. The second line."


def test_a_page_number_between_two_columns_does_not_join_them():
    _, blocks = read(column(LEFT) + column(RIGHT, 262) + at(256, 30, "2"))
    assert blocks == [("paragraph", WHOLE)]


def test_notes_below_each_column_follow_its_paragraph():
    notes = at(50, 600, "1 The log of the tower.", 7) + at(320, 600, "2 The log of the harbour.", 7)
    _, blocks = read(column(LEFT) + column(RIGHT, 320) + notes)
    assert blocks == [
        ("paragraph", WHOLE), ("caption", "1 The log of the tower."), ("caption", "2 The log of the harbour."),
    ]  # fmt: skip


def test_raised_figures_stay_apart_from_words():
    high, low = "/F1 6 Tf 4 Ts", "/F1 10 Tf 0 Ts"
    words = f"(They left.) Tj {high} (12) Tj {low} ( It was dark, and 10) Tj {high} (6) Tj {low} ( stars were out.) Tj"
    _, blocks = read(
        f"BT 50 700 Td {low} {words} ET\n" + at(50, 688, "3", 6) + at(54, 686, "The log of the tower says so.")
    )
    assert blocks == [("paragraph", "They left.¹² It was dark, and 10⁶ stars were out. ³The log of the tower says so.")]


def test_a_bullet_far_from_its_words_opens_an_item():
    item = (
        at(50, 640, "•") + at(80, 640, "the lamp, which was taken from its tower and") + at(80, 628, "carried inland")
    )
    _, blocks = read(column(LEFT) + item)
    assert blocks[1] == ("item", "• the lamp, which was taken from its tower and carried inland")


def test_words_of_one_size_in_another_font_are_no_heading_and_no_footnote():
    page = column((*LEFT, "carried as one can read in the long file at")) + at(
        50, 628, "/usr/share/tower-lights", font=3
    )
    data = pdf(page).replace(b"/Helvetica-Oblique", b"/Courier          ")
    article = PdfReader().read(Source(data, "a.pdf"), Cancel())
    assert [str(block.kind) for block in article.blocks] == ["paragraph"]


def arabic(*words):
    """Return a PDF with each word at its place: (x, glyphs), a glyph the Unicode of all letters that it shows."""
    glyphs = sorted({glyph for _, word in words for glyph in word})
    shown = "".join(
        f"BT /F1 10 Tf {x} 700 Td <{''.join(f'{glyphs.index(glyph) + 65:02x}' for glyph in word)}> Tj ET\n"
        for x, word in words
    ).encode()
    named = "".join(f"<{n:02x}> <{glyph.encode('utf-16-be').hex()}>\n" for n, glyph in enumerate(glyphs, 65)).encode()
    table = b"begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap" % (
        len(glyphs), named
    )  # fmt: skip
    streams = {
        number: b"<</Length %d>>stream\n%s\nendstream" % (len(data), data) for number, data in ((4, shown), (6, table))
    }
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            4: streams[4],
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            6: streams[6],
        },
        "",
    )


def test_letters_of_a_ligature_and_brackets_from_right_to_left_are_in_their_order():
    data = arabic((50, [")", "\u05df", "\u05e9", "\u05d9", "\u05d4", "("]))
    assert PdfReader().read(Source(data, "a.pdf"), Cancel()).text == "(\u05d4\u05d9\u05e9\u05df)"
    data = arabic((50, ["\u0645", "\u0644\u0623", "\u0627"]))
    assert PdfReader().read(Source(data, "a.pdf"), Cancel()).text == "\u0627\u0644\u0623\u0645"


def test_a_sign_of_a_font_of_pictures_that_stands_alone_is_a_bullet():
    data = arabic((50, ["\uf095"]), (80, list("towers")))
    article = PdfReader().read(Source(data, "a.pdf"), Cancel())
    assert [(str(block.kind), block.span.of(article.text)) for block in article.blocks] == [("item", "• towers")]


def test_lines_that_end_before_they_are_full_and_begin_with_capitals_stand_alone():
    names = [
        "Ana Lima",
        "Tom Reed of the harbour office",
        "Blythe",
        "Carla Maria Stone",
        "The Keepers’ Union",
        "Dunn",
    ]
    _, blocks = read(column(LEFT) + column(names, y=600))
    assert [words for _, words in blocks[1:]] == names
    _, blocks = read(column([*LEFT, "to the Museum", "Of the Sea"]))
    assert [words for _, words in blocks[1:]] == ["Of the Sea"]


def test_a_heading_over_two_lines_and_lines_beside_a_picture_go_on():
    heading = lines(50, 760, "The dark tower", "And its Light", size=18)
    beside = ["In the spring of that year the", "Harbour Office of the whole"]
    beside += ["Coast said that the lamp of", "Blythe was to go dark, and"]
    _, blocks = read(heading + column(LEFT) + column((*beside, *RIGHT), y=620))
    assert blocks[0] == ("title", "The dark tower And its Light")
    assert blocks[2][1].startswith(" ".join(beside))


def test_words_that_stand_alone_on_their_pages_are_not_joined():
    _, blocks = read(*(at(50, 700, words) for words in ("Tower", "Lamp", "Sea")))
    assert [words for _, words in blocks] == ["Tower", "Lamp", "Sea"]


def test_words_spread_over_a_justified_line_are_no_cells():
    full = ["The lighthouse went dark before they and", "it was found that the last keepers of it"]  # of 40 letters
    spread = "".join(at(x, 676, word, font=3) for x, word in ((50, "have"), (164, "all"), (266, "left")))
    page = lines(50, 700, *full, font=3) + spread + lines(50, 664, "in the spring of that year, as they say.", font=3)
    data = pdf(page).replace(b"/Helvetica-Oblique", b"/Courier          ")
    text = PdfReader().read(Source(data, "a.pdf"), Cancel()).text
    assert text.endswith("keepers of it have all left in the spring of that year, as they say.")


def test_a_number_after_a_bullet_opens_an_item():
    _, blocks = read(column(LEFT) + column(["1. the lamp", "• its glass", "2. the tower"], y=600))
    assert [words for _, words in blocks[1:]] == ["1. the lamp", "• its glass", "2. the tower"]


def test_a_caption_at_the_head_of_a_column_does_not_part_a_paragraph():
    caption = lines(320, 760, "Figure 1: The tower in winter, as it was seen", "from the harbour.")
    _, blocks = read(column(LEFT) + caption + column(RIGHT, 320))
    assert blocks == [
        ("paragraph", WHOLE), ("caption", "Figure 1: The tower in winter, as it was seen from the harbour."),
    ]  # fmt: skip


def page_in(font, shown, **more):
    """Return a PDF of one page whose only font is this dictionary; `more` are objects by number, "_8" for 8."""
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            4: b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
            5: font,
            **{int(name[1:]): body for name, body in more.items()},
        },
        "",
    )


def test_japanese_set_from_top_to_bottom_is_read_column_by_column_from_the_right():
    columns = (
        "渡し船は三年ぶりにまた港を出て、町の人は皆それをとても喜ん",
        "だという。船長は「また働けて嬉しい」と話した。",
    )
    shown = b"".join(
        b"BT /F1 12 Tf %d 750 Td <%s> Tj ET\n" % (500 - 20 * n, words.encode("utf-16-be").hex().encode())
        for n, words in enumerate(columns)
    )
    data = page_in(
        b"<</Type/Font/Subtype/Type0/BaseFont/M/Encoding/UniJIS-UTF16-V/DescendantFonts[6 0 R]>>",
        shown,
        _6=b"<</Type/Font/Subtype/CIDFontType0/BaseFont/M/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 4>>"
        b"/DW 1000/FontDescriptor 7 0 R>>",
        _7=b"<</Type/FontDescriptor/FontName/M/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 700/Descent -150/StemV 9>>",
    )
    assert PdfReader().read(Source(data, "a.pdf"), Cancel()).text == "".join(columns)


def drawn_letters(shown, drawn=b"5 0 0 0 5 7 d1 0 0 5 7 re f"):
    """Return a PDF of one page in a font of drawings that does not say what its letters are (Type 3)."""
    names = " ".join(f"/a{code}" for code in range(128))
    glyphs = " ".join(f"/a{code} 6 0 R" for code in range(128))
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 5 7]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0/LastChar 127"
        f"/Widths[{'5 ' * 128}]/Encoding<</Type/Encoding/Differences[0 {names}]>>/CharProcs<<{glyphs}>>>>"
    ).encode()
    return page_in(font, shown, _6=b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))


def test_ligatures_of_tex_are_read_where_its_fonts_do_not_say_what_they_are():
    words = rb"the o\016ce was \014rst to \015ow, an a\017uent sta\013 o\013er"
    data = drawn_letters(b"BT /F1 10 Tf 50 700 Td (%s) Tj ET" % words)
    article = PdfReader().read(Source(data, "a.pdf"), Cancel())
    assert article.text == "the office was first to flow, an affluent staff offer"


def test_names_below_the_title_are_the_authors_where_the_day_follows():
    article, blocks = read(
        at(50, 750, "The dark tower", 20) + at(50, 720, "Ana Lima", 12) + at(50, 700, "31 May 2024", 14)
        + at(50, 660, "Abstract", 17) + column(LEFT, y=630)
    )  # fmt: skip
    assert folded(article) == ["Ana Lima", "31 May 2024"]
    assert (article.meta.authors, article.meta.published) == (("Ana Lima",), "2024-05-31")
    assert blocks[0] == ("title", "The dark tower")


def test_notes_as_large_as_the_text_are_told_by_the_figure_that_cites_them():
    said, text, figure = at(50, 700, "There it ends."), lines(50, 640, *OTHER), at(110, 704, "1", 6)
    note = at(50, 104, "1", 6) + at(56, 100, "The council met on Thursday.") + at(50, 78, "It met again.")
    _, blocks = read(said + figure + text + note)
    assert blocks[-2:] == [("caption", "\u00b9 The council met on Thursday."), ("caption", "It met again.")]
    _, uncited = read(said + text + note)
    assert {kind for kind, _ in uncited} == {"paragraph"}


def test_a_stop_behind_a_number_that_ends_a_line_from_right_to_left_is_behind_it():
    # PDFium gives a line as it is read; the stop of its last number it leaves where it is drawn, left of it.
    box = Box(50, 100, 200, 110)
    for drawn, read_as in (("\u05d1\u05e9\u05e0\u05ea .2024", "\u05d1\u05e9\u05e0\u05ea 2024."), ("in .5", "in .5")):
        assert [line.text for line in page_lines([Segment(0, box, 10.0, [Run(drawn)])])] == [read_as]


def test_letters_that_no_font_gives_a_meaning_are_told_of():
    data = drawn_letters(rb"BT /F1 10 Tf 50 700 Td (\001\002\003 \004\005 ab \006\007) Tj ET")
    article = PdfReader().read(Source(data, "a.pdf"), Cancel())
    assert any("fonts do not say" in notice for notice in article.notices)
    assert read(column(LEFT))[0].notices == ()


def test_a_heading_that_does_not_reach_into_the_gutter_opens_what_stands_below_it_in_both_columns():
    head = at(50, 780, "Coast Weekly", 9) + at(480, 780, "June 2024", 9)
    above = at(50, 750, "The dark tower", 18) + column(LEFT, y=720) + column(RIGHT, 320, 720)
    below = at(50, 620, "A new lamp", 18) + column(OTHER, y=600) + column(RIGHT, 320, 600)
    words = [words for _, words in read(head + above + below)[1]]
    assert words.index("June 2024") < words.index("The dark tower") < words.index(WHOLE) < words.index("A new lamp")
    assert words[-2:] == [" ".join(OTHER), " ".join(RIGHT)]


def test_a_heading_beside_nothing_in_a_column_that_goes_on_alone_does_not_cut_the_page():
    page = column(LEFT, y=720) + column(RIGHT, 320, 720) + at(50, 620, "A new lamp", 18) + column(OTHER, y=600)
    words = [words for _, words in read(page)[1]]
    assert words[0].startswith(LEFT[0])
    assert words.index("A new lamp") < next(at for at, each in enumerate(words) if RIGHT[0] in each)


def test_short_columns_below_a_heading_are_parted_where_those_above_are():
    page = column(LEFT, y=720) + column(RIGHT, 320, 720) + at(50, 620, "A new lamp", 18)
    page += lines(50, 600, "It was mounted on", "Friday at noon.") + lines(
        320, 600, "The keeper looked", "on and went home."
    )
    words = [words for _, words in read(page)[1]]
    assert words[-2:] == ["It was mounted on Friday at noon.", "The keeper looked on and went home."]


def test_a_running_foot_is_told_whether_its_parts_are_one_line_or_two():
    def page(number, texts):
        return column(texts) + at(50, 30, f"Page {number} of 2", 8) + at(480, 30, "Coast Weekly", 8)

    both = page(1, LEFT) + column(RIGHT, 320)
    assert sorted(folded(read(both, page(2, OTHER))[0])) == [
        "Coast Weekly",
        "Page 1 of 2",
        "Page 2 of 2 · Coast Weekly",
    ]


def test_a_footnote_in_small_type_follows_the_paragraph_that_cites_it_with_all_its_lines():
    cited = at(50, 700, "There it ends.") + at(110, 704, "1", 6)
    notes = at(50, 104, "1", 5) + at(56, 100, "The council met on Thursday.", 8) + at(50, 84, "It met again.", 8)
    _, blocks = read(cited + lines(50, 640, *OTHER) + notes)
    assert [words for _, words in blocks[:2]] == [
        "There it ends.\u00b9", "\u00b9 The council met on Thursday. It met again.",
    ]  # fmt: skip


def test_a_footnote_does_not_follow_what_cites_another_one_whose_figure_begins_alike():
    other = at(50, 700, "There it ends.") + at(110, 704, "12", 6)
    cited = at(50, 670, "There it bends.") + at(116, 674, "1", 6)
    _, blocks = read(other + cited + lines(50, 640, *OTHER) + at(50, 104, "1", 5) + at(56, 100, "The council met.", 8))
    assert [words for _, words in blocks[:3]] == [
        "There it ends.\u00b9\u00b2", "There it bends.\u00b9", "\u00b9 The council met.",
    ]  # fmt: skip


def test_the_hyphen_with_which_browsers_break_words_goes():
    box = Box(50, 100, 200, 110)
    broken = [
        Segment(0, box, 10.0, [Run("The wa\u2010")]),
        Segment(0, box._replace(top=112, bottom=122), 10.0, [Run("ter rose.")]),
    ]
    assert "".join(run.text for run in runs_of(page_lines(broken), ())) == "The water rose."


def test_type_that_the_file_draws_is_as_large_as_it_says_however_low_its_letters_are():
    low = drawn_letters(b"BT /F1 10 Tf 50 700 Td (on a sea) Tj ET", b"5 0 0 0 5 4 d1 0 0 5 4 re f")
    with PdfDocument(low) as document:
        assert {each.size for each in page_segments(document[0], 0, Cancel())} == {10.0}


def test_brackets_about_words_from_left_to_right_in_a_line_from_right_to_left_are_a_pair():
    box = Box(50, 100, 200, 110)
    drawn = "\u05d1\u05e1\u05e4\u05e8 )ABC )\u05dc\u05db\u05dc"
    assert (
        page_lines([Segment(0, box, 10.0, [Run(drawn)])])[0].text == "\u05d1\u05e1\u05e4\u05e8 (ABC) \u05dc\u05db\u05dc"
    )
