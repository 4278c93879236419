import io
import zipfile

import pytest
from packed import ODF, odt, zipped

from nutgraf.cancel import Cancel
from nutgraf.errors import Protected
from nutgraf.readers import read_source
from nutgraf.readers.base import Source

STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."'
    ' text:start-value="3"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def read(body, **more):
    article = read_source(Source(odt(body, styles=STYLES, **more), "a.odt"), Cancel())
    return article, [(str(block.kind), block.level, block.span.of(article.text)) for block in article.blocks]


def test_headings_quotes_and_code_are_kept():
    _, blocks = read(
        '<text:h text:outline-level="1">Dark tower</text:h><text:h text:outline-level="2">Then</text:h>'
        '<text:p text:style-name="P1">We knew.</text:p>'
        '<text:p text:style-name="Preformatted_20_Text">a<text:s text:c="3"/>b</text:p>'
        '<text:p text:style-name="Preformatted_20_Text">c</text:p><text:p>End.</text:p>'
    )
    assert blocks == [
        ("title", 0, "Dark tower"), ("heading", 2, "Then"), ("quote", 1, "We knew."), ("code", 0, "a   b\u2028c"),
        ("paragraph", 0, "End."),
    ]  # fmt: skip


def test_lists_are_counted():
    inner = "<text:list><text:list-item><text:p>B</text:p></text:list-item></text:list>"
    outer = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    first = f'<text:list text:style-name="L1">{outer.format("A", inner)}{outer.format("C", "")}</text:list>'
    again = f'<text:list text:style-name="L1" text:continue-numbering="true">{outer.format("D", "")}</text:list>'
    _, blocks = read(first + "<text:p>Between.</text:p>" + again)
    assert [(level, words) for _, level, words in blocks] == [
        (1, "3. A"), (2, "• B"), (1, "4. C"), (0, "Between."), (1, "5. D")
    ]  # fmt: skip


def test_weight_links_notes_and_pictures():
    article, blocks = read(
        '<text:p>A <text:span text:style-name="T1">bold</text:span> <text:span text:style-name="T2">both</text:span> '
        '<text:a xlink:href="https://a.example/">link</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>The log.</text:p></text:note-body></text:note><draw:frame><svg:title>The tower</svg:title></draw:frame></text:p>"
    )
    assert [(kind, words) for kind, _, words in blocks] == [
        ("paragraph", "A bold both link[1]"), ("caption", "The tower"), ("caption", "[1] The log.")
    ]  # fmt: skip
    assert {(str(mark.kind), mark.span.of(article.text)) for mark in article.marks} == {
        ("strong", "bold"), ("strong", "both"), ("emphasis", "both"), ("link", "link")
    }  # fmt: skip


def test_deleted_text_and_comments_are_left_out_and_tables_are_rows():
    cells = "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("1824", "Blythe"))
    _, blocks = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>Kept<office:annotation><text:p>Comment</text:p></office:annotation>.</text:p>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    assert [words for *_, words in blocks] == ["Kept.", "1824 · Blythe"]


def test_a_table_of_contents_is_furniture():
    contents = (
        "<text:table-of-content><text:index-body><text:p>Then 3</text:p></text:index-body></text:table-of-content>"
    )
    article, _ = read(contents + "<text:p>Text.</text:p>")
    assert [block.furniture for block in article.blocks] == [True, False]


def test_properties_are_known():
    meta = read("<text:p>Words.</text:p>")[0].meta
    assert (meta.title, meta.authors, meta.published, meta.language) == (
        "Kept properties", ("Ana Lima",), "2025-03-04", "en-GB"
    )  # fmt: skip


def test_an_encrypted_text_says_so():
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    manifest = f"<manifest:manifest {ODF}>{entry}</manifest:manifest>"
    with pytest.raises(Protected, match=r"a\.odt.*password"):
        read("<text:p>x</text:p>", parts=[("META-INF/manifest.xml", manifest)])


MATH = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn>'
    "</msup></mrow><annotation>E = m c^2</annotation></semantics></math>"
)


def test_a_formula_in_a_part_of_its_own_is_words_on_the_line():
    doctype = '<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd">'
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/><svg:desc>A formula</svg:desc></draw:frame>'
    _, blocks = read(f"<text:p>That {frame} is known.</text:p>", parts={"Object 1/content.xml": doctype + MATH})
    assert [words for *_, words in blocks] == ["That E = mc² is known."]


def test_a_flat_document_reads_like_a_packed_one():
    flat = (
        f'<?xml version="1.0"?><office:document {ODF} office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        "<dc:title>Kept</dc:title></office:meta><office:body><office:text><text:h text:outline-level='1'>Tower</text:h><text:p>"
        f"<draw:frame><draw:image><office:binary-data>{'A' * (11 << 20)}</office:binary-data></draw:image></draw:frame>Dark "
        f"<draw:frame><draw:object>{MATH}</draw:object></draw:frame></text:p></office:text></office:body></office:document>"
    )
    article = read_source(Source(flat.encode(), "a.fodt"), Cancel())
    assert (article.meta.format, article.meta.title, article.text) == ("odt", "Tower", "Tower\nDark E = mc²")


def test_words_that_were_deleted_are_left_out_where_they_still_stand_in_the_text():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/></text:changed-region>'
        '<text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    start, end = '<text:change-start text:change-id="{}"/>', '<text:change-end text:change-id="{}"/>'
    _, blocks = read(
        f"{changes}<text:p>The {start.format('c2')}dark{end.format('c2')} {start.format('c1')}old</text:p>"
        f"<text:p>grey{end.format('c1')}tower</text:p><text:p>End {start.format('c1')}gone</text:p>"
    )
    assert [words for *_, words in blocks] == ["The dark tower", "End"]


def test_hidden_words_are_left_out_and_raised_figures_stay_apart():
    styles = (
        '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
    )
    span = '<text:span text:style-name="{}">{}</text:span>'.format
    body = f"<text:p>10{span('Up', '6')} m{span('Up', '2')}{span('Gone', ' hidden')}.</text:p>"
    assert read_source(Source(odt(body, styles=styles), "a.odt"), Cancel()).text == "10⁶ m²."


def test_a_document_without_a_list_of_its_parts_or_with_broken_properties_is_read():
    with zipfile.ZipFile(io.BytesIO(odt("<text:p>The keeper left.</text:p>"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bare = zipped([("content.xml", parts["content.xml"])])
    broken = zipped((parts | {"meta.xml": b"<office:document-meta"}).items(), zipfile.ZIP_STORED)
    assert [read_source(Source(data, "a.odt"), Cancel()).text for data in (bare, broken)] == ["The keeper left."] * 2


def test_several_authors_are_parted():
    meta = (
        f"<office:document-meta {ODF}><office:meta><meta:initial-creator>Ana Lima; Tom Reed</meta:initial-creator>"
        "</office:meta></office:document-meta>"
    )
    article, _ = read("<text:p>Words.</text:p>", parts=[("meta.xml", meta)])
    assert article.meta.authors == ("Ana Lima", "Tom Reed")
