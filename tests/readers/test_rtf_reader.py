import pytest

from nutgraf.cancel import Cancel
from nutgraf.errors import Damaged, Empty
from nutgraf.readers import read_source
from nutgraf.readers.base import Source
from nutgraf.readers.rtf import RtfReader


def read(inside, head=r"\ansi\ansicpg1252"):
    data = inside if isinstance(inside, bytes) else inside.encode("latin-1")
    source = Source(b"{\\rtf1" + head.encode() + b" " + data + b"}", "a.rtf")
    assert RtfReader().recognises(source)
    return RtfReader().read(source, Cancel())


def blocks(article):
    return [(b.kind.value, b.level, b.span.of(article.text)) for b in article.blocks]


def lines(article):
    return [words for _, _, words in blocks(article)]


def marks(article):
    return [(mark.kind.value, mark.span.of(article.text), mark.target) for mark in article.marks]


def test_paragraphs_breaks_and_signs():
    words = "One\\tab two\\line three\\par\nFour\\emdash five \\{six\\}\\~\\lquote seven\\rquote\\\nEight\\'e9 nine\\-ty\\_nine"
    assert lines(read(words)) == ["One two three", "Four—five {six} ‘seven’", "Eighté ninety‑nine"]


def test_unicode_stands_in_place_of_what_follows_it():
    assert read(r"\u8216?a\u8217\'92").text == "‘a’"
    assert read(r"{\uc2\u228\'E8ab}").text == "äb"
    assert read(r"\u-10179?\u-8704?").text == "\U0001f600"


def test_each_font_has_its_encoding():
    fonts = (
        r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 MS Gothic;}{\f3\fcharset2 Symbol;}}"
    )
    article = read(fonts + r"\f0 caf\'e9 {\f1\'ef\'e0\'f0\'ee\'ec} {\f2\'93\'fa\'96\'7b} {\f3\'b7}")
    assert article.text == "café паром 日本 •"


def test_headings_by_style_by_outline_and_by_size():
    styles = r"{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}{\s2 Heading 2;}{\s7\outlinelevel2 Mine;}{\s9 Quote;}}"
    article = read(
        styles
        + r"\pard\s1 One\par\pard Words.\par\pard\s2\b Two\b0\par\pard\s7 Three\par\pard\outlinelevel0 Four\par\pard\s9 Said.\par"
    )
    assert blocks(article) == [
        ("title", 0, "One"), ("paragraph", 0, "Words."), ("heading", 2, "Two"), ("heading", 3, "Three"),
        ("heading", 1, "Four"), ("quote", 1, "Said."),
    ]  # fmt: skip
    assert marks(article) == []
    larger = read(
        r"{\fs48 Big}\par\pard\fs24 "
        + "Many words of the usual size stand here. " * 3
        + r"\par{\fs36 Less}\par Words again.\par"
    )
    assert [kind for kind, _, _ in blocks(larger)] == ["title", "paragraph", "heading", "paragraph"]


def test_lists_keep_their_numbers_and_depth():
    article = read(
        r"\pard\ls1\ilvl0 {\listtext 1.\tab}One\par{\listtext 2.\tab}Two\par\ilvl1{\listtext\'b7\tab}In\par"
        r"\pard{\pntext o\tab}{\*\pn\pnlvlblt}Old\par\pard After\par"
    )
    assert blocks(article) == [
        ("item", 1, "1. One"), ("item", 1, "2. Two"), ("item", 2, "• In"), ("item", 1, "• Old"), ("paragraph", 0, "After"),
    ]  # fmt: skip


def test_rows_of_tables_are_blocks_of_their_own():
    row = r"\trowd\cellx1\cellx2\pard\intbl {a}\cell b\par c\cell\row"
    assert lines(read(f"Before\\par {row} {row}\\pard After\\par")) == ["Before", "a · b c", "a · b c", "After"]


def test_notes_follow_their_block():
    assert lines(read(r"One{\super\chftn{\footnote\pard\plain\chftn Said here.}} and more.\par Two.\par")) == [
        "One[1] and more.", "[1] Said here.", "Two.",
    ]  # fmt: skip


def test_links_and_emphasis_are_kept_and_end_with_their_group():
    article = read(
        r"{\b bold} plain {\i slanted\i0  no} \b more\plain  less "
        r'{\field{\*\fldinst HYPERLINK "https://example.org/a"}{\fldrslt\ul there}} {\field{\*\fldinst{PAGE}}{\fldrslt 7}}'
    )
    assert article.text == "bold plain slanted no more less there 7"
    assert marks(article) == [
        ("strong", "bold", ""), ("emphasis", "slanted", ""), ("strong", "more", ""), ("link", "there", "https://example.org/a"),
    ]  # fmt: skip


def test_what_the_file_says_of_itself_is_known():
    meta = read(
        r"{\info{\title The \'e9t\'e9}{\author Ana Lima; Tom Reed}{\creatim\yr2024\mo5\dy31\hr1}{\operator X}}Words"
    ).meta
    assert (meta.title, meta.authors, meta.published) == ("The été", ("Ana Lima", "Tom Reed"), "2024-05-31")
    assert meta.encoding == "cp1252"


UNSEEN = r"""
{\v hidden}
{\deleted gone}
{\header head}
{\footer foot}
{\*\generator Word 11;}
{\pict\pngblip 89504e47}
{\*\annotation{\*\atnid X}remark}
{\object{\*\objdata 0105}}
{\*\unknown words {and more}}
{\pict\bin5 }}}}}}
{\upr{Anna}{\*\ud{}}}
"""


