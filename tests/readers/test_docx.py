import io
import zipfile

import pytest
from packed import CORE, STYLES, W, docx, p, r, relations, zipped

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Protected
from nutgraf.readers import read_source
from nutgraf.readers.base import Source
from nutgraf.readers.docx import DocxReader

BOX = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"


def read(body, **more):
    article = DocxReader().read(Source(docx(body, **more), "a.docx"), Cancel())
    return article, [(str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks]


def item(words, number, depth=0):
    return p(words, extra=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_styles_make_titles_headings_quotes_and_code():
    _, blocks = read(
        p("Dark tower", "T") + p("Then", "Mine") + p("We knew.", "Q") + p("a = 1", "C") + p("  b = 2", "C") + p("End.")
    )
    assert blocks == [
        ("title", 0, "Dark tower"), ("heading", 2, "Then"), ("quote", 1, "We knew."), ("code", 0, "a = 1\u2028  b = 2"),
        ("paragraph", 0, "End."),
    ]  # fmt: skip


def test_lists_are_counted_as_word_counts_them():
    _, blocks = read(item("A", 1) + item("B", 1, 1) + item("C", 1, 1) + item("D", 1) + item("E", 1, 1) + item("F", 2))
    assert [(level, words) for _, level, words in blocks] == [
        (1, "3. A"), (2, "a) B"), (2, "b) C"), (1, "4. D"), (2, "a) E"), (1, "• F")
    ]  # fmt: skip


def test_tracked_changes_are_accepted_and_comments_left_out():
    words = (
        r("The light ")
        + f"<w:del>{r('goes')}<w:r><w:delText>goes</w:delText></w:r></w:del><w:ins>{r('went')}</w:ins>"
        + f"<w:moveFrom>{r(' twice')}</w:moveFrom><w:commentRangeStart w:id='1'/>{r(' out')}"
        + "<w:r><w:commentReference w:id='1'/></w:r>"
    )
    gone = "<w:rPr><w:del/></w:rPr>"
    _, blocks = read(p(words, extra=gone) + p(" at dusk."))
    assert [words for *_, words in blocks] == ["The light went out at dusk."]


def test_words_keep_their_weight_and_their_links():
    words = r("A ") + r("bold", "<w:b/>") + r(" and ", '<w:b w:val="0"/>') + r("slanted", "<w:i/>")
    link = f'<w:hyperlink r:id="l">{r("link")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("field")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    article, _ = read(p(words + r(" ") + link + r(" ") + field))
    assert [(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("strong", "bold", ""), ("emphasis", "slanted", ""), ("link", "link", "https://tower.example/a"),
        ("link", "field", "https://b.example/"),
    ]  # fmt: skip


def test_a_note_stands_after_its_paragraph_and_a_table_is_rows():
    note = r("It was dark.") + '<w:r><w:footnoteReference w:id="7"/></w:r>'
    row = "<w:tr>" + "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("1824", "Blythe")) + "</w:tr>"
    _, blocks = read(p(note) + f"<w:tbl>{row}</w:tbl>" + p("After."))
    assert [(kind, words) for kind, _, words in blocks] == [
        ("paragraph", "It was dark.[1]"), ("caption", "[1] The keeper’s own log."), ("paragraph", "1824 · Blythe"),
        ("paragraph", "After."),
    ]  # fmt: skip


def test_pictures_are_named_and_boxes_read_once():
    drawn = '<w:r><w:drawing><docPr descr="The tower at dusk"/></w:drawing></w:r>'
    both = f"<w:r><AlternateContent><Choice>{BOX.format(p('Boxed.'))}</Choice><Fallback>{BOX.format(p('Boxed.'))}</Fallback>"
    _, blocks = read(p(r("Look.") + drawn + both + "</AlternateContent></w:r>"))
    assert [(kind, words) for kind, _, words in blocks] == [
        ("paragraph", "Look."), ("caption", "The tower at dusk"), ("paragraph", "Boxed.")
    ]  # fmt: skip


def test_a_table_of_contents_is_furniture():
    article, _ = read(p("Then 3", "Toc") + p("Text."))
    assert [block.furniture for block in article.blocks] == [True, False]


def test_properties_are_known():
    article = read_source(Source(docx(p("Words of the tower.")), "a.docx"), Cancel())
    meta = article.meta
    assert (meta.title, meta.authors, meta.published) == ("Kept properties", ("Ana Lima", "Tom Reed"), "2025-03-04")
    assert meta.format == "docx"


def test_the_main_part_may_have_another_name():
    body = f"<w:document {W}><w:body>{p('Found.')}</w:body></w:document>"
    listed = relations(("a", "officeDocument", "/word/document2.xml", ""))
    renamed = docx("", document="<none/>", parts=[("word/document2.xml", body), ("_rels/.rels", listed)])
    assert DocxReader().read(Source(renamed, "a.docx"), Cancel()).text == "Found."


def test_an_encrypted_document_says_so():
    shell = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(Protected, match=r"a\.docx.*password"):
        read_source(Source(shell, "a.docx"), Cancel())


def test_pieces_of_other_formats_are_read_and_what_cannot_be_is_told():
    related = relations(
        ("h", "aFChunk", "piece.html", ""), ("r", "aFChunk", "piece.rtf", ""), ("z", "aFChunk", "piece.docx", "")
    )
    parts = {
        "word/_rels/document.xml.rels": related,
        "word/piece.html": "<html><body><h2>Then</h2><p>The light <b>went</b> <a href='https://a.example/'>out</a>.</p></body></html>",
        "word/piece.rtf": r"{\rtf1\ansi The \i keeper\i0  left.\par}",
        "word/piece.docx": docx(p("Never opened.")),
    }
    chunks = "".join(f'<w:altChunk r:id="{name}"/>' for name in "hrz")
    article, blocks = read(p("Before.") + chunks + p("After."), parts=parts)
    assert blocks == [
        ("paragraph", 0, "Before."), ("heading", 2, "Then"), ("paragraph", 0, "The light went out."),
        ("paragraph", 0, "The keeper left."), ("paragraph", 0, "After."),
    ]  # fmt: skip
    assert [(str(mark.kind), mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("strong", "went", ""), ("link", "out", "https://a.example/"), ("emphasis", "keeper", "")
    ]  # fmt: skip
    assert article.notices == ("An inserted file is not shown.",)


def test_formulas_are_words_on_the_line_and_hidden_words_are_left_out():
    fraction = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    _, blocks = read(
        p(r("It is ") + f"<m:oMath {math}>{fraction}{power}</m:oMath>" + r(" secret", "<w:vanish/>") + r("."))
    )
    assert [words for *_, words in blocks] == ["It is (a+b)/2c²."]


def test_a_note_in_a_table_comes_after_its_row():
    cell = r("Keeper") + '<w:r><w:footnoteReference w:id="7"/></w:r>'
    _, blocks = read(f"<w:tbl><w:tr><w:tc>{p(cell)}</w:tc><w:tc>{p('Ana')}</w:tc></w:tr></w:tbl>" + p("After."))
    assert [words for *_, words in blocks] == ["Keeper[1] · Ana", "[1] The keeper’s own log.", "After."]


def test_raised_figures_symbols_and_soft_hyphens_read_as_they_look():
    high = '<w:vertAlign w:val="superscript"/>'
    _, blocks = read(
        p(r("10") + r("6", high) + r(" m") + r("2", high) + r(" on the 1") + r("st", high))
        + p(
            '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
            + r(" Zeit\xadraum")
        )
    )
    assert [words for *_, words in blocks] == ["10⁶ m² on the 1st", "α→ Zeitraum"]


def test_a_simple_field_is_a_link():
    field = '<w:fldSimple w:instr=" HYPERLINK &quot;https://tower.example/b&quot; "><w:r><w:t>the log</w:t></w:r></w:fldSimple>'
    article, _ = read(p(field))
    assert [(mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("the log", "https://tower.example/b")
    ]


def test_a_picture_is_not_named_by_its_file():
    drawing = '<w:r><w:drawing><wp:docPr xmlns:wp="x" descr="{}"/></w:drawing></w:r>'
    _, blocks = read(
        "".join(p(drawing.format(words)) for words in (r"C:\\pictures\\a.jpg", "a.jpg", "The tower at dusk"))
    )
    assert [words for *_, words in blocks] == ["The tower at dusk"]


def test_boxes_to_be_ticked_are_told():
    boxes = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="☒"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    _, blocks = read(item("Lock the door", 1), parts=[("word/numbering.xml", boxes)])
    assert blocks == [("item", 1, "• ☒ Lock the door")]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/styles.xml", "<w:styles><w:broken"),
        ("core.xml", "<broken"),
        ("word/numbering.xml", ""),
        ("word/_rels/document.xml.rels", "<Rel"),
    ],
)
def test_a_broken_part_beside_the_text_costs_what_it_says_and_no_more(part, content):
    article, _ = read(p("The keeper left."), parts=[(part, content)])
    assert article.text == "The keeper left."


def test_names_of_parts_are_found_in_either_case_and_with_either_slash():
    with zipfile.ZipFile(io.BytesIO(docx(p("Dark tower", "T") + p("The keeper left.")))) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    for change in (lambda name: name.replace("/", "\\"), lambda name: name.replace("word/d", "word/D")):
        article = read_source(Source(zipped((change(name), part) for name, part in parts), "a.docx"), Cancel())
        assert article.text == "Dark tower\nThe keeper left."


def test_an_item_whose_marker_is_typed_before_a_tab_is_an_item_and_lifted_figures_are_raised():
    typed = "<w:r><w:t>–</w:t><w:tab/><w:t>Lock the door</w:t></w:r>"
    _, blocks = read(p(typed) + p("– not an item") + p(r("10") + r("6", '<w:position w:val="8"/>')))
    assert blocks == [("item", 1, "– Lock the door"), ("paragraph", 0, "– not an item"), ("paragraph", 0, "10⁶")]


PROSE = "The keeper of the old light had left the tower before anyone came."


def test_a_bold_line_above_prose_is_a_heading_and_the_first_one_the_title():
    bold = "<w:b/>"
    article, blocks = read(
        p(r("Dark tower", bold)) + p(PROSE) + p(r("What the ", bold) + r("harbour said", bold)) + p(PROSE)
        + p(r("It is late.", bold)) + p(PROSE) + p(r("Ana Lima", bold)) + p(r("Tom Reed", bold)) + p("Harbour office")
    )  # fmt: skip
    assert [(kind, words) for kind, _, words in blocks if words != PROSE] == [
        ("title", "Dark tower"), ("heading", "What the harbour said"), ("paragraph", "It is late."), ("paragraph", "Ana Lima"),
        ("paragraph", "Tom Reed"), ("paragraph", "Harbour office"),
    ]  # fmt: skip
    assert article.meta.title == "Dark tower"


def test_styles_of_words_hide_and_strengthen():
    styles = f"""<w:styles {W}><w:style w:styleId="Gone" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Loud" w:type="character"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Louder" w:type="character"><w:basedOn w:val="Loud"/><w:rPr><w:i/></w:rPr></w:style></w:styles>"""
    styled = '<w:rStyle w:val="{}"/>'.format
    words = (
        r("Seen ")
        + r("hidden", styled("Gone"))
        + r("loud", styled("Louder"))
        + r(" low", styled("Loud") + '<w:b w:val="0"/>')
    )
    article, _ = read(p(words), parts=[("word/styles.xml", styles)])
    assert article.text == "Seen loud low"
    assert [(str(mark.kind), mark.span.of(article.text)) for mark in article.marks] == [
        ("emphasis", "loud"),
        ("strong", "loud"),
    ]


def test_rows_inside_controls_are_rows_and_contents_that_word_makes_are_furniture():
    row = f"<w:tr><w:tc>{p('Year')}</w:tc><w:tc>{p('Keeper')}</w:tc></w:tr>"
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{p('One 1')}</w:sdtContent></w:sdt>"
    article, _ = read(f"{contents}<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{row}</w:tbl>")
    assert [(block.furniture, block.span.of(article.text)) for block in article.blocks] == [
        (True, "One 1"), (False, "Year · Keeper"), (False, "Year · Keeper"),
    ]  # fmt: skip


def test_a_link_without_quotation_marks_is_a_link():
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/>{more}</w:r>' for kind, more in (
        ("begin", "<w:instrText>HYPERLINK https://tower.example/x \\o tip</w:instrText>"),
        ("separate", "<w:t>the log</w:t>"), ("end", ""),
    ))  # fmt: skip
    article, _ = read(p(field))
    assert [(mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("the log", "https://tower.example/x")
    ]


PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
W2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def flat(parts):
    listed = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>' for name, content in parts
    )
    picture = '<pkg:part pkg:name="/word/a.png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part>'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{PKG}">{listed}{picture}</pkg:package>'


def test_a_document_that_is_one_xml_file_is_read():
    with zipfile.ZipFile(io.BytesIO(docx(p("Dark tower", "T") + p("The keeper left.")))) as archive:
        parts = [(name, archive.read(name).decode()) for name in archive.namelist()]
    article = read_source(Source(flat(parts).encode(), "a.xml"), Cancel())
    assert (article.text, article.meta.format) == ("Dark tower\nThe keeper left.", "docx")
    assert article.meta.authors == ("Ana Lima", "Tom Reed")


def test_a_document_of_word_2003_is_read():
    styles = '<w:styles><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>'
    body = f"<w:body><wx:sect xmlns:wx='x'>{p('Dark tower', 'H')}{p('The keeper left.')}</wx:sect></w:body>"
    data = f'<?xml version="1.0"?><w:wordDocument xmlns:w="{W2003}">{styles}{body}</w:wordDocument>'
    article = read_source(Source(data.encode(), "a.xml"), Cancel())
    assert [(str(block.kind), block.span.of(article.text)) for block in article.blocks] == [
        ("title", "Dark tower"), ("paragraph", "The keeper left."),
    ]  # fmt: skip


def test_one_xml_file_may_not_declare_a_document_type():
    data = f'<!DOCTYPE x [<!ENTITY a "b">]><w:wordDocument xmlns:w="{W2003}"><w:body/></w:wordDocument>'
    with pytest.raises(Damaged, match=r"a\.xml"):
        read_source(Source(data.encode(), "a.xml"), Cancel())


def test_a_list_that_begins_anew_goes_on_under_the_number_it_shares():
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="3"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    body = item("A", 1) + item("B", 1) + p("Between.") + item("C", 2) + item("D", 1)
    _, blocks = read(body, parts={"word/numbering.xml": numbering})
    assert [words for *_, words in blocks] == ["1. A", "2. B", "Between.", "1. C", "2. D"]


def test_links_notes_and_markers_of_word_2003_are_read():
    listed = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t xmlns:wx="x" wx:val="2."/></w:listPr>'
    note = f"<w:r><w:footnote>{p('Said here.')}</w:footnote></w:r>"
    link = f'<w:hlink w:dest="https://tower.example/">{r("the tower")}</w:hlink>'
    body = f"<w:body>{p(r('See ') + link + r('.') + note)}{p('Then.', extra=listed)}</w:body>"
    article = read_source(
        Source(f'<w:wordDocument xmlns:w="{W2003}">{body}</w:wordDocument>'.encode(), "a.xml"), Cancel()
    )
    assert [(str(block.kind), block.span.of(article.text)) for block in article.blocks] == [
        ("paragraph", "See the tower.[1]"), ("caption", "[1] Said here."), ("item", "2. Then."),
    ]  # fmt: skip
    assert [(mark.span.of(article.text), mark.target) for mark in article.marks] == [
        ("the tower", "https://tower.example/")
    ]


def test_styles_that_libreoffice_names_are_known():
    styles = '<w:styles><w:style w:type="paragraph" w:styleId="H"><w:name w:val="Heading_20_2"/></w:style></w:styles>'
    data = f'<w:wordDocument xmlns:w="{W2003}">{styles}<w:body>{p("Then", "H")}{p("It was dark.")}</w:body></w:wordDocument>'
    article = read_source(Source(data.encode(), "a.xml"), Cancel())
    assert (str(article.blocks[0].kind), article.blocks[0].level) == ("heading", 2)


def test_a_caption_says_once_what_describes_the_picture_too():
    picture = "<w:r><w:drawing><x:docPr xmlns:x='x' descr='The boat at the quay'/></w:drawing></w:r>"
    caption = f'<w:styles {W}><w:style w:styleId="K"><w:name w:val="caption"/></w:style></w:styles>'
    _, blocks = read(p(picture) + p("The boat at the quay", "K") + p("Words."), parts={"word/styles.xml": caption})
    assert blocks == [("caption", 0, "The boat at the quay"), ("paragraph", 0, "Words.")]


def test_items_of_a_list_style_for_inner_lists_stand_deeper():
    listed = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    style = f'<w:style w:styleId="LB2"><w:name w:val="List Bullet 2"/>{listed}</w:style>'
    styles = STYLES.replace("</w:styles>", f"{style}</w:styles>")
    article = read_source(Source(docx(p("One", "LB2"), parts=[("word/styles.xml", styles)]), "a.docx"), Cancel())
    assert [(block.level, block.span.of(article.text)) for block in article.blocks] == [(2, "• One")]


def test_the_day_on_which_a_template_was_made_is_not_the_document_s():
    core = CORE.replace("2025-03-04T10:00:00Z", "2013-12-23T23:15:00Z")
    assert read_source(Source(docx(p("One"), parts=[("core.xml", core)]), "a.docx"), Cancel()).meta.published == ""
