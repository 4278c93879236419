import codecs
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Damaged, Unsupported
from nutgraf.readers.decode import decode

WORDS = "Čeština, русский, ελληνικά, naïve café — “quoted” words"
RUSSIAN = (
    "Съешь же ещё этих мягких французских булок, да выпей чаю. Погода сегодня хорошая, и мы идём гулять в парк. " * 5
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(mark, encoding):
    assert decode(mark + WORDS.encode(encoding)) == (WORDS, encoding)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_first(text):
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), declared="windows-1252") == (text, "utf-8")


def test_one_broken_byte_does_not_turn_utf8_into_another_encoding():
    data = WORDS.encode() * 10
    text, encoding = decode(data[:100] + b"\xff" + data[100:])
    assert encoding == "utf-8"
    assert text.count("\ufffd") <= 3


def test_a_declared_encoding_is_believed_where_utf8_fails():
    assert decode("Привет, мир".encode("koi8-r"), declared="koi8-r")[0] == "Привет, мир"


def test_latin_1_is_read_as_browsers_do():
    assert decode(b"a \x93quote\x94", declared="iso-8859-1") == ("a “quote”", "cp1252")


def test_utf8_that_is_declared_and_kept_by_an_emoji_alone_is_believed():
    text = "The light is out, said the keeper of the tower, and went down to the harbour \U0001f600"
    assert decode(text.encode() + b"\xff", declared="utf-8") == (text + "\ufffd", "utf-8")


def test_utf8_that_is_declared_and_nowhere_kept_is_not_believed():
    text = "It’s a café, said the keeper of the old light, and went down to the harbour for the last time."
    assert decode(text.encode("cp1252"), declared="utf-8") == (text, "cp1252")
    assert (
        decode("Ein Möwenschrei \xff im Hafen".encode().replace(b"\xc3\xbf", b"\xff"), declared="utf-8")[1] == "utf-8"
    )


def test_a_declared_encoding_that_does_not_exist_is_passed_over():
    assert "caf\xe9" in decode("un café très noir, déjà bu à l’été dernier".encode("cp1252"), declared="no-such")[0]


def test_an_undeclared_encoding_is_guessed():
    assert decode(RUSSIAN.encode("cp1251"))[0] == RUSSIAN


def test_utf16_without_a_mark_is_text():
    assert decode("plain words in two bytes each".encode("utf-16-le"))[0] == "plain words in two bytes each"


def test_japanese_mail_encoding_is_known_by_its_escapes():
    assert decode("日本語の文章です".encode("iso2022_jp"))[0] == "日本語の文章です"