@pytest.mark.parametrize("unseen", UNSEEN.split("\n")[1:-1])
def test_what_is_not_shown_is_not_read(unseen):
    assert read(f"before {unseen}after").text == "before after"


def test_a_box_follows_the_paragraph_it_hangs_on():
    box = r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard Boxed.\par}}{\shprslt{\pict}}}"
    assert lines(read(f"One{box} two.\\par Three.\\par")) == ["One two.", "Boxed.", "Three."]


def test_groups_that_are_never_closed_or_never_opened_end_with_the_file():
    assert lines(read(r"{\b{One\par two} three")) == ["One", "two three"]
    assert lines(read(r"One}}} two")) == ["One two"]


def test_nesting_beyond_all_reason_is_damage():
    with pytest.raises(Damaged, match="nested"):
        read("{" * 100_000)


def test_a_file_without_words_is_empty():
    with pytest.raises(Empty):
        read_source(Source(rb"{\rtf1{\fonttbl{\f0 Arial;}}\pard\par}", "a.rtf"), Cancel())


def test_formulas_are_kept_as_words():
    source = Source(rb"{\rtf1 It is {\mmath {\*\moMath {\mr a+b}}{\mmathPict{\pict 00}}}.\par}", "a.rtf")
    assert RtfReader().read(source, Cancel()).text == "It is a+b."


FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}}"


def test_letters_of_fonts_of_symbols_are_what_they_look_like():
    words = r"{\f1 ab\'a3\u-3999?}{\f2 \'e0\u-3844?} \u-3913? caf\'e9\par"
    assert lines(read(FONTS + words)) == ["αβ≤α→✓ • café"]


def test_raised_figures_stay_apart():
    assert lines(read(r"10{\super 6} m\super 2\nosupersub  on the 1{\super st}\par")) == ["10⁶ m² on the 1st"]


def test_notes_are_captions():
    article = read(r"One{\super\chftn{\footnote\pard\plain\chftn Said here.}}\par")
    assert [block.kind.value for block in article.blocks] == ["paragraph", "caption"]


def test_a_byte_order_mark_is_no_word():
    assert RtfReader().read(Source(b"\xef\xbb\xbf{\\rtf1 One.\\par}", "a.rtf"), Cancel()).text == "One."


def test_an_item_whose_number_is_typed_before_a_tab_is_an_item():
    article = read(r"\pard 1.\tab Lock the door\par 10{\up6 6}\par")
    assert [(block.kind.value, block.span.of(article.text)) for block in article.blocks] == [
        ("item", "1. Lock the door"), ("paragraph", "10⁶"),
    ]  # fmt: skip


def test_notes_are_read_where_their_word_is_starred():
    article = read(r"One{\super\chftn{\*\footnote\chftn\pard Said here.\par}} two.\par")
    assert blocks(article) == [("paragraph", 0, "One[1] two."), ("caption", 0, "[1] Said here.")]


def test_how_a_formula_is_drawn_is_no_word_of_it():
    formula = r"{\mmath{\*\moMath{\mr v=}{\mf{\mfPr{\mtype lin}}{\mnum{\mr s}}{\mden{\mr t}}}}}"
    assert "lin" not in read(rf"Speed {formula} here.\par").text


def test_the_second_byte_of_a_character_may_be_escaped():
    head = r"\ansi\ansicpg932\deff0{\fonttbl{\f0\fnil\fcharset128 MS Mincho;}}\f0"
    assert "表}{".encode("cp932")[1:2] == b"\\"
    assert read(rb"\'95\\ \{a\} \\.\par", head).text == "表 {a} \\."


@pytest.mark.parametrize(
    ("codepage", "encoding", "words"),
    [(932, "cp932", "能力の表"), (936, "gbk", "凾亄俓好"), (950, "cp950", "許功蓋成功")],
)
def test_the_second_byte_of_a_character_may_be_a_backslash_or_brace_that_nobody_escaped(codepage, encoding, words):
    raw = words.encode(encoding)
    assert set(raw) & set(b"\\{}")
    data = rb"{\rtf1\ansi\ansicpg%d\deff0\pard {\b %s}%s\par End.\par}" % (codepage, raw, raw)
    assert lines(read_source(Source(data, "a.rtf"), Cancel())) == [words * 2, "End."]


def test_a_heading_of_a_list_without_numbers_has_no_bullet():
    bare, second = r"{\listtext\pard\plain \tab}", r"{\listtext\pard\plain 2.\tab}"
    listed = rf"{bare}\pard\s1\ls1 Tides\par{second}\pard\s1\ls1 Winds\par"
    assert lines(read(r"{\stylesheet{\s1 heading 1;}}" + listed)) == ["Tides", "2. Winds"]


def test_the_largest_line_that_opens_a_document_is_its_title_though_headings_have_styles():
    styles = r"{\stylesheet{\s1 heading 1;}}"
    opened = r"\pard\fs40 Tides\par\pard\fs24 Words of it.\par\pard\s1\fs28 Winds\par\pard\fs24 More words.\par"
    assert blocks(read(styles + opened)) == [
        ("title", 0, "Tides"), ("paragraph", 0, "Words of it."), ("heading", 1, "Winds"), ("paragraph", 0, "More words."),
    ]  # fmt: skip
    as_large = opened.replace(r"\s1\fs28", r"\s1\fs40")
    assert blocks(read(styles + as_large))[0] == ("title", 0, "Tides")
    again = opened.replace("More words.", r"{\fs40 Large}")
    assert blocks(read(styles + again))[0] == ("paragraph", 0, "Tides")
