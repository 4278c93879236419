import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.cancel import Cancel
from nutgraf.readers.wrapping import paragraphs

WRAPPED = """\
The ferry had been late every day that week, and on Friday, when the
wind dropped at last, it did not come at all. We waited on the quay
until the lamps were lit.

Nobody said anything. Then the harbour master came down with his dog,
took off his cap and told us what we had guessed already, that there
would be no boat.
"""


def texts(text):
    return [each.text for each in paragraphs(text, Cancel())]


def test_lines_broken_at_a_column_are_joined_with_one_space():
    found = texts(WRAPPED)
    assert len(found) == 2
    assert "when the wind dropped" in found[0]
    assert found[1].endswith("there would be no boat.")


def test_any_line_end_is_a_line_end():
    lines = WRAPPED.splitlines()
    for end in ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"):
        assert texts(end.join(lines)) == texts(WRAPPED)


def test_short_lines_without_a_margin_stay_apart():
    assert texts("Home\nNews\nSport\nContact us\n") == ["Home", "News", "Sport", "Contact us"]


def test_long_lines_are_paragraphs_without_blank_lines_between():
    long = "A paragraph that runs on and on past any margin that a page of typed text could have. " * 3
    assert texts(f"{long}\n{long}\n{long}") == [long.strip()] * 3


def test_an_indented_first_line_begins_a_paragraph():
    text = "    " + WRAPPED.replace("\n\n", "\n    ")
    assert len(texts(text)) == 2


def test_bullets_begin_a_line_of_their_own_and_their_second_line_is_joined():
    text = (
        "- the first of the points takes up so much room that its line was broken\n"
        "  and goes on below\n"
        "- the second of the points takes up so much room that its line is broken\n"
        "  and goes on below as well\n"
    )
    found = texts(text)
    assert len(found) == 2
    assert found[0].endswith("broken and goes on below")


def test_a_word_broken_at_its_hyphen_is_joined_without_a_space():
    assert "a well-known face" in " ".join(
        texts(
            "It was on the last evening of the fair that she saw, by chance, a well-\n"
            "known face among the dancers, and turned away before it could see hers.\n"
            "The music went on until the candles had burned down to their sockets, as\n"
            "it always does."
        )
    )


def test_columns_of_figures_are_not_run_together():
    table = "Monday      12    14    a long remark that reaches the margin of page\n" * 4
    assert len(texts(table)) == 4


@given(st.text())
def test_no_character_is_lost(text):
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


def test_lines_below_the_words_of_an_item_are_its_own():
    text = "* one thing\n* another thing that is longer than its line and so\n  goes on below\n    - and\n* Third\n  Not of it\n"
    assert [each.text for each in paragraphs(text, Cancel())] == [
        "* one thing", "* another thing that is longer than its line and so goes on below", "- and", "* Third", "Not of it",
    ]  # fmt: skip


def test_lines_of_whole_sentences_are_paragraphs_however_alike_they_are():
    lines = [
        "The keeper had left the tower before anyone came to look for him.",
        "Nobody knew where he had gone, or whether he would be back.",
    ]
    lines += ["They looked for him on the beach, and down in the harbour too."]
    assert [line.text for line in paragraphs("\n".join(f"\t{line}" for line in lines), Cancel())] == lines


@pytest.mark.parametrize("width", [25, 40])
def test_lines_of_japanese_are_joined_without_spaces(width):
    words = "渡し船は三年ぶりにまた港を出て町の人は皆それをとても喜んだという。" * 6
    wrapped = "\n".join(words[at : at + width] for at in range(0, len(words), width))
    assert [line.text for line in paragraphs(f"{wrapped}\n\n{wrapped}", Cancel())] == [words, words]


def test_short_lines_of_chinese_stay_apart():
    menu = ["新闻", "体育", "关于我们", "联系我们"]
    assert [line.text for line in paragraphs("\n".join(menu), Cancel())] == menu


def test_a_small_o_far_from_its_words_is_a_bullet():
    first = ["o  The first point is about the tide, which must be taken into", "   account by every sender."]
    text = "\n".join(f"   {line}" for line in [*first, "o  The second is wind."])
    assert [" ".join(line.split()) for line in texts(text)] == [
        "o The first point is about the tide, which must be taken into account by every sender.", "o The second is wind.",
    ]  # fmt: skip