def test_a_mark_that_the_bytes_do_not_keep_is_damage():
    with pytest.raises(Damaged, match="UTF-8"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xfd" * 200, name="story.txt")


def test_nul_bytes_are_no_text():
    with pytest.raises(Unsupported):
        decode(b"\x00\x01\x02\x03words" * 50)


SPOKEN = {
    "Satamassa odotettiin lauttaa koko yön, eikä kukaan tiennyt, milloin myrsky päättyisi ja tie saarelle avautuisi jälleen.":
        ("cp1252", "cp850", "mac_roman"),
    "A balsa não saiu do porto esta manhã; os pescadores da região dizem que a tempestade só vai acalmar amanhã à noite.":
        ("cp1252",),
    "Přístav byl včera večer uzavřen, protože silný vítr zvedal vlny až na nábřeží a loď nemohla bezpečně přistát u mola.":
        ("cp1250", "iso8859_2", "cp852"),
    "Вчера вечером паром не вышел из гавани: ветер усилился, и капитан решил, что людям лучше переждать бурю на берегу.":
        ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"),
    "Το πλοίο δεν έφυγε χθες το βράδυ από το λιμάνι, γιατί ο άνεμος δυνάμωσε και τα κύματα έφταναν ως τον δρόμο.":
        ("cp1253", "iso8859_7"),
    "Vapur dün gece limandan ayrılmadı; rüzgâr güçlenmişti ve kaptan yolcuların kıyıda beklemesinin daha iyi olacağını söyledi.":
        ("cp1254",),
    "המעבורת לא יצאה אתמול בערב מהנמל, כי הרוח התחזקה והגלים הגיעו עד הכביש שליד החוף.": ("cp1255", "iso8859_8"),
    "لم تغادر العبارة الميناء مساء أمس لأن الريح اشتدت ووصلت الأمواج إلى الطريق القريب من الشاطئ.": ("cp1256", "iso8859_6"),
    "Vakar vakare keltas neišplaukė iš uosto, nes vėjas sustiprėjo ir bangos siekė kelią, todėl visi laukė krante.": ("cp1257",),
    "昨日の夜、フェリーは港を出ませんでした。風が強くなり、波が道路まで届いたからです。": ("cp932", "euc_jp"),
    "昨天晚上渡轮没有离开港口，因为风越来越大，海浪一直打到岸边的公路上。": ("gb18030",),
    "昨天晚上渡輪沒有離開港口，因為風愈來愈大，海浪一直打到岸邊的公路上。": ("big5",),
    "어제 저녁 여객선은 항구를 떠나지 않았다. 바람이 강해지고 파도가 바닷가 도로까지 올라왔기 때문이다.": ("cp949",),
    "เมื่อคืนนี้เรือข้ามฟากไม่ได้ออกจากท่าเพราะลมแรงขึ้นและคลื่นซัดมาถึงถนนริมทะเล": ("cp874",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in SPOKEN.items() for encoding in encodings]
)
def test_old_encodings_are_told_by_what_reads_like_words(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_a_few_broken_bytes_do_not_change_the_encoding():
    text = next(text for text in SPOKEN if text.startswith("Вчера"))
    assert decode((text * 5).encode("koi8_r") + b"\xff\x81", name="a")[0].startswith(text)


def test_an_encoding_of_seven_bits_is_believed_where_it_is_named():
    assert decode(b"Caf+AOk-", "utf-7") == ("Café", "utf-7")
    assert decode(b"Caf+AOk-")[0] == "Caf+AOk-"


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_encodings_without_a_mark_are_text(encoding):
    text = "Plain words, and a café, in wide letters."
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("start", ["Вчера", "昨日", "昨天", "어제", "Το", "Vapur"])
def test_utf16_without_a_mark_is_told_in_other_scripts(start, encoding):
    text = next(text for text in SPOKEN if text.startswith(start))
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_binary_file_is_no_utf16():
    with pytest.raises(Unsupported):
        decode(Random(7).randbytes(5000).replace(b"\x1b", b""))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("春眠不覺曉，處處聞啼鳥。夜來風雨聲。", "big5"),
        ("春眠不觉晓，处处闻啼鸟。", "gb18030"),
        ("나는 아침에 일어나서 밥을 먹었다.", "cp949"),
        ("吾輩は猫である。名前はまだ無い。", "euc_jp"),
    ],
)
def test_a_line_in_two_bytes_a_character_is_enough(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


def test_chinese_mail_encoding_is_known_by_its_escapes():
    assert decode("昨天晚上，渡轮没有离开港口。 OK".encode("hz")) == ("昨天晚上，渡轮没有离开港口。 OK", "hz")
    assert decode(b"a ~{ b ~} c")[0] == "a ~{ b ~} c"


@pytest.mark.parametrize("encoding", ["cp037", "cp273"])
def test_the_encoding_of_mainframes_is_text(encoding):
    text = "Ein schöner Tag für die Möwen über dem Hafen und für uns, den Wärter und das Licht.\n" * 3
    assert decode(text.encode(encoding)) == (text, encoding)


def test_utf8_with_some_bytes_of_another_encoding_stays_utf8():
    text, encoding = decode("Straße, ".encode() * 10 + "Straße".encode("cp1252"))
    assert (text, encoding) == ("Straße, " * 10 + "Stra\ufffde", "utf-8")


def test_what_moved_the_pen_of_a_printer_or_the_colours_of_a_terminal_is_no_text():
    assert decode(b"N\x08NA\x08AM\x08ME\x08E\n_\x08t_\x08ower\n\x1b[1;31mred\x1b[0m\n\x1a")[0] == "NAME\ntower\nred\n"


def test_what_says_that_it_is_text_is_text_with_controls_in_it():
    data = b"\x00\x01\x02\x03words" * 50
    assert decode(data, sure=True) == (data.decode(), "utf-8")


@pytest.mark.parametrize("declared", ["hex", "rot13", "idna", "punycode", "undefined", "a\0b"])
def test_what_is_no_encoding_of_text_is_not_believed(declared):
    assert decode(" Möwen".encode("cp1252") * 20, declared) == decode(" Möwen".encode("cp1252") * 20)


def test_what_a_terminal_was_told_beside_its_words_is_no_text():
    link = "\x1b]8;;https://tower.example/\x1b\\linked\x1b]8;;\x1b\\"
    told = f"\x1b[?2004h\x1b]0;a title\x07\x1b(B\x1b[38;5;196mRed\x1b[m and {link} \x1b[2Kwords.\x1b="
    assert decode(told.encode())[0] == "Red and linked words."
