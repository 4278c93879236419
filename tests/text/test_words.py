from __future__ import annotations

import pytest

from nutgraf.text.words import count_words, counted, duration, is_estimated, reading_minutes, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill turns.", ["The", "mill", "turns"]),
        ("A well-kept mill’s owner isn't here", ["A", "well-kept", "mill’s", "owner", "isn't", "here"]),
        ("It cost 3.5 million", ["It", "cost", "3.5", "million"]),
        ("the U.S. Army", ["the", "U.S", "Army"]),
        ("— “…” !", []),
        ("", []),
        ("Мельница и 水车", ["Мельница", "и", "水车"]),
    ],
)
def test_words_are_letters_and_digits_joined_by_marks_inside(text, found):
    assert words(text) == found
    assert count_words(text) == len(found)


@pytest.mark.parametrize(("count", "minutes"), [(0, 0), (1, 1), (238, 1), (476, 2), (2380, 10)])
def test_reading_takes_a_minute_for_238_words_and_at_least_one(count, minutes):
    assert reading_minutes(count) == minutes


@pytest.mark.parametrize(("count", "said"), [(0, "0 words"), (1, "1 word"), (1024, "1,024 words")])
def test_one_is_not_said_to_be_several(count, said):
    assert counted(count, "word") == said


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("昨天 全天 下了 大雨，河边 的 村民 不得不 把 东西 搬到 高处。", 12),
        ("渡し船 は 三年 ぶり に また 港 を 出 て、 町 の 人 は 皆 喜ん だ。", 16),
        ("เมื่อวานนี้ ฝน ตก หนัก ทั้งวัน ชาวบ้าน ริม แม่น้ำ ต้อง ขน ของ ขึ้น ที่สูง", 13),
        ("iPhone 手机 and 電腦", 4),
    ],
)
def test_words_of_scripts_without_spaces_are_estimated_from_their_characters(text, cut):
    written = text if text.isascii() or "and" in text else text.replace(" ", "")
    assert is_estimated(written)
    assert count_words(written) == pytest.approx(cut, rel=0.2)


def test_nothing_is_estimated_where_words_are_apart():
    assert not is_estimated("서울에 비가 왔다. Мельница. Ο μύλος. المطر غزير.")
    assert count_words("서울에 비가 왔다. Мельница. Ο μύλος. المطر غزير.") == 8


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (1, "1 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (265, "4 h 25 min")],
)
def test_a_long_time_is_said_in_hours(minutes, said):
    assert duration(minutes) == said
