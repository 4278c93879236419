import warnings
import zipfile

import pytest
from packed import W, chapter, docx, epub, odt, p, zipped

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Empty, Protected, ReadError, TooLarge
from nutgraf.readers import package, read_source
from nutgraf.readers.base import Source
from nutgraf.readers.package import Package
from nutgraf.readers.xml_tree import parse_xml

LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def opened(parts, **more):
    return Package(Source(zipped(parts, **more), "a.docx"))


def test_a_part_that_unpacks_to_much_more_than_its_size_is_refused():
    bomb = opened([("a.xml", b"\0" * (8 << 20))])
    with pytest.raises(TooLarge, match=r"a\.docx"):
        bomb.read("a.xml", Cancel())


def test_a_part_larger_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_PART", 1000)
    with pytest.raises(TooLarge):
        opened([("a", b"x" * 1001)], method=zipfile.ZIP_STORED).read("a", Cancel())


def test_many_parts_that_are_small_each_are_refused_together(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_WHOLE", 1000)
    parts = opened([(f"{n}", b"x" * 400) for n in range(3)], method=zipfile.ZIP_STORED)
    assert len(parts.read("0", Cancel()) + parts.read("1", Cancel())) == 800
    with pytest.raises(TooLarge):
        parts.read("2", Cancel())


def test_more_parts_than_the_limit_are_refused_before_they_are_listed():
    with pytest.raises(TooLarge, match="parts"):
        opened([(f"{n}", b"") for n in range(package.MOST_PARTS + 1)])


@pytest.mark.parametrize("name", ["/etc/passwd", "..", "../a", "a/../../b", "C:a", "a\\..\\b"])
def test_names_that_lead_out_of_the_file_are_refused(name):
    with pytest.raises(Damaged, match="leads out"):
        opened([(name, b"")])


def test_two_parts_of_one_name_are_refused():
    with warnings.catch_warnings(action="ignore"), pytest.raises(Damaged, match="same name"):
        opened([("a", b"1"), ("a", b"2")])


def test_an_encrypted_part_says_so():
    data = zipped([("a", b"1")], zipfile.ZIP_STORED)
    at = data.index(b"PK\x01\x02")
    with pytest.raises(Protected):
        Package(Source(data[: at + 8] + b"\x01" + data[at + 9 :], "a.docx"))


def test_an_archive_inside_is_never_opened():
    inner = zipped([("word/document.xml", b"\0" * (4 << 20))])
    outer = docx(p("Only this."), parts=[("word/embeddings/inner.zip", inner)])
    assert read_source(Source(outer, "a.docx"), Cancel()).text == "Only this."


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), docx(p("a"))[:-30]])
def test_what_is_no_sound_zip_file_is_damaged(data):
    with pytest.raises(Damaged, match=r"a\.docx"):
        Package(Source(data, "a.docx")).read("word/document.xml", Cancel())


def test_a_changed_byte_is_noticed():
    data = bytearray(zipped([("a", b"the very words")], zipfile.ZIP_STORED))
    data[data.index(b"very")] ^= 1
    with pytest.raises(Damaged, match="unpacked"):
        Package(Source(bytes(data), "a.docx")).read("a", Cancel())


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS + "<w>&b;</w>",
        '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>',
        "<w>" * 300 + "</w>" * 300,
        "<w>",
        "",
    ],
    ids=["entities", "outside", "file", "deep", "open", "nothing"],
)
def test_xml_with_a_document_type_or_without_form_is_refused(text):
    with pytest.raises(Damaged, match=r"a\.docx"):
        parse_xml(text.encode(), "a.docx")


BOMBS = {
    "a.docx": docx("", document=f"{LAUGHS}<w:document {W}><w:body>{p('&b;')}</w:body></w:document>"),
    "b.docx": docx("", document=b"<w>" + b" " * (40 << 20)),
    "a.odt": odt("", parts=[("content.xml", LAUGHS + "<w>&b;</w>")]),
    "a.epub": epub([("a.xhtml", chapter("<p>a</p>"))], parts=[("OPS/book.opf", LAUGHS + "<w>&b;</w>")]),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_cost_a_sentence(name):
    with pytest.raises(ReadError, match=name):
        read_source(Source(BOMBS[name], name), Cancel())


def test_a_chapter_nested_thousandfold_says_that_nothing_can_be_read_of_it():
    nested = epub([("a.xhtml", chapter("<div>" * 5000 + "<p>deep</p>"))])
    with pytest.raises((Damaged, Empty), match=r"a\.epub"):
        read_source(Source(nested, "a.epub"), Cancel())


def test_entities_of_a_chapter_are_not_expanded_and_nothing_is_fetched():
    laughing = (
        '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/hostname">]><html><body><p>Said &b; twice.</p></body></html>'
    )
    text = read_source(Source(epub([("a.xhtml", laughing)]), "a.epub"), Cancel()).text
    assert "Said" in text
    assert len(text) < 60


def test_a_part_that_stands_twice_with_the_same_content_is_one():
    with warnings.catch_warnings(action="ignore"):
        assert opened([("a", b"1"), ("a", b"1")]).read("a", Cancel()) == b"1"
